//! `/shortlist`: what the reader set aside.

use crate::{
    components::{
        done::done,
        error_summary::{FieldFault, error_summary},
        form::{Choice, Field, form, line, lines, select, token},
        references::BodyRef,
        row_form::{row_button, row_form},
        tray::{MOST, compare_button, row_id},
        verdict::VerdictBadge,
    },
    href,
    shell::{Head, Shell},
    words::counted,
};
use maud::{Markup, Render, html};

/// A shortlist.
#[derive(Clone, Debug)]
pub struct ShortlistPage {
    /// What stands around.
    pub shell: Shell,
    /// What is on it.
    pub stars: Vec<StarLine>,
    /// Number, title and body of the workspaces of the reader's bodies.
    pub workspaces: Vec<(i32, String, String)>,
    /// Slug and name of the bodies for which the reader may decide.
    pub bodies: Vec<(String, String)>,
    /// The title of a new workspace, as typed.
    pub title: String,
    /// What was done just now.
    pub done: Option<&'static str>,
    /// What cannot be as it is.
    pub faults: Vec<FieldFault>,
}

/// An offering on it.
#[derive(Clone, Debug)]
pub struct StarLine {
    /// Its slug.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Who publishes it.
    pub provider: BodyRef,
    /// The verdict for the chosen government.
    pub verdict: Option<VerdictBadge>,
    /// The reader's own words.
    pub note: String,
}

impl Render for ShortlistPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Your shortlist",
            description: "Offerings that you set aside.",
            search_box: true,
        };
        self.shell.document(
            &head,
            &html! {
                h1 { "Your shortlist" }
                (done(self.done))
                (error_summary(&self.faults))
                @if self.shell.reader.is_none() {
                    p class="il-prose" {
                        "It is kept in this browser. " a href="/sign-in?next=/shortlist" { "Sign in" }
                        " to keep it in your account, write notes and weigh it with others."
                    }
                }
                @if self.stars.is_empty() {
                    p { "Nothing yet. A star beside an offering sets it aside: in " a href=(href::with_for("/search", self.shell.key())) { "search results" } " and on its page." }
                } @else {
                    p { (counted(self.stars.len() as u64, "offering", "offerings")) "." }
                    (self.ways())
                    ul class="il-rows" { @for star in &self.stars { (self.row(star)) } }
                }
                (self.workspaces())
            },
        )
    }
}

/// The address that begins a memo from these offerings.
pub(super) fn memo_from<'a>(slugs: impl Iterator<Item = &'a str>, chosen: Option<&str>) -> String {
    let options: Vec<String> = slugs
        .map(|slug| format!("o={}", href::escape(slug)))
        .collect();
    href::with_for(&format!("/memos/new?{}", options.join("&")), chosen)
}

/// The way to these offerings side by side, where they are two to four; else how to
/// choose some of them.
pub(super) fn compare_all(slugs: &[&str], chosen: Option<&str>) -> Markup {
    let options: Vec<String> = slugs
        .iter()
        .map(|slug| format!("o={}", href::escape(slug)))
        .collect();
    let to = href::with_for(&format!("/compare?{}", options.join("&")), chosen);
    html! {
        @match slugs.len() {
            0 | 1 => {},
            2..=MOST => li { a href=(to) { "Compare these " (slugs.len()) } },
            _ => li { "Compare up to " (MOST) ": choose them with “Compare” at each" },
        }
    }
}

impl ShortlistPage {
    fn ways(&self) -> Markup {
        let slugs: Vec<&str> = self.stars.iter().map(|star| star.slug.as_str()).collect();
        html! {
            ul class="il-ways" {
                li { a href=(memo_from(slugs.iter().copied(), self.shell.key())) { "Start a decision memo" } }
                (compare_all(&slugs, self.shell.key()))
            }
        }
    }

    fn row(&self, star: &StarLine) -> Markup {
        let name = format!("note-{}", star.slug);
        let field = Field {
            name: &name,
            label: &format!("Your note on {}", star.title),
            hint: "",
            value: &star.note,
            faults: &self.faults,
        };
        html! {
            li class="il-row" id=(row_id(&star.slug)) {
                h2 class="il-row__title" { a href=(href::offering(&star.slug, self.shell.key())) { (star.title) } }
                p class="il-row__body" { (star.provider) }
                @if let Some(verdict) = &star.verdict { p class="il-row__tags" { (verdict) } }
                div class="il-row__acts" {
                    (compare_button(&self.shell, &star.slug, &star.title))
                    (row_form(&self.shell, "/shortlist", &html! {
                        input type="hidden" name="remove" value=(star.slug);
                        (row_button("Take off", &format!("“{}”", star.title)))
                    }))
                }
                @if self.shell.reader.is_some() {
                    form class="il-form" method="post" action="/shortlist" {
                        (token(&self.shell))
                        input type="hidden" name="note" value=(star.slug);
                        (lines(&field, 2))
                        button class="usa-button usa-button--outline" type="submit" { "Save the note" span class="usa-sr-only" { " on " (star.title) } }
                    }
                }
            }
        }
    }

    fn workspaces(&self) -> Markup {
        html! {
            @if !self.workspaces.is_empty() || (!self.bodies.is_empty() && !self.stars.is_empty()) {
                section class="il-section" aria-labelledby="workspaces" {
                    h2 id="workspaces" { "Weigh it with others" }
                    @if !self.workspaces.is_empty() {
                        ul {
                            @for (id, title, body) in &self.workspaces {
                                li { a href={ "/workspaces/" (id) } { (title) } ", " (body) }
                            }
                        }
                    }
                    @if !self.bodies.is_empty() && !self.stars.is_empty() { (self.begin()) }
                }
            }
        }
    }

    fn begin(&self) -> Markup {
        let bodies: Vec<Choice<'_>> = self
            .bodies
            .iter()
            .map(|(slug, name)| Choice {
                value: slug,
                label: name,
                chosen: false,
            })
            .collect();
        let field = |name, label, hint, value| Field {
            name,
            label,
            hint,
            value,
            faults: &self.faults,
        };
        html! {
            p class="il-prose" {
                "A workspace holds these offerings with your notes. Everybody of the body can see it, say yes, maybe or no to each, and say why."
            }
            (form(&self.shell, "/workspaces", &html! {
                (line(&field("title", "What is weighed", "Such as “Endpoint detection for 2027”.", &self.title), "text", "off"))
                (select(&field("body", "Whose workspace it is", "", ""), &bodies))
                @for star in &self.stars { input type="hidden" name="o" value=(star.slug); }
                button class="usa-button" type="submit" { "Begin a workspace" }
            }))
        }
    }
}
