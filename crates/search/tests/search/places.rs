//! The government picker on a small table.

use interlocal_catalog::jurisdiction::Kind;
use interlocal_search::places::{PlaceEntry, PlaceIndex};
use proptest::prelude::*;

/// Name, name without type, type, kind, county, postal code, state, population.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    Kind,
    &'static str,
    &'static str,
    &'static str,
    Option<u32>,
);

const ROWS: &[Row] = &[
    (
        "Lincoln County",
        "Lincoln County",
        "",
        Kind::County,
        "",
        "NC",
        "North Carolina",
        Some(90_000),
    ),
    (
        "Lincoln County",
        "Lincoln County",
        "",
        Kind::County,
        "",
        "OR",
        "Oregon",
        Some(50_000),
    ),
    (
        "Lincoln Parish",
        "Lincoln Parish",
        "",
        Kind::County,
        "",
        "LA",
        "Louisiana",
        Some(48_000),
    ),
    (
        "Lincoln city",
        "Lincoln",
        "city",
        Kind::Municipality,
        "Lancaster County",
        "NE",
        "Nebraska",
        Some(290_000),
    ),
    (
        "Lincolnton city",
        "Lincolnton",
        "city",
        Kind::Municipality,
        "Lincoln County",
        "NC",
        "North Carolina",
        Some(11_000),
    ),
    (
        "St. Louis city",
        "St. Louis",
        "city",
        Kind::Municipality,
        "St. Louis city",
        "MO",
        "Missouri",
        Some(300_000),
    ),
    (
        "St. Louis County",
        "St. Louis County",
        "",
        Kind::County,
        "",
        "MO",
        "Missouri",
        Some(1_000_000),
    ),
    (
        "Springfield city",
        "Springfield",
        "city",
        Kind::Municipality,
        "Sangamon County",
        "IL",
        "Illinois",
        Some(114_000),
    ),
    (
        "Springfield city",
        "Springfield",
        "city",
        Kind::Municipality,
        "Greene County",
        "MO",
        "Missouri",
        Some(169_000),
    ),
    (
        "Springfield town",
        "Springfield",
        "town",
        Kind::Township,
        "Windsor County",
        "VT",
        "Vermont",
        None,
    ),
    (
        "Evanston Community Consolidated School District 65",
        "Evanston Community Consolidated School District 65",
        "",
        Kind::SchoolDistrict,
        "Cook County",
        "IL",
        "Illinois",
        Some(75_000),
    ),
    (
        "Cook County",
        "Cook County",
        "",
        Kind::County,
        "",
        "IL",
        "Illinois",
        Some(5_100_000),
    ),
    (
        "Cook County",
        "Cook County",
        "",
        Kind::County,
        "",
        "MN",
        "Minnesota",
        Some(5_600),
    ),
    (
        "Harris County",
        "Harris County",
        "",
        Kind::County,
        "",
        "TX",
        "Texas",
        Some(4_700_000),
    ),
    (
        "Houston city",
        "Houston",
        "city",
        Kind::Municipality,
        "Harris County",
        "TX",
        "Texas",
        Some(2_300_000),
    ),
    (
        "Houston County",
        "Houston County",
        "",
        Kind::County,
        "",
        "GA",
        "Georgia",
        Some(166_000),
    ),
    (
        "Ithaca city",
        "Ithaca",
        "city",
        Kind::Municipality,
        "Tompkins County",
        "NY",
        "New York",
        Some(32_000),
    ),
    (
        "Ithaca town",
        "Ithaca",
        "town",
        Kind::Township,
        "Tompkins County",
        "NY",
        "New York",
        Some(22_000),
    ),
    (
        "Fort Worth city",
        "Fort Worth",
        "city",
        Kind::Municipality,
        "Tarrant County",
        "TX",
        "Texas",
        Some(940_000),
    ),
    (
        "New York",
        "New York",
        "",
        Kind::State,
        "",
        "NY",
        "New York",
        Some(19_800_000),
    ),
];

fn table(rows: &[Row]) -> PlaceIndex {
    PlaceIndex::build((0..).zip(rows).map(|(position, row)| {
        let (name, short_name, legal_type, kind, county, state, state_name, population) = *row;
        PlaceEntry {
            position,
            name,
            short_name,
            legal_type,
            kind,
            county,
            state,
            state_name,
            population,
        }
    }))
}

#[track_caller]
fn check(typed: &str, expect: &[&str]) {
    let hits = table(ROWS).find(typed, 3).hits;
    let found: Vec<String> = hits
        .iter()
        .map(|at| &ROWS[*at as usize])
        .map(|row| format!("{}, {}", row.0, row.5))
        .collect();
    let found: Vec<&str> = found
        .iter()
        .map(String::as_str)
        .take(expect.len())
        .collect();
    assert_eq!(found, expect, "{typed}");
}

#[test]
fn places_are_found_as_people_type_them() {
    check("lincoln cou", &["Lincoln County, NC", "Lincoln County, OR"]);
    check("st. louis", &["St. Louis County, MO", "St. Louis city, MO"]);
    check("Saint Louis city", &["St. Louis city, MO"]);
    check("springfield il", &["Springfield city, IL"]);
    check("springfield, illinois", &["Springfield city, IL"]);
    check(
        "springfield",
        &[
            "Springfield city, MO",
            "Springfield city, IL",
            "Springfield town, VT",
        ],
    );
    check(
        "school district 65",
        &["Evanston Community Consolidated School District 65, IL"],
    );
    check("cook county", &["Cook County, IL", "Cook County, MN"]);
    check(
        "harris county tx",
        &["Harris County, TX", "Houston city, TX"],
    );
    check("city of houston", &["Houston city, TX"]);
    check("houston", &["Houston city, TX", "Houston County, GA"]);
    check("town of ithaca", &["Ithaca town, NY"]);
    check("ithaca ny", &["Ithaca city, NY", "Ithaca town, NY"]);
    check("ft worth", &["Fort Worth city, TX"]);
    check("new york", &["New York, NY", "Ithaca city, NY"]);
    check("lincoln", &["Lincoln city, NE", "Lincoln County, NC"]);
    check("sangamon", &["Springfield city, IL"]);
}

#[test]
fn every_word_must_fit() {
    check("springfield texas", &[]);
    assert_eq!(table(ROWS).find("springfield texas", 3).total, 0);
}

#[test]
fn a_parish_is_a_county_and_bears_the_name_exactly() {
    let found = table(ROWS).find("Lincoln County", 1);
    assert_eq!(found.exact_names, 3);
    assert_eq!(found.hits.len(), 3, "exact names are not cut by the limit");
}

#[test]
fn exact_names_are_shown_up_to_thirty_however_short_the_list() {
    let rows: Vec<Row> = (0..40)
        .map(|number| {
            (
                "Wayne township",
                "Wayne",
                "township",
                Kind::Township,
                "",
                "IN",
                "Indiana",
                Some(number),
            )
        })
        .collect();
    let found = table(&rows).find("wayne township", 5);
    assert_eq!(
        (found.total, found.exact_names, found.hits.len()),
        (40, 40, 30)
    );
    assert_eq!(found.hits[0], 39, "the largest comes first");
}

#[test]
fn a_slip_is_forgiven_only_where_nothing_fits() {
    let places = table(ROWS);
    let slip = places.find("evanstno", 3);
    assert_eq!((slip.corrected, slip.total), (true, 1));
    let right = places.find("lincolnton", 3);
    assert_eq!((right.corrected, right.total), (false, 1));
    assert_eq!(places.find("xyzzy", 3).total, 0);
}

#[test]
fn nothing_typed_finds_nothing() {
    assert_eq!(table(ROWS).find(" , ", 3).total, 0);
    assert_eq!(table(&[]).find("cook", 3).total, 0);
}

proptest! {
    #[test]
    fn no_text_makes_the_picker_fail(typed in any::<String>(), limit in 0_usize..5) {
        let found = table(ROWS).find(&typed, limit);
        prop_assert!(found.hits.len() <= found.total);
    }
}
