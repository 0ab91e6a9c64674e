//! What every answer carries, whatever it says.

use super::asking::{Answer, STARTER, get};
use http::{HeaderName, Method, StatusCode, header};

const PATHS: [&str; 9] = [
    "/",
    "/search?q=edr",
    "/offerings/buyboard",
    "/api/v1/offerings?limit=1",
    "/nothing",
    "/api/v1/nothing",
    "/search?page=x",
    "/healthz",
    "/robots.txt",
];

fn named(answer: &Answer, name: &'static str) -> String {
    answer.header(HeaderName::from_static(name)).to_owned()
}

#[test]
fn every_answer_is_guarded_against_foreign_content() {
    for path in PATHS {
        let answer = get(path);
        let policy = named(&answer, "content-security-policy");
        for part in [
            "default-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(
            named(&answer, "x-content-type-options"),
            "nosniff",
            "{path}"
        );
        assert_eq!(named(&answer, "referrer-policy"), "same-origin", "{path}");
    }
}

#[test]
fn no_page_needs_what_the_policy_forbids() {
    for path in [
        "/",
        "/search?q=edr&for=county-17031",
        "/offerings/buyboard",
        "/match?for=county-17031&category=gis",
    ] {
        let html = STARTER.page(path);
        assert!(
            !html.contains(" style=\""),
            "{path} has a style in its markup"
        );
        assert!(!html.contains("<style"), "{path}");
        for script in html.split("<script").skip(1) {
            let tag = script.split('>').next().unwrap();
            let is_data = tag == " type=\"application/ld+json\"";
            assert!(
                is_data || tag.contains(" src=\"/assets/"),
                "{path}: {script}"
            );
        }
        assert!(!html.contains(" onclick="), "{path}");
    }
}

#[test]
fn every_answer_has_a_request_id_of_its_own() {
    let mut seen = std::collections::HashSet::new();
    for path in PATHS {
        let id = named(&get(path), "x-request-id");
        assert_eq!(id.len(), 32, "{path}: {id}");
        assert!(seen.insert(id), "{path}");
    }
}

#[test]
fn a_problem_names_the_request_id_of_its_header() {
    let answer = get("/api/v1/nothing");
    assert_eq!(answer.json()["request_id"], named(&answer, "x-request-id"));
}

#[test]
fn head_answers_like_get_without_a_body() {
    for path in PATHS {
        let (get, head) = (get(path), STARTER.ask(Method::HEAD, path, &[]));
        assert_eq!(head.status, get.status, "{path}");
        assert_eq!(
            head.header(header::CONTENT_TYPE),
            get.header(header::CONTENT_TYPE),
            "{path}"
        );
        assert!(head.bytes.is_empty(), "{path}");
        assert!(!get.bytes.is_empty(), "{path}");
    }
}

#[test]
fn pages_are_compressed_for_who_takes_it() {
    let plain = get("/search");
    let packed = STARTER.ask(Method::GET, "/search", &[("accept-encoding", "gzip")]);
    assert_eq!(packed.header(header::CONTENT_ENCODING), "gzip");
    assert!(packed.bytes.len() * 3 < plain.bytes.len());
    assert!(
        packed
            .header(header::VARY)
            .to_lowercase()
            .contains("accept-encoding")
    );
}

#[test]
fn a_browser_that_has_a_file_is_not_sent_it_again() {
    let html = STARTER.page("/");
    let path = html
        .split('"')
        .find(|value| value.ends_with("interlocal.css"))
        .unwrap();
    let etag = get(path).header(header::ETAG).to_owned();
    let again = STARTER.ask(Method::GET, path, &[("if-none-match", &etag)]);
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert!(again.bytes.is_empty());
}

#[test]
fn the_process_says_that_it_lives_and_is_ready() {
    assert_eq!(get("/healthz").text(), "ok");
    let ready = get("/readyz");
    assert_eq!(
        (ready.status, ready.json()["ready"].clone()),
        (StatusCode::OK, true.into())
    );
}
