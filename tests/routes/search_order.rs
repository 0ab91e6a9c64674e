//! The order of results: what fits, what one may use, and the chosen sort.

use super::asking::{each, json, text};

fn rank(outcome: &str) -> usize {
    ["yes", "after_steps", "unknown", "no"]
        .iter()
        .position(|word| *word == outcome)
        .unwrap()
}

/// Usable first, then unknown, then not usable.
fn class(outcome: &str) -> usize {
    rank(outcome).saturating_sub(1)
}

#[test]
fn with_a_government_what_it_may_use_comes_first_and_what_it_may_not_stays_visible() {
    for (key, words) in [
        ("county-17031", "cybersecurity"),
        ("municipality-4835000", "contracts"),
        ("school-district-1709930", ""),
        ("township-3901783150", "network"),
    ] {
        let list = json(&format!("/api/v1/offerings?limit=100&for={key}&q={words}"));
        let classes: Vec<usize> = list["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| class(&text(&item["verdict"]["outcome"])))
            .collect();
        assert!(classes.is_sorted(), "{key} {words}: {classes:?}");
        assert!(
            classes.contains(&2),
            "{key} {words}: what it may not use is not hidden"
        );
    }
}

#[test]
fn usable_by_me_leaves_exactly_what_the_verdict_says() {
    for key in [
        "county-17031",
        "municipality-4835000",
        "school-district-1709930",
        "state-39",
    ] {
        let whole: Vec<serde_json::Value> = (1..=4)
            .flat_map(|page| {
                let list = json(&format!(
                    "/api/v1/offerings?limit=100&page={page}&for={key}"
                ));
                list["items"].as_array().unwrap().clone()
            })
            .collect();
        let usable = whole
            .iter()
            .filter(|item| rank(&text(&item["verdict"]["outcome"])) < 2)
            .count() as u64;
        let filtered = json(&format!("/api/v1/offerings?limit=100&for={key}&usable=yes"));
        assert_eq!(filtered["total"].as_u64(), Some(usable), "{key}");
        for item in filtered["items"].as_array().unwrap() {
            assert!(
                rank(&text(&item["verdict"]["outcome"])) < 2,
                "{key}: {}",
                item["slug"]
            );
        }
    }
}

#[test]
fn sorted_by_name_the_titles_are_in_order() {
    let titles = each(&json("/api/v1/offerings?sort=name&limit=100"), "title");
    // Where a title with a hyphen or an ampersand belongs is a matter of taste.
    let plain: Vec<String> = titles
        .iter()
        .filter(|title| title.chars().all(|c| c.is_ascii_alphanumeric() || c == ' '))
        .map(|title| title.to_lowercase())
        .collect();
    assert!(plain.len() > 60, "{titles:?}");
    assert!(plain.is_sorted(), "{plain:?}");
}

#[test]
fn a_name_finds_its_bearer_first() {
    for (words, slug) in [
        ("buyboard", "buyboard"),
        ("sourcewell technology contracts", "sourcewell-technology"),
        ("illinois century network", "illinois-century-network"),
    ] {
        let list = json(&format!(
            "/api/v1/offerings?limit=3&q={}",
            words.replace(' ', "+")
        ));
        assert_eq!(each(&list, "slug")[0], slug, "“{words}”");
    }
}

#[test]
fn an_acronym_finds_what_it_stands_for() {
    let slugs = each(&json("/api/v1/offerings?limit=10&q=EDR"), "slug");
    assert!(slugs.contains(&"indiana-local-edr".to_owned()), "{slugs:?}");
    let spelled = each(
        &json("/api/v1/offerings?limit=10&q=endpoint+detection+and+response"),
        "slug",
    );
    assert!(
        spelled.contains(&"indiana-local-edr".to_owned()),
        "{spelled:?}"
    );
}

#[test]
fn a_typo_finds_what_was_meant_and_never_beats_an_exact_match() {
    let slugs = each(&json("/api/v1/offerings?limit=5&q=buybord"), "slug");
    assert!(slugs.contains(&"buyboard".to_owned()), "{slugs:?}");
    let exact = json("/api/v1/offerings?limit=5&q=fiber");
    assert!(exact["total"].as_u64().unwrap() > 3);
    for item in exact["items"].as_array().unwrap() {
        let says = item.to_string().to_lowercase();
        assert!(
            says.contains("fiber") || says.contains("fibre"),
            "{}",
            item["slug"]
        );
    }
}

#[test]
fn a_phrase_narrows_the_words() {
    let total =
        |words: &str| json(&format!("/api/v1/offerings?limit=1&q={words}"))["total"].as_u64();
    assert!(total("%22incident+response%22") <= total("incident+response"));
    assert!(total("%22incident+response%22") > Some(0));
}

#[test]
fn what_matched_is_marked() {
    let list = json("/api/v1/offerings?limit=3&q=fiber");
    for item in list["items"].as_array().unwrap() {
        let marked = item["matched"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|matched| matched["fragments"].as_array().unwrap())
            .any(|fragment| fragment["marked"] == true);
        assert!(marked, "{}", item["slug"]);
    }
}
