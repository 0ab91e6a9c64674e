//! The value of each factor in basis points.

use crate::case::{body, record, result, result_for};
use serde_json::{Value, json};

#[track_caller]
fn check(factor: &str, need: Value, fields: Value, of_record: Value, expect: [u32; 3]) {
    let result = result(need, &[body("b", fields, &[record(of_record)])]);
    assert_eq!(
        result["cards"][0]["factors_bp"][factor],
        json!(expect),
        "{factor}"
    );
}

#[test]
fn need_is_the_relation_lessened_by_another_category_or_unknown_terms() {
    let need = |intent: &str, of_record: Value, expect| {
        check(
            "need",
            json!({"intent": intent}),
            json!({}),
            of_record,
            expect,
        );
    };
    need("obtain", json!({}), [10_000; 3]);
    need(
        "obtain",
        json!({"category_match": "parent_child"}),
        [7_000; 3],
    );
    need(
        "obtain",
        json!({"relation": "brokers", "category_match": "sibling"}),
        [3_400; 3],
    );
    need(
        "obtain",
        json!({"eligible": null, "category_match": "parent_child"}),
        [0, 4_550, 7_000],
    );
    need(
        "join",
        json!({"relation": "brokers", "eligible": null}),
        [0, 5_000, 8_000],
    );
    need("join", json!({"relation": "seeks"}), [10_000; 3]);
    need("learn", json!({"eligible": null}), [8_000; 3]);
    let abroad = json!({"state": "XB"});
    check(
        "need",
        json!({}),
        abroad.clone(),
        json!({"eligible": {"levels": ["municipality"], "states": ["XA"]}}),
        [0, 6_500, 10_000],
    );
    check(
        "need",
        json!({}),
        abroad,
        json!({"relation": "uses"}),
        [4_000; 3],
    );
}

#[test]
fn policy_is_the_mean_of_the_law_and_of_each_required_rule() {
    let two = json!({"required_regimes": ["CJIS", "HIPAA"]});
    let met = json!({"regimes": {"CJIS": "attested", "HIPAA": "partial"}});
    check(
        "policy",
        json!({}),
        json!({"state": "XB", "cross_state": "permitted"}),
        json!({}),
        [6_000; 3],
    );
    check(
        "policy",
        json!({}),
        json!({"state": "XB"}),
        json!({}),
        [0, 3_000, 6_000],
    );
    check("policy", two.clone(), json!({}), met, [8_333; 3]);
    check(
        "policy",
        two,
        json!({"state": "XB"}),
        json!({"regimes": {"CJIS": "attested"}}),
        [3_333, 6_000, 8_667],
    );
}

#[test]
fn near_is_by_service_area_touching_region_or_miles() {
    let near = |fields: Value, expect| {
        check(
            "placement",
            json!({"placement": "near"}),
            fields,
            json!({}),
            expect,
        )
    };
    near(
        json!({"serves_area": true, "distance_mi": 900}),
        [10_000; 3],
    );
    near(json!({"contiguous": true}), [10_000; 3]);
    near(json!({"distance_mi": 35}), [5_000; 3]);
    near(json!({"distance_mi": 70, "same_region": true}), [8_000; 3]);
    near(json!({"distance_mi": 3.5, "same_region": true}), [9_330; 3]);
    near(json!({"same_region": true}), [8_000, 9_000, 10_000]);
    near(json!({}), [0, 5_000, 10_000]);
}

#[test]
fn apart_is_by_the_site_of_a_provider_and_the_place_of_a_seeker() {
    let apart = |fields: Value, of_record: Value, expect| {
        check(
            "placement",
            json!({"placement": "apart"}),
            fields,
            of_record,
            expect,
        );
    };
    apart(
        json!({"distance_mi": 5}),
        json!({"site_distance_mi": 450}),
        [8_500; 3],
    );
    apart(json!({"distance_mi": 5}), json!({}), [0, 5_000, 10_000]);
    apart(
        json!({"distance_mi": 62.5}),
        json!({"relation": "seeks"}),
        [5_000; 3],
    );
    apart(
        json!({}),
        json!({"relation": "seeks", "site_distance_mi": 200}),
        [0, 5_000, 10_000],
    );
    apart(
        json!({"distance_mi": 5}),
        json!({"relation": "uses"}),
        [5_000; 3],
    );
}

#[test]
fn size_is_by_range_then_customers_then_population() {
    let size = |fields: Value, of_record: Value, expect| {
        check("size", json!({}), fields, of_record, expect)
    };
    size(
        json!({}),
        json!({"size_range": [1, null], "customer_pops": [900_000]}),
        [10_000; 3],
    );
    size(
        json!({}),
        json!({"customer_pops": [900_000, 40_000]}),
        [6_065; 3],
    );
    size(json!({}), json!({}), [0, 5_000, 10_000]);
    size(
        json!({"pop": 30_000}),
        json!({"relation": "uses"}),
        [8_427; 3],
    );
    size(
        json!({"pop": null}),
        json!({"relation": "seeks"}),
        [0, 5_000, 10_000],
    );
    let learn = json!({"intent": "learn"});
    check(
        "size",
        learn,
        json!({}),
        json!({"size_range": [1, 2]}),
        [0; 3],
    );
    let bodies = [body(
        "b",
        json!({}),
        &[record(json!({"size_range": [1, 2]}))],
    )];
    let unknown = result_for(json!({"pop": null}), json!({}), &bodies);
    assert_eq!(
        unknown["cards"][0]["factors_bp"]["size"],
        json!([0, 5_000, 10_000])
    );
}

#[test]
fn mutual_is_willingness_times_the_preferences_met() {
    let mutual =
        |of_record: Value, expect| check("mutual", json!({}), json!({}), of_record, expect);
    mutual(
        json!({"willing": "accepting_now", "pref_match": 0.25}),
        [2_500; 3],
    );
    mutual(json!({"willing": "open", "pref_match": 0.5}), [3_500; 3]);
    mutual(
        json!({"willing": null, "pref_match": 0.5}),
        [0, 2_500, 5_000],
    );
    mutual(json!({"willing": null}), [0, 5_000, 10_000]);
}

#[test]
fn ties_grow_slower_the_more_there_are_and_end_at_four() {
    let ties = |agreements: u32, memberships: u32, expect| {
        let fields = json!({"agreements": agreements, "memberships": memberships});
        check("ties", json!({}), fields, json!({}), [expect; 3]);
    };
    ties(0, 1, 2_929);
    ties(1, 0, 5_000);
    ties(1, 2, 7_500);
    ties(4, 0, 9_375);
    ties(9, 9, 9_375);
}

#[test]
fn readiness_counts_each_start_up_fact_of_the_model_once() {
    let ready =
        json!({"ready": ["role_contact", "role_contact", "free_lunch", "onboarding_steps"]});
    check("readiness", json!({}), json!({}), ready, [4_000; 3]);
}

#[test]
fn evidence_is_the_source_halved_every_year_down_to_a_quarter() {
    let evidence =
        |of_record: Value, expect| check("evidence", json!({}), json!({}), of_record, [expect; 3]);
    evidence(json!({"confirmed_on": "2025-03-02"}), 5_000);
    evidence(json!({"confirmed_on": "2020-03-02"}), 2_500);
    evidence(json!({"confirmed_on": "2026-04-02"}), 10_000);
    evidence(json!({"source": "public_source"}), 7_000);
    evidence(
        json!({"source": "user_reported", "confirmed_on": null}),
        1_000,
    );
    evidence(json!({"source": null}), 0);
}
