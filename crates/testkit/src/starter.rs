//! The starter directory as the product reads it, whole or in part.

use crate::files::repository;
use interlocal_catalog::{PlaceId, access::Area, jurisdiction::Kind, organization::Organization};
use interlocal_exchange::starter::{Starter, StarterOffering, read};
use std::collections::HashSet;

/// The text of a file of the starter directory.
pub fn file(name: &str) -> Result<String, String> {
    std::fs::read_to_string(repository("assets/starter").join(name)).map_err(|e| e.to_string())
}

/// Everything.
pub fn whole() -> Starter {
    read(&file).unwrap()
}

/// Every body, office and offering, and of the governments the states, the counties
/// and all of Rhode Island; opens fast.
pub fn of_counties() -> Starter {
    let mut starter = whole();
    starter.jurisdictions.retain(|row| {
        matches!(row.key.kind(), Kind::State | Kind::Territory | Kind::County) || row.state == "RI"
    });
    starter
}

/// What belongs to these states (postal codes) alone; loads fast.
pub fn of_states(states: &[&str]) -> Starter {
    let mut starter = whole();
    starter
        .jurisdictions
        .retain(|row| states.contains(&row.state.as_str()));
    let places: HashSet<PlaceId> = starter
        .jurisdictions
        .iter()
        .map(|row| row.key.place())
        .collect();
    let here = |body: &Organization| {
        body.of
            .iter()
            .chain(&body.serves)
            .all(|place| places.contains(place))
    };
    starter.organizations.retain(here);
    let bodies: HashSet<_> = starter
        .organizations
        .iter()
        .map(|body| body.id.clone())
        .collect();
    starter
        .cio_offices
        .retain(|office| places.contains(&office.jurisdiction));
    starter
        .consider_rules
        .retain(|rule| places.contains(&rule.state));
    starter.offerings.retain(|offering| {
        let content = &offering.content;
        bodies.contains(&content.provider)
            && content.partners.iter().all(|body| bodies.contains(body))
            && places_of(offering).all(|place| places.contains(place))
    });
    starter
}

fn places_of(offering: &StarterOffering) -> impl Iterator<Item = &PlaceId> {
    let areas = offering
        .content
        .rules
        .iter()
        .filter_map(|rule| match &rule.area {
            Area::Places(places) => Some(places.within.iter().chain(&places.bodies)),
            Area::Whole(_) => None,
        });
    areas
        .flatten()
        .chain(&offering.adoptions)
        .chain(&offering.content.state_contract_of)
}
