//! What the own county, the region and neighbors offer.

use crate::{Portal, Snapshot, partners::miles, shelf::Shelved};
use interlocal_catalog::{
    PlaceId,
    eligibility::Outcome,
    organization::{BodyKind, Level},
};
use std::sync::Arc;

/// How far a neighbor may be, in statute miles.
const NEIGHBOR_MILES: f64 = 60.0;
/// How many are given.
const SHOWN: usize = 12;

/// An offering of a body close by.
pub struct Nearby {
    /// The offering.
    pub offering: Arc<Shelved>,
    /// How its body stands to the government: `Your county`, `Serves your area`.
    pub relation: String,
    /// Miles away, for a neighbor.
    pub miles: Option<f64>,
}

impl Portal {
    /// Offerings of regional and local bodies that serve a government or lie close to
    /// it, those that are not out of the question; serving ones first, then the nearest.
    pub fn nearby(&self, snapshot: &Snapshot, place: &PlaceId) -> Vec<Nearby> {
        let directory = &snapshot.directory;
        let (Some(asker), Some(standings)) =
            (directory.asker(place), self.standings(snapshot, place))
        else {
            return Vec::new();
        };
        let today = self.clock.today();
        let mut found: Vec<(u8, f64, Nearby)> = Vec::new();
        for body in directory
            .organizations()
            .filter(|body| body.level != Level::State)
        {
            let own = body
                .of
                .as_ref()
                .is_some_and(|of| asker.own().rows.contains(of));
            let local = body.kind == BodyKind::LocalGovernment;
            let away = body
                .of
                .as_ref()
                .filter(|_| local)
                .and_then(|of| miles(directory, of, place));
            let serves = body
                .serves
                .iter()
                .any(|served| asker.places.contains(served));
            let lies_in = local && body.of.as_ref().is_some_and(|of| asker.places.contains(of));
            let (rank, relation) = if own {
                continue;
            } else if lies_in {
                (0, "Your county".to_owned())
            } else if serves {
                (1, "Serves your area".to_owned())
            } else if away.is_some_and(|distance| distance <= NEIGHBOR_MILES) {
                (2, "Neighbor".to_owned())
            } else {
                continue;
            };
            for offering in snapshot.shelf.of_provider(&body.id) {
                let out = standings
                    .of(offering.rule_set)
                    .is_none_or(|standing| standing.outcome == Outcome::No);
                if out || !offering.in_force(today) {
                    continue;
                }
                let near = Nearby {
                    offering: Arc::clone(offering),
                    relation: relation.clone(),
                    miles: away.filter(|_| rank == 2),
                };
                found.push((rank, away.unwrap_or(0.0), near));
            }
        }
        found.sort_by(|a, b| {
            a.0.cmp(&b.0)
                .then_with(|| a.1.total_cmp(&b.1))
                .then_with(|| a.2.offering.slug.cmp(&b.2.offering.slug))
        });
        found
            .into_iter()
            .take(SHOWN)
            .map(|(_, _, near)| near)
            .collect()
    }
}
