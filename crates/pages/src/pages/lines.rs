//! `/offerings/{slug}/lines`: what is bought under a contract, line by line.

use crate::{
    components::{
        contract_lines::{NumberedLine, contract_lines},
        pager::{Pager, pager},
    },
    href,
    shell::{Head, Shell},
    words::grouped,
};
use maud::{Markup, Render, html};

/// The lines of a contract that have the words that were asked for.
#[derive(Clone, Debug)]
pub struct LinesPage {
    /// What stands around.
    pub shell: Shell,
    /// The slug of the offering.
    pub slug: String,
    /// The title of the offering.
    pub title: String,
    /// The words that were asked for; empty for all.
    pub query: String,
    /// How many lines the contract has.
    pub all: u64,
    /// How many of them have the words.
    pub found: u64,
    /// This page of them.
    pub lines: Vec<NumberedLine>,
    /// From page to page.
    pub pager: Pager,
}

impl Render for LinesPage {
    fn render(&self) -> Markup {
        let title = format!("Lines of the contract – {}", self.title);
        let head = Head {
            title: &title,
            description: "What is bought under the contract, from whom, line by line.",
            search_box: false,
        };
        let offering = href::offering(&self.slug, self.shell.key());
        self.shell.document(
            &head,
            &html! {
                p class="il-kicker" { a href=(offering) { (self.title) } }
                h1 { "Lines of the contract" }
                (self.form())
                p role="status" class="il-found" { (self.count()) }
                @if !self.lines.is_empty() {
                    (contract_lines(&self.lines))
                    (pager(&self.shell, &self.pager))
                }
            },
        )
    }
}

impl LinesPage {
    fn form(&self) -> Markup {
        html! {
            form class="usa-search il-lines__search" role="search" method="get" action=(href::lines(&self.slug)) {
                @if let Some(key) = self.shell.key() { input type="hidden" name="for" value=(key); }
                label class="usa-label" for="line-words" { "Supplier, manufacturer, category, goods or number" }
                div class="il-lines__ask" {
                    input class="usa-input" type="search" id="line-words" name="q" maxlength="200" value=(self.query);
                    button class="usa-button" type="submit" { "Find lines" }
                }
            }
        }
    }

    fn count(&self) -> String {
        let all = grouped(self.all);
        match (self.query.is_empty(), self.found) {
            (true, _) if self.all == 1 => "One line.".to_owned(),
            (true, _) => format!("{all} lines."),
            (false, 0) => format!("None of {all} lines has “{}”.", self.query),
            (false, 1) => format!("One of {all} lines has “{}”.", self.query),
            (false, found) => {
                format!("{} of {all} lines have “{}”.", grouped(found), self.query)
            }
        }
    }
}
