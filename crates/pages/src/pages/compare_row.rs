//! A row of a comparison: one fact, and what each edition says of it.

use super::{DocumentRow, UserRow};
use crate::{
    components::{
        confidence::ConfidenceTag,
        cost::{Figure, figure, figure_words},
        references::{SourceRef, outside_link},
        verdict::VerdictBadge,
    },
    href,
    words::written,
};
use chrono::NaiveDate;
use interlocal_catalog::cost::Cost;
use maud::{Markup, html};
use std::sync::Arc;

/// A fact side by side.
#[derive(Clone, Debug)]
pub struct CompareRow {
    /// What it is about; one row, one unit.
    pub label: String,
    /// What each edition says.
    pub cells: Vec<CompareCell>,
}

/// What an edition says of a fact.
#[derive(Clone, Debug)]
pub enum CompareCell {
    /// Nothing.
    NotStated,
    /// Words, a line each.
    Lines(Vec<String>),
    /// The verdict.
    Verdict {
        /// Its badge.
        badge: VerdictBadge,
        /// How well it is vouched for.
        confidence: ConfidenceTag,
        /// Why it is no better.
        reason: Option<String>,
    },
    /// A figure of its cost.
    Cost(Figure, Arc<Cost>),
    /// A day.
    Day(NaiveDate),
    /// Documents and links.
    Documents(Vec<DocumentRow>),
    /// Who uses it.
    Users {
        /// Those like the chosen government, the nearest first.
        alike: Vec<UserRow>,
        /// Whom else the record holds, in a sentence; may be empty.
        others: String,
        /// Users in the source's words.
        known: String,
    },
    /// Where it was read.
    Source(SourceRef),
}

impl CompareCell {
    /// Words, or that nothing is stated.
    pub fn words_of(text: &str) -> Self {
        match text.trim() {
            "" => CompareCell::NotStated,
            words => CompareCell::Lines(vec![words.to_owned()]),
        }
    }

    /// Lines, or that nothing is stated.
    pub fn lines_of(lines: Vec<String>) -> Self {
        if lines.is_empty() {
            CompareCell::NotStated
        } else {
            CompareCell::Lines(lines)
        }
    }

    /// The cell in plain words, as files have it.
    pub fn plain(&self) -> String {
        match self {
            CompareCell::NotStated => "Not stated".to_owned(),
            CompareCell::Lines(lines) => lines.join("; "),
            CompareCell::Verdict {
                badge,
                confidence,
                reason,
            } => {
                let mut out = format!("{} ({})", badge.words(), confidence.words());
                if let Some(reason) = reason {
                    out.push_str(&format!(": {reason}"));
                }
                out
            }
            CompareCell::Cost(which, cost) => figure_words(cost, *which),
            CompareCell::Day(day) => written(*day),
            CompareCell::Documents(documents) => {
                let named = documents.iter().map(|d| format!("{} ({})", d.title, d.url));
                named.collect::<Vec<_>>().join("; ")
            }
            CompareCell::Users {
                alike,
                others,
                known,
            } => users(alike, others, known).join("; "),
            CompareCell::Source(source) => match source.words.trim() {
                "" => "No public source recorded".to_owned(),
                words => format!("{words}, checked {}", written(source.checked_on)),
            },
        }
    }

    fn markup(&self) -> Markup {
        html! {
            @match self {
                CompareCell::NotStated => span class="il-absent" { "Not stated" },
                CompareCell::Lines(lines) => (list(lines)),
                CompareCell::Verdict { badge, confidence, reason } => {
                    (badge)
                    @if let Some(reason) = reason { p class="il-compare__reason" { (reason) } }
                    p class="il-compare__reason" { (confidence) }
                }
                CompareCell::Cost(which, cost) => (figure(cost, *which)),
                CompareCell::Day(day) => (written(*day)),
                CompareCell::Documents(documents) => ul class="il-plain" {
                    @for document in documents {
                        li {
                            @if href::is_inside(&document.url) { a href=(document.url) { (document.title) } }
                            @else { (outside_link(&document.url, &document.title)) }
                            @if !document.about.is_empty() { ", " (document.about) }
                        }
                    }
                },
                CompareCell::Users { alike, others, known } => {
                    @if !alike.is_empty() {
                        ul class="il-plain" {
                            @for user in alike {
                                li { (user.place) @if !user.size.is_empty() { ", " (user.size) } @if let Some(day) = user.since { " since " (written(day)) } }
                            }
                        }
                    }
                    (list(&users(&[], others, known)))
                }
                CompareCell::Source(source) => (source),
            }
        }
    }
}

/// Users in words.
fn users(alike: &[UserRow], others: &str, known: &str) -> Vec<String> {
    let mut out: Vec<String> = alike
        .iter()
        .map(|user| {
            let mut words = user.place.name.clone();
            if !user.size.is_empty() {
                words.push_str(&format!(", {}", user.size));
            }
            if let Some(day) = user.since {
                words.push_str(&format!(" since {}", written(day)));
            }
            words
        })
        .collect();
    if !others.is_empty() {
        out.push(others.to_owned());
    }
    if !known.is_empty() {
        out.push(known.to_owned());
    }
    out
}

fn list(lines: &[String]) -> Markup {
    html! {
        @match lines {
            [] => {},
            [only] => (only),
            many => ul class="il-plain" { @for line in many { li { (line) } } },
        }
    }
}

impl CompareRow {
    /// Whether every edition says the same.
    pub fn is_same(&self) -> bool {
        let mut words = self.cells.iter().map(CompareCell::plain);
        let first = words.next();
        self.cells.len() > 1 && words.all(|other| Some(&other) == first.as_ref())
    }

    pub(super) fn markup(&self) -> Markup {
        html! {
            tr {
                th scope="row" { (self.label) }
                @for cell in &self.cells { td { (cell.markup()) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_differs_where_one_edition_is_silent() {
        let row = |cells| CompareRow {
            label: "Award type".to_owned(),
            cells,
        };
        let single = || CompareCell::words_of("Single award");
        assert!(row(vec![single(), single()]).is_same());
        assert!(!row(vec![single(), CompareCell::words_of(" ")]).is_same());
        assert!(
            !row(vec![single()]).is_same(),
            "one alone differs from none"
        );
    }

    #[test]
    fn what_a_cell_says_is_escaped() {
        let cell = CompareCell::words_of("<script>alert(1)</script>");
        assert!(cell.markup().into_string().contains("&lt;script&gt;"));
    }
}
