//! Programs of those who look after a body, and of stewards.

use super::{
    api_document::{document, faults},
    api_tokens::{made, with},
    asking::{Answer, RUNTIME, Site},
};
use http::{Method, StatusCode, header};
use interlocal_catalog::policy::Role;
use interlocal_testkit::{
    people::{Somebody, somebody, steward},
    small_world,
};
use serde_json::{Value, json};

const BODY: &str = "il-department-of-innovation-and-technology";

fn site() -> Site {
    Site::of(RUNTIME.block_on(small_world()))
}

fn person(site: &Site, email: &str, role: Role) -> Somebody {
    RUNTIME.block_on(somebody(&site.world.portal, email, &[(BODY, role)]))
}

fn at(rest: &str) -> String {
    format!("/api/v1/desk/{BODY}{rest}")
}

fn fits(path: &str, verb: &str, answer: &Answer) {
    let wrong = faults(&document(), (path, verb), answer);
    assert!(wrong.is_empty(), "{verb} {path}: {wrong:?}");
}

#[test]
fn a_program_of_an_administrator_looks_after_members() {
    let site = site();
    let ada = person(&site, "ada@doit.example", Role::Administrator);
    let eve = person(&site, "eve@doit.example", Role::Member);
    let token = made(&site, &ada, &["publish"]);
    let send = |verb, path: &str, body: &str| with(&site, &token, verb, &at(path), body);
    let told = "/api/v1/desk/{body}/members";
    let wrong = send(
        Method::POST,
        "/members",
        r#"{"email": "x", "role": "editor"}"#,
    );
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    assert_eq!(wrong.json()["errors"][0]["field"], "/email");
    let invite = r#"{"email": "grace@arden.example", "role": "editor"}"#;
    let invited = send(Method::POST, "/members", invite);
    fits(told, "post", &invited);
    let invitation = invited.json()["invitations"][0].clone();
    assert_eq!(invitation["email"], "grace@arden.example");
    assert_eq!(invitation["role"], "editor");
    let path = format!("/invitations/{}", invitation["id"].as_str().unwrap());
    assert_eq!(
        send(Method::DELETE, &path, "").status,
        StatusCode::NO_CONTENT
    );
    assert_eq!(
        send(Method::DELETE, &path, "").status,
        StatusCode::NOT_FOUND
    );
    let member = format!("/members/{}", eve.id);
    let changed = send(Method::PUT, &member, r#"{"role": "approver"}"#);
    fits("/api/v1/desk/{body}/members/{person}", "put", &changed);
    let people = changed.json()["people"].as_array().unwrap().clone();
    let found = people.iter().find(|one| one["person"] == eve.id).unwrap();
    assert_eq!(found["role"], "approver");
    let last = send(Method::DELETE, &format!("/members/{}", ada.id), "");
    assert_eq!(
        last.status,
        StatusCode::CONFLICT,
        "a body keeps an administrator"
    );
    assert_eq!(
        send(Method::DELETE, &member, "").status,
        StatusCode::NO_CONTENT
    );
    let left = send(Method::GET, "/members", "").json();
    assert_eq!(left["people"].as_array().unwrap().len(), people.len() - 1);
}

#[test]
fn the_secret_of_a_webhook_is_shown_once_and_stands_in_no_list() {
    let site = site();
    let ada = person(&site, "ada@doit.example", Role::Administrator);
    let token = made(&site, &ada, &["publish"]);
    let send = |verb, path: &str, body: &str| with(&site, &token, verb, path, body);
    let wrong = r#"{"address": "https://hooks.example.org/", "events": ["offering.eaten"]}"#;
    let refused = send(Method::POST, &at("/webhooks"), wrong);
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert_eq!(refused.json()["errors"][0]["field"], "/events/0");
    let new = r#"{"address": "https://hooks.example.org/", "events": ["offering.published"]}"#;
    let added = send(Method::POST, &at("/webhooks"), new);
    assert_eq!(added.status, StatusCode::CREATED, "{}", added.text());
    fits("/api/v1/desk/{body}/webhooks", "post", &added);
    let secret = added.json()["secret"].as_str().unwrap().to_owned();
    let one = added.header(header::LOCATION).to_owned();
    let tried = send(Method::POST, &format!("{one}/test"), "");
    assert_eq!(tried.status, StatusCode::NO_CONTENT);
    for path in [&one, &at("/webhooks")] {
        let answer = send(Method::GET, path, "");
        assert_eq!(answer.status, StatusCode::OK);
        assert!(!answer.text().contains(&secret), "{path}");
    }
    let stopped = send(Method::PUT, &one, r#"{"stopped": true}"#);
    fits("/api/v1/desk/{body}/webhooks/{id}", "put", &stopped);
    assert!(stopped.json()["stopped_at"].is_string());
    let delivery = &stopped.json()["deliveries"][0];
    assert_eq!(delivery["attempts"], 0);
    let early = format!("{one}/deliveries/{}/again", delivery["id"]);
    let early = send(Method::POST, &early, "");
    assert_eq!(early.status, StatusCode::NOT_FOUND, "it waits still");
    let on = send(Method::PUT, &one, r#"{"stopped": false}"#).json();
    assert_eq!(on["stopped_at"], Value::Null);
    assert_eq!(
        send(Method::DELETE, &one, "").status,
        StatusCode::NO_CONTENT
    );
    assert_eq!(send(Method::GET, &one, "").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_program_of_a_steward_looks_after_the_portal() {
    let site = site();
    let head = RUNTIME.block_on(steward(&site.world.portal, "head@portal.example"));
    let ada = person(&site, "ada@doit.example", Role::Editor);
    let token = made(&site, &head, &["publish"]);
    let send = |verb, path: &str, body: &str| {
        with(&site, &token, verb, &format!("/api/v1/steward{path}"), body)
    };
    let new = r#"{"slug": "arden-council", "name": "The Arden Council", "kind": "regional_council", "level": "regional"}"#;
    let added = send(Method::POST, "/bodies", new);
    assert_eq!(added.status, StatusCode::CREATED, "{}", added.text());
    fits("/api/v1/steward/bodies", "post", &added);
    let twice = send(Method::POST, "/bodies", new);
    assert_eq!(twice.status, StatusCode::BAD_REQUEST, "{}", twice.text());
    let other = new.replace("arden-council", "boro-council");
    let refused = send(Method::PUT, "/bodies/arden-council", &other);
    assert_eq!(refused.json()["errors"][0]["field"], "/slug");
    let change = r#"{"name": "Arden Council", "kind": "regional_council", "level": "regional", "website": "https://arden.example/"}"#;
    let changed = send(Method::PUT, "/bodies/arden-council", change);
    fits("/api/v1/steward/bodies/{slug}", "put", &changed);
    assert_eq!(changed.json()["website"], "https://arden.example/");
    let said = r#"{"words": "Closed on Sunday.", "kind": "warning"}"#;
    let announced = send(Method::POST, "/announcements", said);
    fits("/api/v1/steward/announcements", "post", &announced);
    assert!(site.get("/").text().contains("Closed on Sunday."));
    let id = announced.json()["items"][0]["id"].clone();
    let back = send(Method::DELETE, &format!("/announcements/{id}"), "");
    assert_eq!(back.status, StatusCode::NO_CONTENT);
    assert!(!site.get("/").text().contains("Closed on Sunday."));
    let shut = format!("/people/{}/account", ada.id);
    let shut = send(Method::PUT, &shut, r#"{"closed": true}"#);
    assert_eq!(shut.status, StatusCode::NO_CONTENT, "{}", shut.text());
    let found = send(Method::GET, "/people?q=ada%40doit", "");
    fits("/api/v1/steward/people", "get", &found);
    assert!(found.json()["people"][0]["closed_at"].is_string());
    let log = send(Method::GET, "/audit?action=shut_account", "");
    fits("/api/v1/steward/audit", "get", &log);
    let entry = &log.json()["items"][0];
    assert_eq!(entry["subject"], "ada@doit.example");
    assert_eq!(entry["token"], "nightly export");
    let wrong = send(Method::GET, "/audit?from=yesterday", "");
    assert_eq!(wrong.json()["errors"][0]["field"], "from");
    for path in [
        "",
        "/jobs",
        "/mail",
        "/requests",
        "/webhooks",
        "/consider-rules",
    ] {
        let answer = send(Method::GET, path, "");
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        fits(&format!("/api/v1/steward{path}"), "get", &answer);
    }
    let mine = with(&site, &token, Method::GET, "/api/v1/account/tokens", "");
    fits("/api/v1/account/tokens", "get", &mine);
    assert_eq!(mine.json()["items"][0]["is_this"], json!(true));
    assert!(!mine.text().contains("ilp_"), "never the secret");
}

#[test]
fn the_log_goes_on_by_cursor_to_its_first_entry() {
    let site = site();
    let ada = person(&site, "ada@doit.example", Role::Administrator);
    let token = made(&site, &ada, &["publish"]);
    let get = |path: &str| with(&site, &token, Method::GET, path, "");
    for number in 0..60 {
        let body = json!({"domain": format!("d{number}.arden.example")}).to_string();
        let answer = with(&site, &token, Method::POST, &at("/domains"), &body);
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    }
    let (mut path, mut seen) = (at("/log"), Vec::new());
    loop {
        let part = get(&path).json();
        let items = part["items"].as_array().unwrap();
        seen.extend(items.iter().map(|entry| entry["id"].as_i64().unwrap()));
        match part["next"].as_str() {
            Some(next) => next.clone_into(&mut path),
            None => break,
        }
    }
    assert!(seen.len() >= 60, "{}", seen.len());
    assert!(
        seen.windows(2).all(|two| two[0] > two[1]),
        "each once, in order"
    );
    let odd = get(&at("/log?cursor=nothing"));
    assert_eq!(odd.status, StatusCode::BAD_REQUEST);
}
