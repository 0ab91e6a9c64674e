//! What a government takes part in and uses, with dates.

use super::JurisdictionPage;
use crate::{
    components::references::SourceRef,
    href,
    words::{period, written},
};
use chrono::NaiveDate;
use maud::{Markup, html};

/// Something it takes part in.
#[derive(Clone, Debug)]
pub struct ParticipationRow {
    /// Title of the offering or program.
    pub title: String,
    /// Slug of the offering, where there is one.
    pub offering_slug: Option<String>,
    /// For whom: `for itself`, `for all its local governments`.
    pub scope: String,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// Where it was read.
    pub source: SourceRef,
}

/// Something it uses.
#[derive(Clone, Debug)]
pub struct AdoptionRow {
    /// Title of the offering.
    pub title: String,
    /// Slug of the offering.
    pub offering_slug: String,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// Where it was read.
    pub source: SourceRef,
}

impl JurisdictionPage {
    pub(super) fn records(&self) -> Markup {
        html! {
            section class="il-section" aria-labelledby="records" {
                h2 id="records" { "Agreements and participations on record" }
                @if self.participations.is_empty() && self.adoptions.is_empty() {
                    p { "None on record. That does not mean that there are none." }
                }
                ul class="il-plain il-ruled" {
                    @for row in &self.participations {
                        li {
                            (self.program(&row.title, row.offering_slug.as_deref())) ", " (row.scope)
                            " (" (period(row.from, row.until)) "). "
                            span class="il-muted" { (row.source) }
                        }
                    }
                    @for row in &self.adoptions {
                        li {
                            "Uses " (self.program(&row.title, Some(&row.offering_slug)))
                            @if let Some(day) = row.since { " since " (written(day)) }
                            ". " span class="il-muted" { (row.source) }
                        }
                    }
                }
            }
        }
    }

    fn program(&self, title: &str, slug: Option<&str>) -> Markup {
        html! {
            @match slug {
                Some(slug) => a href=(href::offering(slug, Some(&self.key))) { (title) },
                None => (title),
            }
        }
    }
}
