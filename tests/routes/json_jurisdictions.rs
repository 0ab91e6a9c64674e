//! `/api/v1/jurisdictions/{key}` and its answers.

use super::asking::{json, text};
use serde_json::Value;

const ANSWERS: [&str; 5] = [
    "yes_confirmed",
    "after_steps",
    "listed",
    "no",
    "not_recorded",
];

#[test]
fn a_government_is_told_with_what_it_lies_in_and_whom_it_may_ask() {
    let one = json("/api/v1/jurisdictions/municipality-4835000");
    assert_eq!(one["full_name"], "Houston, Texas");
    assert_eq!(one["kind"], "municipality");
    assert_eq!(one["kind_label"], "city");
    assert_eq!(one["county"], "Harris County");
    assert_eq!(one["postal"], "TX");
    assert_eq!(one["population"], 2_300_419);
    let parents: Vec<String> = one["parents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|parent| text(&parent["key"]))
        .collect();
    assert_eq!(parents, ["county-48201", "state-48"]);
    assert_eq!(
        one["cio_office"]["name"],
        "Texas Department of Information Resources"
    );
    let peers = one["peers"].as_array().unwrap();
    assert!(
        !peers.is_empty()
            && peers
                .iter()
                .all(|p| text(&p["key"]).starts_with("municipality-"))
    );
}

#[test]
fn a_county_without_a_county_government_says_so() {
    let one = json("/api/v1/jurisdictions/county-09110");
    assert_eq!(
        (one["government"].clone(), one["state"].clone()),
        (false.into(), "Connecticut".into())
    );
    assert!(!text(&one["status_note"]).is_empty());
}

fn check_answer(row: &Value) {
    let answer = text(&row["answer"]);
    assert!(ANSWERS.contains(&answer.as_str()), "{row}");
    let unsaid = answer == "not_recorded";
    assert_eq!(
        row["ask"].is_null(),
        !unsaid,
        "{row}: ask stands with what is not recorded"
    );
    if matches!(answer.as_str(), "yes_confirmed" | "after_steps" | "listed") {
        let evidence = row["evidence"].as_array().unwrap();
        assert!(!evidence.is_empty(), "{row}: a yes shows its evidence");
        for offering in evidence {
            let outcome = text(&offering["verdict"]["outcome"]);
            assert!(
                ["yes", "after_steps"].contains(&outcome.as_str()),
                "{offering}"
            );
        }
    }
}

#[test]
fn the_sheet_answers_every_category_for_every_kind_of_government() {
    for key in [
        "state-39",
        "county-17031",
        "municipality-4835000",
        "township-3901783150",
        "school-district-1709930",
        "territory-72",
    ] {
        let sheet = json(&format!("/api/v1/jurisdictions/{key}/answers"));
        assert_eq!(sheet["as_of"], "2026-11-22");
        assert_eq!(sheet["jurisdiction"]["key"], key);
        let items = sheet["items"].as_array().unwrap();
        assert_eq!((items.len(), sheet["total"].as_u64()), (15, Some(15)));
        for row in items {
            check_answer(row);
            row["children"]
                .as_array()
                .unwrap()
                .iter()
                .for_each(check_answer);
        }
    }
}

#[test]
fn nothing_from_a_public_source_is_ever_answered_as_a_confirmed_yes() {
    for key in ["county-17031", "municipality-4835000", "state-39"] {
        let sheet = json(&format!("/api/v1/jurisdictions/{key}/answers")).to_string();
        assert!(
            !sheet.contains("yes_confirmed"),
            "{key}: the starter directory confirms nothing"
        );
    }
}
