//! Bad input: a clear answer, as a page or as a problem, never a fault of the portal.

use super::asking::{Answer, STARTER, escaped, get, words};
use http::{Method, StatusCode, header};

/// The answer has this status, and the form that belongs to its address.
fn check(answer: &Answer, expect: StatusCode) {
    let path: String = answer.path.chars().take(120).collect();
    assert_eq!(
        answer.status,
        expect,
        "{path}: {}",
        String::from_utf8_lossy(&answer.bytes)
    );
    let kind = answer.header(header::CONTENT_TYPE);
    if path.starts_with("/api/") {
        assert_eq!(kind, "application/problem+json", "{path}");
        let problem = answer.json();
        assert_eq!(problem["status"], expect.as_u16(), "{path}");
        assert!(!problem["title"].as_str().unwrap().is_empty(), "{path}");
        assert!(
            !problem["request_id"].as_str().unwrap().is_empty(),
            "{path}"
        );
    } else {
        assert_eq!(kind, "text/html; charset=utf-8", "{path}");
        let text = words(&answer.text());
        assert!(
            text.contains(&format!("Error {}", expect.as_u16())),
            "{path}: {text}"
        );
        assert!(
            answer.text().contains("action=\"/search\""),
            "{path} offers a search as way on"
        );
    }
    let inside = [
        "panicked",
        "RUST_BACKTRACE",
        "src/",
        ".rs:",
        "sqlx",
        "tantivy",
        "axum",
    ];
    let body = String::from_utf8_lossy(&answer.bytes).into_owned();
    for word in inside {
        assert!(!body.contains(word), "{path} shows “{word}”");
    }
}

fn check_field(path: &str, field: &str) {
    let answer = get(path);
    check(&answer, StatusCode::BAD_REQUEST);
    if path.starts_with("/api/") {
        assert!(
            answer.faulty_fields().contains(&field.to_owned()),
            "{path}: {}",
            answer.text()
        );
    } else {
        let text = words(&answer.text());
        assert!(
            text.contains(&format!("{field}:")),
            "{path} names {field}: {text}"
        );
    }
}

#[test]
fn a_field_that_cannot_be_read_is_named() {
    for (query, field) in [
        ("for=nonsense", "for"),
        ("for=county-99999", "for"),
        ("for=county-1703", "for"),
        ("for=planet-17031", "for"),
        ("page=0", "page"),
        ("page=-1", "page"),
        ("page=abc", "page"),
        ("page=1.5", "page"),
        ("page=99999999999999999999999", "page"),
        ("sort=cheapest", "sort"),
        ("kind=lease", "kind"),
        ("level=federal", "level"),
        ("state=ZZ", "state"),
        ("state=Illinois", "state"),
        ("category=nonsense", "category"),
        ("cost_model=cheap", "cost_model"),
        ("agreement=handshake", "agreement"),
        ("usable=perhaps", "usable"),
        ("ends_within=soon", "ends_within"),
    ] {
        check_field(&format!("/search?q=edr&{query}"), field);
        check_field(&format!("/api/v1/offerings?q=edr&{query}"), field);
    }
    for path in [
        "/api/v1/offerings?limit=0",
        "/api/v1/offerings?limit=101",
        "/api/v1/jurisdictions?limit=0",
    ] {
        check_field(path, "limit");
    }
}

#[test]
fn a_call_takes_no_value_that_its_document_does_not_allow() {
    for (path, field) in [
        ("/api/v1/offerings?expired=zzz", "expired"),
        ("/api/v1/offerings?expired=2", "expired"),
        ("/api/v1/offerings?limit=", "limit"),
        ("/api/v1/offerings?page=", "page"),
        ("/api/v1/offerings?ends_within=", "ends_within"),
        ("/api/v1/compare?years=", "years"),
        (
            "/api/v1/offerings/buyboard/checklist?federal_funds=zzz",
            "federal_funds",
        ),
    ] {
        check_field(path, field);
    }
    let several = "/api/v1/offerings?limit=9999&ends_within=-1&sort=zzz&level=moon&state=ZZ";
    let mut fields = get(several).faulty_fields();
    fields.sort();
    assert_eq!(fields, ["ends_within", "level", "limit", "sort", "state"]);
}

#[test]
fn every_faulty_field_is_named_at_once() {
    let fields = get("/api/v1/offerings?page=x&sort=x&kind=x&state=x&category=x").faulty_fields();
    for field in ["page", "sort", "kind", "state", "category"] {
        assert!(
            fields.contains(&field.to_owned()),
            "{field} is missing from {fields:?}"
        );
    }
}

#[test]
fn an_unknown_government_is_a_fault_of_the_field_on_every_page() {
    for path in [
        "/",
        "/search",
        "/offerings/buyboard",
        "/match",
        "/states/oh",
        "/about",
        "/categories",
        "/categories/gis",
        "/organizations/center-for-internet-security",
        "/jurisdictions",
        "/api/v1/offerings",
        "/api/v1/offerings/buyboard",
        "/api/v1/suggest",
    ] {
        check_field(&format!("{path}?for=county-99999"), "for");
    }
}

#[test]
fn a_match_says_which_of_its_fields_are_wrong_or_missing() {
    for (query, field) in [
        ("for=county-17031&category=nonsense", "category"),
        ("for=county-17031&category=gis&intent=steal", "intent"),
        ("for=county-17031&category=gis&placement=moon", "placement"),
        ("for=county-17031&category=gis&regimes=GDPR", "regimes"),
        ("for=nonsense&category=gis", "for"),
        ("category=nonsense", "category"),
    ] {
        check_field(&format!("/api/v1/matches?{query}"), field);
        check_field(&format!("/match?{query}"), field);
    }
    let missing = get("/api/v1/matches").faulty_fields();
    assert_eq!(missing, ["category", "for"]);
}

#[test]
fn a_government_in_the_path_is_not_found_when_nobody_has_the_key_and_a_fault_when_it_is_no_key() {
    for prefix in ["/jurisdictions", "/api/v1/jurisdictions"] {
        for key in [
            "county-99999",
            "state-98",
            "school-district-9999999",
            "special-district-1712345",
        ] {
            check(&get(&format!("{prefix}/{key}")), StatusCode::NOT_FOUND);
        }
        for text in ["nonsense", "county-1", "17031", "county-17031a"] {
            check(&get(&format!("{prefix}/{text}")), StatusCode::BAD_REQUEST);
        }
    }
    check(
        &get("/api/v1/jurisdictions/county-99999/answers"),
        StatusCode::NOT_FOUND,
    );
    check(
        &get("/api/v1/jurisdictions/nonsense/answers"),
        StatusCode::BAD_REQUEST,
    );
}

#[test]
fn what_nobody_has_is_not_found_as_page_and_as_problem() {
    for path in [
        "/nothing",
        "/search/",
        "/offerings",
        "/offerings/",
        "/offerings/nothing",
        "/states/zz",
        "/states/illinois",
        "/organizations/nothing",
        "/categories/nothing",
        "/assets/x/nothing.css",
        "/assets/x/../../Cargo.toml",
        "/.git/config",
        "/index.php",
        "/offerings/a%2Fb",
        "/api/v1/nothing",
        "/api/v1/offerings/nothing",
        "/api/v2/offerings",
        "/api/v1/",
        "/api/v1/jurisdictions/county-17031/nothing",
    ] {
        check(&get(path), StatusCode::NOT_FOUND);
    }
}

#[test]
fn an_address_with_escapes_that_are_no_text_is_a_bad_request() {
    for path in [
        "/offerings/%ff",
        "/organizations/%c3%28",
        "/states/%80",
        "/categories/%fe",
    ] {
        check(&get(path), StatusCode::BAD_REQUEST);
        if path.starts_with("/offerings") {
            check(&get(&format!("/api/v1{path}")), StatusCode::BAD_REQUEST);
        }
    }
}

#[test]
fn words_of_two_thousand_bytes_are_read_and_one_byte_more_is_too_long() {
    for path in [
        "/search",
        "/api/v1/offerings",
        "/jurisdictions",
        "/api/v1/jurisdictions",
        "/api/v1/suggest",
    ] {
        let asked = |length| get(&format!("{path}?q={}", "a".repeat(length)));
        assert_eq!(asked(2_000).status, StatusCode::OK, "{path}");
        check(&asked(2_001), StatusCode::URI_TOO_LONG);
        check(&asked(20_000), StatusCode::URI_TOO_LONG);
        let escaped = "%C3%A9".repeat(1_000);
        assert_eq!(
            get(&format!("{path}?q={escaped}")).status,
            StatusCode::OK,
            "{path}: 2,000 bytes"
        );
        check(
            &get(&format!("{path}?q={escaped}a")),
            StatusCode::URI_TOO_LONG,
        );
    }
}

#[test]
fn odd_words_are_searched_for_and_never_a_fault() {
    let odd = [
        "%00",
        "%01%02%1b%7f",
        "%ff%fe",
        "%c3%28",
        "%",
        "%zz",
        "%25",
        "%F0%9F%98%80",
        "\u{fffd}",
        "+",
        "\"",
        "\"unclosed phrase",
        "(((",
        "a AND OR NOT",
        "title:secret",
        "*",
        "?",
        "~1",
        "-edr",
        "edr^9",
        "[a TO z]",
        "..%2f..%2fetc%2fpasswd",
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "'%20or%201=1--",
        "%E2%80%AE",
        "%0d%0aSet-Cookie:%20x=y",
    ];
    for words in odd {
        let words: String = words
            .chars()
            .map(|c| {
                if c.is_ascii() && !" \"<>^`{}[]".contains(c) {
                    c.to_string()
                } else {
                    escaped(&c.to_string())
                }
            })
            .collect();
        for path in [
            "/search",
            "/api/v1/offerings",
            "/jurisdictions",
            "/api/v1/jurisdictions",
            "/api/v1/suggest",
        ] {
            let answer = get(&format!("{path}?q={words}"));
            assert_eq!(
                answer.status,
                StatusCode::OK,
                "{path}?q={words}: {}",
                answer.text()
            );
            let control = answer
                .text()
                .chars()
                .find(|c| c.is_control() && !"\n\r\t".contains(*c));
            assert_eq!(control, None, "{path}?q={words} echoes a control character");
            assert!(!answer.text().contains("<script>alert"), "{path}?q={words}");
        }
    }
}

#[test]
fn a_wrong_method_is_told_which_one_is_right() {
    let methods = [
        Method::POST,
        Method::PUT,
        Method::DELETE,
        Method::PATCH,
        Method::OPTIONS,
    ];
    for path in [
        "/",
        "/search",
        "/offerings/buyboard",
        "/api/v1/offerings",
        "/api/v1/matches",
        "/healthz",
    ] {
        for method in &methods {
            let answer = STARTER.ask(method.clone(), path, &[]);
            check(&answer, StatusCode::METHOD_NOT_ALLOWED);
            assert!(
                answer.header(header::ALLOW).contains("GET"),
                "{method} {path}"
            );
        }
    }
}

#[test]
fn a_page_of_the_list_beyond_the_last_has_a_way_back() {
    let text = words(&STARTER.page("/search?page=5000"));
    assert!(
        text.contains("332 offerings") && text.contains("Previous page"),
        "{text}"
    );
    let list = STARTER.json("/api/v1/offerings?page=5000");
    assert_eq!(
        (
            list["total"].as_u64(),
            list["items"].as_array().unwrap().len()
        ),
        (Some(332), 0)
    );
    assert!(list["next"].is_null());
}

#[test]
fn a_repeated_field_of_a_page_and_an_empty_one_are_read_leniently() {
    assert_eq!(get("/search?q=a&q=edr").status, StatusCode::OK);
    for (query, call) in [
        ("kind=&kind=", StatusCode::BAD_REQUEST),
        ("page=", StatusCode::BAD_REQUEST),
        ("sort=", StatusCode::BAD_REQUEST),
        ("&&&", StatusCode::OK),
        ("=", StatusCode::OK),
        ("unknown=1", StatusCode::OK),
        ("state=il", StatusCode::OK),
    ] {
        let page = get(&format!("/search?{query}"));
        assert_eq!(page.status, StatusCode::OK, "{query}");
        // A call is what its document tells: it takes no empty word and no empty number.
        let called = get(&format!("/api/v1/offerings?{query}"));
        assert_eq!(called.status, call, "{query}");
    }
}

#[test]
fn a_parameter_that_stands_twice_or_is_too_long_is_named_as_the_document_says() {
    let long = |letters: usize| "a".repeat(letters);
    for (path, field) in [
        (
            format!("/api/v1/jurisdictions?cursor={}", long(501)),
            "cursor",
        ),
        ("/api/v1/offerings?sort=name&sort=ends".to_owned(), "sort"),
        ("/api/v1/offerings?q=a&q=b".to_owned(), "q"),
        (
            format!("/api/v1/offerings?provider={}", long(501)),
            "provider",
        ),
    ] {
        let answer = get(&path);
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path}");
        assert_eq!(answer.faulty_fields(), [field], "{path}");
    }
    for path in [
        format!("/api/v1/offerings?q={}", long(2_000)),
        "/api/v1/offerings?kind=service&kind=contract&unknown=1".to_owned(),
    ] {
        assert_eq!(get(&path).status, StatusCode::OK, "{path}");
    }
}
