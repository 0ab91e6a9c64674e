//! `/desk/{body}/questions`: what governments ask a body.

use super::ReplyShown;
use crate::{
    components::{
        desk_head::desk_head,
        error_summary::{FieldFault, error_summary},
        form::{Choice, Field, choices, form, select},
        references::{BodyRef, CategoryRef, PlaceRef},
    },
    href,
    shell::{Head, Shell},
    words::{counted, written},
};
use chrono::NaiveDate;
use maud::{Markup, Render, html};

/// The questions of a body.
#[derive(Clone, Debug)]
pub struct InboxPage {
    /// What stands around.
    pub shell: Shell,
    /// The body.
    pub body: BodyRef,
    /// Its questions, open ones first.
    pub questions: Vec<QuestionRow>,
}

/// A question in short.
#[derive(Clone, Debug)]
pub struct QuestionRow {
    /// Its number.
    pub id: i32,
    /// About what.
    pub category: CategoryRef,
    /// For which kind, in the plural.
    pub kinds: String,
    /// How many asked.
    pub asker_count: u64,
    /// Since when.
    pub asked_on: NaiveDate,
    /// What answers it.
    pub reply: Option<ReplyShown>,
}

/// One question with the ways to answer it.
#[derive(Clone, Debug)]
pub struct QuestionPage {
    /// What stands around.
    pub shell: Shell,
    /// The body.
    pub body: BodyRef,
    /// The question.
    pub question: QuestionRow,
    /// Who asked, with what somebody added.
    pub voices: Vec<(PlaceRef, String)>,
    /// How many are told of the answer.
    pub told_count: usize,
    /// The body's listings that may be the answer: slug and title.
    pub offerings: Vec<(String, String)>,
    /// Participations that may be the answer: name and words.
    pub participations: Vec<(String, String)>,
    /// What is chosen: `no`, `offering`, `participation`.
    pub chosen: String,
    /// Whether the reader may answer.
    pub may_edit: bool,
    /// What cannot be as it is.
    pub faults: Vec<FieldFault>,
}

impl Render for InboxPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Questions",
            description: "What governments ask a body.",
            search_box: false,
        };
        let (answered, open): (Vec<&QuestionRow>, Vec<&QuestionRow>) = self
            .questions
            .iter()
            .partition(|question| question.reply.is_some());
        self.shell.document(
            &head,
            &html! {
                (desk_head(&self.body, "/questions", "Questions"))
                p class="il-prose" {
                    "Governments ask whether this body offers them something. One answer is the record for every "
                    "government of the kind, and whoever left an address is told."
                }
                section class="il-section" aria-labelledby="open" {
                    h2 id="open" { (counted(open.len() as u64, "open question", "open questions")) }
                    @if open.is_empty() { p { "Nobody waits for an answer." } }
                    (self.rows(&open))
                }
                @if !answered.is_empty() {
                    section class="il-section" aria-labelledby="answered" {
                        h2 id="answered" { "Answered" }
                        (self.rows(&answered))
                    }
                }
            },
        )
    }
}

impl InboxPage {
    fn rows(&self, rows: &[&QuestionRow]) -> Markup {
        let desk = format!("/desk/{}/questions", href::escape(&self.body.slug));
        html! {
            ul class="il-plain il-ruled" {
                @for row in rows {
                    li {
                        a href={ (desk) "/" (row.id) } { (row.category.name) " to " (row.kinds) "?" }
                        " " (asked(row))
                        @if let Some(reply) = &row.reply { " " (in_short(reply)) }
                    }
                }
            }
        }
    }
}

fn asked(row: &QuestionRow) -> Markup {
    html! {
        span class="il-muted" {
            "Asked by " (counted(row.asker_count, "government", "governments"))
            " since " (written(row.asked_on)) "."
        }
    }
}

fn in_short(reply: &ReplyShown) -> Markup {
    html! {
        @match reply {
            ReplyShown::No(on) => { "No, said on " (written(*on)) "." }
            ReplyShown::Offering(slug, title, on) => {
                "Yes, with " a href=(href::offering(slug, None)) { (title) } ", on " (written(*on)) "."
            }
            ReplyShown::Participation(words, on) => { (words) ", on " (written(*on)) "." }
        }
    }
}

impl Render for QuestionPage {
    fn render(&self) -> Markup {
        let row = &self.question;
        let heading = format!("{} to {}?", row.category.name, row.kinds);
        let head = Head {
            title: &heading,
            description: "A question that governments ask.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (error_summary(&self.faults))
                (desk_head(&self.body, "/questions", &heading))
                p { (asked(row)) }
                (self.who())
                @if let Some(reply) = &row.reply { p class="il-notice" { (in_short(reply)) } }
                @if self.may_edit { (self.answer()) }
            },
        )
    }
}

impl QuestionPage {
    fn who(&self) -> Markup {
        html! {
            section class="il-section" aria-labelledby="who" {
                h2 id="who" { "Who asks" }
                ul class="il-plain il-ruled" {
                    @for (place, message) in &self.voices {
                        li {
                            (place)
                            @if !message.is_empty() { p class="il-words" { (message) } }
                        }
                    }
                }
                @if self.told_count > 0 {
                    p class="il-muted" { (counted(self.told_count as u64, "person", "people")) " will be told of the answer." }
                }
            }
        }
    }

    fn answer(&self) -> Markup {
        let desk = format!("/desk/{}", href::escape(&self.body.slug));
        let no = format!("No, we do not offer this to {}", self.question.kinds);
        let ways = [
            ("no", no.as_str()),
            ("offering", "Yes, with a listing of ours"),
            ("participation", "Somebody above takes part for them"),
        ]
        .map(|(value, label)| Choice {
            value,
            label,
            chosen: value == self.chosen,
        });
        let field = |name, label, hint| Field {
            name,
            label,
            hint,
            value: "",
            faults: &self.faults,
        };
        let content = html! {
            (choices(&field("answer", "Your answer", "It is public, and holds for all of them."), "radio", &ways))
            (select(&field("offering", "The listing", "Where the answer is a listing."), &options(&self.offerings)))
            (select(&field("participation", "The participation", "Where the answer is a participation."), &options(&self.participations)))
            button class="usa-button" type="submit" { "Answer for all" }
        };
        let action = format!("{desk}/questions/{}", self.question.id);
        html! {
            section class="il-section" aria-labelledby="answer-them" {
                h2 id="answer-them" { "Answer" }
                (form(&self.shell, &action, &content))
                p {
                    "Not listed yet? " a href={ (desk) "/new?question=" (self.question.id) } { "Write the listing that answers it" }
                    "; its publication is the answer. Or " a href={ (desk) "/participations" } { "record a participation" }
                    " first, then come back."
                }
            }
        }
    }
}

fn options(known: &[(String, String)]) -> Vec<Choice<'_>> {
    std::iter::once(("", "Choose one"))
        .chain(
            known
                .iter()
                .map(|(value, label)| (value.as_str(), label.as_str())),
        )
        .map(|(value, label)| Choice {
            value,
            label,
            chosen: false,
        })
        .collect()
}
