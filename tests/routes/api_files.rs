//! A program that sends files: lists that are taken in, documents of a draft.

use super::{
    api_document::{document, faults},
    api_tokens::{made, with},
    asking::{Answer, RUNTIME, Site},
};
use http::{Method, StatusCode, header};
use interlocal_catalog::policy::Role;
use interlocal_testkit::{people::somebody, small_world};
use serde_json::{Value, json};

const BODY: &str = "il-department-of-innovation-and-technology";
const EDGE: &str = "----edge";
const LIST: &str = "Agreement,Firm,Ends\nC-1,Boro Tools,6/30/2027\nC-2,Arden Works,\n";

/// A portal, with a token of an editor that has these scopes.
fn site(scopes: &[&str]) -> (Site, String) {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let roles = [(BODY, Role::Editor)];
    let ada = RUNTIME.block_on(somebody(&site.world.portal, "ada@doit.example", &roles));
    let token = made(&site, &ada, scopes);
    (site, token)
}

fn at(rest: &str) -> String {
    format!("/api/v1/desk/{BODY}{rest}")
}

/// A form with fields and a file.
fn form(fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
        body.extend(part.into_bytes());
    }
    if let Some((name, bytes)) = file {
        let part = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend(part.into_bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{EDGE}--\r\n").into_bytes());
    body
}

fn send(
    site: &Site,
    token: &str,
    path: &str,
    (kind, bytes): (&str, Vec<u8>),
    more: &[(&'static str, &str)],
) -> Answer {
    let mut headers = vec![
        ("authorization", format!("Bearer {token}")),
        ("content-type", kind.to_owned()),
    ];
    headers.extend(
        more.iter()
            .map(|(name, value)| (*name, (*value).to_owned())),
    );
    site.send_with(Method::POST, path, bytes, &headers)
}

fn multipart() -> String {
    format!("multipart/form-data; boundary={EDGE}")
}

fn work(site: &Site) {
    RUNTIME
        .block_on(site.world.portal.do_due_imports())
        .unwrap();
}

fn fits(path: &str, verb: &str, answer: &Answer) {
    let wrong = faults(&document(), (path, verb), answer);
    assert!(wrong.is_empty(), "{verb} {path}: {wrong:?}");
}

#[test]
fn a_program_sends_a_list_says_its_columns_reads_the_report_applies_and_undoes() {
    let (site, token) = site(&["import"]);
    let get = |path: &str| with(&site, &token, Method::GET, path, "");
    let fields = [("source", "statewide"), ("category", "purchasing")];
    let body = form(&fields, Some(("list.csv", LIST.as_bytes())));
    let key = [("idempotency-key", "nightly-1")];
    let sent = send(
        &site,
        &token,
        &at("/imports"),
        (&multipart(), body.clone()),
        &key,
    );
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text());
    fits("/api/v1/desk/{body}/imports", "post", &sent);
    let file = sent.json();
    assert_eq!(file["stage"], "columns");
    assert_eq!(file["source"], "statewide");
    let again = send(&site, &token, &at("/imports"), (&multipart(), body), &key);
    assert_eq!(again.json()["id"], file["id"], "it lies there once");
    let one = sent.header(header::LOCATION).to_owned();
    assert_eq!(one, at(&format!("/imports/{}", file["id"])));
    let early = get(&format!("{one}/report"));
    assert_eq!(early.status, StatusCode::CONFLICT, "{}", early.text());
    let columns = get(&format!("{one}/columns"));
    fits("/api/v1/desk/{body}/imports/{id}/columns", "get", &columns);
    assert_eq!(columns.json()["columns"][0]["heading"], "Agreement");
    assert_eq!(
        columns.json()["columns"][0]["samples"],
        json!(["C-1", "C-2"])
    );
    let put = |body: &str| with(&site, &token, Method::PUT, &format!("{one}/columns"), body);
    let wrong = put(r#"{"columns": {"Agreement": "nummer"}}"#);
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    assert_eq!(wrong.json()["errors"][0]["field"], "/columns/Agreement");
    let said = put(r#"{"columns": {"Agreement": "number", "Firm": "supplier", "Ends": "ends"}}"#);
    assert_eq!(said.status, StatusCode::OK, "{}", said.text());
    assert_eq!(said.json()["stage"], "checking");
    work(&site);
    let checked = get(&one).json();
    assert_eq!(checked["stage"], "checked", "{checked}");
    assert_eq!(checked["counts"]["created"], 2, "{checked}");
    let report = get(&format!("{one}/report?outcome=created&limit=1"));
    fits("/api/v1/desk/{body}/imports/{id}/report", "get", &report);
    let first = report.json();
    let key = |part: &Value| part["items"][0]["key"].as_str().unwrap().to_owned();
    assert_eq!(first["total"], 2);
    assert!(key(&first).starts_with("C-1"), "{first}");
    let rest = get(first["next"].as_str().unwrap()).json();
    assert!(key(&rest).starts_with("C-2"), "{rest}");
    assert_eq!(rest["next"], Value::Null);
    let post = |path: &str| with(&site, &token, Method::POST, path, "");
    let applied = post(&format!("{one}/apply"));
    assert_eq!(applied.status, StatusCode::OK, "{}", applied.text());
    work(&site);
    let done = get(&one).json();
    assert_eq!(done["stage"], "applied", "{done}");
    let undo = at(&format!("/import-batches/{}/undo", done["batch"]));
    let undone = post(&undo);
    assert_eq!(undone.json(), json!({"listings": 2}));
    fits(
        "/api/v1/desk/{body}/import-batches/{id}/undo",
        "post",
        &undone,
    );
    assert_eq!(post(&undo).status, StatusCode::CONFLICT, "once");
    let all = get(&at("/imports")).json();
    assert!(all["batches"][0]["undone_at"].is_string(), "{all}");
    let gone = with(&site, &token, Method::DELETE, &one, "");
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    assert_eq!(get(&one).status, StatusCode::NOT_FOUND);
}

#[test]
fn the_bytes_of_a_list_may_be_sent_as_they_are() {
    let (site, token) = site(&["import"]);
    let path = at("/imports?name=list.csv&source=statewide");
    let bytes = LIST.as_bytes().to_vec();
    let sent = send(&site, &token, &path, ("text/csv", bytes.clone()), &[]);
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text());
    assert_eq!(sent.json()["file_name"], "list.csv");
    assert_eq!(sent.json()["size"], LIST.len());
    for (path, bytes, field) in [
        (at("/imports?kind=letters"), bytes, "kind"),
        (at("/imports"), Vec::new(), "file"),
    ] {
        let wrong = send(&site, &token, &path, ("text/csv", bytes), &[]);
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST, "{}", wrong.text());
        assert_eq!(wrong.json()["errors"][0]["field"], field);
    }
    let json = send(
        &site,
        &token,
        &at("/imports"),
        ("application/json", b"{}".to_vec()),
        &[],
    );
    assert_eq!(json.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "no file");
    let nobody = send(
        &site,
        "ilp_none",
        &at("/imports"),
        ("text/csv", Vec::new()),
        &[],
    );
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
}

#[test]
fn a_file_that_is_too_large_is_a_fault_of_its_field() {
    let (site, token) = site(&["import", "publish"]);
    let large = vec![b'a'; interlocal_portal::importing::LARGEST + 1];
    let sent = send(&site, &token, &at("/imports"), ("text/csv", large), &[]);
    assert_eq!(sent.status, StatusCode::BAD_REQUEST);
    assert_eq!(sent.json()["errors"][0]["field"], "file");
    let nobody = vec![b'a'; 2_000_000];
    let headers = [
        ("content-type", "text/csv".to_owned()),
        ("idempotency-key", "x".to_owned()),
    ];
    let refused = site.send_with(Method::POST, &at("/imports"), nobody, &headers);
    assert_eq!(
        refused.status,
        StatusCode::PAYLOAD_TOO_LARGE,
        "nobody's file is held to be sent again"
    );
}

#[test]
fn a_program_adds_a_document_to_a_draft_and_takes_it_out() {
    let (site, token) = site(&["publish"]);
    let listing = r#"{"title": "Shared maps", "kind": "service", "category": "gis"}"#;
    let begun = with(&site, &token, Method::POST, &at("/offerings"), listing);
    let slug = begun.json()["slug"].as_str().unwrap().to_owned();
    let path = at(&format!("/offerings/{slug}/documents"));
    let told = "/api/v1/desk/{body}/offerings/{slug}/documents";
    let tag = begun.header(header::ETAG).to_owned();
    let fields = [("title", "Rate card"), ("proves", "price_list")];
    let pdf: &[u8] = b"%PDF-1.7 rates";
    let add = |fields: &[(&str, &str)], file, tag: &str| {
        let body = form(fields, file);
        let more: &[(&'static str, &str)] = &[("if-match", tag)];
        send(&site, &token, &path, (&multipart(), body), more)
    };
    for (fields, file, status, field) in [
        (&fields[..], None, StatusCode::BAD_REQUEST, "file"),
        (
            &[][..],
            Some(("a.pdf", pdf)),
            StatusCode::BAD_REQUEST,
            "title",
        ),
        (
            &[("title", "x"), ("proves", "love")][..],
            Some(("a.pdf", pdf)),
            StatusCode::BAD_REQUEST,
            "proves",
        ),
        (
            &fields[..],
            Some(("a.pdf", &b"MZ\x90\x00\x03"[..])),
            StatusCode::BAD_REQUEST,
            "file",
        ),
    ] {
        let wrong = add(fields, file, &tag);
        assert_eq!(wrong.status, status, "{}", wrong.text());
        assert_eq!(wrong.json()["errors"][0]["field"], field);
        fits(told, "post", &wrong);
    }
    let late = add(&fields, Some(("a.pdf", pdf)), "\"v9\"");
    assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
    let added = add(&fields, Some(("../a.html", pdf)), &tag);
    assert_eq!(added.status, StatusCode::OK, "{}", added.text());
    fits(told, "post", &added);
    let document = &added.json()["content"]["details"]["documents"][0];
    assert_eq!(document["title"], "Rate card");
    assert_eq!(document["place"]["name"], "a.pdf");
    let id = document["place"]["id"].to_string();
    let remove = |id: &str, tag: &str| {
        let headers = [
            ("authorization", format!("Bearer {token}")),
            ("if-match", tag.to_owned()),
        ];
        site.send_with(
            Method::DELETE,
            &format!("{path}/{id}"),
            Vec::new(),
            &headers,
        )
    };
    let tag = added.header(header::ETAG).to_owned();
    assert_eq!(remove("9999", &tag).status, StatusCode::NOT_FOUND);
    let left = remove(&id, &tag);
    assert_eq!(left.status, StatusCode::OK, "{}", left.text());
    fits(
        "/api/v1/desk/{body}/offerings/{slug}/documents/{id}",
        "delete",
        &left,
    );
    let details = &left.json()["content"]["details"];
    assert!(details.is_object() && details.get("documents").is_none());
}
