//! Counts for the home page, the categories and the page about the data: found
//! once for a state of the catalog and a day.

use crate::{Portal, Snapshot};
use interlocal_catalog::{
    CategoryId, NaiveDate, category::Vocabulary, offering::Source, policy::Actor,
};
use std::{
    collections::HashMap,
    sync::{Arc, PoisonError},
};

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

/// The counts of one state of the catalog on one day.
pub(crate) struct Overview {
    sequence: i64,
    day: NaiveDate,
    counts: Counts,
    by_category: HashMap<CategoryId, u64>,
}

impl Overview {
    fn of(snapshot: &Snapshot, vocabulary: &Vocabulary, day: NaiveDate) -> Self {
        let mut counts = Counts {
            organizations: snapshot.directory.organization_count() as u64,
            jurisdictions: snapshot.directory.jurisdiction_count() as u64,
            ..Counts::default()
        };
        let mut by_category: HashMap<CategoryId, u64> = HashMap::new();
        for shelved in snapshot
            .shelf
            .iter()
            .filter(|shelved| !shelved.has_ended(day))
        {
            counts.offerings += 1;
            counts.confirmed += u64::from(shelved.source == Source::PublishingBody);
            *by_category.entry(shelved.category.clone()).or_default() += 1;
            let first = vocabulary.first_of(&shelved.category);
            if *first != shelved.category {
                *by_category.entry(first.clone()).or_default() += 1;
            }
        }
        Self {
            sequence: snapshot.sequence,
            day,
            counts,
            by_category,
        }
    }
}

impl Portal {
    /// What the portal holds.
    pub fn counts(&self, actor: &Actor) -> Counts {
        self.overview(actor).counts
    }

    /// Published offerings of a category and what stands under it that have not ended.
    pub fn category_count(&self, actor: &Actor, category: &CategoryId) -> u64 {
        self.overview(actor)
            .by_category
            .get(category)
            .copied()
            .unwrap_or(0)
    }

    fn overview(&self, actor: &Actor) -> Arc<Overview> {
        let snapshot = self.view(actor);
        let day = self.clock.today();
        let mut kept = self.overview.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept.get(&snapshot.audience)
            && known.sequence == snapshot.sequence
            && known.day == day
        {
            return Arc::clone(known);
        }
        let found = Arc::new(Overview::of(&snapshot, &self.vocabulary, day));
        kept.insert(snapshot.audience, Arc::clone(&found));
        found
    }
}
