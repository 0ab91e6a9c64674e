//! Governments and bodies in memory: read once, replaced when they change.

mod bodies;
mod build;

pub use bodies::Bodies;

use interlocal_catalog::{
    OrganizationId, PlaceId,
    eligibility::{Asker, Body},
    jurisdiction::{Jurisdiction, JurisdictionKey, Kind},
    organization::{CioOffice, Organization},
};
use interlocal_matching::peers::PeerSpace;
use interlocal_search::places::PlaceIndex;
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// Every government, body and state CIO office, with the ways from one to another.
/// Bodies change alone; the ground of governments is shared by every state of them.
#[derive(Clone, Default)]
pub struct Directory {
    pub(crate) ground: Arc<Ground>,
    organizations: HashMap<OrganizationId, Organization>,
    merged: HashMap<OrganizationId, OrganizationId>,
    serving: HashMap<PlaceId, Vec<OrganizationId>>,
    cio_offices: HashMap<PlaceId, CioOffice>,
}

/// Every government.
#[derive(Default)]
pub(crate) struct Ground {
    jurisdictions: Vec<Jurisdiction>,
    display: Vec<String>,
    position: HashMap<PlaceId, usize>,
    states: HashMap<String, usize>,
    counties_of: HashMap<String, HashSet<PlaceId>>,
    municipalities_of: HashMap<String, HashSet<PlaceId>>,
    kinds_of: HashMap<String, HashSet<Kind>>,
    pub(crate) places: Option<PlaceIndex>,
    pub(crate) peers: PeerSpace,
}

impl Directory {
    /// How many governments there are.
    pub fn jurisdiction_count(&self) -> usize {
        self.ground.jurisdictions.len()
    }

    /// The government with this key.
    pub fn jurisdiction(&self, place: &PlaceId) -> Option<&Jurisdiction> {
        self.ground
            .position
            .get(place)
            .and_then(|index| self.ground.jurisdictions.get(*index))
    }

    /// The government at a position of the picker.
    pub(crate) fn at(&self, position: u32) -> Option<&Jurisdiction> {
        self.ground.jurisdictions.get(position as usize)
    }

    /// Every government, states first.
    pub fn jurisdictions(&self) -> &[Jurisdiction] {
        &self.ground.jurisdictions
    }

    /// The name to show: without the Census suffix, unless two of a state would look alike.
    pub fn name<'a>(&'a self, place: &'a PlaceId) -> &'a str {
        self.ground
            .position
            .get(place)
            .and_then(|index| self.ground.display.get(*index))
            .map_or(place.as_str(), String::as_str)
    }

    /// Name and state: `Houston, Texas`; a state's name alone.
    pub fn full_name(&self, place: &PlaceId) -> String {
        match self.jurisdiction(place) {
            Some(row) if row.parent.is_some() => {
                let state = self.state_name(&row.state);
                format!("{}, {state}", self.name(place))
            }
            _ => self.name(place).to_owned(),
        }
    }

    /// The state or territory with this postal code.
    pub fn state(&self, postal: &str) -> Option<&Jurisdiction> {
        self.ground
            .states
            .get(postal)
            .and_then(|index| self.ground.jurisdictions.get(*index))
    }

    /// Every state and territory.
    pub fn states(&self) -> impl Iterator<Item = &Jurisdiction> {
        self.ground
            .jurisdictions
            .iter()
            .take_while(|row| matches!(row.key.kind(), Kind::State | Kind::Territory))
    }

    /// The name of the state with this postal code.
    pub fn state_name<'a>(&'a self, postal: &'a str) -> &'a str {
        self.state(postal).map_or(postal, |row| row.name.as_str())
    }

    /// The county that a government lies in, where it lies in one.
    pub fn county_of(&self, row: &Jurisdiction) -> Option<&Jurisdiction> {
        let parent = self.jurisdiction(&row.parent.as_ref()?.place())?;
        (parent.key.kind() == Kind::County).then_some(parent)
    }

    /// The government with its chain, as the rules look at it.
    pub fn asker(&self, place: &PlaceId) -> Option<Asker> {
        let own = self.jurisdiction(place)?;
        let mut rows = vec![own];
        rows.extend(self.twin(own));
        let mut bodies = vec![body(&rows)];
        let mut places: HashSet<PlaceId> = rows.iter().map(|row| row.key.place()).collect();
        for parent in self.chain(own) {
            let is_own = rows.iter().any(|row| row.key == parent.key);
            if !is_own {
                let mut above = vec![parent];
                above.extend(self.twin(parent));
                bodies.push(body(&above));
            }
            places.insert(parent.key.place());
        }
        let county_unknown = own.key.kind() == Kind::SchoolDistrict && bodies.len() < 3;
        Some(Asker {
            bodies,
            places,
            may_lie_in: if county_unknown {
                self.ground
                    .counties_of
                    .get(&own.state)
                    .cloned()
                    .unwrap_or_default()
            } else {
                HashSet::new()
            },
            population: own.population.map(u64::from),
            location: own.point,
            sectors: None,
            regimes: None,
        })
    }

    /// Any government of a kind in a state, wherever in it: its population and place
    /// are unknown. None where there is no such state.
    pub fn any_of_kind(&self, postal: &str, kind: Kind) -> Option<Asker> {
        let state = self.state(postal)?;
        let place = state.key.place();
        let anyone = PlaceId::new(format!("any-{}-{}", kind.word(), state.key.geoid()));
        let mut may_lie_in = self
            .ground
            .counties_of
            .get(postal)
            .cloned()
            .unwrap_or_default();
        may_lie_in.extend(
            self.ground
                .municipalities_of
                .get(postal)
                .cloned()
                .unwrap_or_default(),
        );
        Some(Asker {
            bodies: vec![
                Body {
                    rows: vec![anyone.clone()],
                    kinds: vec![kind],
                    government: true,
                },
                body(&[state]),
            ],
            places: HashSet::from([anyone, place]),
            may_lie_in,
            population: None,
            location: None,
            sectors: None,
            regimes: None,
        })
    }

    /// Kinds of local government that a state has, in the order of pages.
    pub fn local_kinds_of(&self, postal: &str) -> Vec<Kind> {
        let known = self.ground.kinds_of.get(postal);
        Kind::ALL
            .into_iter()
            .filter(|kind| kind.is_local() && known.is_some_and(|kinds| kinds.contains(kind)))
            .collect()
    }

    /// What a government lies in, nearest first, the state last.
    pub fn chain<'a>(&'a self, row: &'a Jurisdiction) -> impl Iterator<Item = &'a Jurisdiction> {
        let above = |row: &Jurisdiction| self.jurisdiction(&row.parent.as_ref()?.place());
        std::iter::successors(above(row), move |row| above(row))
    }

    fn twin(&self, row: &Jurisdiction) -> Option<&Jurisdiction> {
        self.jurisdiction(
            &row.one_government_with
                .as_ref()
                .map(JurisdictionKey::place)?,
        )
    }
}

fn body(rows: &[&Jurisdiction]) -> Body {
    Body {
        rows: rows.iter().map(|row| row.key.place()).collect(),
        kinds: rows.iter().map(|row| row.key.kind()).collect(),
        government: rows.iter().all(|row| row.government),
    }
}
