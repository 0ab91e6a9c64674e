//! Governments and bodies to begin with.

use interlocal_catalog::{
    OrganizationId, PlaceId,
    jurisdiction::{Jurisdiction, JurisdictionKey},
    organization::{BodyKind, Level, Organization},
    point::Point,
};

/// The key written as text: `county-17031`.
pub fn key(text: &str) -> JurisdictionKey {
    text.parse().unwrap()
}

/// A government of a key, a name and a state (postal code), with 5,000 people.
pub fn government(key_text: &str, name: &str, state: &str) -> Jurisdiction {
    Jurisdiction {
        key: key(key_text),
        name: name.to_owned(),
        state: state.to_owned(),
        parent: None,
        population: Some(5_000),
        population_year: Some(2023),
        point: Some(Point {
            lat: 40.0,
            lon: -89.0,
        }),
        government: true,
        one_government_with: None,
        status_note: None,
    }
}

/// The same government lying in another.
pub fn lying_in(parent: &str, government: Jurisdiction) -> Jurisdiction {
    Jurisdiction {
        parent: Some(key(parent)),
        ..government
    }
}

/// Illinois, Cook County and Chicago in it.
pub fn illinois() -> Vec<Jurisdiction> {
    vec![
        government("state-17", "Illinois", "IL"),
        lying_in("state-17", government("county-17031", "Cook County", "IL")),
        lying_in(
            "county-17031",
            government("municipality-1714000", "Chicago city", "IL"),
        ),
    ]
}

/// A regional body with this slug that serves a place.
pub fn body(slug: &str, serves: &str) -> Organization {
    Organization {
        id: OrganizationId::new(slug),
        name: format!("The {} body", slug.replace('-', " ")),
        aliases: Vec::new(),
        kind: BodyKind::Consortium,
        level: Level::Regional,
        state_cio: false,
        of: None,
        serves: vec![PlaceId::new(serves)],
        website: None,
    }
}
