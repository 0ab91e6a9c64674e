//! The lines of a contract: on its page, on a page of their own, in files, in JSON; what
//! is for few of them, and what a spreadsheet could run.

use super::asking::{RUNTIME, Site, text};
use http::StatusCode;
use interlocal_catalog::{
    offering::{Content, OfferingKind},
    policy::Actor,
    restriction::RestrictableField,
};
use interlocal_portal::publish::Publication;
use interlocal_testkit::{
    offerings::{offering, open_within},
    small_world,
};
use serde_json::json as value;

const BODY: &str = "il-department-of-innovation-and-technology";

/// A contract with seven lines; the amounts of the second one are for few.
fn contract(slug: &str) -> Content {
    let mut lines = vec![
        value!({"supplier": "=cmd()", "number": "44", "title": "Paint", "manufacturers": ["3M", "Ace"],
            "categories": ["Indoor"], "not_categories": ["Outdoor"], "starts": "2026-01-01",
            "ends": "no end date", "amount": "1234.50", "currency": "USD",
            "other": [{"name": "County", "value": "Cook"}]}),
        value!({"supplier": "Borg & Sons", "ends": "Mo. To Mo.", "notes": ["call first"]}),
    ];
    lines.extend((3..=7).map(|number| value!({"supplier": format!("Supplier {number}")})));
    let mut content = Content {
        kind: OfferingKind::Contract,
        rules: vec![open_within("state-17")],
        ..offering(slug, BODY)
    };
    content.details.lines = serde_json::from_value(value!(lines)).unwrap();
    content
}

fn site() -> Site {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let few = Content {
        restricted_fields: vec![RestrictableField::Prices],
        ..contract("for-few")
    };
    for content in [contract("paints"), few] {
        let publication = Publication {
            content: &content,
            aliases: &["paints-before".into()][..usize::from(content.slug.as_str() == "paints")],
            reason: "a new contract",
        };
        let published = site.world.portal.publish(&Actor::Portal, publication);
        RUNTIME.block_on(published).unwrap();
    }
    site
}

#[test]
fn the_page_of_a_contract_shows_its_first_lines_and_leads_to_all() {
    let site = site();
    let page = site.get("/offerings/paints").text();
    assert!(page.contains("Borg &amp; Sons") && page.contains("Supplier 5"));
    assert!(!page.contains("Supplier 6"));
    assert!(page.contains("href=\"/offerings/paints/lines\"") && page.contains("All 7 lines"));
    let lines = site.get("/offerings/paints/lines").text();
    for words in [
        "Supplier 7",
        "3M; Ace",
        "no end date",
        "Mo. To Mo.",
        "1234.50 USD",
        "County: Cook",
    ] {
        assert!(lines.contains(words), "{words}");
    }
    let found = site.get("/offerings/paints/lines?q=ace+paint").text();
    assert!(found.contains("One of 7 lines has “ace paint”."));
    assert!(!found.contains("Borg"));
    let none = site.get("/offerings/paints/lines?q=zzz").text();
    assert!(none.contains("None of 7 lines has “zzz”."));
    assert_eq!(
        site.get("/offerings/nothing/lines").status,
        StatusCode::NOT_FOUND
    );
    let moved = site.get("/offerings/paints-before/lines?q=ace");
    assert_eq!(moved.status, StatusCode::MOVED_PERMANENTLY);
    assert_eq!(moved.headers["location"], "/offerings/paints/lines?q=ace");
}

#[test]
fn the_lines_are_a_file_that_runs_nothing_and_a_list_that_goes_on() {
    let site = site();
    let csv = site.get("/offerings/paints/lines.csv?q=44").text();
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!(rows.len(), 2, "{csv}");
    assert!(
        rows[1].starts_with(
            "1,'=cmd(),Paint,44,Indoor,Outdoor,3M; Ace,2026-01-01,,no end date,1234.50,USD,"
        ),
        "{csv}"
    );
    let first = site.get("/api/v1/offerings/paints/lines?limit=5").json();
    assert_eq!(first["total"], 7);
    assert_eq!(first["items"][0]["amount"], "1234.50");
    assert_eq!(first["items"][1]["ends"], "Mo. To Mo.");
    let next = text(&first["next"]);
    let rest = site.get(&next).json();
    assert_eq!(rest["items"][1]["position"], 7);
    assert!(rest["next"].is_null());
    let whole = site.get("/api/v1/offerings/paints").json();
    assert_eq!(whole["details"]["lines"].as_array().unwrap().len(), 7);
}

#[test]
fn amounts_of_lines_are_prices_and_hidden_with_them() {
    let site = site();
    for path in [
        "/offerings/for-few/lines",
        "/offerings/for-few/lines.csv",
        "/api/v1/offerings/for-few/lines",
        "/api/v1/offerings/for-few",
    ] {
        let answer = site.get(path);
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let text = answer.text();
        assert!(text.contains("Paint") && !text.contains("1234"), "{path}");
    }
}
