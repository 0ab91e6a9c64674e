//! An offering as one row of a list on the pages of states, bodies and categories.

use super::{
    confidence::ConfidenceTag,
    references::{BodyRef, CategoryRef},
    star::star,
    tray::{compare_button, row_id},
    verdict::VerdictBadge,
};
use crate::{
    href,
    shell::Shell,
    words::{capitalized, written},
};
use chrono::NaiveDate;
use interlocal_catalog::{eligibility::verdict::Confidence, offering::OfferingKind};
use maud::{Markup, html};

/// An offering in a list.
#[derive(Clone, Debug)]
pub struct OfferingRow {
    /// Its slug.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Who publishes it.
    pub provider: BodyRef,
    /// What it is.
    pub kind: OfferingKind,
    /// Its category.
    pub category: CategoryRef,
    /// One or two sentences.
    pub summary: String,
    /// The verdict for the chosen jurisdiction.
    pub verdict: Option<VerdictBadge>,
    /// How well it is vouched for.
    pub confidence: Confidence,
    /// When it was checked.
    pub checked_on: NaiveDate,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
}

pub(crate) fn offering_rows(shell: &Shell, rows: &[OfferingRow]) -> Markup {
    html! {
        ul class="il-rows" {
            @for row in rows { (offering_row(shell, row)) }
        }
    }
}

fn offering_row(shell: &Shell, row: &OfferingRow) -> Markup {
    let tag = ConfidenceTag {
        confidence: row.confidence,
        checked_on: Some(row.checked_on),
    };
    html! {
        li class="il-row" id=(row_id(&row.slug)) {
            h3 class="il-row__title" {
                a href=(href::offering(&row.slug, shell.key())) { (row.title) }
            }
            p class="il-row__body" { (row.provider) }
            @if !row.summary.is_empty() { p class="il-row__summary" { (row.summary) } }
            p class="il-row__tags" {
                @if let Some(verdict) = &row.verdict { (verdict) }
                span class="il-tag" { (capitalized(row.kind.word())) }
                span class="il-tag" { (row.category.name) }
                @if let Some(day) = row.ends_on { span class="il-tag" { "Ends on " (written(day)) } }
                (tag)
            }
            div class="il-row__acts" {
                (star(shell, &row.slug, &row.title))
                (compare_button(shell, &row.slug, &row.title))
            }
        }
    }
}
