//! Every page is there and says what it is for.

use super::asking::{get, links, page, words};
use http::{StatusCode, header};

/// A page and what it must say.
fn check(path: &str, says: &[&str]) {
    let html = page(path);
    assert_eq!(
        html.matches("<h1").count(),
        1,
        "{path} has one first heading"
    );
    assert!(
        html.starts_with("<!DOCTYPE html><html lang=\"en\">"),
        "{path}"
    );
    assert!(html.contains(" – Interlocal</title>"), "{path} has a title");
    assert!(html.contains("<main id=\"main\""), "{path} has a main part");
    let text = words(&html);
    for said in says {
        assert!(text.contains(said), "{path} does not say “{said}”: {text}");
    }
}

#[test]
fn the_home_page_asks_for_the_government_and_answers_three_real_questions() {
    check(
        "/",
        &[
            "Does my state offer this to me?",
            "Your government",
            "One of 52,262",
            "Cybersecurity",
        ],
    );
    let html = page("/");
    let examples = html
        .split("<ul class=\"il-examples\">")
        .nth(1)
        .expect("examples");
    let examples = examples.split("</ul>").next().unwrap();
    assert_eq!(examples.matches("<li>").count(), 3, "{examples}");
    for path in links(examples) {
        let found = words(&page(&path));
        assert!(
            found.contains("seen for "),
            "{path} leads into results for a government"
        );
    }
}

#[test]
fn every_category_on_the_home_page_shows_as_many_offerings_as_its_page() {
    let html = page("/");
    let list = html
        .split("<ul class=\"il-categories\">")
        .nth(1)
        .expect("categories");
    let rows: Vec<&str> = list
        .split("</ul>")
        .next()
        .unwrap()
        .split("<li>")
        .skip(1)
        .collect();
    assert_eq!(rows.len(), 15);
    for row in rows {
        let path = links(row)[0].clone();
        let count = words(row.split("il-count\">").nth(1).unwrap());
        let number = count.split(' ').next().unwrap().to_owned();
        let text = words(&page(&path));
        assert!(
            text.contains(&format!("{number} offering")),
            "{path}: {count}"
        );
    }
}

#[test]
fn the_answer_sheet_gives_every_category_an_answer() {
    check(
        "/jurisdictions/municipality-4835000",
        &[
            "Houston, Texas",
            "Harris County",
            "2,300,419 people (2023)",
            "Of 15 categories:",
            "Cybersecurity",
            "General purchasing vehicles",
            "Not recorded – ask",
            "The state CIO’s office",
            "Texas Department of Information Resources",
        ],
    );
}

#[test]
fn the_picker_search_match_state_body_and_category_pages_say_what_they_are() {
    check(
        "/jurisdictions",
        &[
            "Choose your government",
            "Not on the list?",
            "Special districts",
        ],
    );
    check(
        "/jurisdictions?q=cook+county",
        &["Cook County, Illinois", "5,185,812 people (2023)"],
    );
    check("/search", &["All offerings", "332 offerings", "Filters"]);
    check("/match", &["What is it about?", "What do you want?"]);
    check(
        "/states/il",
        &[
            "Illinois",
            "The state CIO’s office",
            "Townships",
            "School districts",
        ],
    );
    check(
        "/organizations/center-for-internet-security",
        &["Center for Internet Security", "MS-ISAC"],
    );
    check("/categories", &["Cybersecurity", "Endpoint detection"]);
    check(
        "/categories/cybersecurity",
        &["Cybersecurity", "Endpoint detection", "51 offerings"],
    );
    check(
        "/categories/endpoint-detection",
        &["Endpoint detection", "EDR", "Cybersecurity"],
    );
}

#[test]
fn the_portal_says_where_its_facts_come_from_and_what_it_promises() {
    check("/about", &["US Census Bureau"]);
    check("/accessibility", &["WCAG"]);
    check("/privacy", &["cookie"]);
}

#[test]
fn a_match_shows_the_state_cio_office_first_and_partners_with_reasons() {
    let path = "/match?for=county-17031&category=cybersecurity";
    check(
        path,
        &[
            "Illinois Department of Innovation and Technology",
            "Why",
            "What to ask",
            "of 100",
        ],
    );
    let text = words(&page(path));
    let (strip, partners) = (text.find("The state CIO’s office"), text.find("Partners 3"));
    assert!(
        strip.is_some() && strip < partners,
        "the strip stands first: {text}"
    );
}

#[test]
fn every_state_and_every_category_has_its_page() {
    for postal in [
        "al", "ak", "ct", "dc", "hi", "pr", "gu", "vi", "as", "mp", "ri", "tx", "wy",
    ] {
        check(
            &format!("/states/{postal}"),
            &["May local governments buy from state contracts?"],
        );
    }
    for path in links(&page("/categories"))
        .iter()
        .filter(|path| path.starts_with("/categories/"))
    {
        check(path, &[]);
    }
}

#[test]
fn an_address_of_a_state_in_capitals_leads_to_the_one_in_lower_case() {
    let answer = get("/states/OH");
    assert_eq!(answer.status, StatusCode::MOVED_PERMANENTLY);
    assert_eq!(answer.header(header::LOCATION), "/states/oh");
}

#[test]
fn no_page_names_a_script_style_font_or_image_of_another_host() {
    for path in [
        "/",
        "/search?q=edr",
        "/jurisdictions/county-17031",
        "/offerings/buyboard",
        "/match",
    ] {
        let html = page(path);
        for part in html.split('<').filter(|part| !part.starts_with("a ")) {
            let foreign = [
                "src=\"http",
                "src=\"//",
                "href=\"http",
                "href=\"//",
                "url(http",
            ];
            assert!(!foreign.iter().any(|f| part.contains(f)), "{path}: <{part}");
        }
    }
}

#[test]
fn every_style_script_and_icon_that_a_page_names_is_there() {
    let html = page("/");
    let named: Vec<&str> = html
        .split('"')
        .filter(|value| value.starts_with("/assets/"))
        .map(|value| value.split('#').next().unwrap())
        .collect();
    assert!(named.len() >= 4, "{named:?}");
    for path in named {
        let answer = get(path);
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(
            answer.header(header::CACHE_CONTROL).contains("immutable"),
            "{path}"
        );
        assert!(!answer.bytes.is_empty(), "{path}");
    }
}
