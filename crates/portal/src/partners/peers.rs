//! Governments like one's own.

use super::miles;
use crate::{Portal, Snapshot};
use interlocal_catalog::PlaceId;
use interlocal_matching::peers::Peers;

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
                    .map(|peer| PeerRow {
                        population: directory.jurisdiction(&peer.id).and_then(|r| r.population),
                        miles: miles(directory, place, &peer.id),
                        distance: peer.distance,
                        place: peer.id,
                    })
                    .collect(),
            ),
        }
    }
}
