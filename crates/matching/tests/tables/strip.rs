//! What the line above the list says of the state CIO's office.

use crate::case::{body, record, result, result_for};
use serde_json::{Value, json};

fn strip(records: &[Value]) -> Value {
    let office = body(
        "cio",
        json!({"level": "state_cio", "name": "Office"}),
        records,
    );
    result(json!({"required_regimes": ["CJIS"]}), &[office])["strip"].clone()
}

fn cjis(fields: Value) -> Value {
    crate::case::with(record(json!({"regimes": {"CJIS": "attested"}})), fields)
}

#[track_caller]
fn check(records: &[Value], relation: &str, text: &str) {
    let strip = strip(records);
    assert_eq!(strip["relation"], relation);
    assert_eq!(strip["text"], text);
}

#[test]
fn an_open_record_with_everything_known_comes_first() {
    let offer = cjis(json!({"id": "r1", "eligible": null}));
    let contract = cjis(
        json!({"id": "r2", "relation": "brokers", "source": "public_source", "confirmed_on": "2025-06-09"}),
    );
    check(
        &[offer.clone(), contract],
        "brokers",
        "Office brokers backup: buy off its contract (listed 9 Jun 2025).",
    );
    check(
        &[offer],
        "offers_check_terms",
        "Office offers backup (confirmed 2 Mar 2026); eligibility for your kind of government is not stated - ask.",
    );
    check(
        &[record(json!({"relation": "brokers"}))],
        "brokers_check_terms",
        "Office brokers backup: buy off its contract (confirmed 2 Mar 2026); one condition you set is not stated - ask.",
    );
}

#[test]
fn an_offer_comes_before_a_contract_and_the_latest_first() {
    let contract = cjis(json!({"id": "r1", "relation": "brokers"}));
    let old = cjis(json!({"id": "r2", "confirmed_on": "2024-01-01"}));
    let new = cjis(json!({"id": "r3", "confirmed_on": "2025-01-01"}));
    let strip = strip(&[contract, old, new]);
    assert_eq!(strip["relation"], "offers");
    assert_eq!(strip["as_of"], "2025-01-01");
}

#[test]
fn an_offer_to_others_says_so_by_the_latest_record() {
    let to_counties = json!({"levels": ["county"], "states": ["XA"]});
    let old = cjis(json!({"id": "r1", "status": "paused", "confirmed_on": "2024-01-01"}));
    let new = cjis(json!({"id": "r2", "eligible": to_counties}));
    let strip = strip(&[old.clone(), new.clone()]);
    assert_eq!(strip["because"], json!(["G4_eligible"]));
    let text = "Office offers backup, but not to your kind of government.";
    check(&[old.clone(), new], "offers_but_not_to_you", text);
    let text = "Office offers backup, but not to you: paused, closed or past its last day.";
    check(&[old], "offers_but_not_to_you", text);
}

#[test]
fn a_no_holds_for_730_days_and_is_then_a_note() {
    let no = |day: &str| json!({"id": "r", "relation": "does_not_offer", "visibility": "public", "source": "confirmed_by_body", "confirmed_on": day});
    check(
        &[no("2024-03-02")],
        "does_not_offer",
        "Office answered that it does not offer backup (2 Mar 2024).",
    );
    check(
        &[no("2024-03-01")],
        "no_record_ask",
        "No record of whether Office offers backup - ask.",
    );
    assert_eq!(
        strip(&[no("2024-03-01")])["note"],
        "said no in March 2024 - ask again"
    );
    let told = crate::case::with(no("2026-01-01"), json!({"source": "user_reported"}));
    assert_eq!(strip(&[told])["relation"], "no_record_ask");
    assert_eq!(strip(&[])["note"], Value::Null);
}

#[test]
fn the_strip_asks_for_obtaining_whatever_the_intent() {
    let office = body(
        "cio",
        json!({"level": "state_cio"}),
        &[record(
            json!({"eligible": {"levels": ["county"], "states": ["XA"]}}),
        )],
    );
    let result = result(json!({"intent": "learn"}), &[office]);
    assert_eq!(result["strip"]["relation"], "offers_but_not_to_you");
    assert_eq!(result["first_view"], json!(["cio"]));
}

#[test]
fn the_office_sees_its_own_published_answer() {
    let office = body(
        "s",
        json!({"level": "state_cio", "name": "Office"}),
        &[record(json!({}))],
    );
    let seeker = json!({"level": "state_cio", "name": "Office"});
    let strip = &result_for(seeker.clone(), json!({}), &[office])["strip"];
    assert_eq!(
        (&strip["relation"], &strip["you_are_this_office"]),
        (&json!("offers"), &json!(true))
    );
    assert_eq!(
        strip["text"],
        "You are this office. Office offers backup (confirmed 2 Mar 2026)."
    );
    let strip = &result_for(seeker, json!({}), &[])["strip"];
    assert_eq!(
        (&strip["relation"], &strip["org"]),
        (&json!("no_record_ask"), &json!("s"))
    );
}

#[test]
fn a_state_without_an_office_in_the_directory_is_a_defect_that_shows() {
    let abroad = body(
        "cio",
        json!({"level": "state_cio", "state": "XB"}),
        &[record(json!({}))],
    );
    let strip = &result(json!({}), &[abroad])["strip"];
    assert_eq!(
        (&strip["relation"], &strip["org"]),
        (&json!("no_cio_in_directory"), &Value::Null)
    );
    assert_eq!(
        strip["text"],
        "No CIO office of XA is in the directory yet."
    );
}
