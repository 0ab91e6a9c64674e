//! Which governments there are in a state, by kind.

use super::draw::Draw;
use interlocal_catalog::{
    PlaceId,
    jurisdiction::{Jurisdiction, Kind},
    point::Point,
};
use std::collections::{BTreeMap, HashMap};

/// The governments, to draw from.
pub struct Ground {
    by_state: BTreeMap<String, BTreeMap<Kind, Vec<PlaceId>>>,
    states: Vec<String>,
    points: HashMap<PlaceId, Point>,
    state_of: HashMap<PlaceId, String>,
}

impl Ground {
    /// Sorts them.
    pub fn of(jurisdictions: &[Jurisdiction]) -> Self {
        let mut by_state: BTreeMap<String, BTreeMap<Kind, Vec<PlaceId>>> = BTreeMap::new();
        let mut points = HashMap::new();
        let mut state_of = HashMap::new();
        for row in jurisdictions {
            let place = row.key.place();
            let kinds = by_state.entry(row.state.clone()).or_default();
            kinds.entry(row.key.kind()).or_default().push(place.clone());
            state_of.insert(place.clone(), row.state.clone());
            points.extend(row.point.map(|point| (place, point)));
        }
        let states = by_state.keys().cloned().collect();
        Self {
            by_state,
            states,
            points,
            state_of,
        }
    }

    /// Any state.
    pub fn state(&self, draw: &mut Draw) -> &str {
        draw.one(&self.states).as_str()
    }

    /// The state in which a place lies.
    pub fn state_of(&self, place: &PlaceId) -> Option<&str> {
        self.state_of.get(place).map(String::as_str)
    }

    /// The state itself, as a place.
    pub fn head(&self, state: &str) -> PlaceId {
        let kinds = &self.by_state[state];
        kinds
            .get(&Kind::State)
            .or_else(|| kinds.get(&Kind::Territory))
            .unwrap()[0]
            .clone()
    }

    /// A government of this kind in a state; the state where it has none.
    pub fn place(&self, state: &str, kind: Kind, draw: &mut Draw) -> PlaceId {
        match self.by_state[state].get(&kind) {
            Some(places) => draw.one(places).clone(),
            None => self.head(state),
        }
    }

    /// Where a place lies on the earth.
    pub fn point(&self, place: &PlaceId) -> Option<Point> {
        self.points.get(place).copied()
    }
}
