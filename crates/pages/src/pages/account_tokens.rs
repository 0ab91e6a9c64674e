//! `/account/tokens`: tokens of the API.

use crate::{
    components::{
        done::done,
        error_summary::{FieldFault, error_summary},
        form::{Choice, Field, choices, form, line, select},
        row_form::{row_button, row_form},
    },
    shell::{Head, Shell},
    words::written,
};
use chrono::{DateTime, NaiveDate, Utc};
use interlocal_catalog::policy::Scope;
use maud::{Markup, Render, html};

/// Lives that can be chosen, in days.
const LIVES: [(&str, &str); 4] = [
    ("7", "7 days"),
    ("30", "30 days"),
    ("90", "90 days"),
    ("365", "One year"),
];

/// A token as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnToken {
    /// What names it in a form.
    pub id: i32,
    /// What its owner calls it.
    pub name: String,
    /// What it lets its holder do, in words.
    pub scopes: Vec<&'static str>,
    /// When it was made.
    pub made_on: NaiveDate,
    /// When it ends.
    pub ends_on: NaiveDate,
    /// When it was last used.
    pub used_at: Option<DateTime<Utc>>,
}

/// The tokens of somebody.
#[derive(Clone, Debug, Default)]
pub struct TokensPage {
    /// What stands around.
    pub shell: Shell,
    /// The tokens, the newest first.
    pub tokens: Vec<OwnToken>,
    /// The one that was made just now; it is never shown again.
    pub made: Option<String>,
    /// The name, as typed.
    pub name: String,
    /// Days, as chosen.
    pub days: String,
    /// Scopes beside reading, and whether they are picked.
    pub picked: Vec<(Scope, bool)>,
    /// What was done just now.
    pub done: Option<&'static str>,
    /// What was wrong.
    pub faults: Vec<FieldFault>,
}

impl Render for TokensPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Tokens of the API",
            description: "Tokens with which programs act in your name.",
            search_box: false,
        };
        let content = html! {
            h1 { "Tokens of the API" }
            p class="il-lead" {
                "With a token a program acts in your name: it may what you may, as far as the token goes. Who is a "
                "steward, your password and your tokens are for you at a browser alone. " a href="/api" { "What the API does" } "."
            }
            (done(self.done))
            (error_summary(&self.faults))
            @if let Some(text) = &self.made { (made(text)) }
            (self.standing())
            (self.another())
        };
        self.shell.document(&head, &content)
    }
}

fn made(text: &str) -> Markup {
    html! {
        section class="il-section il-notice" aria-labelledby="made" {
            h2 id="made" { "Your new token" }
            p { "Copy it now. It is kept as a hash alone, so nobody can show it to you again." }
            p { code { (text) } }
        }
    }
}

impl TokensPage {
    fn standing(&self) -> Markup {
        html! {
            section class="il-section" aria-labelledby="standing" {
                h2 id="standing" { "Tokens that hold" }
                @if self.tokens.is_empty() {
                    p { "None." }
                } @else {
                    ul class="il-rows" {
                        @for token in &self.tokens { (self.token(token)) }
                    }
                }
            }
        }
    }

    fn token(&self, token: &OwnToken) -> Markup {
        html! {
            li class="il-row" {
                h3 class="il-row__title" { (token.name) }
                p class="il-row__body" {
                    "May " (token.scopes.join(", ")) ". Made on " (written(token.made_on))
                    ", ends on " (written(token.ends_on)) ". "
                    @match token.used_at {
                        Some(at) => { "Last used on " (written(at.date_naive())) "." }
                        None => { "Never used." }
                    }
                }
                (row_form(&self.shell, "/account/tokens/revoke", &html! {
                    input type="hidden" name="token" value=(token.id);
                    (row_button("Revoke", &token.name))
                }))
            }
        }
    }

    fn another(&self) -> Markup {
        let field = |name, label, hint, value| Field {
            name,
            label,
            hint,
            value,
            faults: &self.faults,
        };
        let scopes: Vec<Choice<'_>> = self
            .picked
            .iter()
            .map(|(scope, chosen)| Choice {
                value: scope.word(),
                label: label(*scope),
                chosen: *chosen,
            })
            .collect();
        let lives = LIVES.map(|(value, label)| Choice {
            value,
            label,
            chosen: value == self.days,
        });
        let hint = "The program or machine, so that you know which to revoke.";
        html! {
            section class="il-section" aria-labelledby="another" {
                h2 id="another" { "Make another" }
                (form(&self.shell, "/account/tokens", &html! {
                    (line(&field("name", "What it is for", hint, &self.name), "text", "off"))
                    (choices(&field("scopes", "What it may beside reading", "Every token reads what you may read.", ""), "checkbox", &scopes))
                    (select(&field("days", "It ends after", "", &self.days), &lives))
                    button class="usa-button" type="submit" { "Make a token" }
                }))
            }
        }
    }
}

fn label(scope: Scope) -> &'static str {
    match scope {
        Scope::Read => "Read what you may read",
        Scope::Publish => {
            "Publish: do what you may do, at your desks, in memos and, where you look after them, for bodies and the portal"
        }
        Scope::Import => "Import: send files in at your desks",
    }
}
