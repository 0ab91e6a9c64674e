//! The worked cases come out exactly, and a file that cannot be read says why.

#![allow(clippy::expect_used)]

use interlocal_matching::{
    Model,
    cases::{CaseError, read_cases, run_cases},
};
use serde_json::{Value, json};

fn file() -> String {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/cases/matching_cases.json"
    );
    std::fs::read_to_string(path).expect("the worked cases can be read")
}

fn parsed() -> Value {
    serde_json::from_str(&file()).expect("the worked cases are JSON")
}

/// The cases write `2 agreement(s)` where the product writes `2 agreements`.
fn without_plurals(value: &Value) -> Value {
    match value {
        Value::String(text) => {
            let plain = text.replace("(s)", "");
            Value::String(
                plain
                    .replace("agreements", "agreement")
                    .replace("memberships", "membership"),
            )
        }
        Value::Array(items) => Value::Array(items.iter().map(without_plurals).collect()),
        Value::Object(fields) => Value::Object(
            fields
                .iter()
                .map(|(name, field)| (name.clone(), without_plurals(field)))
                .collect(),
        ),
        other => other.clone(),
    }
}

fn answers(json: &str) -> Vec<Value> {
    let written = run_cases(json).expect("the cases are well formed");
    serde_json::from_str(&written).expect("the answer is JSON")
}

#[test]
fn every_worked_case_comes_out_exactly() {
    let cases = parsed()["cases"].as_array().expect("cases").clone();
    let answers = answers(&file());
    assert_eq!(answers.len(), cases.len());
    for (case, answer) in cases.iter().zip(&answers) {
        let n = &case["n"];
        assert_eq!(&answer["n"], n);
        let (expected, result) = (case["expected"].as_object(), answer["result"].as_object());
        let (expected, result) = (expected.expect("expected"), result.expect("result"));
        let mut keys: Vec<_> = expected.keys().collect();
        let mut found: Vec<_> = result.keys().collect();
        keys.sort();
        found.sort();
        assert_eq!(found, keys, "keys of case {n}");
        for key in keys.into_iter().filter(|key| *key != "cards") {
            assert_eq!(result[key], expected[key], "{key} of case {n}");
        }
        let cards = expected["cards"].as_array().expect("cards");
        let shown = result["cards"].as_array().expect("cards");
        assert_eq!(shown.len(), cards.len(), "cards of case {n}");
        for (card, shown) in cards.iter().zip(shown) {
            assert_eq!(
                without_plurals(shown),
                without_plurals(card),
                "card {} of case {n}",
                card["id"]
            );
        }
    }
}

#[test]
fn the_built_in_model_is_that_of_the_worked_cases() {
    let read: Model = serde_json::from_value(parsed()["model"].clone()).expect("a model");
    assert_eq!(read, Model::default());
    let written = serde_json::to_value(Model::default()).expect("a model is written");
    for name in parsed()["model"].as_object().expect("fields").keys() {
        assert!(written.get(name).is_some(), "{name} is not read");
    }
    assert_eq!(
        serde_json::from_value::<Model>(written).expect("it is read again"),
        read
    );
}

#[test]
fn a_file_without_a_model_uses_the_built_in_one_and_a_case_may_stand_alone() {
    let mut whole = parsed();
    let with_model = answers(&file());
    whole.as_object_mut().expect("an object").remove("model");
    assert_eq!(answers(&whole.to_string()), with_model);
    let mut alone = whole["cases"][0].clone();
    alone["as_of"] = whole["as_of"].clone();
    assert_eq!(answers(&alone.to_string()), with_model[..1]);
}

#[test]
fn a_model_in_the_file_changes_the_answer() {
    let mut whole = parsed();
    whole["model"]["weights_hundredths"]["need"] = json!(0);
    whole["model"]["apart_rule_miles"] =
        json!("0 below 200; linear to 1 at 205; 1 to 300; linear down to .7 at 600");
    let changed = answers(&whole.to_string());
    let card = &changed[0]["result"]["cards"][0];
    assert_eq!(card["points"]["need"], json!(0.0));
    let office = changed[0]["result"]["cards"]
        .as_array()
        .expect("cards")
        .iter();
    let office = office
        .clone()
        .find(|card| card["id"] == "xa-cio")
        .expect("the office");
    assert_eq!(office["factors_bp"]["placement"], json!([0, 0, 0]));
}

#[test]
fn facts_that_the_model_does_not_know_change_nothing() {
    let mut whole = parsed();
    for case in whole["cases"].as_array_mut().expect("cases") {
        for candidate in case["candidates"].as_array_mut().expect("candidates") {
            candidate["clicks"] = json!(100_000);
            candidate["stars"] = json!(5);
            candidate["vendor"] = json!("Acme");
            for record in candidate["records"].as_array_mut().expect("records") {
                record["payment"] = json!("gold");
            }
        }
    }
    assert_eq!(answers(&whole.to_string()), answers(&file()));
}

#[test]
fn null_and_absent_are_the_same() {
    let mut whole = parsed();
    for case in whole["cases"].as_array_mut().expect("cases") {
        for candidate in case["candidates"].as_array_mut().expect("candidates") {
            let fields = [
                "pop",
                "distance_mi",
                "serves_area",
                "agreements",
                "memberships",
                "cross_state",
            ];
            for name in fields {
                let value = candidate.get(name).cloned().unwrap_or_default();
                candidate[name] = value;
            }
            for record in candidate["records"].as_array_mut().expect("records") {
                for name in [
                    "expires",
                    "size_range",
                    "customer_pops",
                    "regimes",
                    "pref_match",
                    "ready",
                ] {
                    let value = record.get(name).cloned().unwrap_or_default();
                    record[name] = value;
                }
            }
        }
    }
    assert_eq!(answers(&whole.to_string()), answers(&file()));
}

/// The message for a file that was changed in one place.
fn refusal(change: impl Fn(&mut Value)) -> String {
    let mut whole = parsed();
    change(&mut whole);
    run_cases(&whole.to_string())
        .expect_err("the file is refused")
        .to_string()
}

#[test]
fn a_missing_date_is_named() {
    let message = refusal(|whole| {
        whole.as_object_mut().expect("an object").remove("as_of");
    });
    assert!(
        message.starts_with("as_of is missing in case 1"),
        "{message}"
    );
    let alone = parsed()["cases"][0].to_string();
    assert!(matches!(run_cases(&alone), Err(CaseError::NoDate(_))));
}

#[test]
fn a_wrong_field_is_named_with_its_place() {
    let message = refusal(|whole| whole["cases"][1]["seeker"]["pop"] = json!("many"));
    assert!(
        message.starts_with("cases[1].seeker.pop: invalid type"),
        "{message}"
    );
    assert!(message.contains("line 1 column"), "{message}");
    let message = refusal(|whole| {
        whole["cases"][0]["candidates"][0]["records"][0]["relation"] = json!("sells");
    });
    assert!(
        message.starts_with("cases[0].candidates[0].records[0].relation: "),
        "{message}"
    );
    assert!(
        message.contains("unknown variant `sells`, expected one of"),
        "{message}"
    );
    let message = refusal(|whole| {
        whole["cases"][0]["need"]
            .as_object_mut()
            .expect("a need")
            .remove("intent");
    });
    assert!(
        message.contains("cases[0].need: missing field `intent`"),
        "{message}"
    );
    let message = refusal(|whole| whole["as_of"] = json!("2026-02-30"));
    assert!(message.starts_with("as_of: "), "{message}");
    let message = refusal(|whole| whole["model"]["size_rule"] = json!("linear"));
    assert!(message.starts_with("model.size_rule: "), "{message}");
}

#[test]
fn text_that_is_not_json_is_refused_with_line_and_column() {
    let error = read_cases("{\n  \"cases\": [,]\n}").expect_err("no JSON");
    assert!(error.to_string().contains("line 2 column"), "{error}");
}

#[test]
fn a_candidate_that_stands_twice_is_refused() {
    let message = refusal(|whole| {
        let first = whole["cases"][0]["candidates"][0].clone();
        whole["cases"][0]["candidates"][1] = first;
    });
    assert!(
        message.contains("“xa-cio” stands twice in case 1"),
        "{message}"
    );
}
