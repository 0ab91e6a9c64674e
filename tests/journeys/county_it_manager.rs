//! An IT manager of a county wants to know what her state gives her for the
//! security of her endpoints, and whom she can talk to.

use super::browsing::Person;

#[test]
fn she_picks_her_county_reads_the_sheet_a_verdict_with_its_reasons_and_whom_to_talk_to() {
    let mut manager = Person::opens("/");
    manager.sends(
        "/jurisdictions",
        &[("q", "cook county"), ("category", "cybersecurity")],
    );
    manager.sees("the first 3 by their exact name");
    manager.follows("Cook County, Illinois");
    manager.sees("Cook County, Illinois");
    manager.sees("Of 15 categories:");
    manager.sees("Illinois Department of Innovation and Technology");
    manager.sees("For Cook County, Illinois");

    manager.follows("Endpoint detection");
    manager.sees("EDR");
    manager.follows("Illinois local cybersecurity grant services");
    manager.sees("May Cook County, Illinois use this?");
    manager.sees("Not recorded – ask");
    manager.sees("Which steps it takes is not stated.");
    manager.sees("Listed from public sources – not confirmed by");

    manager.follows("Who else could do this with you");
    manager.sees("The state CIO’s office");
    manager.sees("The question, ready to copy");
    manager.sees("to a county such as Cook County, Illinois?");
}

#[test]
fn her_government_stays_chosen_while_she_looks_around() {
    let mut manager = Person::opens("/jurisdictions?q=cook+county+il");
    manager.follows("Cook County, Illinois");
    for address in [
        "/",
        "/search?q=fiber",
        "/states/il",
        "/categories/gis",
        "/about",
        "/match",
    ] {
        manager.goes_to(address);
        manager.sees("For Cook County, Illinois");
    }
}
