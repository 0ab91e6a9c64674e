//! The clerk of a township, on an old browser, with the name half remembered.

use super::browsing::Person;

#[test]
fn she_corrects_a_wrong_pick_and_comes_back_to_where_she_was() {
    let mut clerk = Person::opens("/jurisdictions");
    clerk.sends("/jurisdictions", &[("q", "springfield, ohio")]);
    clerk.follows("Springfield city, Ohio");
    clerk.goes_to("/search?q=backup");
    clerk.sees("seen for Springfield");
    clerk.follows("Change the government");
    clerk.sends(
        "/jurisdictions",
        &[("q", "springfield township clark county ohio")],
    );
    clerk.follows("Springfield township, Ohio");
    assert!(
        clerk.address.starts_with("/search?q=backup"),
        "{}",
        clerk.address
    );
    assert!(
        clerk.address.contains("for=township-3902374119"),
        "{}",
        clerk.address
    );
    clerk.sees("seen for Springfield");
}

#[test]
fn what_is_not_on_the_list_is_said_and_the_county_is_offered_in_its_place() {
    let mut clerk = Person::opens("/jurisdictions?q=mosquito+abatement+district");
    clerk.sees("Special districts and tribal governments are not in the data");
    clerk.sees("Choose the county or the state you lie in");
    clerk.sends("/jurisdictions", &[("q", "clark county ohio")]);
    clerk.follows("Clark County, Ohio");
    clerk.sees("What it may use");
}

#[test]
fn a_search_that_finds_nothing_leads_on_and_not_into_a_wall() {
    let mut clerk = Person::opens("/search?q=backup&state=GU&kind=funding&for=township-3902374119");
    clerk.sees("0 offerings");
    clerk.follows("Without");
    assert!(!clerk.reads().contains(" 0 offerings"), "{}", clerk.reads());
}
