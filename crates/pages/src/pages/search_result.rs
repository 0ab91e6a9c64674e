//! One result of a search.

use crate::{
    components::{
        confidence::ConfidenceTag,
        highlight::Highlight,
        references::{BodyRef, CategoryRef},
        star::star,
        tray::{compare_button, row_id},
        verdict::VerdictBadge,
    },
    href,
    shell::Shell,
    words::{capitalized, written},
};
use chrono::NaiveDate;
use interlocal_catalog::{eligibility::verdict::Confidence, offering::OfferingKind};
use maud::{Markup, html};

/// An offering that fits.
#[derive(Clone, Debug)]
pub struct SearchResult {
    /// Its slug.
    pub slug: String,
    /// Its title, matched words marked.
    pub title: Highlight,
    /// Who publishes it.
    pub provider: BodyRef,
    /// One line of its summary, matched words marked.
    pub summary: Highlight,
    /// What it is.
    pub kind: OfferingKind,
    /// Its category.
    pub category: CategoryRef,
    /// The verdict for the chosen jurisdiction.
    pub verdict: Option<ResultVerdict>,
    /// How well it is vouched for.
    pub confidence: Confidence,
    /// When it was checked.
    pub checked_on: NaiveDate,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
    /// Whether its last day is past.
    pub expired: bool,
    /// Whether it ends within 120 days.
    pub ends_soon: bool,
    /// Where the words were found beside title and summary.
    pub matched: Vec<MatchedField>,
}

/// The verdict in a result.
#[derive(Clone, Debug)]
pub struct ResultVerdict {
    /// Its badge.
    pub badge: VerdictBadge,
    /// Why it is no better, in one sentence.
    pub reason: Option<String>,
}

/// Words found in a field that the result does not show otherwise.
#[derive(Clone, Debug)]
pub struct MatchedField {
    /// The field: `synonym`, `how to join`.
    pub field: String,
    /// A piece of it with the words marked.
    pub text: Highlight,
}

pub(super) fn result(shell: &Shell, result: &SearchResult) -> Markup {
    let tag = ConfidenceTag {
        confidence: result.confidence,
        checked_on: Some(result.checked_on),
    };
    html! {
        li class="il-row il-result" id=(row_id(&result.slug)) {
            h3 class="il-row__title" {
                a href=(href::offering(&result.slug, shell.key())) { (result.title) }
            }
            @if let Some(verdict) = &result.verdict {
                p class="il-result__verdict" {
                    (verdict.badge)
                    @if let Some(reason) = &verdict.reason { span class="il-result__reason" { (reason) } }
                }
            }
            p class="il-row__body" { (result.provider) }
            @if !result.summary.0.is_empty() { p class="il-row__summary" { (result.summary) } }
            @for matched in &result.matched {
                p class="il-matched" { "Matched in " (matched.field) ": " (matched.text) }
            }
            p class="il-row__tags" {
                span class="il-tag" { (capitalized(result.kind.word())) }
                span class="il-tag" { (result.category.name) }
                (ends(result))
                (tag)
            }
            div class="il-row__acts" {
                (star(shell, &result.slug, &result.title.plain()))
                (compare_button(shell, &result.slug, &result.title.plain()))
            }
        }
    }
}

fn ends(result: &SearchResult) -> Markup {
    html! {
        @if let Some(day) = result.ends_on {
            @if result.expired { span class="il-tag il-tag--ended" { "Ended on " (written(day)) } }
            @else if result.ends_soon { span class="il-tag il-tag--soon" { "Ends within 120 days, on " (written(day)) } }
            @else { span class="il-tag" { "Ends on " (written(day)) } }
        } @else if result.expired {
            span class="il-tag il-tag--ended" { "Ended" }
        }
    }
}
