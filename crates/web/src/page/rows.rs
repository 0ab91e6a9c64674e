//! Offerings as rows of lists.

use super::{named::badge, visit::Visit};
use interlocal_pages::components::offering_row::OfferingRow;
use interlocal_portal::Judged;

impl Visit {
    /// Offerings as rows of a list.
    pub fn rows(&self, offerings: &[Judged]) -> Vec<OfferingRow> {
        offerings.iter().map(|judged| self.row(judged)).collect()
    }

    fn row(&self, judged: &Judged) -> OfferingRow {
        let content = &judged.edition.content;
        OfferingRow {
            slug: content.slug.to_string(),
            title: content.title.clone(),
            provider: self.body(&content.provider),
            kind: content.kind,
            category: self.category(&content.category),
            summary: content.summary.clone(),
            verdict: judged.verdict.as_ref().map(badge),
            confidence: judged.shelved.confidence(self.app.portal.today()),
            checked_on: content.checked_on,
            ends_on: content.term.ends_on,
        }
    }
}
