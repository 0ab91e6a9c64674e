//! What stands side by side.

use super::Named;
use crate::{Gone, Snapshot, partners::Users};
use interlocal_catalog::{
    NaiveDate, OfferingId, OrganizationId, PlaceId, ProgramId,
    eligibility::{Confidence, Verdict},
    participation::Participation,
};
use interlocal_store::{Adoption, Edition};
use std::sync::Arc;

/// Users like the chosen government that a cell names at most.
const ALIKE: usize = 5;

/// Editions side by side.
pub struct Comparison {
    /// Those that are there, in order.
    pub found: Vec<Compared>,
    /// Those that are not.
    pub not_here: Vec<NotHere>,
    /// Others of the same categories that could be added.
    pub others: Vec<Other>,
    /// What it was made from.
    pub snapshot: Arc<Snapshot>,
}

/// One edition with what decides about it.
#[derive(Clone)]
pub struct Compared {
    /// How it is named: by its slug as it stands now.
    pub named: Named,
    /// The offering's row.
    pub offering: i32,
    /// The edition.
    pub edition: Arc<Edition>,
    /// The number of the newest edition.
    pub newest: i32,
    /// What the chosen government may do with it.
    pub verdict: Option<Verdict>,
    /// How well it is vouched for.
    pub confidence: Confidence,
    /// Whether its term is over.
    pub ended: bool,
    /// Who is known to use it.
    pub users: Vec<Adoption>,
    /// Those of them that are like the chosen government, the nearest first.
    pub alike: Vec<Adoption>,
    /// Who takes part today: of the chosen government itself and of those it lies in;
    /// of everybody where none is chosen.
    pub participations: Vec<Participation>,
}

/// An edition that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotHere {
    /// How it was named.
    pub named: Named,
    /// What is left of it, where it was taken back.
    pub gone: Option<Box<Gone>>,
}

/// An offering that could be compared as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Its slug.
    pub slug: OfferingId,
    /// Its title.
    pub title: String,
    /// Who publishes it.
    pub provider: OrganizationId,
}

impl NotHere {
    pub(super) fn missing(named: &Named) -> Self {
        Self {
            named: named.clone(),
            gone: None,
        }
    }

    pub(super) fn gone(named: &Named, gone: Gone) -> Self {
        Self {
            named: named.clone(),
            gone: Some(Box::new(gone)),
        }
    }
}

impl Comparison {
    pub(super) fn of(snapshot: Arc<Snapshot>) -> Self {
        Self {
            found: Vec::new(),
            not_here: Vec::new(),
            others: Vec::new(),
            snapshot,
        }
    }

    pub(super) fn has(&self, named: &Named) -> bool {
        self.found.iter().any(|found| found.named == *named)
    }
}

impl Compared {
    /// With those who use it and take part in it.
    pub(super) fn with_neighbors(
        mut self,
        (snapshot, today): (&Snapshot, NaiveDate),
        chosen: Option<&PlaceId>,
    ) -> Self {
        let register = &snapshot.register;
        self.users = register.users_of(self.offering).to_vec();
        let alike = Users::of(snapshot, chosen, &self.users).alike.into_iter();
        self.alike = alike.take(ALIKE).map(|(_, user)| user).collect();
        let asker = chosen.and_then(|place| snapshot.directory.asker(place));
        let program = ProgramId::new(self.named.slug.as_str());
        self.participations = register
            .records
            .holding_in(&program, today)
            .filter(|record| {
                asker.as_ref().is_none_or(|asker| {
                    let mut bodies = asker.bodies.iter();
                    bodies.any(|body| body.rows.contains(&record.who))
                })
            })
            .cloned()
            .collect();
        self
    }
}
