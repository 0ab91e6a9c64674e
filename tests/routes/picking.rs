//! Picking one's government: the list behind the type-ahead and the plain form.

use super::asking::{each, escaped, get, json, links, page, words};
use http::StatusCode;
use serde_json::Value;

fn found(words: &str) -> Value {
    json(&format!(
        "/api/v1/jurisdictions?limit=8&q={}",
        escaped(words)
    ))
}

/// The first government for these words.
fn check(typed: &str, key: &str) {
    let keys = each(&found(typed), "key");
    assert_eq!(
        keys.first().map(String::as_str),
        Some(key),
        "“{typed}” gives {keys:?}"
    );
}

#[test]
fn what_people_type_leads_to_the_government_they_mean() {
    check("springfield il", "municipality-1772000");
    check("springfield, ohio", "municipality-3974118");
    check("houston tx", "municipality-4835000");
    check("cook county il", "county-17031");
    check("cook county", "county-17031");
    check("ohio", "state-39");
    check("kansas city", "municipality-2938000");
    check("ft worth", "municipality-4827000");
    check("school district 65", "school-district-1714460");
    check("lincoln cou", "county-37109");
}

#[test]
fn saint_and_its_short_form_are_the_same_word() {
    let short = each(&found("st. louis"), "key");
    assert!(
        short[..2].contains(&"municipality-2965000".to_owned()),
        "{short:?}"
    );
    assert!(short[..2].contains(&"county-29189".to_owned()), "{short:?}");
    assert_eq!(each(&found("saint louis county"), "key")[0], "county-29189");
}

#[test]
fn a_slip_of_the_finger_still_finds_the_government() {
    let keys = each(&found("chicgo"), "key");
    assert!(
        keys.contains(&"municipality-1714000".to_owned()),
        "{keys:?}"
    );
}

#[test]
fn of_governments_with_one_name_the_larger_comes_first() {
    let list = found("lincoln county");
    let people: Vec<u64> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|i| i["population"].as_u64().unwrap())
        .collect();
    assert!(people.is_sorted_by(|a, b| a >= b), "{people:?}");
}

#[test]
fn lincoln_county_shows_all_twenty_four() {
    let list = json("/api/v1/jurisdictions?limit=5&q=Lincoln+County");
    assert_eq!(list["exact_names"], 24);
    let keys = each(&list, "key");
    assert_eq!(keys.len(), 24, "no cap below the exact names");
    assert_eq!(
        keys.iter().filter(|key| key.starts_with("county-")).count(),
        24
    );
    let states: std::collections::HashSet<String> = each(&list, "state").into_iter().collect();
    assert_eq!(states.len(), 24, "one in each of 24 states");
    assert!(
        keys.contains(&"county-22061".to_owned()),
        "Lincoln Parish is one of them"
    );
    let rows = links(&page("/jurisdictions?q=Lincoln+County"));
    for key in &keys {
        let there = rows
            .iter()
            .any(|link| link.starts_with(&format!("/jurisdictions/{key}")));
        assert!(there, "{key} is not on the first page of the plain form");
    }
}

#[test]
fn the_plain_form_pages_through_everything_without_a_gap_or_a_repeat() {
    let count = |path: &str| {
        let html = page(path);
        let list = html
            .split("<ul class=\"il-rows\">")
            .nth(1)
            .unwrap_or_default()
            .to_owned();
        let list = list.split("</ul>").next().unwrap().to_owned();
        links(&list)
    };
    let mut seen = Vec::new();
    for number in 1..=12 {
        seen.extend(count(&format!("/jurisdictions?q=lincoln&page={number}")));
    }
    let distinct: std::collections::HashSet<&String> = seen.iter().collect();
    assert_eq!(distinct.len(), seen.len(), "no government stands twice");
    assert!(seen.len() >= 300, "{}", seen.len());
}

#[test]
fn words_that_nobody_is_called_give_an_empty_list_and_say_so() {
    let list = found("zzxqy");
    assert_eq!(
        (list["total"].as_u64(), each(&list, "key").len()),
        (Some(0), 0)
    );
    let text = words(&page("/jurisdictions?q=zzxqy"));
    assert!(text.contains("No government fits “zzxqy”"), "{text}");
}

#[test]
fn no_words_are_an_empty_list_and_not_a_fault() {
    for path in [
        "/api/v1/jurisdictions",
        "/api/v1/jurisdictions?q=",
        "/api/v1/jurisdictions?q=%20",
    ] {
        let list = json(path);
        assert!(list["items"].as_array().unwrap().len() <= 20, "{path}");
    }
    assert_eq!(get("/jurisdictions?q=").status, StatusCode::OK);
}

#[test]
fn the_picker_leads_back_to_the_page_it_came_from_with_the_government_chosen() {
    let html = page("/jurisdictions?q=cook+county+il&next=%2Fofferings%2Fbuyboard%3Fx%3D1");
    let target = links(&html)
        .into_iter()
        .find(|link| link.starts_with("/offerings/"));
    assert_eq!(
        target.as_deref(),
        Some("/offerings/buyboard?x=1&for=county-17031")
    );
}

#[test]
fn the_picker_never_leads_to_another_host() {
    for next in [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
    ] {
        let html = page(&format!(
            "/jurisdictions?q=cook+county+il&next={}",
            escaped(next)
        ));
        let foreign = links(&html).into_iter().find(|l| {
            !l.starts_with('/') && !l.starts_with('#')
                || l.starts_with("//")
                || l.starts_with("/\\")
        });
        assert_eq!(foreign, None);
        assert!(
            !html.contains("value=\"https://evil"),
            "nor is it carried on"
        );
    }
}

#[test]
fn a_government_that_is_picked_is_the_one_that_is_asked_for_from_then_on() {
    let html = page("/jurisdictions?q=cook+county+il");
    let sheet = links(&html)
        .into_iter()
        .find(|l| l.starts_with("/jurisdictions/county-17031"));
    let text = words(&page(&sheet.expect("the sheet is linked")));
    assert!(
        text.contains("For Cook County, Illinois"),
        "the header names it: {text}"
    );
}

#[test]
fn the_category_that_was_asked_for_is_where_the_sheet_opens() {
    let html = page("/jurisdictions?q=cook+county+il&category=cybersecurity");
    let sheet = links(&html)
        .into_iter()
        .find(|l| l.starts_with("/jurisdictions/county-17031"));
    assert!(
        sheet
            .clone()
            .is_some_and(|sheet| sheet.ends_with("#cybersecurity")),
        "{sheet:?}"
    );
    assert!(page("/jurisdictions/county-17031").contains("id=\"cybersecurity\""));
}
