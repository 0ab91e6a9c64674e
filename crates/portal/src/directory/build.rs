//! Making the directory out of rows.

use super::Directory;
use interlocal_catalog::{
    jurisdiction::{Jurisdiction, Kind},
    organization::{CioOffice, Organization},
};
use interlocal_matching::peers::{Measured, PeerSpace};
use interlocal_search::places::{PlaceEntry, PlaceIndex};
use std::collections::{HashMap, HashSet};

impl Directory {
    /// Puts rows in order and makes the ways between them.
    pub fn build(
        mut jurisdictions: Vec<Jurisdiction>,
        organizations: Vec<Organization>,
        cio_offices: Vec<CioOffice>,
    ) -> Self {
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
        let mut directory = Directory {
            display: display_names(&jurisdictions),
            ..Self::default()
        };
        for (index, row) in jurisdictions.iter().enumerate() {
            directory.position.insert(row.key.place(), index);
            match row.key.kind() {
                Kind::State | Kind::Territory => {
                    directory.states.insert(row.state.clone(), index);
                }
                Kind::County => {
                    let counties = directory.counties_of.entry(row.state.clone()).or_default();
                    counties.insert(row.key.place());
                }
                Kind::Municipality | Kind::Township => {
                    let places = directory
                        .municipalities_of
                        .entry(row.state.clone())
                        .or_default();
                    places.insert(row.key.place());
                }
                _ => {}
            }
            if row.government {
                directory
                    .kinds_of
                    .entry(row.state.clone())
                    .or_default()
                    .insert(row.key.kind());
            }
        }
        directory.jurisdictions = jurisdictions;
        for body in &organizations {
            for place in &body.serves {
                directory
                    .serving
                    .entry(place.clone())
                    .or_default()
                    .push(body.id.clone());
            }
        }
        directory.organizations = organizations
            .into_iter()
            .map(|body| (body.id.clone(), body))
            .collect();
        directory.cio_offices = cio_offices
            .into_iter()
            .map(|office| (office.jurisdiction.clone(), office))
            .collect();
        directory.places = Some(place_index(&directory));
        directory.peers = peer_space(&directory);
        directory
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
