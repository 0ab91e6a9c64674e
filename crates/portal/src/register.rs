//! Dated facts in memory: participations, adoptions, statements of no.

use interlocal_catalog::{
    OfferingId, PlaceId, ProgramId, answer::StatementOfNo, eligibility::Records,
    participation::Participation,
};
use interlocal_store::Adoption;
use std::collections::{HashMap, HashSet};

/// Every dated fact, by what asks for it.
#[derive(Default)]
pub struct Register {
    /// Participations, as verdicts look at them.
    pub records: Records,
    /// Statements of no.
    pub statements: Vec<StatementOfNo>,
    by_offering: HashMap<i32, Vec<Adoption>>,
    by_jurisdiction: HashMap<PlaceId, Vec<Adoption>>,
}

impl Register {
    /// Sorts the facts.
    pub fn new(
        participations: Vec<Participation>,
        adoptions: Vec<Adoption>,
        statements: Vec<StatementOfNo>,
    ) -> Self {
        let mut register = Self {
            records: Records::new(participations),
            statements,
            ..Self::default()
        };
        for adoption in adoptions {
            let who = adoption.jurisdiction.clone();
            register
                .by_offering
                .entry(adoption.offering)
                .or_default()
                .push(adoption.clone());
            register
                .by_jurisdiction
                .entry(who)
                .or_default()
                .push(adoption);
        }
        register
    }

    /// The facts without participations in these programs and without the adoptions
    /// of offerings whose users are not `told`.
    pub fn without(&self, programs: &HashSet<ProgramId>, told: impl Fn(i32) -> bool) -> Self {
        let participations = self.records.all();
        let adoptions = self.by_offering.values().flatten();
        let mut left = Self::new(
            participations
                .filter(|record| !programs.contains(&record.program))
                .cloned()
                .collect(),
            adoptions
                .filter(|adoption| told(adoption.offering))
                .cloned()
                .collect(),
            self.statements.clone(),
        );
        left.records = left.records.known_as(self.records.other_names().clone());
        left
    }

    /// The same, where rules may speak of an offering by another slug of it.
    pub fn with_aliases(mut self, aliases: Vec<(OfferingId, OfferingId)>) -> Self {
        let program = |slug: OfferingId| ProgramId::new(slug.as_str());
        let names = aliases
            .into_iter()
            .map(|(alias, slug)| (program(alias), program(slug)))
            .collect();
        self.records = self.records.known_as(names);
        self
    }

    /// Who uses an offering.
    pub fn users_of(&self, offering: i32) -> &[Adoption] {
        self.by_offering.get(&offering).map_or(&[], Vec::as_slice)
    }

    /// What a government uses.
    pub fn used_by(&self, jurisdiction: &PlaceId) -> &[Adoption] {
        self.by_jurisdiction
            .get(jurisdiction)
            .map_or(&[], Vec::as_slice)
    }
}
