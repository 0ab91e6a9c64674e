//! The answers on the sheet of a government, with the evidence first in line.

use super::JurisdictionPage;
use crate::{
    components::{
        answer::AnswerMark,
        confidence::ConfidenceTag,
        references::{BodyRef, CategoryRef, SourceRef},
    },
    href,
    words::{and, counted, grouped},
};
use interlocal_catalog::eligibility::verdict::Confidence;
use maud::{Markup, html};

/// The answer for one category.
#[derive(Clone, Debug)]
pub struct AnswerRow {
    /// The category.
    pub category: CategoryRef,
    /// What is known.
    pub answer: AnswerMark,
    /// What decides it, first in line first.
    pub evidence: Vec<Evidence>,
    /// How many further offerings were weighed.
    pub further_count: u64,
    /// Second-level categories under it.
    pub children: Vec<AnswerRow>,
}

/// One offering or statement behind an answer.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// Title of the offering, or what was stated.
    pub title: String,
    /// Slug of the offering; none for a statement.
    pub offering_slug: Option<String>,
    /// Whose it is.
    pub provider: BodyRef,
    /// How well it is vouched for.
    pub confidence: Confidence,
    /// Where it was read and when it was checked or said.
    pub source: SourceRef,
}

impl JurisdictionPage {
    pub(super) fn answers(&self) -> Markup {
        html! {
            section aria-labelledby="answers" {
                h2 id="answers" { "What it may use" }
                p class="il-tally" { (self.tally()) }
                table class="usa-table usa-table--borderless il-answers" {
                    caption class="usa-sr-only" { "Answers for " (self.name) " by category" }
                    thead {
                        tr {
                            th scope="col" { "Category" }
                            th scope="col" { "Answer" }
                            th scope="col" { "First in line" }
                        }
                    }
                    @for row in &self.answers {
                        tbody {
                            (self.answer_row(row, false))
                            @for child in &row.children { (self.answer_row(child, true)) }
                        }
                    }
                }
            }
        }
    }

    fn tally(&self) -> String {
        let count = |wanted: fn(&AnswerMark) -> bool| {
            self.answers
                .iter()
                .filter(|row| wanted(&row.answer))
                .count() as u64
        };
        let parts: Vec<String> = [
            (count(|a| *a == AnswerMark::Yes), "yes"),
            (
                count(|a| matches!(a, AnswerMark::AfterSteps(_))),
                "yes after steps",
            ),
            (
                count(|a| *a == AnswerMark::Listed),
                "listed, not yet confirmed",
            ),
            (count(|a| *a == AnswerMark::No), "no"),
            (count(|a| *a == AnswerMark::NotRecorded), "not recorded"),
        ]
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| format!("{} {words}", grouped(*count)))
        .collect();
        let categories = counted(self.answers.len() as u64, "category", "categories");
        format!("Of {categories}: {}.", and(&parts))
    }

    fn answer_row(&self, row: &AnswerRow, child: bool) -> Markup {
        html! {
            tr class=[child.then_some("il-answers__child")] id=(row.category.slug) {
                th scope="row" {
                    a href=(href::category(&row.category.slug, Some(&self.key))) { (row.category.name) }
                }
                td { (row.answer) }
                td {
                    @match row.evidence.split_first() {
                        Some((first, rest)) => {
                            (self.evidence(first))
                            (self.further(row, rest))
                            @if row.answer == AnswerMark::NotRecorded { (self.ask_link(row)) }
                        }
                        None => (self.ask(row)),
                    }
                }
            }
        }
    }

    fn evidence(&self, evidence: &Evidence) -> Markup {
        let tag = ConfidenceTag {
            confidence: evidence.confidence,
            checked_on: None,
        };
        html! {
            div class="il-evidence" {
                @match &evidence.offering_slug {
                    Some(slug) => a href=(href::offering(slug, Some(&self.key))) { (evidence.title) },
                    None => span { (evidence.title) },
                }
                span class="il-evidence__who" { (evidence.provider.name) }
                span class="il-evidence__source" { (tag) " " (evidence.source) }
            }
        }
    }

    fn further(&self, row: &AnswerRow, rest: &[Evidence]) -> Markup {
        let others = rest.len() as u64 + row.further_count;
        let path = format!("/search?category={}", href::escape(&row.category.slug));
        html! {
            @if others > 0 {
                a class="il-evidence__more" href=(href::with_for(&path, Some(&self.key))) {
                    "and " (counted(others, "other", "others"))
                    span class="usa-sr-only" { " for " (row.category.name) }
                }
            }
        }
    }

    /// The way to the question; the CIO office of the state is asked.
    fn ask_link(&self, row: &AnswerRow) -> Markup {
        let href = href::ask(None, Some(&row.category.slug), Some(&self.key), None);
        html! {
            @if let Some(cio) = &self.cio {
                a class="il-evidence__ask" href=(href) {
                    "Ask " (cio.office.name)
                    span class="usa-sr-only" { " about " (row.category.name) }
                }
            }
        }
    }

    fn ask(&self, row: &AnswerRow) -> Markup {
        html! {
            @match &self.cio {
                Some(_) => {
                    (self.ask_link(row))
                    @if row.further_count > 0 { (self.further(row, &[])) }
                }
                None => "Ask the CIO office of your state",
            }
        }
    }
}
