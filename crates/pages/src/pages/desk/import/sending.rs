//! Sending a file, what lies on the desk, and past imports.

use crate::{
    components::{
        desk_head::desk_head,
        done::done,
        error_summary::{FieldFault, error_summary},
        form::{Field, button_form, file, token},
        form_items::{FormItem, form_items},
        references::BodyRef,
    },
    href,
    shell::{Head, Shell},
    words::{counted, moment},
};
use chrono::{DateTime, Utc};
use maud::{Markup, Render, html};

/// A file on the desk.
#[derive(Clone, Debug)]
pub struct ImportFileRow {
    /// Its number.
    pub id: i32,
    /// What its sender calls it.
    pub file_name: String,
    /// The source that it is a file of.
    pub source: String,
    /// Where it stands, in words.
    pub stands: String,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
}

/// A past import.
#[derive(Clone, Debug)]
pub struct ImportBatchRow {
    /// Its number.
    pub id: i32,
    /// The source.
    pub source: String,
    /// The file.
    pub file_name: String,
    /// When it was begun.
    pub begun_at: DateTime<Utc>,
    /// Where it stands, in words.
    pub stands: String,
    /// Whether it can still be undone, as far as the list knows.
    pub undoable: bool,
}

/// The import desk of a body.
#[derive(Clone, Debug)]
pub struct ImportDeskPage {
    /// What stands around.
    pub shell: Shell,
    /// The body.
    pub body: BodyRef,
    /// The questions beside the file.
    pub items: Vec<FormItem>,
    /// What is wrong with what was sent.
    pub faults: Vec<FieldFault>,
    /// What was done just now.
    pub said: Option<String>,
    /// Why something was not done.
    pub refused: Option<String>,
    /// How many facts of sources wait for somebody to confirm them.
    pub proposal_count: u64,
    /// Files on the desk, the newest first.
    pub files: Vec<ImportFileRow>,
    /// Past imports, the newest first.
    pub batches: Vec<ImportBatchRow>,
}

impl Render for ImportDeskPage {
    fn render(&self) -> Markup {
        let title = format!("Import – {}", self.body.name);
        let head = Head {
            title: &title,
            description: "Lists of the field become drafts of the body.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (desk_head(&self.body, "/import", "Import"))
                (done(self.said.as_deref()))
                (error_summary(&self.faults))
                @if let Some(refused) = &self.refused {
                    section class="il-faults" role="alert" tabindex="-1" aria-labelledby="refused" {
                        h2 id="refused" { "Not undone" }
                        p { (refused) }
                    }
                }
                @if self.proposal_count > 0 {
                    p class="il-notice" {
                        a href={ "/desk/" (href::escape(&self.body.slug)) "/proposals" } {
                            (counted(self.proposal_count, "fact waits", "facts wait")) " for you to confirm"
                        }
                    }
                }
                (self.send())
                (self.waiting())
                (self.past())
            },
        )
    }
}

impl ImportDeskPage {
    fn send(&self) -> Markup {
        let action = format!("/desk/{}/import", href::escape(&self.body.slug));
        let field = Field {
            name: "file",
            label: "File",
            hint: "CSV, XLSX, JSON or ZIP, at most 50 MB.",
            value: "",
            faults: &self.faults,
        };
        html! {
            p class="il-prose" {
                "A list becomes drafts: nothing is published, and what your body has confirmed is never changed. "
                "You see row by row what would be done before anything is written."
            }
            form class="il-form" method="post" enctype="multipart/form-data" action=(action) {
                (token(&self.shell))
                (file(&field))
                (form_items(&self.items, &self.faults))
                button class="usa-button il-next" type="submit" { "Send the file" }
            }
        }
    }

    fn waiting(&self) -> Markup {
        let desk = format!("/desk/{}/import", href::escape(&self.body.slug));
        html! {
            @if !self.files.is_empty() {
                section class="il-section" aria-labelledby="files" {
                    h2 id="files" { "Files on the desk" }
                    ul class="il-plain il-ruled" {
                        @for row in &self.files {
                            li {
                                a href={ (desk) "/" (row.id) } { (row.file_name) } " – " (row.stands)
                                p class="il-muted" { "Source “" (row.source) "”, sent " (moment(row.sent_at)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn past(&self) -> Markup {
        let desk = format!("/desk/{}/imports", href::escape(&self.body.slug));
        html! {
            section class="il-section" aria-labelledby="past" {
                h2 id="past" { "Past imports" }
                @if self.batches.is_empty() {
                    p { "Nothing was taken in yet." }
                } @else {
                    ul class="il-plain il-ruled" {
                        @for row in &self.batches {
                            li {
                                "Import " (row.id) ": " (row.file_name) " – " (row.stands)
                                p class="il-muted" { "Source “" (row.source) "”, begun " (moment(row.begun_at)) }
                                @if row.undoable {
                                    details class="il-fold" {
                                        summary { "Undo" span class="usa-sr-only" { " import " (row.id) } }
                                        p {
                                            "New drafts go, and rewritten ones say again what they said before. "
                                            "Where somebody has written on a draft since, nothing is undone."
                                        }
                                        (button_form(&self.shell, &format!("{desk}/{}/undo", row.id), &format!("Undo import {}", row.id)))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
