//! `/states/{postal}`: the state's answers by kind of local government.

use crate::{
    components::{
        answer::AnswerMark,
        offering_row::{OfferingRow, offering_rows},
        references::{BodyRef, CategoryRef, SourceRef, outside_link},
    },
    href,
    linked_data::{LinkedData, Trail},
    shell::{Head, Shell},
    words::{capitalized, counted},
};
use interlocal_catalog::jurisdiction::Kind;
use maud::{Markup, Render, html};

/// The page of a state.
#[derive(Clone, Debug)]
pub struct StatePage {
    /// What stands around.
    pub shell: Shell,
    /// Postal code.
    pub postal: String,
    /// Its name.
    pub name: String,
    /// Its key as a jurisdiction.
    pub key: String,
    /// Its CIO office.
    pub cio: Option<BodyRef>,
    /// What the office says about serving local governments.
    pub serves_locals: Option<String>,
    /// A note on the office.
    pub note: Option<String>,
    /// Where the facts on the office were read.
    pub source: SourceRef,
    /// Whether local governments may buy from state contracts.
    pub buying: LocalBuying,
    /// Kinds of local government, the columns of the table.
    pub kinds: Vec<Kind>,
    /// One row a category.
    pub answers: Vec<StateAnswerRow>,
    /// How many offerings serve the state.
    pub offering_total: u64,
    /// The first of them.
    pub offerings: Vec<OfferingRow>,
}

/// Whether local governments may buy from state contracts.
#[derive(Clone, Debug, Default)]
pub struct LocalBuying {
    /// What is known; none where nothing is.
    pub answer: Option<AnswerMark>,
    /// In a sentence.
    pub words: String,
    /// The portal of state contracts: name and address.
    pub portal: Option<(String, String)>,
    /// The central purchasing office.
    pub office: Option<String>,
}

/// The answers for one category.
#[derive(Clone, Debug)]
pub struct StateAnswerRow {
    /// The category.
    pub category: CategoryRef,
    /// One cell a kind, in the order of `kinds`.
    pub cells: Vec<StateCell>,
}

/// One answer in the table.
#[derive(Clone, Debug)]
pub struct StateCell {
    /// The answer.
    pub answer: AnswerMark,
    /// Where its evidence stands.
    pub href: Option<String>,
}

impl Render for StatePage {
    fn render(&self) -> Markup {
        let title = format!("{}: what it offers its local governments", self.name);
        let description = format!(
            "Which services and contracts local governments in {} may use.",
            self.name
        );
        let head = Head {
            title: &title,
            description: &description,
            search_box: true,
        };
        let path = href::state(&self.postal);
        let trail = Trail::from_home(&self.shell).to(&self.shell, &self.name, &path);
        let about = LinkedData::of(&trail, []);
        self.shell.document_about(
            &head,
            &about,
            &html! {
                h1 { (self.name) }
                p class="il-facts" {
                    a href=(href::jurisdiction(&self.key)) { "Answer sheet of the state government itself" }
                }
                div class="il-two" { (self.office()) (self.buying()) }
                (self.answers())
                (self.offerings())
            },
        )
    }
}

impl StatePage {
    fn office(&self) -> Markup {
        html! {
            section aria-labelledby="office" {
                h2 id="office" { "The state CIO’s office" }
                @match &self.cio {
                    Some(office) => {
                        p class="il-strong" { (office) }
                        @if let Some(site) = &office.website { p { (outside_link(site, "Website of the office")) } }
                    }
                    None => p class="il-absent" { "Not stated" },
                }
                p { (self.serves_locals.as_deref().unwrap_or("Whether it serves local governments: not recorded – ask")) }
                @if let Some(note) = &self.note { p { (note) } }
                p class="il-muted" { (self.source) }
            }
        }
    }

    fn buying(&self) -> Markup {
        html! {
            section aria-labelledby="buying" {
                h2 id="buying" { "May local governments buy from state contracts?" }
                p { (self.buying.answer.unwrap_or(AnswerMark::NotRecorded)) }
                @if !self.buying.words.is_empty() { p { (self.buying.words) } }
                @if let Some((name, address)) = &self.buying.portal { p { (outside_link(address, name)) } }
                @if let Some(office) = &self.buying.office { p class="il-muted" { "Purchasing office: " (office) } }
            }
        }
    }

    fn answers(&self) -> Markup {
        html! {
            section class="il-section" aria-labelledby="answers" {
                h2 id="answers" { "Answers by kind of local government" }
                div class="il-scroll" tabindex="0" role="group" aria-labelledby="answers" {
                    table class="usa-table usa-table--borderless il-matrix" {
                        caption class="usa-sr-only" { "Answers of " (self.name) " by category and kind of government" }
                        thead {
                            tr {
                                th scope="col" { "Category" }
                                @for kind in &self.kinds { th scope="col" { (capitalized(kind.plural())) } }
                            }
                        }
                        tbody {
                            @for row in &self.answers {
                                tr {
                                    th scope="row" { a href=(href::category(&row.category.slug, Some(&self.key))) { (row.category.name) } }
                                    @for cell in &row.cells {
                                        td {
                                            @match &cell.href {
                                                Some(href) => a class="il-quiet" href=(href) { (cell.answer) },
                                                None => (cell.answer),
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
    }

    fn offerings(&self) -> Markup {
        let all = format!("/search?state={}", href::escape(&self.postal));
        html! {
            section class="il-section" aria-labelledby="offerings" {
                h2 id="offerings" { (counted(self.offering_total, "offering", "offerings")) " in " (self.name) }
                (offering_rows(&self.shell, &self.offerings))
                @if self.offering_total > self.offerings.len() as u64 {
                    p { a href=(href::with_for(&all, self.shell.key())) { "All offerings in " (self.name) } }
                }
            }
        }
    }
}
