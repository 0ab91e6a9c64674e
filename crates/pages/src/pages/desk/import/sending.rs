//! Sending a file, what lies on the desk, and past imports.

use super::{Becomes, Intake};
use crate::{
    components::{
        done::done,
        error_summary::{FieldFault, error_summary},
        form::{Field, button_form, file, token},
        form_items::{FormItem, form_items},
        pager::{Pager, pager},
    },
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

/// Where files are taken in.
#[derive(Clone, Debug)]
pub struct ImportDeskPage {
    /// What stands around.
    pub shell: Shell,
    /// Whose files they are.
    pub intake: Intake,
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
    /// From one page of both to the next.
    pub pager: Pager,
}

impl Render for ImportDeskPage {
    fn render(&self) -> Markup {
        let title = match &self.intake {
            Intake::Desk(body) => format!("Import – {}", body.name),
            Intake::Stewards => "Imports for everybody".to_owned(),
        };
        let head = Head {
            title: &title,
            description: "Lists of the field become drafts of the body.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (self.intake.head("Import"))
                (done(self.said.as_deref()))
                (error_summary(&self.faults))
                @if let Some(refused) = &self.refused {
                    section class="il-faults" role="alert" tabindex="-1" aria-labelledby="refused" {
                        h2 id="refused" { "Not undone" }
                        p { (refused) }
                    }
                }
                @if let (1.., Some((_, address))) = (self.proposal_count, self.intake.made(Becomes::Proposals)) {
                    p class="il-notice" {
                        a href=(address) {
                            (counted(self.proposal_count, "fact waits", "facts wait")) " for you to confirm"
                        }
                    }
                }
                (self.send())
                (self.waiting())
                (self.past())
                (pager(&self.shell, &self.pager))
            },
        )
    }
}

impl ImportDeskPage {
    fn send(&self) -> Markup {
        let about = match self.intake {
            Intake::Desk(_) => {
                "A list becomes drafts: nothing is published, and what your body has confirmed is never changed. "
            }
            Intake::Stewards => {
                "What concerns every body: facts of the FedRAMP marketplace wait for people to confirm them, \
                the .gov registry suggests domains, and a Gazetteer file adds governments and corrects their names. "
            }
        };
        let field = Field {
            name: "file",
            label: "File",
            hint: match self.intake {
                Intake::Desk(_) => "CSV, XLSX, JSON or ZIP, at most 50 MB.",
                Intake::Stewards => "JSON, CSV or text, at most 50 MB.",
            },
            value: "",
            faults: &self.faults,
        };
        html! {
            p class="il-prose" {
                (about)
                "You see row by row what would be done before anything is written."
            }
            form class="il-form" method="post" enctype="multipart/form-data" action=(self.intake.files()) {
                (token(&self.shell))
                (file(&field))
                (form_items(&self.items, &self.faults))
                button class="usa-button il-next" type="submit" { "Send the file" }
            }
        }
    }

    fn waiting(&self) -> Markup {
        let files = self.intake.files();
        html! {
            @if !self.files.is_empty() {
                section class="il-section" aria-labelledby="files" {
                    h2 id="files" { "Files that wait" }
                    ul class="il-plain il-ruled" {
                        @for row in &self.files {
                            li {
                                a href={ (files) "/" (row.id) } { (row.file_name) } " – " (row.stands)
                                p class="il-muted" { "Source “" (row.source) "”, sent " (moment(row.sent_at)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn past(&self) -> Markup {
        let what = match self.intake {
            Intake::Desk(_) => {
                "New drafts go, and rewritten ones say again what they said before. \
                Where somebody has written on a draft since, nothing is undone."
            }
            Intake::Stewards => {
                "What was new goes, and the rest is again what it was. \
                Where somebody relies on it already, nothing is undone."
            }
        };
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
                                        p { (what) }
                                        (button_form(&self.shell, &self.intake.undo(row.id), &format!("Undo import {}", row.id)))
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
