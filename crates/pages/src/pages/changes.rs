//! `/offerings/{slug}/changes`: what changed between two editions.

use crate::{
    components::folded::folded,
    href,
    shell::{Head, Shell},
    words::written,
};
use chrono::NaiveDate;
use maud::{Markup, Render, html};
use std::collections::HashSet;

/// A field that differs, with what both sides say, line by line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeRow {
    /// The field.
    pub field: String,
    /// What the old one says.
    pub old: Vec<String>,
    /// What the new one says.
    pub new: Vec<String>,
}

/// What changed.
#[derive(Clone, Debug)]
pub struct ChangesPage {
    /// What stands around.
    pub shell: Shell,
    /// Slug of the offering.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Number and day of the older edition.
    pub from: (u32, NaiveDate),
    /// Number and day of the newer edition.
    pub to: (u32, NaiveDate),
    /// The newest edition's number.
    pub newest: u32,
    /// What differs.
    pub rows: Vec<ChangeRow>,
}

impl Render for ChangesPage {
    fn render(&self) -> Markup {
        let title = format!("What changed – {}", self.title);
        let head = Head {
            title: &title,
            description: &title,
            search_box: true,
        };
        let (from, to) = (self.from, self.to);
        self.shell.document(
            &head,
            &html! {
                p class="il-kicker" { a href=(href::offering(&self.slug, self.shell.key())) { (self.title) } }
                h1 { "What changed" }
                p {
                    "Edition " (from.0) ", published on " (written(from.1))
                    ", beside edition " (to.0) ", published on " (written(to.1)) "."
                }
                @if self.rows.is_empty() { p { "Nothing that it says is different." } }
                @else {
                    (side_by_side(&self.rows, &format!("Edition {}", from.0), &format!("Edition {}", to.0)))
                }
                (self.others())
            },
        )
    }
}

impl ChangesPage {
    fn others(&self) -> Markup {
        let address = |from: u32, to: u32| {
            format!(
                "/offerings/{}/changes?from={from}&to={to}",
                href::escape(&self.slug)
            )
        };
        html! {
            @if self.newest > 2 {
                h2 { "Other editions" }
                ul {
                    @for number in (2..=self.newest).rev() {
                        li { a href=(address(number - 1, number)) { "From edition " (number - 1) " to edition " (number) } }
                    }
                }
            }
        }
    }
}

/// Two sides of every field that differs.
pub(crate) fn side_by_side(rows: &[ChangeRow], old: &str, new: &str) -> Markup {
    side_by_side_of(rows, (old, new), "What changed")
}

/// The same on a page with several of them, each with its own label.
pub(crate) fn side_by_side_of(rows: &[ChangeRow], (old, new): (&str, &str), label: &str) -> Markup {
    html! {
        div class="il-scroll" tabindex="0" role="region" aria-label=(label) {
            table class="usa-table usa-table--borderless il-changes il-stacked" {
                thead { tr { th scope="col" { "Field" } th scope="col" { (old) } th scope="col" { (new) } } }
                tbody {
                    @for row in rows {
                        tr {
                            th scope="row" { (row.field) }
                            td data-label=(old) { (said(&row.old, &row.new, "del")) }
                            td data-label=(new) { (said(&row.new, &row.old, "ins")) }
                        }
                    }
                }
            }
        }
    }
}

/// The lines of one side; those that the other lacks are marked.
fn said(lines: &[String], other: &[String], mark: &str) -> Markup {
    let other: HashSet<&String> = other.iter().collect();
    let said: Vec<Markup> = lines
        .iter()
        .map(|line| {
            html! {
                p {
                    @if other.contains(line) { (line) }
                    @else if mark == "del" { del { (line) } }
                    @else { ins { (line) } }
                }
            }
        })
        .collect();
    html! {
        @if lines.is_empty() { span class="il-absent" { "Not stated" } }
        (folded(&said))
    }
}
