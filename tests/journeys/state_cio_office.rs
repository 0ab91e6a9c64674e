//! Somebody in a state CIO's office looks at her own state as others see it.

use super::browsing::Person;

#[test]
fn she_sees_what_is_listed_for_her_state_by_kind_of_government_and_where_it_was_read() {
    let mut officer = Person::opens("/states/MN");
    assert_eq!(officer.address, "/states/mn");
    officer.sees("Minnesota");
    officer.sees("May local governments buy from state contracts?");
    for kind in [
        "Counties",
        "Municipalities",
        "Townships",
        "School districts",
    ] {
        officer.sees(kind);
    }
    officer.follows("Minnesota IT Services");
    officer.sees("State CIO office");
    officer.follows("Whole-of-State Cybersecurity");
    officer.sees("Listed from public sources – not confirmed by Minnesota IT Services");
    officer.sees("checked November 22, 2026");
    officer.sees("Edition 1");
}

#[test]
fn every_state_page_names_its_office_or_says_that_none_is_recorded() {
    for postal in ["al", "ca", "dc", "gu", "ny", "pr", "tx"] {
        let officer = Person::opens(&format!("/states/{postal}"));
        officer.sees("The state CIO’s office");
    }
}
