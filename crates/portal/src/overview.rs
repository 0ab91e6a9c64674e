//! Counts for the home page, the categories and the page about the data.

use crate::Portal;
use interlocal_catalog::{CategoryId, offering::Source};

/// What the portal holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Published offerings that have not ended.
    pub offerings: u64,
    /// Of them confirmed by their own body.
    pub confirmed: u64,
    /// Bodies.
    pub organizations: u64,
    /// Governments in the picker.
    pub jurisdictions: u64,
}

impl Portal {
    /// What the portal holds.
    pub fn counts(&self) -> Counts {
        let snapshot = self.snapshot();
        let today = self.clock.today();
        let current = || {
            snapshot
                .shelf
                .iter()
                .filter(|shelved| !shelved.has_ended(today))
        };
        Counts {
            offerings: current().count() as u64,
            confirmed: current()
                .filter(|s| s.source == Source::PublishingBody)
                .count() as u64,
            organizations: snapshot.directory.organization_count() as u64,
            jurisdictions: snapshot.directory.jurisdiction_count() as u64,
        }
    }

    /// Published offerings of a category and what stands under it that have not ended.
    pub fn category_count(&self, category: &CategoryId) -> u64 {
        let snapshot = self.snapshot();
        let today = self.clock.today();
        std::iter::once(category)
            .chain(self.vocabulary.children(category).map(|child| &child.slug))
            .flat_map(|slug| snapshot.shelf.in_category(slug))
            .filter(|shelved| !shelved.has_ended(today))
            .count() as u64
    }
}
