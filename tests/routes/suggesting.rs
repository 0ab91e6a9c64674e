//! `/api/v1/suggest`: how a search may go on.

use super::asking::{each, get, json};
use http::StatusCode;

fn suggested(words: &str) -> Vec<String> {
    each(&json(&format!("/api/v1/suggest?q={words}")), "text")
}

#[test]
fn the_beginning_of_a_word_is_completed() {
    assert!(
        suggested("endp")
            .iter()
            .any(|text| text.to_lowercase().contains("endpoint"))
    );
    assert!(
        suggested("buyb")
            .iter()
            .any(|text| text.contains("BuyBoard"))
    );
    assert!(
        suggested("cybers")
            .iter()
            .any(|text| text.to_lowercase().contains("cybersecurity"))
    );
}

#[test]
fn every_suggestion_that_leads_somewhere_leads_to_a_page() {
    let mut followed = 0;
    for words in ["end", "tex", "fib", "center", "ms-i", "grant"] {
        let list = json(&format!("/api/v1/suggest?q={words}&for=county-17031"));
        for item in list["items"].as_array().unwrap() {
            if let Some(path) = item["href"].as_str() {
                assert_eq!(get(path).status, StatusCode::OK, "{path}");
                followed += 1;
            }
        }
    }
    assert!(followed > 5);
}

#[test]
fn nothing_typed_suggests_nothing_and_is_no_fault() {
    assert!(suggested("").is_empty());
    assert!(suggested("zzxqyw").is_empty());
}
