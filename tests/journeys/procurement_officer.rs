//! A procurement officer of a city looks for a contract he may lawfully buy from.

use super::browsing::Person;

#[test]
fn he_finds_contracts_he_may_use_with_the_steps_and_the_rule_they_rest_on() {
    let mut officer = Person::opens("/");
    officer.sends("/search", &[("q", "cooperative purchasing")]);
    officer.sees("Choose your government");
    officer.follows("Choose your government");
    officer.sends("/jurisdictions", &[("q", "houston tx")]);
    officer.follows("Houston");
    assert!(
        officer.address.starts_with("/search?"),
        "back in his search: {}",
        officer.address
    );
    officer.sees("seen for Houston, Texas");

    officer.sends(
        "/search",
        &[
            ("q", "cooperative purchasing"),
            ("kind", "contract"),
            ("usable", "yes"),
        ],
    );
    officer.sees("Kind of offering: Contract");
    assert!(
        !officer.reads().contains("lies outside the area"),
        "only what he may use"
    );
    officer.follows("BuyBoard purchasing cooperative");
    officer.sees("Yes, after 2 steps");
    officer.sees("Adopt a resolution of your governing body");
    officer.sees("Rests on");
    officer.sees("Its own page (buyboard.com)");
}

#[test]
fn he_takes_a_filter_off_again_and_sees_more() {
    let mut officer =
        Person::opens("/search?q=contract&kind=contract&state=TX&for=municipality-4835000");
    let count = |text: &str| -> u32 {
        let before = text
            .split(" offering")
            .find(|part| part.ends_with(|c: char| c.is_ascii_digit()));
        before.unwrap().rsplit(' ').next().unwrap().parse().unwrap()
    };
    let narrow = count(&officer.reads());
    officer.follows("Remove filter State: Texas");
    let wide = count(&officer.reads());
    assert!(wide > narrow, "{wide} against {narrow}");
    officer.sees("Kind of offering: Contract");
}
