//! Review: old and new side by side, what the checks found, the decision.

use super::{EventRow, ListingHead, draft::events};
use crate::{
    components::{
        desk_head::desk_head,
        error_summary::{FieldFault, error_summary},
        form::{Field, form, line, lines},
    },
    pages::changes::{ChangeRow, side_by_side},
    shell::{Head, Shell},
    words::grouped,
};
use maud::{Markup, Render, html};

/// How many governments of a kind it reaches.
#[derive(Clone, Debug, Default)]
pub struct ReachRow {
    /// The kind, in the plural.
    pub kind: String,
    /// Yes.
    pub yes: u64,
    /// Yes, after steps.
    pub after_steps: u64,
    /// Not known.
    pub unknown: u64,
}

/// A draft in review.
#[derive(Clone, Debug)]
pub struct ReviewPage {
    /// What stands around.
    pub shell: Shell,
    /// Which listing.
    pub listing: ListingHead,
    /// What differs from the current edition, or everything that a first one says.
    pub rows: Vec<ChangeRow>,
    /// Number of the current edition; none for a first one.
    pub edition: Option<u32>,
    /// What the checks found, in sentences.
    pub findings: Vec<String>,
    /// Whom it reaches, in a sentence.
    pub reach: String,
    /// Whom it reaches, by kind.
    pub kinds: Vec<ReachRow>,
    /// What was done so far, newest first.
    pub history: Vec<EventRow>,
    /// Whether the reader may decide; else why not.
    pub decide: Result<(), String>,
    /// What the reviewer typed.
    pub message: String,
    /// The day that was chosen for publication.
    pub publish_on: String,
    /// What is wrong with the decision.
    pub faults: Vec<FieldFault>,
}

impl Render for ReviewPage {
    fn render(&self) -> Markup {
        let title = format!("Review – {}", self.listing.title);
        let head = Head {
            title: &title,
            description: &title,
            search_box: false,
        };
        let old = self.edition.map_or("Nothing yet".to_owned(), |n| {
            format!("Edition {n}, which is public")
        });
        self.shell.document(
            &head,
            &html! {
                (desk_head(&self.listing.body, "", &title))
                p class="il-facts" { a href=(self.listing.at("")) { (self.listing.title) } " – " (self.listing.stands) }
                (error_summary(&self.faults))
                section class="il-section" aria-labelledby="changes" {
                    h2 id="changes" { "What would change" }
                    @if self.rows.is_empty() { p { "Nothing that it says is different." } }
                    @else { (side_by_side(&self.rows, &old, "This draft")) }
                }
                section class="il-section" aria-labelledby="checks" {
                    h2 id="checks" { "Checks" }
                    @if self.findings.is_empty() { p { "Nothing was found." } }
                    @else { ul { @for finding in &self.findings { li { (finding) } } } }
                }
                (self.reached())
                (self.decision())
                (events(&self.history))
            },
        )
    }
}

impl ReviewPage {
    fn reached(&self) -> Markup {
        html! {
            section class="il-section" aria-labelledby="reach" {
                h2 id="reach" { "Whom it reaches" }
                p { (self.reach) " " a href=(self.listing.at("/preview")) { "Preview as a government" } }
                @if !self.kinds.is_empty() {
                    div class="il-scroll" tabindex="0" role="region" aria-label="Governments by kind" {
                        table class="usa-table usa-table--borderless" {
                            caption { "Governments by kind" }
                            thead { tr {
                                th scope="col" { "Kind" }
                                th scope="col" class="il-number" { "Yes" }
                                th scope="col" class="il-number" { "After steps" }
                                th scope="col" class="il-number" { "Not known" }
                            } }
                            tbody {
                                @for row in &self.kinds {
                                    tr {
                                        th scope="row" { (row.kind) }
                                        td class="il-number" { (grouped(row.yes)) }
                                        td class="il-number" { (grouped(row.after_steps)) }
                                        td class="il-number" { (grouped(row.unknown)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn decision(&self) -> Markup {
        let message = Field {
            name: "message",
            label: "What you say to the editor",
            hint: "Required to ask for changes and to reject.",
            value: &self.message,
            faults: &self.faults,
        };
        let day = Field {
            name: "publish_on",
            label: "Publish on",
            hint: "Leave empty to publish at once.",
            value: &self.publish_on,
            faults: &self.faults,
        };
        html! {
            section class="il-section" aria-labelledby="decision" {
                h2 id="decision" { "Your decision" }
                @match &self.decide {
                    Err(why) => p { (why) },
                    Ok(()) => (form(&self.shell, &self.listing.at("/review"), &html! {
                        (self.listing.version_field())
                        (lines(&message, 4))
                        (line(&day, "date", "off"))
                        div class="il-form__end" {
                            button class="usa-button il-next" type="submit" name="decision" value="approve" { "Approve and publish" }
                            " "
                            button class="usa-button usa-button--outline" type="submit" name="decision" value="changes" { "Ask for changes" }
                            " "
                            button class="usa-button usa-button--outline" type="submit" name="decision" value="reject" { "Reject" }
                        }
                    })),
                }
            }
        }
    }
}
