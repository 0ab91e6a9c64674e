//! Governments like one's own.

use super::miles;
use crate::{Portal, Snapshot, directory::Directory};
use interlocal_catalog::PlaceId;
use interlocal_matching::peers::{Peer, Peers};
use interlocal_store::Adoption;
use std::collections::HashMap;

/// A government like one's own, and why.
pub struct PeerRow {
    /// The government.
    pub place: PlaceId,
    /// Its population.
    pub population: Option<u32>,
    /// Miles away, where both points are known.
    pub miles: Option<f64>,
    /// Standardized distance; 0 is alike in everything measured.
    pub distance: f64,
}

/// Who uses an offering, as somebody sees it who asks for governments like their own.
pub struct Users {
    /// Governments like the chosen one, the nearest first, each with its adoption.
    pub alike: Vec<(PeerRow, Adoption)>,
    /// Everybody else, in the order in which it was recorded.
    pub others: Vec<Adoption>,
}

impl Users {
    /// Of the adoptions of an offering, those of governments like the chosen one apart
    /// from the rest.
    pub fn of(snapshot: &Snapshot, chosen: Option<&PlaceId>, adoptions: &[Adoption]) -> Users {
        let directory = &snapshot.directory;
        let places = adoptions.iter().map(|adoption| &adoption.jurisdiction);
        let found = chosen
            .and_then(|place| directory.ground.peers.nearest_among(place, places))
            .unwrap_or_default();
        let (alike, others): (Vec<_>, Vec<_>) = adoptions
            .iter()
            .cloned()
            .partition(|one| found.iter().any(|peer| peer.id == one.jurisdiction));
        let mut by_place: HashMap<PlaceId, Adoption> = alike
            .into_iter()
            .map(|adoption| (adoption.jurisdiction.clone(), adoption))
            .collect();
        let alike = found.into_iter().filter_map(|peer| {
            let adoption = by_place.remove(&peer.id)?;
            Some((row(directory, chosen?, peer), adoption))
        });
        Users {
            alike: alike.collect(),
            others,
        }
    }
}

fn row(directory: &Directory, place: &PlaceId, peer: Peer) -> PeerRow {
    PeerRow {
        population: directory.jurisdiction(&peer.id).and_then(|r| r.population),
        miles: miles(directory, place, &peer.id),
        distance: peer.distance,
        place: peer.id,
    }
}

impl Portal {
    /// The nearest of the same kind by population and by the size of the county
    /// around; none where too little is known.
    pub fn peers(&self, snapshot: &Snapshot, place: &PlaceId) -> Option<Vec<PeerRow>> {
        let directory = &snapshot.directory;
        match directory.ground.peers.peers_of(place)? {
            Peers::NotEnoughData => None,
            Peers::Found(peers) => Some(
                peers
                    .into_iter()
                    .map(|peer| row(directory, place, peer))
                    .collect(),
            ),
        }
    }
}
