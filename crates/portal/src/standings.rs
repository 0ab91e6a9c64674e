//! Where a government stands with every rule set: found once for a rule set,
//! government and day, and kept.

use crate::{Portal, Snapshot};
use interlocal_catalog::{
    NaiveDate, PlaceId,
    eligibility::{Asker, Judgement, Outcome, Standing, classify},
    policy::Visibility,
};
use interlocal_search::{Class, EligibilityClasses};
use std::sync::Arc;

/// Where one government stands with every rule set on one day.
pub struct Standings {
    by_number: Vec<Option<Standing>>,
    /// The same as the index takes it.
    pub classes: Arc<EligibilityClasses>,
}

/// What the kept standings depend on.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct StandingsKey {
    place: PlaceId,
    day: NaiveDate,
    rules: u64,
    audience: Visibility,
}

impl Standings {
    fn find(asker: &Asker, snapshot: &Snapshot, day: NaiveDate) -> Self {
        let at = Judgement {
            asker,
            records: &snapshot.register.records,
            as_of: day,
        };
        let size = snapshot
            .rule_sets
            .last()
            .map_or(0, |(number, _)| *number as usize + 1);
        let mut by_number = vec![None; size];
        for (number, set) in snapshot.rule_sets.iter() {
            let standing = classify(&set.rules, &set.not_available, set.source(), at);
            if let Some(place) = by_number.get_mut(*number as usize) {
                *place = Some(standing);
            }
        }
        let class = |standing: &Option<Standing>| match standing.map(|found| found.outcome) {
            Some(Outcome::Yes | Outcome::AfterSteps) => Class::Usable,
            Some(Outcome::No) => Class::NotUsable,
            Some(Outcome::Unknown) | None => Class::Unknown,
        };
        let classes = Arc::new(EligibilityClasses::new(by_number.iter().map(class)));
        Self { by_number, classes }
    }

    /// Where the government stands with a rule set.
    pub fn of(&self, rule_set: i32) -> Option<Standing> {
        self.by_number
            .get(usize::try_from(rule_set).ok()?)
            .copied()
            .flatten()
    }
}

impl Portal {
    /// Where a government stands with every rule set today.
    pub(crate) fn standings(&self, snapshot: &Snapshot, place: &PlaceId) -> Option<Arc<Standings>> {
        self.known_standings(snapshot, place)
            .or_else(|| self.standings_of(snapshot, &snapshot.directory.asker(place)?))
    }

    /// The same for any asker, known to the directory or not.
    pub(crate) fn standings_of(
        &self,
        snapshot: &Snapshot,
        asker: &Asker,
    ) -> Option<Arc<Standings>> {
        let place = asker.id()?;
        if let Some(known) = self.known_standings(snapshot, place) {
            return Some(known);
        }
        let day = self.clock.today();
        let found = Arc::new(Standings::find(asker, snapshot, day));
        let key = StandingsKey {
            place: place.clone(),
            day,
            rules: snapshot.rules_version,
            audience: snapshot.audience,
        };
        self.standings.insert(key, Arc::clone(&found));
        Some(found)
    }

    fn known_standings(&self, snapshot: &Snapshot, place: &PlaceId) -> Option<Arc<Standings>> {
        let day = self.clock.today();
        let rules = snapshot.rules_version;
        self.standings.get(&StandingsKey {
            place: place.clone(),
            day,
            rules,
            audience: snapshot.audience,
        })
    }
}
