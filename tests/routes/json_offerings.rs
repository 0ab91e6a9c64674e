//! `/api/v1/offerings` and `/api/v1/offerings/{slug}`.

use super::asking::{each, get, json, page, text};
use http::{StatusCode, header};
use serde_json::Value;
use std::collections::HashSet;

const OUTCOMES: [&str; 4] = ["yes", "after_steps", "unknown", "no"];
const LINKS: [&str; 6] = [
    "in_force",
    "area",
    "kind",
    "participation_above",
    "own_steps",
    "limits",
];

fn check_verdict(verdict: &Value) {
    assert!(
        OUTCOMES.contains(&text(&verdict["outcome"]).as_str()),
        "{verdict}"
    );
    let confidence = text(&verdict["confidence"]);
    assert!(["confirmed", "listed", "unsourced", "stale"].contains(&confidence.as_str()));
    let links: Vec<String> = verdict["links"]
        .as_array()
        .unwrap()
        .iter()
        .map(|link| text(&link["link"]))
        .collect();
    assert_eq!(links, LINKS);
    for link in verdict["links"].as_array().unwrap() {
        let detail = match text(&link["state"]).as_str() {
            "met" => continue,
            "to_do" => "steps",
            "failed" => "reasons",
            "unknown" => "missing",
            other => panic!("{other} is no state of a link"),
        };
        assert!(
            !link[detail].as_array().unwrap().is_empty(),
            "{link} says why"
        );
    }
}

#[test]
fn the_list_answers_total_items_facets_and_next() {
    let list = json("/api/v1/offerings?q=cybersecurity&limit=5");
    let mut keys: Vec<&String> = list.as_object().unwrap().keys().collect();
    keys.retain(|key| *key != "did_you_mean");
    assert_eq!(keys, ["facets", "items", "next", "total"]);
    assert_eq!(list["items"].as_array().unwrap().len(), 5);
    for item in list["items"].as_array().unwrap() {
        for field in [
            "slug",
            "title",
            "kind",
            "summary",
            "url",
            "confidence",
            "checked_on",
        ] {
            assert!(item[field].is_string(), "{field} of {item}");
        }
        for of in ["provider", "category"] {
            assert!(
                item[of]["slug"].is_string() && item[of]["name"].is_string(),
                "{item}"
            );
        }
        assert!(
            item["verdict"].is_null(),
            "without a government there is no verdict"
        );
    }
    for facet in [
        "category",
        "kind",
        "level",
        "state",
        "cost_model",
        "agreement",
    ] {
        assert!(list["facets"][facet].is_array(), "{facet}");
    }
}

#[test]
fn with_a_government_every_item_carries_its_verdict_with_the_chain() {
    let list = json("/api/v1/offerings?q=cybersecurity&limit=50&for=county-17031");
    for item in list["items"].as_array().unwrap() {
        check_verdict(&item["verdict"]);
    }
}

#[test]
fn every_offering_has_a_verdict_for_every_kind_of_government() {
    for key in [
        "state-39",
        "territory-72",
        "county-21067",
        "municipality-4835000",
        "township-3901783150",
        "school-district-1709930",
        "county-09110",
    ] {
        let list = json(&format!("/api/v1/offerings?limit=100&for={key}"));
        for item in list["items"].as_array().unwrap() {
            check_verdict(&item["verdict"]);
        }
    }
}

#[test]
fn next_leads_through_the_whole_list_without_a_gap_or_a_repeat() {
    let mut path = Some("/api/v1/offerings?limit=100&sort=name".to_owned());
    let (mut slugs, mut total) = (Vec::new(), 0);
    while let Some(next) = path {
        let list = json(&next);
        total = list["total"].as_u64().unwrap();
        slugs.extend(each(&list, "slug"));
        path = list["next"].as_str().map(str::to_owned);
    }
    assert_eq!(slugs.len() as u64, total);
    assert_eq!(slugs.iter().collect::<HashSet<_>>().len(), slugs.len());
    assert_eq!(total, 332);
}

#[test]
fn one_offering_is_told_whole() {
    let one = json("/api/v1/offerings/buyboard?for=municipality-4835000");
    assert_eq!(one["title"], "BuyBoard purchasing cooperative");
    assert_eq!(one["verdict"]["outcome"], "after_steps");
    check_verdict(&one["verdict"]);
    assert!(
        one["rules"]
            .as_array()
            .is_some_and(|rules| !rules.is_empty())
    );
    assert_eq!(one["editions"][0]["number"], 1);
    assert_eq!(one["checked_on"], "2026-11-22");
    assert!(text(&one["source"]).starts_with("https://"));
}

#[test]
fn an_item_of_the_list_says_the_same_as_the_offering_itself() {
    let list = json("/api/v1/offerings?limit=10&for=county-17031");
    for item in list["items"].as_array().unwrap() {
        let slug = text(&item["slug"]);
        let one = json(&format!("/api/v1/offerings/{slug}?for=county-17031"));
        for (field, value) in item.as_object().unwrap() {
            if field != "matched" {
                assert_eq!(&one[field], value, "{field} of {slug}");
            }
        }
    }
}

#[test]
fn the_page_and_its_json_twin_show_the_same_list() {
    for query in [
        "q=fiber",
        "q=edr&for=county-17031",
        "category=gis&sort=name",
        "state=TX&kind=contract",
    ] {
        let html = page(&format!("/search?{query}"));
        let list = json(&format!("/api/v1/offerings?{query}"));
        let mut rest = html.as_str();
        for slug in each(&list, "slug") {
            let link = format!("href=\"/offerings/{slug}");
            let at = rest
                .find(&link)
                .unwrap_or_else(|| panic!("{query}: {slug} is not next"));
            rest = &rest[at + link.len()..];
        }
        assert!(html.contains(&format!(
            "href=\"/api/v1/offerings?{}\"",
            query.replace('&', "&amp;")
        )));
    }
}

#[test]
fn lists_are_json_and_equal_input_gives_equal_output() {
    let path = "/api/v1/offerings?q=broadband&for=state-27&limit=50";
    let (one, other) = (get(path), get(path));
    assert_eq!(one.status, StatusCode::OK);
    assert_eq!(one.header(header::CONTENT_TYPE), "application/json");
    assert_eq!(one.bytes, other.bytes);
}
