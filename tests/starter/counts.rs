//! How many of everything.

use interlocal_catalog::{PlaceId, jurisdiction::Kind, offering::Status};
use interlocal_exchange::starter::StarterOffering;
use interlocal_testkit::starter::whole;
use std::collections::BTreeSet;

#[test]
fn the_starter_directory_is_complete() {
    let starter = whole();
    assert_eq!(starter.jurisdictions.len(), 52_262);
    assert_eq!(starter.cio_offices.len(), 56);
    assert_eq!(starter.offerings.len(), 314 + 22);
    let added = |offering: &&StarterOffering| {
        let title = &offering.content.title;
        title.ends_with(" state contracts open to local governments")
            || title.ends_with(" state contracts (local use not recorded)")
    };
    assert_eq!(starter.offerings.iter().filter(added).count(), 22);
    let drafts = starter
        .offerings
        .iter()
        .filter(|offering| offering.status == Status::Draft);
    assert_eq!(drafts.count(), 4);
    let published = starter
        .offerings
        .iter()
        .filter(|o| o.status == Status::Published);
    assert_eq!(published.count(), 332);
}

#[test]
fn every_state_and_territory_has_one_cio_office_and_one_offering_for_its_contracts() {
    let starter = whole();
    let states: BTreeSet<PlaceId> = starter
        .jurisdictions
        .iter()
        .filter(|row| matches!(row.key.kind(), Kind::State | Kind::Territory))
        .map(|row| row.key.place())
        .collect();
    assert_eq!(states.len(), 56);
    let mut offices: Vec<PlaceId> = starter
        .cio_offices
        .iter()
        .map(|office| office.jurisdiction.clone())
        .collect();
    let mut contracts: Vec<PlaceId> = starter
        .offerings
        .iter()
        .filter_map(|offering| offering.content.state_contract_of.clone())
        .collect();
    offices.sort();
    contracts.sort();
    let states: Vec<PlaceId> = states.into_iter().collect();
    assert_eq!(offices, states);
    assert_eq!(contracts, states);
}

#[test]
fn every_government_lies_in_a_state_by_a_chain_that_ends() {
    let starter = whole();
    let parents: std::collections::HashMap<_, _> = starter
        .jurisdictions
        .iter()
        .map(|row| (&row.key, row.parent.as_ref()))
        .collect();
    assert_eq!(
        parents.len(),
        starter.jurisdictions.len(),
        "no key stands twice"
    );
    for row in &starter.jurisdictions {
        let mut at = &row.key;
        let mut steps = 0;
        while let Some(parent) = parents[at] {
            assert!(parents.contains_key(parent), "{} lies in {parent}", row.key);
            at = parent;
            steps += 1;
            assert!(steps < 5, "the chain of {} does not end", row.key);
        }
        assert!(
            matches!(at.kind(), Kind::State | Kind::Territory),
            "{} ends at {at}",
            row.key
        );
        assert!(
            row.key.geoid().starts_with(at.geoid()),
            "{} lies in {at}",
            row.key
        );
    }
}

#[test]
fn counties_that_are_no_government_and_those_that_are_one_with_another_are_marked() {
    let starter = whole();
    let none = starter
        .jurisdictions
        .iter()
        .filter(|row| !row.government)
        .count();
    assert_eq!(none, 39);
    let twins: Vec<_> = starter
        .jurisdictions
        .iter()
        .filter_map(|row| Some((&row.key, row.one_government_with.as_ref()?)))
        .collect();
    assert_eq!(twins.len(), 2 * 70);
    for (row, other) in &twins {
        assert!(
            twins.contains(&(other, row)),
            "{other} knows nothing of {row}"
        );
    }
}

#[test]
fn everything_published_names_its_source_or_is_marked_as_unsourced() {
    for offering in whole().offerings {
        let content = offering.content;
        let sourced = content.source != interlocal_catalog::offering::Source::Unsourced;
        let address = content.source_words.starts_with("http");
        assert_eq!(
            sourced, address,
            "{}: “{}”",
            content.slug, content.source_words
        );
    }
}
