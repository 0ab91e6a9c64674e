//! Governments and bodies in memory: read once, replaced when they change.

mod build;

use interlocal_catalog::{
    OrganizationId, PlaceId,
    eligibility::{Asker, Body},
    jurisdiction::{Jurisdiction, JurisdictionKey, Kind},
    organization::{CioOffice, Organization},
};
use interlocal_matching::peers::PeerSpace;
use interlocal_search::places::PlaceIndex;
use std::collections::{HashMap, HashSet};

/// Every government, body and state CIO office, with the ways from one to another.
#[derive(Default)]
pub struct Directory {
    jurisdictions: Vec<Jurisdiction>,
    display: Vec<String>,
    position: HashMap<PlaceId, usize>,
    states: HashMap<String, usize>,
    counties_of: HashMap<String, HashSet<PlaceId>>,
    municipalities_of: HashMap<String, HashSet<PlaceId>>,
    kinds_of: HashMap<String, HashSet<Kind>>,
    organizations: HashMap<OrganizationId, Organization>,
    serving: HashMap<PlaceId, Vec<OrganizationId>>,
    cio_offices: HashMap<PlaceId, CioOffice>,
    pub(crate) places: Option<PlaceIndex>,
    pub(crate) peers: PeerSpace,
}

impl Directory {
    /// How many governments there are.
    pub fn jurisdiction_count(&self) -> usize {
        self.jurisdictions.len()
    }

    /// How many bodies there are.
    pub fn organization_count(&self) -> usize {
        self.organizations.len()
    }

    /// The government with this key.
    pub fn jurisdiction(&self, place: &PlaceId) -> Option<&Jurisdiction> {
        self.position
            .get(place)
            .and_then(|index| self.jurisdictions.get(*index))
    }

    /// The government at a position of the picker.
    pub(crate) fn at(&self, position: u32) -> Option<&Jurisdiction> {
        self.jurisdictions.get(position as usize)
    }

    /// Every government, states first.
    pub fn jurisdictions(&self) -> &[Jurisdiction] {
        &self.jurisdictions
    }

    /// The name to show: without the Census suffix, unless two of a state would look alike.
    pub fn name<'a>(&'a self, place: &'a PlaceId) -> &'a str {
        self.position
            .get(place)
            .and_then(|index| self.display.get(*index))
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
        self.states
            .get(postal)
            .and_then(|index| self.jurisdictions.get(*index))
    }

    /// Every state and territory.
    pub fn states(&self) -> impl Iterator<Item = &Jurisdiction> {
        self.jurisdictions
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

    /// The body with this slug.
    pub fn organization(&self, id: &OrganizationId) -> Option<&Organization> {
        self.organizations.get(id)
    }

    /// Every body, in no order.
    pub fn organizations(&self) -> impl Iterator<Item = &Organization> {
        self.organizations.values()
    }

    /// The name of a body; its slug where it is not known.
    pub fn organization_name<'a>(&'a self, id: &'a OrganizationId) -> &'a str {
        self.organizations
            .get(id)
            .map_or(id.as_str(), |body| body.name.as_str())
    }

    /// What is known of the CIO office of a state.
    pub fn cio_office(&self, state: &PlaceId) -> Option<&CioOffice> {
        self.cio_offices.get(state)
    }

    /// Every state CIO office.
    pub fn cio_offices(&self) -> impl Iterator<Item = &CioOffice> {
        self.cio_offices.values()
    }

    /// Bodies that serve a place as a whole.
    pub fn serving(&self, place: &PlaceId) -> &[OrganizationId] {
        self.serving.get(place).map_or(&[], Vec::as_slice)
    }

    /// The postal code of the state that a body belongs to; none for a body of many.
    pub fn postal_of(&self, body: &Organization) -> Option<&str> {
        let of = body.of.as_ref().or_else(|| body.serves.first())?;
        self.jurisdiction(of).map(|row| row.state.as_str())
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
                self.counties_of
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
        let mut may_lie_in = self.counties_of.get(postal).cloned().unwrap_or_default();
        may_lie_in.extend(
            self.municipalities_of
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
        let known = self.kinds_of.get(postal);
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
