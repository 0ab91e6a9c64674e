//! `/ask`: “do you offer this to us?”, one question however many ask it.

use crate::{
    components::{
        error_summary::{FieldFault, error_summary},
        form::{Choice, Field, form, line, lines, select},
        references::{BodyRef, CategoryRef, PlaceRef},
    },
    href,
    shell::{Head, Shell},
    words::{counted, written},
};
use chrono::NaiveDate;
use maud::{Markup, Render, html};

/// The page on which a body is asked.
#[derive(Clone, Debug)]
pub struct AskPage {
    /// What stands around.
    pub shell: Shell,
    /// The body that is asked; none as long as no government is chosen.
    pub organization: Option<BodyRef>,
    /// Every category, those of the second level marked.
    pub categories: Vec<CategoryRef>,
    /// The category that is asked about.
    pub category: Option<CategoryRef>,
    /// The government on whose behalf, and its kind in the plural.
    pub government: Option<(PlaceRef, String)>,
    /// Slug and title of the offering on whose page it is asked.
    pub offering: Option<(String, String)>,
    /// How many asked so far.
    pub asker_count: u64,
    /// What the body replied, as long as it holds.
    pub reply: Option<ReplyShown>,
    /// Whether this reader has just asked.
    pub sent: bool,
    /// What cannot be as it is.
    pub faults: Vec<FieldFault>,
    /// The address as typed.
    pub email: String,
    /// The words as typed.
    pub message: String,
}

/// A reply as everybody reads it.
#[derive(Clone, Debug)]
pub enum ReplyShown {
    /// No, said on this day.
    No(NaiveDate),
    /// Yes, by the offering with this slug and title, answered on this day.
    Offering(String, String, NaiveDate),
    /// Somebody takes part for them: in words, answered on this day.
    Participation(String, NaiveDate),
}

impl Render for AskPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Ask",
            description: "Ask a public body whether it offers something to your government.",
            search_box: true,
        };
        self.shell.document(
            &head,
            &html! {
                (error_summary(&self.faults))
                h1 { "Ask" }
                @match (&self.government, &self.category, &self.organization) {
                    (None, _, _) => (self.choose_government()),
                    (Some(_), Some(category), Some(body)) => (self.question(body, category)),
                    _ => (self.choose_category()),
                }
            },
        )
    }
}

impl AskPage {
    fn choose_government(&self) -> Markup {
        html! {
            p class="il-prose" {
                "Whether something is offered depends on the kind of government and on where it lies. "
                "Choose yours first; one answer then holds for every government of its kind."
            }
            p { a class="usa-button il-next" href=(href::picker(&self.shell.path)) { "Choose your government" } }
        }
    }

    fn choose_category(&self) -> Markup {
        let options: Vec<Choice<'_>> = std::iter::once(("", "Choose a category"))
            .chain(
                self.categories
                    .iter()
                    .map(|one| (one.slug.as_str(), one.name.as_str())),
            )
            .map(|(value, label)| Choice {
                value,
                label,
                chosen: false,
            })
            .collect();
        let field = Field {
            name: "category",
            label: "What do you look for?",
            hint: "",
            value: "",
            faults: &self.faults,
        };
        html! {
            form class="il-form" method="get" action="/ask" {
                @if let Some(body) = &self.organization {
                    input type="hidden" name="organization" value=(body.slug);
                }
                @if let Some(key) = self.shell.key() { input type="hidden" name="for" value=(key); }
                (select(&field, &options))
                button class="usa-button" type="submit" { "Go on" }
            }
        }
    }

    fn question(&self, body: &BodyRef, category: &CategoryRef) -> Markup {
        html! {
            p class="il-lead" {
                "Does " (body) " offer "
                a href=(href::category(&category.slug, self.shell.key())) { (category.name) }
                " to " (self.kinds()) "?"
            }
            @if let Some((slug, title)) = &self.offering {
                p class="il-muted" { "About " a href=(href::offering(slug, self.shell.key())) { (title) } "." }
            }
            @match (&self.reply, self.sent) {
                (Some(reply), _) => (self.reply(body, reply)),
                (None, true) if self.asker_count > 0 => (self.asked()),
                (None, _) => (self.ask(body, category)),
            }
        }
    }

    fn kinds(&self) -> &str {
        self.government
            .as_ref()
            .map_or("governments", |(_, kinds)| kinds.as_str())
    }

    fn reply(&self, body: &BodyRef, reply: &ReplyShown) -> Markup {
        html! {
            section class="il-verdict-box" aria-labelledby="answer" {
                h2 id="answer" { "Answered" }
                @match reply {
                    ReplyShown::No(on) => p {
                        (body) " said on " (written(*on)) " that it does not offer this to " (self.kinds()) "."
                    },
                    ReplyShown::Offering(slug, title, on) => p {
                        (body) " answered on " (written(*on)) ": "
                        a href=(href::offering(slug, self.shell.key())) { (title) } "."
                    },
                    ReplyShown::Participation(words, on) => p {
                        (body) " answered on " (written(*on)) ": " (words) "."
                    },
                }
            }
        }
    }

    fn asked(&self) -> Markup {
        html! {
            section class="il-verdict-box" role="status" aria-labelledby="asked" {
                h2 id="asked" { "Your question is at its desk" }
                p { (counted(self.asker_count, "government has", "governments have")) " asked this. "
                    "The answer will hold for all " (self.kinds()) " and stand on their answer sheets." }
            }
        }
    }

    fn ask(&self, body: &BodyRef, category: &CategoryRef) -> Markup {
        let government = self.government.as_ref().map(|(place, _)| place);
        let email = Field {
            name: "email",
            label: "E-mail to be told (optional)",
            hint: "You get one letter, when it is answered. The address is shown to nobody.",
            value: &self.email,
            faults: &self.faults,
        };
        let message = Field {
            name: "message",
            label: "What the body should know (optional)",
            hint: "How many people or devices, by when. It is read at the desk of the body.",
            value: &self.message,
            faults: &self.faults,
        };
        let content = html! {
            input type="hidden" name="organization" value=(body.slug);
            input type="hidden" name="category" value=(category.slug);
            @if let Some(place) = government { input type="hidden" name="for" value=(place.key); }
            @if let Some((slug, _)) = &self.offering { input type="hidden" name="offering" value=(slug); }
            (lines(&message, 4))
            (line(&email, "email", "email"))
            button class="usa-button il-next" type="submit" { "Ask " (body.name) }
        };
        html! {
            @if self.asker_count > 0 {
                p { (counted(self.asker_count, "government has", "governments have")) " asked this already. "
                    "Ask too: it shows how much an answer is worth." }
            }
            @if let Some(place) = government { p { "You ask on behalf of " (place) "." } }
            (form(&self.shell, "/ask", &content))
        }
    }
}
