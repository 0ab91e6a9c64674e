//! Keys and slugs: text becomes a type at the door.

use interlocal_catalog::{
    id::is_slug,
    jurisdiction::{JurisdictionKey, Kind},
};
use proptest::prelude::*;

fn check(text: &str, expect: Option<(Kind, &str)>) {
    let key = text.parse::<JurisdictionKey>();
    match expect {
        Some((kind, geoid)) => {
            let key = key.unwrap_or_else(|fault| panic!("{text}: {fault}"));
            assert_eq!((key.kind(), key.geoid()), (kind, geoid));
            assert_eq!(key.to_string(), text);
            assert_eq!(key.place().as_str(), text);
        }
        None => assert!(key.is_err(), "{text} is no key"),
    }
}

#[test]
fn a_key_is_a_kind_and_a_census_code_of_that_kind() {
    check("county-17031", Some((Kind::County, "17031")));
    check(
        "municipality-4835000",
        Some((Kind::Municipality, "4835000")),
    );
    check(
        "school-district-1709930",
        Some((Kind::SchoolDistrict, "1709930")),
    );
    check("township-3901783150", Some((Kind::Township, "3901783150")));
    check("state-39", Some((Kind::State, "39")));
    check("territory-72", Some((Kind::Territory, "72")));
    check(
        "special-district-1712345",
        Some((Kind::SpecialDistrict, "1712345")),
    );
}

#[test]
fn what_is_no_key_is_refused() {
    for text in [
        "",
        "-",
        "county",
        "county-",
        "county-1703",
        "county-170311",
        "county-1703a",
        "County-17031",
        "county 17031",
        "county_17031",
        "school_district-1709930",
        "municipality-17031",
        "state-001",
        "state-ab",
        "planet-17031",
        "county--17031",
        " county-17031",
        "county-17031 ",
        "county-17031\n",
        "county-１７０３１",
        "17031",
    ] {
        check(text, None);
    }
}

#[test]
fn a_fault_names_what_was_typed_and_what_a_key_looks_like() {
    let fault = "planet-17031"
        .parse::<JurisdictionKey>()
        .unwrap_err()
        .to_string();
    assert!(
        fault.contains("planet-17031") && fault.contains("county-17031"),
        "{fault}"
    );
    let fault = "county-1"
        .parse::<JurisdictionKey>()
        .unwrap_err()
        .to_string();
    assert!(fault.contains("“1”") && fault.contains("county"), "{fault}");
    let long = "x"
        .repeat(10_000)
        .parse::<JurisdictionKey>()
        .unwrap_err()
        .to_string();
    assert!(long.len() < 200, "a fault does not repeat a long text");
}

#[test]
fn a_slug_is_lower_case_words_between_single_hyphens() {
    for slug in [
        "a",
        "7",
        "buyboard",
        "texas-dir-contracts",
        "a1-b2",
        &"a".repeat(100),
    ] {
        assert!(is_slug(slug), "{slug}");
    }
    let long = "a".repeat(101);
    for text in [
        "", "-", "-a", "a-", "a--b", "A", "a b", "a_b", "ä", "a/b", "a.b", &long,
    ] {
        assert!(!is_slug(text), "{text}");
    }
}

proptest! {
    #[test]
    fn whatever_text_is_a_key_is_written_the_same_way_again(text in "[a-z_-]{0,20}-?[0-9]{0,15}") {
        if let Ok(key) = text.parse::<JurisdictionKey>() {
            prop_assert_eq!(key.to_string(), text);
        }
    }

    #[test]
    fn no_text_is_too_odd_to_be_read_as_a_key_or_a_slug(text in ".{0,80}") {
        let _ = text.parse::<JurisdictionKey>();
        if is_slug(&text) {
            prop_assert!(text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        }
    }
}
