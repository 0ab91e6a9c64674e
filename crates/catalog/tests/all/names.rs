//! Census names: the display name, and the legal type that is cut from it.

use interlocal_catalog::jurisdiction::Jurisdiction;

fn check(key: &str, census_name: &str, expect: (&str, &str)) {
    let row = Jurisdiction {
        key: key.parse().unwrap(),
        name: census_name.to_owned(),
        state: "XX".to_owned(),
        parent: None,
        population: None,
        population_year: None,
        point: None,
        government: true,
        one_government_with: None,
        status_note: None,
    };
    assert_eq!(
        (row.short_name(), row.legal_type()),
        expect,
        "{census_name}"
    );
}

#[test]
fn the_trailing_lower_case_words_of_a_municipality_or_township_are_its_legal_type() {
    check("municipality-4835000", "Houston city", ("Houston", "city"));
    check(
        "municipality-2938000",
        "Kansas City city",
        ("Kansas City", "city"),
    );
    check(
        "township-2613900340",
        "Ada charter township",
        ("Ada", "charter township"),
    );
    check("municipality-3638077", "Ithaca city", ("Ithaca", "city"));
    check("township-3610938088", "Ithaca town", ("Ithaca", "town"));
    check(
        "municipality-4732742",
        "Hartsville/Trousdale County",
        ("Hartsville/Trousdale County", ""),
    );
    check(
        "municipality-5114968",
        "Charlottesville city",
        ("Charlottesville", "city"),
    );
}

#[test]
fn words_inside_a_name_stay_even_in_lower_case() {
    check(
        "municipality-1725293",
        "Fond du Lac village",
        ("Fond du Lac", "village"),
    );
    check(
        "municipality-1748892",
        "Village of the Branch village",
        ("Village of the Branch", "village"),
    );
}

#[test]
fn counties_school_districts_and_states_keep_their_whole_name() {
    check("county-17031", "Cook County", ("Cook County", ""));
    check("county-24510", "Baltimore city", ("Baltimore city", ""));
    check("state-39", "Ohio", ("Ohio", ""));
    check(
        "school-district-1709930",
        "Chicago Public School District 299",
        ("Chicago Public School District 299", ""),
    );
}

#[test]
fn a_name_of_lower_case_words_only_is_never_cut_to_nothing() {
    check("municipality-4835000", "city", ("city", ""));
}
