//! `/categories` and `/categories/{slug}`: what a category means and holds.

use super::{StatementRow, home::CategoryCount};
use crate::{
    components::{
        offering_row::{OfferingRow, offering_rows},
        references::{BodyRef, CategoryRef},
    },
    href,
    linked_data::{LinkedData, Trail},
    shell::{Head, Shell},
    words::{and, counted, grouped, written},
};
use maud::{Markup, Render, html};

/// One category.
#[derive(Clone, Debug)]
pub struct CategoryPage {
    /// What stands around.
    pub shell: Shell,
    /// The category.
    pub category: CategoryRef,
    /// The first-level category it stands under.
    pub parent: Option<CategoryRef>,
    /// What belongs to it.
    pub meaning: String,
    /// Words of the trade explained.
    pub words: Vec<WordEntry>,
    /// Other words and phrases for it.
    pub synonyms: Vec<String>,
    /// Second-level categories under it.
    pub children: Vec<CategoryCount>,
    /// How many offerings it holds.
    pub offering_total: u64,
    /// The first of them.
    pub offerings: Vec<OfferingRow>,
    /// Who said that it does not offer this.
    pub statements: Vec<NoSaid>,
}

/// A word of the trade.
#[derive(Clone, Debug, Default)]
pub struct WordEntry {
    /// The word: `EDR`.
    pub word: String,
    /// What it stands for.
    pub means: String,
}

/// All categories of both levels.
#[derive(Clone, Debug)]
pub struct CategoriesPage {
    /// What stands around.
    pub shell: Shell,
    /// First-level categories, in order.
    pub categories: Vec<CategoryEntry>,
}

/// A first-level category with its second level.
#[derive(Clone, Debug, Default)]
pub struct CategoryEntry {
    /// The category.
    pub category: CategoryCount,
    /// Second-level categories under it.
    pub children: Vec<CategoryCount>,
}

impl Render for CategoryPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: &self.category.name,
            description: &self.meaning,
            search_box: true,
        };
        let shell = &self.shell;
        let home = Trail::from_home(shell).to(shell, "Categories", "/categories");
        let way = self.parent.iter().chain([&self.category]);
        let trail = way.fold(home, |trail, category| {
            trail.to(shell, &category.name, &href::category(&category.slug, None))
        });
        let about = LinkedData::of(&trail, []);
        self.shell.document_about(
            &head,
            &about,
            &html! {
                p class="il-kicker" {
                    a href=(href::with_for("/categories", self.shell.key())) { "Categories" }
                    @if let Some(parent) = &self.parent {
                        " › " a href=(href::category(&parent.slug, self.shell.key())) { (parent.name) }
                    }
                }
                h1 { (self.category.name) }
                p class="il-lead" { (self.meaning) }
                (self.children())
                (self.words())
                (self.offerings())
                (self.statements())
                p {
                    a href=(href::partners(Some(&self.category.slug), self.shell.key())) {
                        "Who could do this with you"
                    }
                }
            },
        )
    }
}

/// A body's dated no in the category.
#[derive(Clone, Debug)]
pub struct NoSaid {
    /// Who said it.
    pub body: BodyRef,
    /// What it said.
    pub row: StatementRow,
}

impl CategoryPage {
    fn statements(&self) -> Markup {
        html! {
            @if !self.statements.is_empty() {
                section class="il-section" aria-labelledby="statements" {
                    h2 id="statements" { "Who said that it does not offer this" }
                    ul class="il-plain il-ruled" {
                        @for said in &self.statements {
                            li {
                                (said.body) " to " (said.row.kinds)
                                @if said.row.category.slug != self.category.slug { ", " (said.row.category.name) }
                                ": said on " (written(said.row.said_on)) "."
                            }
                        }
                    }
                }
            }
        }
    }

    fn children(&self) -> Markup {
        html! {
            @if !self.children.is_empty() {
                section class="il-section" aria-labelledby="children" {
                    h2 id="children" { "In detail" }
                    (category_list(&self.shell, &self.children))
                }
            }
        }
    }

    fn words(&self) -> Markup {
        html! {
            @if !self.words.is_empty() || !self.synonyms.is_empty() {
                section class="il-section" aria-labelledby="words" {
                    h2 id="words" { "Words explained" }
                    @if !self.words.is_empty() {
                        dl class="il-defs" {
                            @for entry in &self.words {
                                div class="il-defs__row" { dt { (entry.word) } dd { (entry.means) } }
                            }
                        }
                    }
                    @if !self.synonyms.is_empty() { p class="il-muted" { "Also searched as " (and(&self.synonyms)) "." } }
                }
            }
        }
    }

    fn offerings(&self) -> Markup {
        let all = format!("/search?category={}", href::escape(&self.category.slug));
        html! {
            section class="il-section" aria-labelledby="offerings" {
                h2 id="offerings" { (counted(self.offering_total, "offering", "offerings")) }
                @if self.offerings.is_empty() {
                    p { "Nothing is listed here yet. Ask the CIO office of your state: its answer helps every government of your kind." }
                } @else {
                    (offering_rows(&self.shell, &self.offerings))
                }
                @if self.offering_total > self.offerings.len() as u64 {
                    p { a href=(href::with_for(&all, self.shell.key())) { "All " (grouped(self.offering_total)) " offerings, with filters" } }
                }
            }
        }
    }
}

impl Render for CategoriesPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Categories",
            description: "What governments share, join or buy, by category.",
            search_box: true,
        };
        self.shell.document(
            &head,
            &html! {
                h1 { "Categories" }
                div class="il-category-list" {
                    @for entry in &self.categories {
                        section aria-labelledby=(entry.category.slug) {
                            h2 id=(entry.category.slug) {
                                a href=(href::category(&entry.category.slug, self.shell.key())) { (entry.category.name) }
                                " " span class="il-count" { (grouped(entry.category.offering_count)) }
                            }
                            p class="il-muted" { (entry.category.meaning) }
                            @if !entry.children.is_empty() { (category_list(&self.shell, &entry.children)) }
                        }
                    }
                }
            },
        )
    }
}

fn category_list(shell: &Shell, categories: &[CategoryCount]) -> Markup {
    html! {
        ul class="il-categories il-categories--small" {
            @for category in categories {
                li {
                    a href=(href::category(&category.slug, shell.key())) { (category.name) }
                    span class="il-count" { (counted(category.offering_count, "offering", "offerings")) }
                }
            }
        }
    }
}
