//! Who makes room for a missing level, and whom to ask where there is nobody.

use crate::case::{body, record, result};
use serde_json::{Value, json};

/// Six or more counties that use it, all alike but for their ties.
fn counties(count: u32, fields: &Value) -> Vec<Value> {
    let uses = record(json!({"relation": "uses", "ready": ["role_contact"]}));
    let county = |at| {
        let fields = crate::case::with(fields.clone(), json!({"agreements": 4 - at % 4}));
        body(&format!("c{at}"), fields, std::slice::from_ref(&uses))
    };
    (0..count).map(county).collect()
}

fn moves(others: Vec<Value>, counties: Vec<Value>) -> (usize, Value) {
    let bodies = [counties, others].concat();
    let result = result(json!({}), &bodies);
    (
        result["first_view"].as_array().expect("a view").len(),
        result["moves"].clone(),
    )
}

#[test]
fn one_who_is_better_in_everything_is_not_displaced() {
    let worse = record(json!({"relation": "uses", "ready": []}));
    let regional = body("r", json!({"level": "regional"}), &[worse]);
    let (shown, moves) = moves(vec![regional], counties(6, &json!({})));
    assert_eq!(shown, 7);
    assert_eq!(
        moves,
        json!([{"lane": "regional", "promoted": "r", "why_extended": "dominated"}])
    );
}

#[test]
fn more_than_fifteen_points_are_not_given_up() {
    let far = json!({"level": "regional", "pop": 400_000, "agreements": 4, "memberships": 1});
    let few = record(
        json!({"relation": "uses", "willing": null, "source": "user_reported", "ready": ["role_contact", "onboarding_steps"]}),
    );
    let (shown, moves) = moves(vec![body("r", far, &[few])], counties(6, &json!({})));
    assert_eq!(shown, 7);
    assert_eq!(
        moves,
        json!([{"lane": "regional", "promoted": "r", "why_extended": "gap over 15"}])
    );
}

#[test]
fn a_level_may_come_in_for_the_last_of_a_level_with_two() {
    let near = json!({"level": "regional", "agreements": 4, "pop": 70_000});
    let ready = record(json!({"relation": "uses", "ready": ["role_contact", "onboarding_steps"]}));
    let state = json!({"level": "state_agency", "agreements": 4, "pop": 75_000});
    let others = vec![
        body("r", near, std::slice::from_ref(&ready)),
        body("a", state, &[ready]),
    ];
    let (shown, moves) = moves(others, counties(7, &json!({"pop": 21_000})));
    assert_eq!(shown, 6);
    assert_eq!(moves[0]["lane"], "state");
    assert_eq!(moves[1]["lane"], "regional");
    assert!(
        moves[0]["gap"].as_f64() > Some(0.0)
            && moves[0]["moved_to_more"] != moves[1]["moved_to_more"]
    );
}

#[test]
fn the_first_body_that_serves_the_area_is_asked_where_a_level_has_nobody() {
    let regional = |id: &str, serves: bool, records: &[Value]| {
        body(
            id,
            json!({"level": "regional", "serves_area": serves}),
            records,
        )
    };
    let said_no = record(json!({"relation": "does_not_offer"}));
    let long_ago = record(json!({"relation": "does_not_offer", "confirmed_on": "2020-01-01"}));
    let paused = record(json!({"status": "paused"}));
    let bodies = [
        regional("r1", false, &[]),
        regional("r2", true, &[said_no]),
        regional("r3", true, &[paused]),
        regional("r5", true, &[]),
        regional("r4", true, &[long_ago]),
        body(
            "cio",
            json!({"level": "state_cio", "serves_area": true}),
            &[],
        ),
        body(
            "agency",
            json!({"level": "state_agency", "serves_area": true}),
            &[],
        ),
    ];
    assert_eq!(
        result(json!({}), &bodies)["ask_cards"],
        json!(["agency", "r4"])
    );
    let open = regional("r6", false, &[record(json!({}))]);
    let bodies = [bodies.to_vec(), vec![open]].concat();
    assert_eq!(result(json!({}), &bodies)["ask_cards"], json!(["agency"]));
}
