//! `/hsds/…`: the service directory as the standard has it.

use super::{
    asking::{STARTER, get, json, text},
    schemas::{check, schema},
};
use http::StatusCode;
use serde_json::Value;
use std::collections::BTreeSet;

/// Every entry of a list, page by page; the envelope of each is looked at.
fn walked(list: &str, per_page: usize) -> Vec<Value> {
    let mark = if list.contains('?') { '&' } else { '?' };
    let mut all: Vec<Value> = Vec::new();
    for number in 1.. {
        let page = json(&format!("{list}{mark}page={number}&per_page={per_page}"));
        let contents = page["contents"].as_array().unwrap();
        let total = page["total_items"].as_u64().unwrap() as usize;
        let pages = total.div_ceil(per_page);
        assert_eq!(page["total_pages"], pages, "{list}");
        assert_eq!(page["page_number"], number, "{list}");
        assert_eq!(page["size"], contents.len(), "{list}");
        assert_eq!(page["first_page"], number == 1, "{list}");
        assert_eq!(page["last_page"], number >= pages, "{list}");
        assert_eq!(page["empty"], contents.is_empty(), "{list}");
        all.extend(contents.iter().cloned());
        if number >= pages {
            assert_eq!(all.len(), total, "{list}");
            return all;
        }
    }
    unreachable!()
}

fn ids(of: &[Value]) -> BTreeSet<String> {
    of.iter().map(|one| text(&one["id"])).collect()
}

#[test]
fn every_list_is_walked_page_by_page_and_names_everything_once() {
    for (list, per_page, least) in [
        ("/hsds/services", 100, 300),
        ("/hsds/organizations", 200, 200),
        ("/hsds/taxonomies", 5, 1),
        ("/hsds/taxonomy_terms", 20, 30),
        ("/hsds/service_at_locations", 5, 0),
    ] {
        let all = walked(list, per_page);
        assert!(all.len() >= least, "{list} has {}", all.len());
        assert_eq!(ids(&all).len(), all.len(), "{list}");
    }
    let offerings = STARTER.json("/api/v1/offerings?limit=1")["total"].clone();
    assert_eq!(json("/hsds/services")["total_items"], offerings);
}

#[test]
fn every_answer_is_valid_by_the_schema_of_the_standard() {
    for (list, brief, whole) in [
        (
            "services",
            "compiled/service_list",
            "compiled/service_with_definitions",
        ),
        (
            "organizations",
            "compiled/organization_list",
            "organization",
        ),
        ("taxonomies", "taxonomy", "taxonomy"),
        ("taxonomy_terms", "taxonomy_term", "taxonomy_term"),
    ] {
        let of = |name: &str| schema(&format!("hsds-3.0/{name}.json"));
        let Some((brief, whole)) = of(brief).zip(of(whole)) else {
            return;
        };
        let all = walked(&format!("/hsds/{list}"), 500);
        for one in &all {
            check(&brief, list, one);
        }
        for one in all.iter().step_by(7) {
            let path = format!("/hsds/{list}/{}", text(&one["id"]));
            let one = json(&path);
            check(&whole, &path, &one);
        }
    }
    let whole = schema("hsds-3.0/compiled/service_with_definitions.json").unwrap();
    for one in walked("/hsds/services?full=true", 500) {
        check(&whole, "/hsds/services?full=true", &one);
    }
}

#[test]
fn a_service_is_told_with_its_body_its_areas_and_its_category() {
    let found = json("/hsds/services?search=buyboard");
    assert_eq!(found["total_items"], 1);
    let brief = &found["contents"][0];
    assert!(
        brief.get("service_areas").is_none(),
        "a list tells what there is one of"
    );
    let one = json(&format!("/hsds/services/{}", text(&brief["id"])));
    assert_eq!(one["name"], brief["name"]);
    assert_eq!(one["organization"]["id"], one["organization_id"]);
    assert!(!one["service_areas"].as_array().unwrap().is_empty());
    let term = &one["attributes"][0]["taxonomy_term"];
    let own = format!(
        "/hsds/services?taxonomy_term_id={}&per_page=500",
        text(&term["id"])
    );
    assert!(ids(&walked(&own, 500)).contains(&text(&one["id"])));
    let body = json(&format!(
        "/hsds/organizations/{}",
        text(&one["organization_id"])
    ));
    let services = body["services"].as_array().unwrap();
    assert!(services.iter().any(|service| service["id"] == one["id"]));
    let of_body = format!("/hsds/services?organization_id={}", text(&body["id"]));
    assert_eq!(walked(&of_body, 500).len(), services.len());
}

#[test]
fn what_was_changed_before_a_day_is_left_out_and_minimal_entries_are_small() {
    assert_eq!(
        json("/hsds/services?modified_after=2999-01-01")["empty"],
        true
    );
    let all = json("/hsds/services?modified_after=2000-01-01T00:00:00Z&minimal=true");
    let first = all["contents"][0].as_object().unwrap();
    let names: Vec<&String> = first.keys().collect();
    assert_eq!(names, ["id", "last_modified"]);
    let none = json("/hsds/services?taxonomy_id=other");
    assert_eq!(none["total_items"], 0);
}

#[test]
fn what_is_asked_wrongly_or_is_not_there_is_a_problem_in_json() {
    let wrong = get("/hsds/services?page=0&per_page=many&modified_after=soon");
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        wrong.faulty_fields(),
        ["modified_after", "page", "per_page"]
    );
    for path in [
        "/hsds/services/buyboard",
        "/hsds/organizations/none",
        "/hsds/taxonomies/none",
        "/hsds/taxonomy_terms/none",
        "/hsds/service_at_locations/none",
        "/hsds/nothing",
    ] {
        let answer = get(path);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.json()["status"], 404, "{path}");
    }
    let about = json("/hsds/");
    assert_eq!(about["version"], "3.0");
}

#[test]
fn a_list_comes_whole_with_an_entry_a_line() {
    for list in [
        "/hsds/services?minimal=true",
        "/hsds/services?full=true&search=cyber",
        "/hsds/organizations",
        "/hsds/taxonomies",
        "/hsds/taxonomy_terms",
        "/hsds/service_at_locations",
    ] {
        let mark = if list.contains('?') { '&' } else { '?' };
        let answer = get(&format!("{list}{mark}format=ndjson"));
        assert_eq!(answer.status, StatusCode::OK, "{list}");
        let kind = answer.header(http::header::CONTENT_TYPE);
        assert_eq!(kind, "application/x-ndjson", "{list}");
        let said = answer.text();
        let lines: Vec<Value> = said
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(lines, walked(list, 100), "{list}");
        assert_eq!(json(&format!("{list}{mark}format=json"))["page_number"], 1);
    }
    let wrong = get("/hsds/services?format=xml");
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    assert_eq!(wrong.faulty_fields(), ["format"]);
}
