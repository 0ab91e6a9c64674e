//! A developer of a county puts answers of the portal on an intranet page.

use crate::routes::asking::{each, escaped, get, json, text};
use http::StatusCode;

#[test]
fn from_a_typed_name_to_key_answers_verdict_and_partners_in_json_alone() {
    let found = json("/api/v1/jurisdictions?q=cook+county+illinois&limit=3");
    let key = each(&found, "key")[0].clone();
    assert_eq!(key, "county-17031");

    let sheet = json(&format!("/api/v1/jurisdictions/{key}/answers"));
    let listed = sheet["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["answer"] == "listed" || row["answer"] == "after_steps")
        .expect("a category with an answer");
    let category = text(&listed["category"]["slug"]);
    let slug = text(&listed["evidence"][0]["slug"]);

    let one = json(&format!("/api/v1/offerings/{slug}?for={key}"));
    assert!(["yes", "after_steps"].contains(&text(&one["verdict"]["outcome"]).as_str()));
    assert_eq!(
        one["verdict"], listed["evidence"][0]["verdict"],
        "one verdict everywhere"
    );
    assert_eq!(
        get(&text(&one["url"])).status,
        StatusCode::OK,
        "the page behind it"
    );

    let partners = json(&format!(
        "/api/v1/matches?for={key}&category={}",
        escaped(&category)
    ));
    assert!(partners["strip"]["org"].is_string());
}

#[test]
fn a_mistake_in_a_call_is_told_with_field_and_remedy() {
    let answer = get("/api/v1/offerings?for=17031");
    assert_eq!(answer.faulty_fields(), ["for"]);
    assert!(answer.text().contains("county-17031"), "{}", answer.text());
}
