//! Editions side by side: the table, what they cost at a size, and what is not here.

use super::asking::{Answer, RUNTIME, Site, escaped, link, words};
use http::{Method, StatusCode, header};
use interlocal_catalog::{
    details::{Award, ContractVehicle},
    facts::{Backup, Facts},
    offering::Content,
    policy::Actor,
};
use interlocal_portal::{desk::withdraw::TakingBack, publish::Publication};
use interlocal_testkit::{
    offerings::{offering, open_within},
    small_world,
};
use serde_json::{Value, json};

const BODY: &str = "il-department-of-innovation-and-technology";
const FOUR: &str = "o=by-endpoint&o=by-user&o=options&o=unpriced";

pub fn publish(site: &Site, content: &Content) {
    let publication = Publication {
        content,
        aliases: &[],
        reason: "a new service",
    };
    let published = site.world.portal.publish(&Actor::Portal, publication);
    RUNTIME.block_on(published).unwrap();
}

fn priced(slug: &str, prices: Value) -> Content {
    let mut content = offering(slug, BODY);
    content.details.prices = serde_json::from_value(prices).unwrap();
    content
}

fn one_price(unit: &str, period: &str, price: &str) -> Value {
    json!({"name": format!("Per {unit}"), "unit": unit, "period": period,
        "price": {"kind": "tiers", "tiers": [{"from": "0", "price": price}]}})
}

/// Four offerings: priced by endpoint, priced by user, with options, without a price.
pub fn site() -> Site {
    let site = Site::of(RUNTIME.block_on(small_world()));
    publish_four(&site);
    site
}

/// Publishes the four.
pub fn publish_four(site: &Site) {
    let tiers = json!({"name": "Agent", "unit": "endpoint", "period": "month", "price": {
        "kind": "tiers", "tiers": [{"from": "0", "price": "4.25"}, {"from": "500", "price": "3.90"}]}});
    let mut by_endpoint = priced("by-endpoint", json!([tiers]));
    by_endpoint.frameworks = vec!["CJIS".to_owned()];
    by_endpoint.details.contract = Some(ContractVehicle {
        competed: "Request for proposals".to_owned(),
        award: Some(Award::Single),
        ..ContractVehicle::default()
    });
    by_endpoint.details.facts = Facts {
        backup: Some(Backup {
            rpo_minutes: Some(60),
            ..Backup::default()
        }),
        ..Facts::default()
    };
    publish(site, &by_endpoint);
    let mut by_user = priced("by-user", json!([one_price("user", "year", "61")]));
    by_user.states = vec!["IL".to_owned()];
    publish(site, &by_user);
    let options = json!([
        one_price("flat", "month", "480"),
        one_price("flat", "month", "910")
    ]);
    publish(site, &priced("options", options));
    let mut unpriced = offering("unpriced", BODY);
    unpriced.title = "=HYPERLINK(\"http://x\")".to_owned();
    unpriced.rules = vec![open_within("state-39")];
    publish(site, &unpriced);
}

/// The cells of the row with this head, as words.
fn row(html: &str, head: &str) -> Vec<String> {
    let table = html.split("<tbody>").nth(1).unwrap();
    let rows = table.split("<tr>");
    let found = rows
        .filter(|row| row.contains("<th scope=\"row\">"))
        .find(|row| words(row.split("</th>").next().unwrap()) == head)
        .unwrap_or_else(|| panic!("no row {head}"));
    found.split("<td>").skip(1).map(words).collect()
}

#[test]
fn four_stand_side_by_side_in_the_order_in_which_one_decides() {
    let site = site();
    let html = site.page(&format!("/compare?{FOUR}&for=county-17031"));
    let heads: Vec<String> = html
        .split("<th scope=\"row\">")
        .skip(1)
        .map(|rest| words(rest.split("</th>").next().unwrap()))
        .collect();
    let order = [
        "May we use it?",
        "Steps left",
        "Cost over 3 years",
        "First year",
        "Each further year",
        "Starts on",
        "Ends on",
        "Renewals",
        "How competed",
        "Award type",
        "Area served",
        "Coverage",
        "Recovery point (RPO)",
        "Service level",
        "Security and regimes",
        "Participations",
        "Governments like us that use it",
        "Documents",
        "Source",
    ];
    let shown: Vec<&str> = heads
        .iter()
        .map(String::as_str)
        .filter(|head| order.contains(head))
        .collect();
    assert_eq!(shown, order);
    let verdicts = row(&html, "May we use it?");
    assert!(verdicts[0].starts_with("Yes"), "{verdicts:?}");
    assert!(verdicts[3].starts_with("No"), "{verdicts:?}");
    assert_eq!(row(&html, "Recovery point (RPO)")[0], "1 hour");
    assert_eq!(row(&html, "Recovery point (RPO)")[1], "Not stated");
    assert_eq!(row(&html, "Award type")[0], "Single award");
    assert_eq!(row(&html, "Service level"), ["Not stated"; 4]);
    assert_eq!(html.matches("<th scope=\"col\">").count(), 5);
}

#[test]
fn costs_are_those_of_the_stated_size_and_compared_only_where_they_can_be() {
    let site = site();
    let both = "/compare?o=by-endpoint&o=by-user";
    let half = site.page(&format!("{both}&endpoints=1200"));
    assert!(
        row(&half, "Cost over 3 years")[0].starts_with("$168,480 "),
        "{:?}",
        row(&half, "Cost over 3 years")
    );
    assert_eq!(
        row(&half, "Cost over 3 years")[1],
        "Not known yet The number of users was not stated. What each line would cost Per user : \
         The number of users was not stated."
    );
    let said = words(&half);
    assert!(said.contains("The costs cannot be compared as they stand. by user: The number of users was not stated."), "{said}");
    let whole = site.page(&format!("{both}&endpoints=2+per+user&users=600&years=5"));
    assert!(row(&whole, "Cost over 5 years")[0].starts_with("$280,800 "));
    assert!(row(&whole, "Cost over 5 years")[1].starts_with("$183,000 "));
    assert!(row(&whole, "First year")[1].starts_with("$36,600 "));
    assert!(words(&whole).contains("The costs can be compared"));
    assert!(
        words(&whole).contains("1,200 endpoints: 600 users times 2 for each, as you stated."),
        "every figure opens to its assumptions"
    );
}

#[test]
fn lines_that_may_be_alternatives_wait_for_a_choice() {
    let site = site();
    let path = "/compare?o=options&o=by-user&users=100";
    let before = row(&site.page(path), "Cost over 3 years");
    assert!(
        before[0].starts_with("Not known yet The list does not say whether"),
        "{before:?}"
    );
    let chosen = format!("{path}&line={}", escaped("options:1"));
    assert!(row(&site.page(&chosen), "Cost over 3 years")[0].starts_with("$32,760 "));
    assert_eq!(
        row(&site.page("/compare?o=unpriced&o=by-user"), "First year")[0],
        "Price not published"
    );
}

#[test]
fn a_saving_is_spoken_of_only_beside_the_users_own_figure() {
    let site = site();
    let path = "/compare?o=by-user&o=unpriced&users=100";
    let silent = words(&site.page(path));
    assert!(!silent.contains("less than"), "{silent}");
    let said = row(
        &site.page(&format!("{path}&present=7,000")),
        "Beside what you pay now",
    );
    assert_eq!(
        said[0],
        "$2,700 less than your own figure of $21,000 over 3 years"
    );
    assert!(said[1].starts_with("Cannot be said"), "{said:?}");
}

#[test]
fn rows_that_agree_are_left_out_on_request() {
    let site = site();
    let all = site.page("/compare?o=by-endpoint&o=by-user");
    let some = site.page(&link(&all, "Show differences only"));
    assert!(all.contains(">Service level</th>"));
    assert!(!some.contains(">Service level</th>"));
    assert!(some.contains(">Award type</th>"));
    assert!(words(&some).contains("Show every row"));
}

#[test]
fn what_is_not_here_is_said_and_the_rest_stands() {
    let site = site();
    let html = site.page("/compare?o=by-user&o=never-was&o=%3Cx%3E&o=by-user@7");
    let said = words(&html);
    assert!(
        said.contains("There is no offering or edition “never-was” here."),
        "{said}"
    );
    assert!(
        said.contains("There is no offering or edition “by-user@7” here."),
        "{said}"
    );
    assert!(said.contains("“<x>” names no offering."), "{said}");
    assert!(said.contains("1 offering side by side"));
    assert_eq!(
        site.get("/compare?o=never-was").status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(site.get("/compare").status, StatusCode::OK);
    let five = site.page(&format!("/compare?{FOUR}&o=buyboard"));
    assert!(
        words(&five).contains("Four is the most that stand side by side; “buyboard” was left out.")
    );
    let back = TakingBack {
        reason: "The contract ended".to_owned(),
        successor: Some("by-user".into()),
    };
    let (body, slug) = (BODY.into(), "options".into());
    RUNTIME
        .block_on(
            site.world
                .portal
                .withdraw(&Actor::Portal, &body, &slug, back),
        )
        .unwrap();
    let said = words(&site.page("/compare?o=by-user&o=options"));
    assert!(said.contains("“options” was withdrawn on"), "{said}");
    assert!(said.contains("“by user” replaces it."), "{said}");
}

#[test]
fn a_frozen_edition_stays_as_it_was_and_says_that_a_newer_one_stands() {
    let site = site();
    publish(
        &site,
        &priced("by-user", json!([one_price("user", "year", "70")])),
    );
    let html = site.page("/compare?o=by-user@1&o=by-user&users=10&years=1");
    let cells = row(&html, "First year");
    assert!(cells[0].starts_with("$610 "), "{cells:?}");
    assert!(cells[1].starts_with("$700 "), "{cells:?}");
    assert!(link(&html, "edition 2 stands now").ends_with("/changes?from=1&to=2"));
}

#[test]
fn a_size_that_cannot_be_read_is_named_and_kept_as_typed() {
    let site = site();
    let answer = site.get("/compare?o=by-user&o=by-endpoint&users=many&endpoints=5");
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let html = answer.text();
    assert!(html.contains("href=\"#users\""), "{html}");
    assert!(html.contains("value=\"many\""), "{html}");
    let api = site.get("/api/v1/compare?o=by-user&users=many&years=0");
    assert_eq!(api.status, StatusCode::BAD_REQUEST);
    let mut faulty = api.faulty_fields();
    faulty.sort();
    assert_eq!(faulty, ["users", "years"]);
}

fn with_cookie(site: &Site, path: &str, cookie: &str) -> Answer {
    site.ask(Method::GET, path, &[("cookie", cookie)])
}

#[test]
fn quantities_are_remembered_for_pages_and_for_nothing_else() {
    let site = site();
    let answer = site.get("/offerings/by-user?users=100&years=2&present=9000");
    let cookie = answer.header(header::SET_COOKIE).to_owned();
    assert!(
        cookie.starts_with("interlocal_size=users=100&years=2;"),
        "{cookie}"
    );
    assert!(
        words(&answer.text()).contains("Cost over 2 years $12,200"),
        "{}",
        words(&answer.text())
    );
    let kept = cookie.split(';').next().unwrap();
    let page = with_cookie(&site, "/compare?o=by-user&o=unpriced", kept).text();
    assert!(row(&page, "Cost over 2 years")[0].starts_with("$12,200 "));
    assert!(!page.contains("9000"), "what is paid now is not remembered");
    let json = with_cookie(&site, "/api/v1/compare?o=by-user", kept).json();
    assert_eq!(json["items"][0]["cost"]["standing"], "incomplete");
    let file = with_cookie(&site, "/compare.csv?o=by-user", kept).text();
    assert!(file.contains("Not known yet"), "{file}");
    let forgets = with_cookie(&site, "/offerings/by-user?users=", kept);
    assert!(
        forgets.header(header::SET_COOKIE).contains("users=;")
            || forgets.header(header::SET_COOKIE).contains("Max-Age=0")
    );
}

#[test]
fn the_json_twin_says_the_same_in_exact_decimals() {
    let site = site();
    let path = format!("/api/v1/compare?{FOUR}&for=county-17031&endpoints=1200&users=100");
    let found = site.json(&path);
    let items = found["items"].as_array().unwrap();
    assert_eq!(items.len(), 4);
    assert_eq!(items[0]["slug"], "by-endpoint");
    assert_eq!(items[0]["verdict"]["outcome"], "yes");
    assert_eq!(items[0]["cost"]["totals"][0]["total"], "168480");
    assert_eq!(items[0]["cost"]["lines"][0]["parts"][0]["price"], "3.90");
    assert_eq!(items[1]["cost"]["totals"][0]["yearly"], "6100");
    assert_eq!(items[2]["cost"]["missing"][0]["kind"], "choice");
    assert_eq!(items[3]["cost"]["standing"], "not_published");
    assert_eq!(found["costs_comparable"]["kind"], "no");
    let facts = found["typed_facts"].as_array().unwrap();
    assert_eq!(facts[0]["fact"], "Recovery point (RPO)");
    assert_eq!(facts[0]["says"], json!(["1 hour", null, null, null]));
    assert_eq!(
        site.get("/api/v1/compare?o=never-was").status,
        StatusCode::NOT_FOUND
    );
}

#[test]
fn files_hold_the_same_table_and_no_cell_is_a_formula() {
    let site = site();
    let query = format!("{FOUR}&for=county-17031&endpoints=1200&users=100");
    let csv = site.get(&format!("/compare.csv?{query}"));
    assert_eq!(csv.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
    let text = csv.text();
    let line = |head: &str| {
        let found = text.lines().find(|line| line.starts_with(head));
        found
            .unwrap_or_else(|| panic!("no {head}: {text}"))
            .to_owned()
    };
    assert!(
        line("Offering,").contains("\"'=HYPERLINK(\"\"http://x\"\")\""),
        "{text}"
    );
    assert!(
        line("Cost over 3 years,").starts_with("Cost over 3 years,168480,18300,"),
        "{text}"
    );
    assert!(
        line("by endpoint,Agent,").contains(",1200,per endpoint,3.90,4680,a month,USD"),
        "{text}"
    );
    let stays = text.contains("Address,http://127.0.0.1:8080/compare?o=by-endpoint&o=by-user");
    assert!(stays, "{text}");
    let book = site.get(&format!("/compare.xlsx?{query}"));
    assert!(
        book.header(header::CONTENT_TYPE)
            .ends_with("spreadsheetml.sheet")
    );
    assert!(book.bytes.starts_with(b"PK"));
    assert_eq!(
        site.get("/compare.csv?o=never-was").status,
        StatusCode::NOT_FOUND
    );
}
