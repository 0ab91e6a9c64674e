//! What holds for every call: limits, tags, cursors, requests that are sent again.

use super::{
    api_tokens::{made, with},
    asking::{Answer, RUNTIME, STARTER, Site, each, json},
};
use http::{Method, StatusCode, header};
use interlocal_catalog::policy::Role;
use interlocal_testkit::{people::somebody, small_world};
use interlocal_web::{limits::PerMinute, look::Look};
use serde_json::Value;
use std::collections::BTreeSet;

const BODY: &str = "il-department-of-innovation-and-technology";

fn told(answer: &Answer, name: &str) -> String {
    let value = answer.headers.get(name);
    value.map_or(String::new(), |value| value.to_str().unwrap().to_owned())
}

#[test]
fn whoever_asks_too_often_is_told_how_long_to_wait() {
    let per_minute = PerMinute {
        address: 3,
        token: 5,
    };
    let world = RUNTIME.block_on(small_world());
    let router = interlocal_web::router_limited(world.portal.clone(), Look::default(), per_minute);
    let site = Site::with_router(world, router);
    let ada = RUNTIME.block_on(somebody(&site.world.portal, "ada@doit.example", &[]));
    let token = made(&site, &ada, &[]);
    for left in [2, 1, 0] {
        let answer = site.get("/api/v1");
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(told(&answer, "ratelimit-policy"), "\"address\";q=3;w=60");
        assert!(told(&answer, "ratelimit").starts_with(&format!("\"address\";r={left};")));
    }
    let refused = site.get("/api/v1");
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.json()["status"], 429);
    let wait: u64 = told(&refused, "retry-after").parse().unwrap();
    assert!((1..=20).contains(&wait), "{wait}");
    assert!(told(&refused, "ratelimit").contains("r=0"));
    assert_eq!(
        site.get("/search").status,
        StatusCode::OK,
        "pages are not counted"
    );
    let mine = with(&site, &token, Method::GET, "/api/v1", "");
    assert_eq!(mine.status, StatusCode::OK, "a token is counted for itself");
    assert_eq!(told(&mine, "ratelimit-policy"), "\"token\";q=5;w=60");
}

#[test]
fn who_has_an_answer_already_is_told_so() {
    for path in [
        "/api/v1/offerings/buyboard",
        "/api/v1/offerings?q=edr",
        "/api/openapi.json",
    ] {
        let first = STARTER.get(path);
        let tag = first.header(header::ETAG).to_owned();
        assert!(tag.starts_with('"') && tag.len() == 66, "{tag}");
        assert_eq!(
            STARTER.get(path).header(header::ETAG),
            tag,
            "equal answers, equal tags"
        );
        for known in [tag.as_str(), "*", &format!("\"x\", W/{tag}")] {
            let again = STARTER.ask(Method::GET, path, &[("if-none-match", known)]);
            assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{known}");
            assert!(again.bytes.is_empty());
            assert_eq!(again.header(header::ETAG), tag);
        }
        let other = STARTER.ask(Method::GET, path, &[("if-none-match", "\"x\"")]);
        assert_eq!(other.status, StatusCode::OK);
    }
    let of = |path: &str| STARTER.get(path).header(header::ETAG).to_owned();
    assert_ne!(
        of("/api/v1/offerings/buyboard"),
        of("/api/v1/offerings/buyboard?for=county-17031"),
        "another verdict is another answer"
    );
}

#[test]
fn a_cursor_leads_through_the_whole_list_and_through_no_other() {
    let mut path = Some("/api/v1/offerings?limit=100&sort=name".to_owned());
    let (mut seen, mut total) = (BTreeSet::new(), 0);
    while let Some(here) = path {
        let answer = STARTER.get(&here);
        let list = answer.json();
        for slug in each(&list, "slug") {
            assert!(seen.insert(slug), "{here} repeats one");
        }
        total = list["total"].as_u64().unwrap();
        path = list["next"].as_str().map(str::to_owned);
        let link = path.as_ref().map(|next| format!("<{next}>; rel=\"next\""));
        assert_eq!(answer.header(header::LINK), link.unwrap_or_default());
    }
    assert_eq!(seen.len() as u64, total);
    let next = json("/api/v1/offerings?limit=2")["next"]
        .as_str()
        .unwrap()
        .to_owned();
    let cursor = next.split("cursor=").nth(1).unwrap();
    let other = STARTER.get(&format!("/api/v1/offerings?q=edr&cursor={cursor}"));
    assert_eq!(other.status, StatusCode::BAD_REQUEST);
    assert_eq!(other.faulty_fields(), ["cursor"]);
    let governments = json("/api/v1/jurisdictions?q=washington&limit=50");
    let next = governments["next"].as_str().unwrap();
    let first: BTreeSet<String> = each(&governments, "key").into_iter().collect();
    let further: BTreeSet<String> = each(&json(next), "key").into_iter().collect();
    assert!(!further.is_empty() && first.is_disjoint(&further));
}

fn ask_again(site: &Site, token: &str, key: &str, path: &str, body: &str) -> Answer {
    let headers = [
        ("authorization", format!("Bearer {token}")),
        ("content-type", "application/json".to_owned()),
        ("idempotency-key", key.to_owned()),
    ];
    site.send_with(Method::POST, path, body.as_bytes().to_vec(), &headers)
}

#[test]
fn a_request_that_is_sent_again_under_its_key_is_done_once() {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let roles = [(BODY, Role::Editor)];
    let ada = RUNTIME.block_on(somebody(&site.world.portal, "ada@doit.example", &roles));
    let (token, other) = (
        made(&site, &ada, &["publish"]),
        made(&site, &ada, &["publish"]),
    );
    let path = format!("/api/v1/desk/{BODY}/offerings");
    let body = r#"{"title": "Maps for all", "kind": "service", "category": "gis"}"#;
    let slug = |answer: &Answer| answer.json()["slug"].as_str().unwrap().to_owned();
    let first = ask_again(&site, &token, "a-1", &path, body);
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text());
    let again = ask_again(&site, &token, "a-1", &path, body);
    assert_eq!(again.status, StatusCode::CREATED);
    assert_eq!(again.bytes, first.bytes);
    assert_eq!(told(&again, "idempotency-replayed"), "true");
    for same in [header::LOCATION, header::ETAG, header::CONTENT_TYPE] {
        assert_eq!(again.header(same.clone()), first.header(same));
    }
    let changed = ask_again(&site, &token, "a-1", &path, &body.replace("Maps", "Plans"));
    assert_eq!(changed.status, StatusCode::UNPROCESSABLE_ENTITY);
    for (by, key) in [(&token, "a-2"), (&other, "a-1")] {
        let answer = ask_again(&site, by, key, &path, body);
        assert_eq!(answer.status, StatusCode::CREATED);
        assert_ne!(slug(&answer), slug(&first), "another key or another token");
    }
    let bad = r#"{"title": "", "kind": "service", "category": "gis"}"#;
    for _ in 0..2 {
        let refused = ask_again(&site, &token, "a-3", &path, bad);
        assert_eq!(
            refused.status,
            StatusCode::BAD_REQUEST,
            "what was refused was not done"
        );
    }
    let mended = ask_again(&site, &token, "a-3", &path, body);
    assert_eq!(mended.status, StatusCode::CREATED);
    let desk: Value = with(
        &site,
        &token,
        Method::GET,
        &format!("/api/v1/desk/{BODY}"),
        "",
    )
    .json();
    let drafts = desk["counts"].as_array().unwrap().iter();
    let drafts = drafts.filter(|one| one["status"] == "drafts");
    assert_eq!(
        drafts
            .map(|one| one["count"].as_u64().unwrap())
            .sum::<u64>(),
        4
    );
    let long = ask_again(&site, &token, &"k".repeat(201), &path, body);
    assert_eq!(long.status, StatusCode::BAD_REQUEST);
}

#[test]
fn many_at_once_under_one_key_are_done_once() {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let roles = [(BODY, Role::Editor)];
    let ada = RUNTIME.block_on(somebody(&site.world.portal, "ada@doit.example", &roles));
    let token = made(&site, &ada, &["publish"]);
    let path = format!("/api/v1/desk/{BODY}/offerings");
    let body = r#"{"title": "Maps for all", "kind": "service", "category": "gis"}"#;
    std::thread::scope(|threads| {
        for _ in 0..6 {
            threads.spawn(|| {
                let answer = ask_again(&site, &token, "k", &path, body);
                let fine = [StatusCode::CREATED, StatusCode::CONFLICT];
                assert!(fine.contains(&answer.status), "{}", answer.text());
                println!(
                    "{} {}",
                    answer.status,
                    answer.text().get(..150).unwrap_or_default()
                );
            });
        }
    });
    let listings = "select 'begun', count(*) from offering where slug like 'maps-for-all%'";
    let begun = RUNTIME.block_on(site.world.counted(listings));
    assert_eq!(begun["begun"], 1);
}
