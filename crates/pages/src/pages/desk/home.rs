//! The desks of a person, and the listings of a body by status.

use crate::{
    components::{
        desk_head::desk_head,
        pager::{Pager, pager},
        references::BodyRef,
    },
    href,
    shell::{Head, Shell},
    words::{capitalized, counted, grouped, written},
};
use chrono::NaiveDate;
use maud::{Markup, Render, html};

/// A body that the reader belongs to.
#[derive(Clone, Debug, Default)]
pub struct DeskBody {
    /// The body.
    pub body: BodyRef,
    /// What the reader is in it.
    pub role: String,
}

/// The bodies of the reader.
#[derive(Clone, Debug, Default)]
pub struct DeskIndexPage {
    /// What stands around.
    pub shell: Shell,
    /// The bodies.
    pub bodies: Vec<DeskBody>,
}

/// A listing of a body.
#[derive(Clone, Debug)]
pub struct DeskListingRow {
    /// Its slug.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its category.
    pub category: String,
    /// What else there is to know: `Edition 2 is public`.
    pub notes: Vec<String>,
    /// When it last changed.
    pub changed_on: NaiveDate,
    /// Whether it is with a reviewer.
    pub in_review: bool,
}

/// Listings that stand at the same place.
#[derive(Clone, Debug)]
pub struct DeskShelf {
    /// Its id on the page.
    pub id: &'static str,
    /// Where they stand.
    pub label: &'static str,
    /// How many there are.
    pub count: u64,
    /// Whether they alone are shown.
    pub chosen: bool,
    /// Those of this page.
    pub rows: Vec<DeskListingRow>,
}

/// The desk of a body.
#[derive(Clone, Debug)]
pub struct DeskPage {
    /// What stands around.
    pub shell: Shell,
    /// The body.
    pub body: BodyRef,
    /// Its listings by where they stand.
    pub shelves: Vec<DeskShelf>,
    /// Whether the reader may write.
    pub may_edit: bool,
    /// From one page to the next.
    pub pager: Pager,
}

impl Render for DeskIndexPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Your desk",
            description: "The bodies you belong to.",
            search_box: false,
        };
        let steward = self.shell.reader.as_ref().is_some_and(|r| r.steward);
        self.shell.document(
            &head,
            &html! {
                h1 { "Your desk" }
                @if self.bodies.is_empty() {
                    p { "You do not belong to a body yet." }
                    p {
                        "Find the body that you work for and ask to join it. If your address is on a "
                        "domain that the body has approved, you belong to it as soon as you have confirmed it."
                    }
                    p { a class="usa-button" href="/join" { "Find your body" } }
                }
                @else {
                    ul class="il-plain il-ruled" {
                        @for entry in &self.bodies {
                            li {
                                a href={ "/desk/" (href::escape(&entry.body.slug)) } { (entry.body.name) }
                                " – " (capitalized(&entry.role))
                            }
                        }
                    }
                }
                @if steward {
                    p { "As a portal steward you see the desk of every body: open it from the body’s page." }
                }
            },
        )
    }
}

impl Render for DeskPage {
    fn render(&self) -> Markup {
        let title = format!("Desk of {}", self.body.name);
        let head = Head {
            title: &title,
            description: &title,
            search_box: false,
        };
        let desk = format!("/desk/{}", href::escape(&self.body.slug));
        self.shell.document(
            &head,
            &html! {
                (desk_head(&self.body, "", "Listings"))
                @if self.may_edit {
                    p { a class="usa-button il-next" href={ (desk) "/new" } { "Write a listing" } }
                }
                (self.counts(&desk))
                @if self.shelves.iter().all(|shelf| shelf.count == 0) {
                    p { "Nothing is listed yet." }
                } @else if self.shelves.iter().all(|shelf| shelf.rows.is_empty()) {
                    p { "No listing stands here." }
                }
                @for shelf in self.shelves.iter().filter(|shelf| !shelf.rows.is_empty()) {
                    section class="il-section" aria-labelledby=(shelf.id) {
                        h2 id=(shelf.id) { (shelf.label) " " span class="il-muted" { "(" (counted(shelf.count, "listing", "listings")) ")" } }
                        ul class="il-plain il-ruled" {
                            @for row in &shelf.rows { (listing(&desk, row)) }
                        }
                    }
                }
                (pager(&self.shell, &self.pager))
            },
        )
    }
}

impl DeskPage {
    fn counts(&self, desk: &str) -> Markup {
        let chosen = self.shelves.iter().any(|shelf| shelf.chosen);
        let all: u64 = self.shelves.iter().map(|shelf| shelf.count).sum();
        html! {
            nav aria-label="Listings by status" {
                ul class="il-counts" {
                    li { a href=(desk) aria-current=[(!chosen).then_some("page")] { "All: " (grouped(all)) } }
                    @for shelf in &self.shelves {
                        li {
                            @if shelf.count == 0 { (shelf.label) ": 0" }
                            @else {
                                a href={ (desk) "?status=" (shelf.id) } aria-current=[shelf.chosen.then_some("page")] {
                                    (shelf.label) ": " (grouped(shelf.count))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn listing(desk: &str, row: &DeskListingRow) -> Markup {
    let end = if row.in_review { "/review" } else { "" };
    html! {
        li {
            a href={ (desk) "/offerings/" (href::escape(&row.slug)) (end) } { (row.title) }
            p class="il-muted" {
                (row.category) " · changed on " (written(row.changed_on))
                @for note in &row.notes { " · " (note) }
            }
        }
    }
}
