//! `/jurisdictions`: the governments a name may mean.

use crate::{
    components::{
        pager::{Pager, pager},
        picker::{Picker, form},
        references::CategoryRef,
    },
    href,
    shell::{Head, Shell},
    words::{capitalized, counted, grouped},
};
use maud::{Markup, Render, html};

/// The answer to the plain picker form.
#[derive(Clone, Debug)]
pub struct JurisdictionListPage {
    /// What stands around.
    pub shell: Shell,
    /// The words asked; empty when nothing was asked yet.
    pub query: String,
    /// The category that the person wants the answer for.
    pub category: Option<CategoryRef>,
    /// The path to come back to with the choice; must stay inside the portal.
    pub next: Option<String>,
    /// How many governments fit.
    pub total: u64,
    /// How many of them bear exactly this name; they stand first.
    pub exact_total: u64,
    /// This page of them.
    pub rows: Vec<JurisdictionRow>,
    /// From page to page.
    pub pager: Pager,
}

/// One government.
#[derive(Clone, Debug, Default)]
pub struct JurisdictionRow {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its kind or legal type: `township`, `city`.
    pub kind_label: String,
    /// The county it lies in.
    pub county: Option<String>,
    /// The name of its state.
    pub state: String,
    /// People.
    pub population: Option<u64>,
    /// Year of the population.
    pub population_year: Option<u16>,
    /// Why it is no government or one with another.
    pub status_note: Option<String>,
}

impl Render for JurisdictionListPage {
    fn render(&self) -> Markup {
        let title = if self.query.is_empty() {
            "Choose your government".to_owned()
        } else {
            format!("Governments called “{}”", self.query)
        };
        let head = Head {
            title: &title,
            description: "Choose the government you work for, to see what it may use.",
            search_box: false,
        };
        let next = self.next.as_deref().filter(|path| href::is_inside(path));
        let picker = Picker {
            id: "list",
            label: "Name of your government",
            query: &self.query,
            next,
        };
        self.shell.document(
            &head,
            &html! {
                h1 { "Choose your government" }
                (form(&self.shell, &picker, "Find"))
                @if !self.query.is_empty() { (self.found(next)) }
                (self.holes())
            },
        )
    }
}

impl JurisdictionListPage {
    fn found(&self, next: Option<&str>) -> Markup {
        html! {
            p role="status" class="il-found" {
                @match self.total {
                    0 => { "No government fits “" (self.query) "”. Check the spelling, leave the state away, or try the county." }
                    1 => { "One government fits “" (self.query) "”." }
                    many => {
                        (grouped(many)) " governments fit “" (self.query) "”"
                        @if self.exact_total > 0 && self.exact_total < many {
                            "; the first " (grouped(self.exact_total)) " by their exact name"
                        }
                        "."
                    }
                }
            }
            @if !self.rows.is_empty() {
                ul class="il-rows" {
                    @for row in &self.rows { (self.row(row, next)) }
                }
                (pager(&self.shell, &self.pager))
            }
        }
    }

    fn row(&self, row: &JurisdictionRow, next: Option<&str>) -> Markup {
        let chosen = href::with_for(&href::jurisdiction(&row.key), Some(&row.key));
        let sheet = match &self.category {
            Some(category) => format!("{chosen}#{}", category.slug),
            None => chosen,
        };
        let target = next.map_or(sheet.clone(), |path| href::with_for(path, Some(&row.key)));
        html! {
            li class="il-row" {
                h2 class="il-row__title" { a href=(target) { (row.name) ", " (row.state) } }
                p class="il-row__body" {
                    (capitalized(&row.kind_label))
                    @if let Some(county) = &row.county { " in " (county) }
                    " · "
                    @match row.population {
                        Some(people) => {
                            (counted(people, "person", "people"))
                            @if let Some(year) = row.population_year { " (" (year) ")" }
                        }
                        None => "population not stated",
                    }
                }
                @if let Some(note) = &row.status_note { p class="il-row__summary" { (note) } }
                @if next.is_some() { p class="il-row__summary" { a href=(sheet) { "Answer sheet of " (row.name) } } }
            }
        }
    }

    fn holes(&self) -> Markup {
        html! {
            section class="il-section il-prose" aria-labelledby="missing" {
                h2 id="missing" { "Not on the list?" }
                p {
                    "Special districts and tribal governments are not in the data. Choose the county or the "
                    "state you lie in: the answers are then for your area, not for your kind of government, "
                    "so check “Who can use this” on each offering."
                }
            }
        }
    }
}
