//! Making the directory out of rows.

use super::{Directory, Ground, bodies::Bodies};
use interlocal_catalog::jurisdiction::{Jurisdiction, Kind};
use interlocal_matching::peers::{Measured, PeerSpace};
use interlocal_search::places::{PlaceEntry, PlaceIndex};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

impl Directory {
    /// Puts rows in order and makes the ways between them.
    pub fn build(mut jurisdictions: Vec<Jurisdiction>, bodies: Bodies) -> Self {
        jurisdictions.sort_by(|a, b| {
            let rank = |row: &Jurisdiction| match row.key.kind() {
                Kind::State | Kind::Territory => 0,
                Kind::County => 1,
                _ => 2,
            };
            rank(a)
                .cmp(&rank(b))
                .then_with(|| a.key.geoid().cmp(b.key.geoid()))
        });
        let mut ground = Ground {
            display: display_names(&jurisdictions),
            ..Ground::default()
        };
        for (index, row) in jurisdictions.iter().enumerate() {
            ground.position.insert(row.key.place(), index);
            match row.key.kind() {
                Kind::State | Kind::Territory => {
                    ground.states.insert(row.state.clone(), index);
                }
                Kind::County => {
                    let counties = ground.counties_of.entry(row.state.clone()).or_default();
                    counties.insert(row.key.place());
                }
                Kind::Municipality | Kind::Township => {
                    let places = ground
                        .municipalities_of
                        .entry(row.state.clone())
                        .or_default();
                    places.insert(row.key.place());
                }
                _ => {}
            }
            if row.government {
                ground
                    .kinds_of
                    .entry(row.state.clone())
                    .or_default()
                    .insert(row.key.kind());
            }
        }
        ground.jurisdictions = jurisdictions;
        // Names of counties and states are found through the directory itself.
        let found = Directory {
            ground: Arc::new(ground),
            ..Directory::default()
        };
        let (places, peers) = (place_index(&found), peer_space(&found));
        let mut ground = Arc::into_inner(found.ground).unwrap_or_default();
        ground.places = Some(places);
        ground.peers = peers;
        Directory {
            ground: Arc::new(ground),
            ..Directory::default()
        }
        .with_bodies(bodies)
    }
}

/// Names without the Census suffix, which stays where two of a state would look alike.
fn display_names(rows: &[Jurisdiction]) -> Vec<String> {
    let mut seen: HashMap<(&str, &str), HashSet<&str>> = HashMap::new();
    for row in rows {
        seen.entry((row.state.as_str(), row.short_name()))
            .or_default()
            .insert(&row.name);
    }
    rows.iter()
        .map(|row| {
            let alone = seen
                .get(&(row.state.as_str(), row.short_name()))
                .is_none_or(|names| names.len() < 2);
            if alone {
                row.short_name().to_owned()
            } else {
                row.name.clone()
            }
        })
        .collect()
}

fn place_index(directory: &Directory) -> PlaceIndex {
    PlaceIndex::build(
        directory
            .ground
            .jurisdictions
            .iter()
            .zip(0..)
            .map(|(row, position)| PlaceEntry {
                position,
                name: row.name.as_str(),
                short_name: row.short_name(),
                legal_type: row.legal_type(),
                kind: row.key.kind(),
                county: directory
                    .county_of(row)
                    .map_or("", |county| county.name.as_str()),
                state: row.state.as_str(),
                state_name: directory.state_name(&row.state),
                population: row.population,
            }),
    )
}

/// Peers are alike in size, and in how large a county they lie in, which stands
/// for metropolitan or rural as long as nothing better is known.
fn peer_space(directory: &Directory) -> PeerSpace {
    let ln = |row: &Jurisdiction| row.population.filter(|p| *p > 0).map(|p| f64::from(p).ln());
    PeerSpace::build(
        directory
            .ground
            .jurisdictions
            .iter()
            .filter(|row| row.government)
            .map(|row| {
                let around = directory.county_of(row).and_then(ln).or_else(|| {
                    (row.key.kind() == Kind::County)
                        .then(|| directory.state(&row.state).and_then(ln))?
                });
                Measured {
                    id: row.key.place(),
                    kind: row.key.kind(),
                    variables: vec![ln(row), around],
                }
            }),
    )
}
