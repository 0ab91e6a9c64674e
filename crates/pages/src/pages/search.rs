//! `/search`: facets on the left, results on the right.

use super::{
    no_results::{NoResults, no_results},
    search_result::{SearchResult, result},
};
use crate::{
    components::{
        chips::{Chip, chips},
        error_summary::{FieldFault, error_summary},
        facets::{Facet, facet},
        pager::{Pager, pager},
    },
    href,
    shell::{Head, Shell},
    words::{counted, grouped},
};
use maud::{Markup, Render, html};

/// The result list; the words asked stand in `shell.query`.
#[derive(Clone, Debug)]
pub struct SearchPage {
    /// What stands around.
    pub shell: Shell,
    /// How many offerings fit.
    pub total: u64,
    /// This page of them.
    pub results: Vec<SearchResult>,
    /// The left rail.
    pub facets: Vec<Facet>,
    /// Active filters.
    pub chips: Vec<Chip>,
    /// Active filters that have no control in the rail: name and value.
    pub kept: Vec<(String, String)>,
    /// Address of the same words without any filter.
    pub clear_href: String,
    /// The sorts that are useful here; with fewer than two none is shown.
    pub sorts: Vec<SortOption>,
    /// The switch for expired offerings; none where there is no expired one.
    pub expired: Option<ExpiredSwitch>,
    /// From page to page.
    pub pager: Pager,
    /// Other spelling that finds more: words and address.
    pub did_you_mean: Option<(String, String)>,
    /// Faults in the address.
    pub faults: Vec<FieldFault>,
    /// Ways on; used where nothing is found.
    pub ways_on: NoResults,
}

/// One way to sort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SortOption {
    /// The value in the address.
    pub value: String,
    /// The words on the page: `Best fit`.
    pub label: String,
    /// Whether it is active.
    pub selected: bool,
}

/// Whether expired offerings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpiredSwitch {
    /// Whether they are.
    pub on: bool,
    /// How many there are.
    pub count: u64,
}

impl Render for SearchPage {
    fn render(&self) -> Markup {
        let title = match self.shell.query.as_str() {
            "" => "All offerings".to_owned(),
            words => format!(
                "“{words}”: {}",
                counted(self.total, "offering", "offerings")
            ),
        };
        let head = Head {
            title: &title,
            description: "Offerings of states, regions and cooperatives for local governments.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                h1 { @if self.shell.query.is_empty() { "All offerings" } @else { "Search" } }
                (error_summary(&self.faults))
                form class="il-search" action="/search" method="get" role="search" {
                    (self.words())
                    div class="il-search__columns" {
                        (self.rail())
                        (self.list())
                    }
                }
            },
        )
    }
}

impl SearchPage {
    fn words(&self) -> Markup {
        html! {
            @if let Some(key) = self.shell.key() { input type="hidden" name="for" value=(key); }
            @for (name, value) in &self.kept { input type="hidden" name=(name) value=(value); }
            div class="il-search__words" {
                label class="usa-label" for="q" { "What are you looking for?" }
                div class="il-box" {
                    input class="usa-input" id="q" type="search" name="q" value=(self.shell.query)
                        maxlength="200" autocomplete="off" data-suggest="/api/v1/suggest" data-for=[self.shell.key()];
                    button class="usa-button" type="submit" { "Search" }
                }
                @if let Some((words, href)) = &self.did_you_mean {
                    p class="il-did-you-mean" { "Did you mean " a href=(href) { (words) } "?" }
                }
            }
        }
    }

    fn rail(&self) -> Markup {
        html! {
            details class="il-rail" open data-fold="" {
                summary { h2 class="il-rail__title" { "Filters" } }
                @for one in &self.facets { (facet(one)) }
                @if let Some(expired) = &self.expired {
                    fieldset class="il-facet" {
                        legend { "Expired" }
                        div class="usa-checkbox il-facet__option" {
                            input class="usa-checkbox__input" type="checkbox" id="f-expired" name="expired"
                                value="1" checked[expired.on];
                            label class="usa-checkbox__label" for="f-expired" {
                                "Show expired " span class="il-count" { "(" (grouped(expired.count)) ")" }
                            }
                        }
                    }
                }
                @if self.facets.is_empty() && self.expired.is_none() {
                    p class="il-muted" { "Nothing to filter here." }
                } @else {
                    button class="usa-button usa-button--outline" type="submit" { "Apply" }
                }
                @if !self.chips.is_empty() { p { a href=(self.clear_href) { "Clear all" } } }
            }
        }
    }

    fn list(&self) -> Markup {
        html! {
            div class="il-list" {
                div class="il-list__bar" {
                    p role="status" class="il-found" {
                        strong { (counted(self.total, "offering", "offerings")) }
                        @if let Some(chosen) = &self.shell.chosen { ", seen for " (chosen.name) }
                    }
                    (self.sort())
                }
                (chips(&self.shell, &self.chips, &self.clear_href))
                @if self.shell.chosen.is_none() {
                    p class="il-notice" {
                        a href=(href::picker(&self.shell.path)) { "Choose your government" }
                        " to see for each offering whether you may use it."
                    }
                }
                @if self.results.is_empty() && self.total > 0 {
                    p { "The list has no page " (grouped(self.pager.page)) "." }
                    (pager(&self.shell, &self.pager))
                } @else if self.results.is_empty() {
                    (no_results(&self.shell, &self.ways_on))
                } @else {
                    h2 class="usa-sr-only" { "Results" }
                    ul class="il-rows" { @for one in &self.results { (result(&self.shell, one)) } }
                    (pager(&self.shell, &self.pager))
                }
            }
        }
    }

    fn sort(&self) -> Markup {
        html! {
            @if self.sorts.len() > 1 && self.total > 1 {
                div class="il-sort" {
                    label for="sort" { "Sort by" }
                    select class="usa-select" id="sort" name="sort" {
                        @for sort in &self.sorts {
                            option value=(sort.value) selected[sort.selected] { (sort.label) }
                        }
                    }
                    button class="usa-button usa-button--outline" type="submit" { "Sort" }
                }
            }
        }
    }
}
