//! `/offerings/{slug}/checklist`: what the procurement file has to hold, and what of
//! it the entry shows.

use super::DocumentRow;
use crate::{
    components::{
        mark::{Shape, mark},
        references::{BodyRef, SourceRef, outside_link},
    },
    href,
    shell::{Head, Shell},
    words::{and, counted},
};
use interlocal_catalog::diligence::{Proof, Standing};
use maud::{Markup, Render, html};

/// One thing of the file.
#[derive(Clone, Debug)]
pub struct ChecklistRow {
    /// Which one.
    pub proof: Proof,
    /// Where it stands, as a word.
    pub standing: &'static str,
    /// Whether the buyer still has to get it.
    pub open: bool,
    /// Documents that show it.
    pub documents: Vec<DocumentRow>,
    /// What is said of it without a document.
    pub words: String,
}

impl ChecklistRow {
    /// The row without its documents.
    pub fn new(proof: Proof, standing: &Standing<'_>) -> Self {
        Self {
            proof,
            standing: standing.label(),
            open: standing.is_open(),
            documents: Vec::new(),
            words: match standing {
                Standing::Stated(words) => words.clone(),
                Standing::NotNeeded(why) => (*why).to_owned(),
                _ => String::new(),
            },
        }
    }

    fn shape(&self) -> Option<Shape> {
        match (self.open, self.documents.is_empty(), self.words.is_empty()) {
            (false, false, _) => Some(Shape::Check),
            (true, _, false) => Some(Shape::Ring),
            (true, _, true) => Some(Shape::Open),
            (false, true, _) => None,
        }
    }
}

/// The checklist of an offering.
#[derive(Clone, Debug)]
pub struct ChecklistPage {
    /// What stands around.
    pub shell: Shell,
    /// Slug of the offering.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its provider.
    pub provider: BodyRef,
    /// Slug of its category.
    pub category: String,
    /// The number of its edition.
    pub edition: u32,
    /// Where the entry was read.
    pub source: SourceRef,
    /// The rows; none where it is no contract that others buy on.
    pub rows: Option<Vec<ChecklistRow>>,
    /// Documents that do not say what they show.
    pub unmarked: Vec<DocumentRow>,
    /// Where the reader can say it for them, as an editor of the provider.
    pub mark_href: Option<String>,
    /// Whether federal funds pay, as the reader said.
    pub federal_funds: Option<bool>,
}

impl Render for ChecklistPage {
    fn render(&self) -> Markup {
        let title = format!("Due-diligence checklist – {}", self.title);
        let head = Head {
            title: &title,
            description: &title,
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                p class="il-kicker" { a href=(href::offering(&self.slug, self.shell.key())) { (self.title) } }
                h1 { "Due-diligence checklist" }
                p {
                    "From " (self.provider) ", edition " (self.edition) ". "
                    span class="il-muted" { (self.source) }
                }
                @match &self.rows {
                    Some(rows) => { (self.question()) (self.summary(rows)) (table(rows)) (self.unmarked()) (self.request(rows)) },
                    None => p {
                        "This is no contract that others buy on, so there is no purchase to document. "
                        "Where an agreement is needed, " a href="/templates" { "the templates" } " are a beginning."
                    },
                }
            },
        )
    }
}

impl ChecklistPage {
    /// Whether federal funds pay; the state comes with the chosen government.
    fn question(&self) -> Markup {
        let option = |value: &str, label: &str, chosen: bool| {
            html! { option value=(value) selected[chosen] { (label) } }
        };
        html! {
            form class="il-ask-line il-no-print" method="get" action={ "/offerings/" (href::escape(&self.slug)) "/checklist" } {
                @if let Some(key) = self.shell.key() { input type="hidden" name="for" value=(key); }
                label class="usa-label" for="federal" { "Do federal funds pay for any of it?" }
                select class="usa-select" id="federal" name="federal" {
                    (option("", "Not known", self.federal_funds.is_none()))
                    (option("yes", "Yes", self.federal_funds == Some(true)))
                    (option("no", "No", self.federal_funds == Some(false)))
                }
                button class="usa-button usa-button--outline" type="submit" { "Show" }
            }
            @if self.shell.chosen.is_none() {
                p { a href=(href::picker(&self.shell.path)) { "Choose your government" } " to see whether your own state has signed." }
            }
        }
    }

    fn summary(&self, rows: &[ChecklistRow]) -> Markup {
        let open: Vec<String> = labels(rows);
        html! {
            @if open.is_empty() {
                p { strong { "Everything that is needed is shown." } " Read the documents before you rely on them." }
            } @else {
                p {
                    strong { (open.len()) " of " (rows.len()) " still to get: " }
                    (and(&open)) "."
                }
            }
        }
    }

    /// Documents of the entry that no row of the table can name.
    fn unmarked(&self) -> Markup {
        let count = self.unmarked.len() as u64;
        let verb = if count == 1 { "does" } else { "do" };
        html! {
            @if count > 0 {
                section class="il-prose il-checklist__more" aria-labelledby="unmarked" {
                    h2 id="unmarked" { "Documents that do not say what they show" }
                    p class="il-prose" {
                        (counted(count, "document", "documents")) " of this entry " (verb)
                        " not say what " (if count == 1 { "it shows" } else { "they show" })
                        " a procurement file. Read before you ask: what is missing above may stand there."
                    }
                    ul { @for document in &self.unmarked { li { (linked(document)) } } }
                    @match &self.mark_href {
                        Some(to) => p class="il-no-print" {
                            a href=(to) { "Say what each of them shows" }
                            ": mark it under “What it shows a procurement file”, and publish the edition."
                        },
                        None => p class="il-no-print il-muted" { "An editor of " (self.provider.name) " can say it in the documents of the listing." },
                    }
                }
            }
        }
    }

    /// What to write to the lead.
    fn request(&self, rows: &[ChecklistRow]) -> Markup {
        let open = labels(rows);
        html! {
            @if !open.is_empty() {
                section class="il-prose" aria-labelledby="request" {
                    h2 id="request" { "What to ask for" }
                    blockquote class="il-quote" {
                        "For our procurement file on “" (self.title) "” we still need: " (and(&open))
                        ". Please send us copies, or tell us where they are published and who holds the official copy."
                    }
                    p class="il-no-print" {
                        a href=(href::ask(Some(&self.provider.slug), Some(&self.category), self.shell.key(), Some(&self.slug))) {
                            "Ask " (self.provider.name)
                        }
                    }
                }
            }
        }
    }
}

fn labels(rows: &[ChecklistRow]) -> Vec<String> {
    rows.iter()
        .filter(|row| row.open)
        .map(|row| row.proof.label().to_lowercase().replace("cfr", "CFR"))
        .collect()
}

fn table(rows: &[ChecklistRow]) -> Markup {
    html! {
        div class="il-scroll" tabindex="0" role="region" aria-label="Checklist" {
            table class="usa-table usa-table--borderless il-checklist" {
                thead { tr { th scope="col" { "For the file" } th scope="col" { "Where it stands" } th scope="col" { "What shows it" } } }
                tbody {
                    @for row in rows {
                        tr {
                            th scope="row" { (row.proof.label()) div class="il-muted" { (row.proof.purpose()) } }
                            td {
                                @match row.shape() {
                                    Some(shape) => span class={ "il-standing " (shape.tone()) } { (mark(shape)) " " (row.standing) },
                                    None => (row.standing),
                                }
                            }
                            td { (shown(row)) }
                        }
                    }
                }
            }
        }
    }
}

fn linked(document: &DocumentRow) -> Markup {
    html! {
        @if href::is_inside(&document.url) { a href=(document.url) { (document.title) } }
        @else { (outside_link(&document.url, &document.title)) }
        @if !document.about.is_empty() { ", " (document.about) }
    }
}

fn shown(row: &ChecklistRow) -> Markup {
    html! {
        @for document in &row.documents {
            div { (linked(document)) }
        }
        @if !row.words.is_empty() { (row.words) }
        @if row.documents.is_empty() && row.words.is_empty() { span class="il-absent" { "Nothing in this entry" } }
    }
}
