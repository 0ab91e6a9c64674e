//! The government that asks, with everything a rule may look at.

use crate::{PlaceId, jurisdiction::Kind, point::Point};
use std::collections::HashSet;

/// A government in the chain above the asking one, or the asking one itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Its rows: two for a consolidated city-county, else one; the row of the chain first.
    pub rows: Vec<PlaceId>,
    /// The kinds of its rows.
    pub kinds: Vec<Kind>,
    /// False for a county row without a county government.
    pub government: bool,
}

/// The government that asks. A consolidated city-county has the kinds, the
/// places and the participations of both its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Asker {
    /// Itself first, then what it lies in, nearest first, the head of the chain last.
    pub bodies: Vec<Body>,
    /// Every place that it is or lies in.
    pub places: HashSet<PlaceId>,
    /// Places it may lie in, nobody knows: the counties of its state for a
    /// school district whose county is not recorded.
    pub may_lie_in: HashSet<PlaceId>,
    /// People, where known.
    pub population: Option<u64>,
    /// Where it is, where known.
    pub location: Option<Point>,
    /// What it does; complete when present.
    pub sectors: Option<Vec<String>>,
    /// Regimes it meets; complete when present.
    pub regimes: Option<Vec<String>>,
}

impl Asker {
    /// The row that asks.
    pub fn id(&self) -> Option<&PlaceId> {
        self.own().rows.first()
    }

    /// Itself, with both rows of a consolidated government.
    pub fn own(&self) -> &Body {
        const NOBODY: &Body = &Body {
            rows: Vec::new(),
            kinds: Vec::new(),
            government: false,
        };
        self.bodies.first().unwrap_or(NOBODY)
    }

    /// Whether the head of its chain is a territory.
    pub(super) fn in_territory(&self) -> bool {
        self.bodies
            .last()
            .is_some_and(|head| head.kinds.contains(&Kind::Territory))
    }
}
