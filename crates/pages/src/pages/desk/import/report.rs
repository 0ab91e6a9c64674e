//! What would become of the rows of a file, what became of them, and how far that is.

use super::ImportHead;
use crate::{
    components::{
        form::{button_form, form},
        pager::{Pager, pager},
    },
    shell::{Head, Shell},
    words::{capitalized, grouped},
};
use maud::{Markup, Render, html};

/// How many rows came out so.
#[derive(Clone, Debug)]
pub struct ImportTally {
    /// The word: `created`.
    pub word: String,
    /// How many.
    pub count: u64,
    /// Whether they alone are shown.
    pub chosen: bool,
}

/// A row of the report.
#[derive(Clone, Debug)]
pub struct ImportReportRow {
    /// Its line in the file.
    pub line: u64,
    /// Its column, from 1; 0 where it is the whole row.
    pub column: u64,
    /// What becomes of it, in a word.
    pub outcome: String,
    /// What it is known by among those of its source, in words.
    pub key: String,
    /// The slug of its listing; empty where there is none.
    pub listing: String,
    /// What its listing is called; empty where nothing says it.
    pub title: String,
    /// The value at fault.
    pub value: String,
    /// Why, and how to mend it.
    pub why: String,
}

/// Where a file stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportWork {
    /// It is read, or its drafts are written: whether the latter, and how many rows of
    /// how many are done.
    UnderWay(bool, u32, u32),
    /// What would be done.
    Checked,
    /// What was done, with the number of the import where something was new.
    Applied(Option<i32>),
    /// It cannot be taken in: why.
    Failed(String),
}

/// The report of a file.
#[derive(Clone, Debug)]
pub struct ImportReportPage {
    /// What stands around.
    pub shell: Shell,
    /// Which file.
    pub head: ImportHead,
    /// Where it stands.
    pub work: ImportWork,
    /// Whether its columns can be read otherwise.
    pub has_columns: bool,
    /// The counts.
    pub tallies: Vec<ImportTally>,
    /// What the reader should know of the file.
    pub notes: Vec<String>,
    /// Rows of this page.
    pub rows: Vec<ImportReportRow>,
    /// From one page to the next.
    pub pager: Pager,
}

impl Render for ImportReportPage {
    fn render(&self) -> Markup {
        let title = format!("{} – {}", self.heading(), self.head.file_name);
        let head = Head {
            title: &title,
            description: "What becomes of the rows of a file.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (self.head.intake.head(self.heading()))
                p class="il-facts" { (self.head.facts()) }
                @match &self.work {
                    ImportWork::UnderWay(writes, done, total) => { (self.progress(*writes, (*done, *total))) }
                    ImportWork::Failed(why) => { (self.failed(why)) }
                    ImportWork::Checked | ImportWork::Applied(_) => { (self.report()) }
                }
            },
        )
    }
}

impl ImportReportPage {
    fn heading(&self) -> &'static str {
        match self.work {
            ImportWork::UnderWay(false, ..) => "Reading the file",
            ImportWork::UnderWay(true, ..) => self.head.becomes.under_way(),
            ImportWork::Checked => "What would be done",
            ImportWork::Applied(_) => "What was done",
            ImportWork::Failed(_) => "The file cannot be taken in",
        }
    }

    fn progress(&self, writes: bool, (done, total): (u32, u32)) -> Markup {
        html! {
            section class="il-notice" data-progress="" aria-labelledby="progress" {
                p id="progress" role="status" {
                    @if total == 0 {
                        "The portal works on this file."
                    } @else {
                        (grouped(done.into())) " of " (grouped(total.into())) " rows are "
                        @if writes { "written." } @else { "looked at." }
                    }
                }
                @if total > 0 {
                    progress class="il-progress" max=(total) value=(done) aria-labelledby="progress" {}
                }
                p { a class="usa-button" href=(self.head.at("")) { "Look again" } }
                p class="il-muted" { "You may leave this page: the work goes on, and the file stays among the imports." }
            }
        }
    }

    fn failed(&self, why: &str) -> Markup {
        html! {
            section class="il-faults" role="alert" tabindex="-1" aria-labelledby="why" {
                h2 id="why" { "Nothing was taken in" }
                p { (capitalized(why)) "." }
            }
            p { "Mend the file and send it again" @if self.has_columns { ", or correct how its columns are read" } "." }
            (self.ways(false))
        }
    }

    fn report(&self) -> Markup {
        let checked = self.work == ImportWork::Checked;
        html! {
            @if let ImportWork::Applied(batch) = &self.work {
                p class="il-done" role="status" {
                    @match batch {
                        Some(batch) => (self.head.becomes.done(*batch)),
                        None => (self.head.becomes.nothing()),
                    }
                }
            }
            (self.counts())
            @if !self.notes.is_empty() {
                details class="il-fold" open[self.notes.len() < 4] {
                    summary { "To know of the file (" (self.notes.len()) ")" }
                    ul { @for note in &self.notes { li { (capitalized(note)) "." } } }
                }
            }
            (self.ways(checked))
            section class="il-section" aria-labelledby="rows" {
                h2 id="rows" { "Row by row" }
                p {
                    "Download all rows: " a href=(self.head.at("/report.csv")) { "CSV" } ", "
                    a href=(self.head.at("/report.json")) { "JSON" }
                }
                @if self.rows.is_empty() { p role="status" { "No row came out so." } }
                @else { (self.table()) }
                (pager(&self.shell, &self.pager))
            }
        }
    }

    /// The ways on: apply, read otherwise, give up.
    fn ways(&self, checked: bool) -> Markup {
        let applied = matches!(self.work, ImportWork::Applied(_));
        let made = self.head.intake.made(self.head.becomes);
        html! {
            div class="il-buttons" {
                @if checked {
                    (form(&self.shell, &self.head.at("/apply"), &html! {
                        button class="usa-button il-next" type="submit" { (self.head.becomes.order()) }
                    }))
                }
                @if applied {
                    @if let Some((words, address)) = made { a class="usa-button il-next" href=(address) { (words) } }
                    a class="usa-button usa-button--outline" href=(self.head.intake.files()) { "All imports" }
                } @else {
                    @if self.has_columns {
                        a class="usa-button usa-button--outline" href=(self.head.at("/columns")) { "Read the columns otherwise" }
                    }
                    (button_form(&self.shell, &self.head.at("/discard"), "Give the file up"))
                }
            }
        }
    }

    fn counts(&self) -> Markup {
        let all: u64 = self.tallies.iter().map(|tally| tally.count).sum();
        let chosen = self.tallies.iter().any(|tally| tally.chosen);
        html! {
            nav aria-label="Rows by outcome" {
                ul class="il-counts" {
                    li { a href=(self.head.at("")) aria-current=[(!chosen).then_some("page")] { "All rows: " (grouped(all)) } }
                    @for tally in &self.tallies {
                        li {
                            @if tally.count == 0 { (capitalized(&tally.word)) ": 0" }
                            @else {
                                a href={ (self.head.at("")) "?outcome=" (tally.word) } aria-current=[tally.chosen.then_some("page")] {
                                    (capitalized(&tally.word)) ": " (grouped(tally.count))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn table(&self) -> Markup {
        let has_listings = self.rows.iter().any(|row| !row.listing.is_empty());
        html! {
            div class="il-wide" tabindex="0" role="region" aria-label="Rows of the report" {
                table class="usa-table usa-table--borderless il-stacked il-cells" {
                    thead {
                        tr {
                            th scope="col" { "Line" } th scope="col" { "Outcome" } th scope="col" { "Row" }
                            @if has_listings { th scope="col" { "Listing" } }
                            th scope="col" { "Value" } th scope="col" { "Why, and how to mend it" }
                        }
                    }
                    tbody {
                        @for row in &self.rows {
                            tr {
                                td data-label="Line" { (row.line) @if row.column > 0 { ", column " (row.column) } }
                                td class="il-word" data-label="Outcome" { (capitalized(&row.outcome)) }
                                td data-label="Row" { (row.key) }
                                @if has_listings {
                                    td data-label="Listing" {
                                        @if !row.listing.is_empty() {
                                            a href=(self.head.intake.listing(&row.listing)) {
                                                @if row.title.is_empty() { (row.listing) } @else { (row.title) }
                                            }
                                        }
                                    }
                                }
                                td data-label="Value" { (row.value) }
                                td data-label="Why" { (row.why) }
                            }
                        }
                    }
                }
            }
        }
    }
}
