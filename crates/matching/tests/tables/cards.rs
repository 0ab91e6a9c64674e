//! What a card says.

use crate::case::{body, record, result};
use serde_json::{Value, json};

fn card(need: Value, fields: Value, of_record: Value) -> Value {
    result(need, &[body("b", fields, &[record(of_record)])])["cards"][0].clone()
}

#[test]
fn a_related_category_is_named_as_one() {
    let card = card(json!({}), json!({}), json!({"category_match": "sibling"}));
    assert_eq!(card["why"][0], "Offers something akin to backup");
    assert_eq!(
        card["holds_it_back"][0],
        "A related category, not the same one"
    );
}

#[test]
fn preferences_that_are_not_met_are_said() {
    let fields = json!({"agreements": 4});
    let card = card(
        json!({}),
        fields,
        json!({"pref_match": 0.5, "customer_pops": [20_000]}),
    );
    let said = card["holds_it_back"].to_string();
    assert!(
        said.contains("Accepting partners now, you meet 50% of its stated preferences"),
        "{said}"
    );
}

#[test]
fn the_law_of_another_state_is_said_with_the_rules_met() {
    let need = json!({"required_regimes": ["CJIS"]});
    let fields = json!({"state": "XB", "cross_state": "permitted"});
    let card = card(need, fields, json!({"regimes": {"CJIS": "partial"}}));
    assert_eq!(card["factors_bp"]["policy"], json!([5_500, 5_500, 5_500]));
    let said = card["holds_it_back"].to_string();
    assert!(
        said.contains("Another state's law, CJIS partly met"),
        "{said}"
    );
}

#[test]
fn distances_are_said_with_what_they_mean() {
    let said = |miles: f64| {
        let card = card(
            json!({"placement": "apart"}),
            json!({}),
            json!({"site_distance_mi": miles}),
        );
        format!("{} {}", card["why"], card["holds_it_back"])
    };
    assert!(said(60.0).contains("Site 60 miles away: may share your hazard"));
    assert!(said(95.0).contains("Site 95 miles away: mostly separated"));
    assert!(said(105.0).contains("Site 105 miles away: well separated"));
    assert!(said(420.0).contains("Site 420 miles away: well separated, but far"));
}

#[test]
fn every_unknown_is_one_question() {
    let need = json!({"placement": "near", "required_regimes": ["CJIS"]});
    let silent = json!({"eligible": null, "willing": null});
    let card = card(need, json!({"state": "XB"}), silent);
    let asked = [
        "Eligibility for your kind of government is not stated",
        "Whether it meets the rule you require is not stated",
        "Whether the two states' laws allow an agreement is not on record",
        "How far away it is, is not on record",
        "Which sizes it serves is not stated",
        "Whether it takes new partners is not stated",
    ];
    assert_eq!(card["ask"], json!(asked));
    assert_eq!(
        card["why"],
        json!([
            "Offers backup, terms for you not fully stated",
            "Confirmed by the body, 2 Mar 2026"
        ])
    );
}
