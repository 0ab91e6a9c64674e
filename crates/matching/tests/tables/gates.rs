//! What fails, what is unknown, what passes.

use crate::case::{body, record, result, result_for};
use serde_json::{Value, json};

const ELIGIBILITY: &str = "Eligibility for your kind of government is not stated";
const LAWS: &str = "Whether the two states' laws allow an agreement is not on record";
const REGIME: &str = "Whether it meets the rule you require is not stated";

/// `pass`, the failed gates, or the questions about gates.
fn gate(need: Value, fields: Value, of_record: Value) -> String {
    let result = result(need, &[body("b", fields, &[record(of_record)])]);
    if let Some(out) = result["excluded"].get(0) {
        let gates: Vec<_> = out["gates"].as_array().expect("gates").iter().collect();
        return gates
            .iter()
            .map(|g| g.as_str().expect("a word"))
            .collect::<Vec<_>>()
            .join(" ");
    }
    let asked = result["cards"][0]["ask"]
        .as_array()
        .expect("questions")
        .iter();
    let asked = asked
        .filter_map(Value::as_str)
        .filter(|q| [ELIGIBILITY, LAWS, REGIME].contains(q));
    match asked.collect::<Vec<_>>().join("; ") {
        none if none.is_empty() => "pass".to_owned(),
        asked => asked,
    }
}

#[track_caller]
fn check(fields: Value, of_record: Value, expect: &str) {
    assert_eq!(gate(json!({}), fields, of_record), expect);
}

#[test]
fn a_record_is_active_through_its_last_day() {
    check(json!({}), json!({"expires": "2026-03-02"}), "pass");
    check(json!({}), json!({"expires": "2026-03-01"}), "G3_active");
    check(json!({}), json!({"status": "closed"}), "G3_active");
    check(json!({}), json!({"status": null}), "pass");
}

#[test]
fn eligibility_fails_by_any_stated_part_and_is_unknown_by_any_missing_one() {
    let eligible =
        |levels: Value, states: Value| json!({"eligible": {"levels": levels, "states": states}});
    check(json!({}), json!({"eligible": null}), ELIGIBILITY);
    check(
        json!({}),
        eligible(json!(["municipality"]), Value::Null),
        ELIGIBILITY,
    );
    check(json!({}), eligible(Value::Null, json!(["XA"])), ELIGIBILITY);
    check(
        json!({}),
        eligible(json!(["county"]), Value::Null),
        "G4_eligible",
    );
    check(
        json!({}),
        eligible(json!(["municipality"]), json!(["XB"])),
        "G4_eligible",
    );
    check(
        json!({}),
        json!({"relation": "uses", "eligible": {"levels": []}}),
        "pass",
    );
}

#[test]
fn across_a_state_line_the_law_must_allow_it() {
    check(json!({"state": "XB"}), json!({}), LAWS);
    check(
        json!({"state": "XB", "cross_state": "permitted"}),
        json!({}),
        "pass",
    );
    check(
        json!({"state": "XB", "cross_state": "barred"}),
        json!({}),
        "G5_authority",
    );
    check(json!({"cross_state": "barred"}), json!({}), "pass");
    check(json!({"state": null}), json!({}), LAWS);
}

#[test]
fn a_required_rule_that_is_not_met_fails_and_one_not_stated_is_a_question() {
    let cjis = |regimes: Value| {
        let need = json!({"required_regimes": ["CJIS", "HIPAA"]});
        gate(need, json!({}), json!({"regimes": regimes}))
    };
    assert_eq!(
        cjis(json!({"CJIS": "attested", "HIPAA": "partial"})),
        "pass"
    );
    assert_eq!(cjis(json!({"CJIS": "attested"})), REGIME);
    assert_eq!(cjis(json!({"CJIS": "attested", "HIPAA": null})), REGIME);
    assert_eq!(cjis(json!({"HIPAA": "no"})), "G6_regimes");
}

#[test]
fn a_stated_range_holds_at_both_ends() {
    check(json!({}), json!({"size_range": [20_000, 30_000]}), "pass");
    check(json!({}), json!({"size_range": [null, 20_000]}), "pass");
    check(json!({}), json!({"size_range": [20_001, null]}), "G7_size");
    check(
        json!({}),
        json!({"relation": "uses", "size_range": [1, 19_999]}),
        "G7_size",
    );
}

#[test]
fn a_body_that_opted_out_is_left_out() {
    check(json!({"opted_out": true}), json!({}), "G8_consent");
}

#[test]
fn to_learn_takes_no_eligibility() {
    let learn = |fields: Value, of_record: Value| {
        gate(
            json!({"intent": "learn", "required_regimes": ["CJIS"]}),
            fields,
            of_record,
        )
    };
    let barred = json!({"state": "XB", "cross_state": "barred"});
    let closed_to_us =
        json!({"eligible": {"levels": []}, "regimes": {"CJIS": "no"}, "size_range": [1, 2]});
    assert_eq!(learn(barred, closed_to_us), "pass");
    assert_eq!(learn(json!({}), json!({"status": "paused"})), "G3_active");
    assert_eq!(learn(json!({"opted_out": true}), json!({})), "G8_consent");
}

#[test]
fn a_body_is_out_by_all_its_records_and_in_by_one() {
    let paused = record(json!({"id": "r1", "status": "paused"}));
    let large = record(json!({"id": "r2", "size_range": [50_000, null]}));
    let out = result(
        json!({}),
        &[body("b", json!({}), &[large.clone(), paused.clone()])],
    );
    assert_eq!(
        out["excluded"],
        json!([{"id": "b", "gates": ["G3_active", "G7_size"]}])
    );
    let open = record(json!({"id": "r3", "relation": "uses"}));
    let shown = result(json!({}), &[body("b", json!({}), &[paused, large, open])]);
    assert_eq!(
        (&shown["excluded"], &shown["first_view"]),
        (&json!([]), &json!(["b"]))
    );
}

#[test]
fn the_seeker_and_its_own_legal_entity_are_not_listed_anywhere() {
    let bodies = [
        body("s", json!({}), &[record(json!({}))]),
        body(
            "department",
            json!({"legal_entity": "s"}),
            &[record(json!({"status": "paused"}))],
        ),
        body(
            "parent",
            json!({"level": "regional", "serves_area": true}),
            &[],
        ),
    ];
    let result = result_for(json!({"legal_entity": "parent"}), json!({}), &bodies[..1]);
    assert_eq!(
        (&result["first_view"], &result["excluded"]),
        (&json!([]), &json!([]))
    );
    let result = result_for(json!({}), json!({}), &bodies[1..2]);
    assert_eq!(result["excluded"], json!([]));
    let result = result_for(json!({"legal_entity": "parent"}), json!({}), &bodies[2..]);
    assert_eq!(result["ask_cards"], json!([]));
}
