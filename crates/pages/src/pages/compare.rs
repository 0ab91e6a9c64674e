//! `/compare`: editions side by side, in the order in which one decides.

use super::{compare_row::CompareRow, shortlist::memo_from};
use crate::{
    components::{
        error_summary::{FieldFault, error_summary},
        form::{Field, Source, name_line},
        references::BodyRef,
        size_form::SizeForm,
        star::star,
        tray::{MOST, change},
    },
    href,
    shell::{Head, Shell},
    words::{and, counted},
};
use maud::{Markup, Render, html};

/// Editions side by side.
#[derive(Clone, Debug)]
pub struct ComparePage {
    /// What stands around.
    pub shell: Shell,
    /// The editions, in order.
    pub editions: Vec<CompareHead>,
    /// What is not here, each in a sentence.
    pub not_here: Vec<String>,
    /// What else is to be known first, in sentences.
    pub notices: Vec<String>,
    /// Rows in the order of a decision.
    pub rows: Vec<CompareRow>,
    /// Whether rows that say the same of all are left out.
    pub differences_only: bool,
    /// Address of the same comparison with the other choice.
    pub switch_href: String,
    /// The size that costs are for; none where no price depends on one.
    pub size: Option<SizeForm>,
    /// Whether the costs can be compared, and why not, in sentences.
    pub comparable: Vec<String>,
    /// Others of the same category.
    pub others: Vec<CompareOther>,
    /// The form that adds an offering by its name.
    pub adding: CompareAdding,
    /// Where the comparison stays, with everything that was chosen.
    pub permalink: String,
    /// Address as CSV.
    pub csv: String,
    /// Address as a workbook.
    pub xlsx: String,
    /// What the tray would hold, where it holds something else.
    pub keep: Vec<String>,
}

/// The head of a column.
#[derive(Clone, Debug, Default)]
pub struct CompareHead {
    /// Its name in addresses: slug, or slug and edition.
    pub name: String,
    /// Its slug.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Who publishes it.
    pub provider: BodyRef,
    /// `Edition 2`.
    pub edition: String,
    /// That a newer one stands, and where the changes are.
    pub newer: Option<(String, String)>,
    /// Address of the comparison without it.
    pub without_href: String,
}

/// An offering that could be added.
#[derive(Clone, Debug, Default)]
pub struct CompareOther {
    /// Its slug.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Who publishes it.
    pub provider: String,
    /// Address of the comparison with it.
    pub with_href: String,
}

/// The form that adds an offering by its name.
#[derive(Clone, Debug, Default)]
pub struct CompareAdding {
    /// The comparison so far, as fields.
    pub hidden: Vec<(String, String)>,
    /// What was typed.
    pub typed: String,
    /// What that may mean.
    pub near: Vec<CompareOther>,
    /// What is wrong with it.
    pub faults: Vec<FieldFault>,
}

impl Render for ComparePage {
    fn render(&self) -> Markup {
        let names: Vec<String> = self.editions.iter().map(|e| e.title.clone()).collect();
        let title = match names.as_slice() {
            [] => "Compare offerings".to_owned(),
            names => format!("Compare {}", and(names)),
        };
        let head = Head {
            title: &title,
            description: "Offerings side by side: who may use them, what they cost, how they were competed.",
            search_box: true,
        };
        self.shell.document(
            &head,
            &html! {
                h1 { "Compare" }
                (error_summary(&self.faults()))
                (self.notes())
                @if self.editions.is_empty() { (self.empty()) (self.add_by_name()) }
                @else {
                    (self.context())
                    @if let Some(size) = &self.size {
                        section class="il-compare__size" aria-labelledby="size" {
                            h2 id="size" { "Cost at your size" }
                            (size.markup())
                        }
                    }
                    (self.costs_compare())
                    (self.bar())
                    (self.table())
                    (self.add())
                    (self.take_away())
                }
            },
        )
    }
}

impl ComparePage {
    fn faults(&self) -> Vec<FieldFault> {
        let size = self.size.iter().flat_map(|size| &size.faults);
        size.chain(&self.adding.faults).cloned().collect()
    }

    fn notes(&self) -> Markup {
        html! {
            @for sentence in self.not_here.iter().chain(&self.notices) {
                p class="il-notice" { (sentence) }
            }
        }
    }

    fn empty(&self) -> Markup {
        html! {
            div class="il-prose" {
                p {
                    "Put up to four offerings side by side: who may use them, what is left to do, what they \
                     cost at your size, how they were competed. Find them in the "
                    a href=(href::with_for("/search", self.shell.key())) { "search" }
                    " or under a "
                    a href=(href::with_for("/categories", self.shell.key())) { "category" }
                    ", and press “Compare” on each."
                }
            }
        }
    }

    fn context(&self) -> Markup {
        html! {
            p class="il-found" {
                @match &self.shell.chosen {
                    Some(chosen) => { "Seen for " a href=(href::jurisdiction(&chosen.key)) { (chosen.name) } "." },
                    None => {
                        "No government chosen: "
                        a href=(href::picker(&self.permalink)) { "choose yours" }
                        " to see who may use what."
                    }
                }
                @if self.editions.len() == 1 { " Add one more to compare." }
            }
        }
    }

    fn costs_compare(&self) -> Markup {
        html! {
            @if !self.comparable.is_empty() {
                div class="il-notice il-compare__costs" {
                    @for sentence in &self.comparable { p { (sentence) } }
                }
            }
        }
    }

    fn bar(&self) -> Markup {
        let same = self.rows.iter().filter(|row| row.is_same()).count() as u64;
        html! {
            @if self.editions.len() > 1 {
                p class="il-compare__switch" role="status" {
                    @if self.differences_only {
                        (counted(same, "row says", "rows say")) " the same of all and "
                        @if same == 1 { "is" } @else { "are" } " left out. "
                        a href=(self.switch_href) { "Show every row" }
                    } @else if same > 0 {
                        (counted(same, "row says", "rows say")) " the same of all. "
                        a href=(self.switch_href) { "Show differences only" }
                    }
                }
            }
        }
    }

    fn table(&self) -> Markup {
        let shown = |row: &&CompareRow| !self.differences_only || !row.is_same();
        html! {
            div class="il-compare__frame" role="region" aria-labelledby="compare-caption" tabindex="0" {
                table class={ "usa-table il-compare il-compare--" (self.editions.len()) } {
                    caption id="compare-caption" {
                        (counted(self.editions.len() as u64, "offering", "offerings")) " side by side"
                    }
                    thead {
                        tr {
                            th scope="col" { "Fact" }
                            @for edition in &self.editions { (self.head(edition)) }
                        }
                    }
                    tbody {
                        @for row in self.rows.iter().filter(shown) { (row.markup()) }
                    }
                }
            }
        }
    }

    fn head(&self, edition: &CompareHead) -> Markup {
        html! {
            th scope="col" {
                a class="il-compare__title" href=(href::offering(&edition.slug, self.shell.key())) { (edition.title) }
                div class="il-compare__about" {
                    (edition.provider) ", " (edition.edition)
                    @if let Some((words, address)) = &edition.newer {
                        " – " a href=(address) { (words) }
                    }
                }
                (star(&self.shell, &edition.slug, &edition.title))
                (self.come_back("remove", &edition.name, &edition.without_href, &html! {
                    button class="usa-button usa-button--unstyled il-compare__remove" type="submit" {
                        "Remove" span class="usa-sr-only" { " " (edition.title) " from this comparison" }
                    }
                }))
            }
        }
    }

    /// A form that changes the tray and leads to another comparison.
    fn come_back(&self, field: &str, name: &str, back: &str, button: &Markup) -> Markup {
        let there = Shell {
            path: back.to_owned(),
            reader: self.shell.reader.clone(),
            ..Shell::default()
        };
        change(&there, field, name, button)
    }

    fn add(&self) -> Markup {
        html! {
            @if self.editions.len() < MOST {
                section class="il-section il-compare__add" aria-labelledby="add-head" {
                    h2 id="add-head" { "Add another" }
                    (self.add_by_name())
                    @if !self.others.is_empty() {
                        h3 { "From the same category" }
                        (self.listed(&self.others))
                    }
                    p { "Or press “Compare” on any offering in the " a href=(href::with_for("/search", self.shell.key())) { "search" } "." }
                }
            }
        }
    }

    fn add_by_name(&self) -> Markup {
        let field = Field {
            name: "add",
            label: "Offering",
            hint: "Words of its title.",
            value: &self.adding.typed,
            faults: &self.adding.faults,
        };
        html! {
            form class="il-form" method="get" action="/compare" {
                @for (name, value) in &self.adding.hidden { input type="hidden" name=(name) value=(value); }
                (name_line(&field, Source::Offerings))
                button class="usa-button usa-button--outline" type="submit" { "Add it" }
            }
            (self.listed(&self.adding.near))
        }
    }

    fn listed(&self, others: &[CompareOther]) -> Markup {
        html! {
            @if !others.is_empty() {
                ul class="il-plain il-ruled" {
                    @for other in others {
                        li {
                            a href=(href::offering(&other.slug, self.shell.key())) { (other.title) }
                            " – " (other.provider)
                            (self.come_back("add", &other.slug, &other.with_href, &html! {
                                button class="usa-button usa-button--unstyled il-compare-button" type="submit" {
                                    "Add" span class="usa-sr-only" { " " (other.title) " to this comparison" }
                                }
                            }))
                        }
                    }
                }
            }
        }
    }

    fn take_away(&self) -> Markup {
        let slugs = self.editions.iter().map(|edition| edition.slug.as_str());
        html! {
            section class="il-section il-compare__take" aria-labelledby="take" {
                h2 id="take" { "Keep it" }
                ul class="il-plain" {
                    li { a href=(memo_from(slugs, self.shell.key())) { "Start a decision memo from it" } }
                    li { a href=(self.permalink) { "Link to this comparison" } }
                    li { a href=(self.csv) { "Download as CSV" } }
                    li { a href=(self.xlsx) { "Download as a workbook (XLSX)" } }
                }
                @if !self.keep.is_empty() {
                    form class="il-compare-form" method="post" action="/compare/tray" {
                        (crate::components::form::token(&self.shell))
                        @for name in &self.keep { input type="hidden" name="keep" value=(name); }
                        input type="hidden" name="back" value=(self.permalink);
                        button class="usa-button usa-button--outline" type="submit" { "Keep these to compare" }
                    }
                }
            }
        }
    }
}
