//! `/api/v1/matches`.

use super::asking::{json, text};

const PATH: &str = "/api/v1/matches?for=county-17031&category=cybersecurity";

#[test]
fn a_match_has_the_office_first_then_scored_partners_with_reasons() {
    let found = json(PATH);
    assert_eq!(
        found["strip"]["org"],
        "il-department-of-innovation-and-technology"
    );
    assert!(!text(&found["strip"]["text"]).is_empty());
    let first: Vec<String> = found["first_view"]
        .as_array()
        .unwrap()
        .iter()
        .map(text)
        .collect();
    assert!(!first.is_empty());
    let cards = found["cards"].as_array().unwrap();
    for card in cards {
        let score = card["score"].as_f64().unwrap();
        let range = [
            card["range"][0].as_f64().unwrap(),
            card["range"][1].as_f64().unwrap(),
        ];
        assert!(
            range[0] <= score && score <= range[1] && (0.0..=100.0).contains(&score),
            "{card}"
        );
        assert!(!text(&card["name"]).is_empty() && !text(&card["band"]).is_empty());
        assert!(["state", "regional", "local"].contains(&text(&card["level"]).as_str()));
        assert!(
            card["why"].as_array().is_some_and(|why| !why.is_empty()),
            "{card} says why"
        );
    }
    let ids: Vec<String> = cards.iter().map(|card| text(&card["id"])).collect();
    assert_eq!(ids[..first.len()], first[..], "the first view comes first");
}

#[test]
fn intent_placement_and_regimes_are_read() {
    let plain = json(PATH);
    for more in [
        "intent=learn",
        "intent=join&placement=near",
        "regimes=CJIS",
        "regimes=CJIS,HIPAA",
    ] {
        let found = json(&format!("{PATH}&{more}"));
        assert_ne!(found, plain, "{more} makes a difference");
    }
    assert_eq!(
        json(&format!("{PATH}&regimes=CJIS,HIPAA")),
        json(&format!("{PATH}&regimes=CJIS&regimes=HIPAA"))
    );
}

#[test]
fn the_one_who_asks_is_never_a_partner() {
    for key in ["state-17", "county-17031", "municipality-1714000"] {
        let found = json(&format!("/api/v1/matches?for={key}&category=gis"));
        for list in ["cards", "excluded", "ask_cards"] {
            let named = found[list]
                .as_array()
                .unwrap()
                .iter()
                .any(|card| card["id"] == key);
            assert!(!named, "{key} is in its own {list}");
        }
    }
}
