//! A listing at the desk: everything it says, what is missing, what to do next.

use super::ListingHead;
use crate::{
    components::{
        desk_head::desk_head,
        error_summary::{FieldFault, error_summary},
        folded::folded,
        form::form,
    },
    shell::{Head, Shell},
    words::written,
};
use chrono::NaiveDate;
use interlocal_catalog::editing::Part;
use maud::{Markup, Render, html};

/// A field with what it says.
#[derive(Clone, Debug)]
pub struct SaidRow {
    /// The step in which it is written.
    pub part: Part,
    /// The field.
    pub field: String,
    /// What it says, line by line.
    pub lines: Vec<String>,
}

/// What is missing in a step.
#[derive(Clone, Debug)]
pub struct StepRow {
    /// The step.
    pub part: Part,
    /// What is missing.
    pub why: String,
}

/// What was done to it.
#[derive(Clone, Debug)]
pub struct EventRow {
    /// When.
    pub on: NaiveDate,
    /// By whom and what, in words.
    pub what: String,
    /// What they said.
    pub message: String,
}

/// A listing at the desk.
#[derive(Clone, Debug)]
pub struct DraftPage {
    /// What stands around.
    pub shell: Shell,
    /// Which listing.
    pub listing: ListingHead,
    /// What it says.
    pub said: Vec<SaidRow>,
    /// What keeps it from being handed in.
    pub missing: Vec<StepRow>,
    /// What a reviewer said who sent it back.
    pub sent_back: Option<EventRow>,
    /// What was wrong with a decision.
    pub faults: Vec<FieldFault>,
    /// What was done to it, newest first.
    pub history: Vec<EventRow>,
    /// Whether a draft is being written.
    pub drafted: bool,
    /// Whether it is with a reviewer.
    pub in_review: bool,
    /// Whether an edition is public.
    pub public: bool,
    /// Whether it was taken back for good.
    pub withdrawn: bool,
    /// Whether the reader may write.
    pub may_edit: bool,
    /// Whether the reader may publish.
    pub may_publish: bool,
}

impl Render for DraftPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: &self.listing.title,
            description: &self.listing.title,
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (desk_head(&self.listing.body, "", &self.listing.title))
                p class="il-facts" { (self.listing.stands) }
                (error_summary(&self.faults))
                (self.returned())
                (self.ways())
                (self.asked())
                section class="il-section" aria-labelledby="answers" {
                    h2 id="answers" { @if self.drafted { "Check answers" } @else { "What it says" } }
                    @for part in Part::ALL { (self.answers(part)) }
                }
                (self.hand_in())
                (events(&self.history))
            },
        )
    }
}

impl DraftPage {
    fn returned(&self) -> Markup {
        html! {
            @if let Some(row) = &self.sent_back {
                section class="il-notice il-notice--soon" aria-labelledby="sent-back" {
                    h2 id="sent-back" { "Sent back" }
                    p { (written(row.on)) ": " (row.what) "." }
                    blockquote { (row.message) }
                }
            }
        }
    }

    /// What one step of the editor says, and the way back into it.
    fn answers(&self, part: Part) -> Markup {
        let rows: Vec<&SaidRow> = self.said.iter().filter(|row| row.part == part).collect();
        let writable = self.may_edit && self.drafted && !self.in_review && !self.withdrawn;
        html! {
            div class="il-step__head" {
                h3 { (part.label()) }
                @if writable {
                    a href=(self.listing.at(&format!("/edit/{}", part.word()))) {
                        "Change" span class="usa-sr-only" { ": " (part.label()) }
                    }
                }
            }
            dl class="il-defs" {
                @for row in rows {
                    div class="il-defs__row" {
                        dt { (row.field) }
                        dd {
                            @if row.lines.is_empty() { span class="il-absent" { "Not stated" } }
                            (folded(&row.lines.iter().map(|line| html! { div { (line) } }).collect::<Vec<_>>()))
                        }
                    }
                }
            }
        }
    }

    fn ways(&self) -> Markup {
        let public = format!("/offerings/{}", crate::href::escape(&self.listing.slug));
        html! {
            ul class="il-ways" {
                @if self.may_edit && !self.in_review && !self.withdrawn {
                    li { a href=(self.listing.at("/edit/what")) { @if self.drafted { "Go on writing" } @else { "Write a new edition" } } }
                }
                @if !self.withdrawn { li { a href=(self.listing.at("/preview")) { "Preview as a government" } } }
                @if self.drafted { li { a href=(self.listing.at("/review")) { "Review" } } }
                @if self.public { li { a href=(public) { "Public page" } } }
                @if self.public && self.may_publish { li { a href=(self.listing.at("/withdraw")) { "Withdraw" } } }
            }
        }
    }

    fn asked(&self) -> Markup {
        html! {
            @if !self.missing.is_empty() && self.drafted {
                section class="il-section" aria-labelledby="missing" {
                    h2 id="missing" { "Before it can be handed in" }
                    ul {
                        @for row in &self.missing {
                            li {
                                a href=(self.listing.at(&format!("/edit/{}", row.part.word()))) { (row.part.label()) }
                                ": " (row.why)
                            }
                        }
                    }
                }
            }
        }
    }

    fn hand_in(&self) -> Markup {
        let button = |action: &str, label: &str, class: &str| {
            form(
                &self.shell,
                &self.listing.at(action),
                &html! {
                    (self.listing.version_field())
                    button class=(class) type="submit" { (label) }
                },
            )
        };
        html! {
            @if self.may_edit && self.drafted {
                div class="il-buttons" {
                    @if self.in_review {
                        (button("/take-back", "Take it back from review", "usa-button usa-button--outline"))
                    } @else {
                        @if self.missing.is_empty() {
                            (button("/submit", "Hand in for review", "usa-button il-next"))
                        }
                        details class="il-fold" {
                            summary { "Give this draft up" }
                            p { "What you wrote since the last edition is lost. What is public stays as it is." }
                            (button("/discard", "Give it up for good", "usa-button usa-button--outline"))
                        }
                    }
                }
            }
        }
    }
}

/// What was done to a listing, newest first.
pub(super) fn events(history: &[EventRow]) -> Markup {
    html! {
        @if !history.is_empty() {
            section class="il-section il-prose" aria-labelledby="done" {
                h2 id="done" { "What was done" }
                ul class="il-plain il-ruled" {
                    @for row in history {
                        li {
                            (written(row.on)) ": " (row.what)
                            @if !row.message.is_empty() { blockquote { (row.message) } }
                        }
                    }
                }
            }
        }
    }
}
