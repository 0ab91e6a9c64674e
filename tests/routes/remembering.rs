//! The chosen government: in the address, else remembered, and never guessed.

use super::asking::{Answer, STARTER, get, words};
use http::{Method, StatusCode, header};

fn with_cookie(path: &str, cookie: &str) -> Answer {
    STARTER.ask(Method::GET, path, &[("cookie", cookie)])
}

#[test]
fn a_government_in_the_address_is_remembered_for_the_next_visit() {
    let answer = get("/search?for=county-17031");
    let cookie = answer.header(header::SET_COOKIE);
    assert!(
        cookie.starts_with("interlocal_for=county-17031;"),
        "{cookie}"
    );
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );
    let next = with_cookie("/offerings/buyboard", "a=b; interlocal_for=county-17031");
    assert!(words(&next.text()).contains("May Cook County, Illinois use this?"));
    assert!(words(&next.text()).contains("Change the government"));
}

#[test]
fn the_address_wins_over_what_is_remembered() {
    let answer = with_cookie("/search?for=state-39", "interlocal_for=county-17031");
    let text = words(&answer.text());
    assert!(
        text.contains("For Ohio") && !text.contains("Cook County, Illinois Change"),
        "{text}"
    );
}

#[test]
fn an_empty_choice_forgets() {
    let answer = with_cookie("/search?for=", "interlocal_for=county-17031");
    assert!(answer.header(header::SET_COOKIE).contains("Max-Age=0"));
    assert!(words(&answer.text()).contains("No government chosen"));
}

#[test]
fn a_cookie_that_names_nobody_is_passed_over_without_a_fault() {
    for cookie in [
        "interlocal_for=nonsense",
        "interlocal_for=county-99999",
        "interlocal_for=",
        "=;;",
    ] {
        let answer = with_cookie("/search", cookie);
        assert_eq!(answer.status, StatusCode::OK, "{cookie}");
        assert!(
            words(&answer.text()).contains("No government chosen"),
            "{cookie}"
        );
    }
}

#[test]
fn json_neither_reads_nor_sets_what_is_remembered() {
    let answer = with_cookie("/api/v1/offerings?limit=1", "interlocal_for=county-17031");
    assert!(answer.json()["items"][0]["verdict"].is_null());
    let answer = get("/api/v1/offerings?limit=1&for=county-17031");
    assert_eq!(answer.header(header::SET_COOKIE), "");
}

#[test]
fn reading_a_page_without_choosing_sets_no_cookie() {
    for path in ["/", "/search?q=edr", "/offerings/buyboard", "/states/oh"] {
        assert_eq!(get(path).header(header::SET_COOKIE), "", "{path}");
    }
}
