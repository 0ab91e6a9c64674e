//! A program that weighs and decides with the people of a body.

use super::{
    api_document::{document, faults},
    api_tokens::made,
    asking::{Answer, RUNTIME, Site},
};
use http::{Method, StatusCode, header};
use interlocal_catalog::policy::Role;
use interlocal_testkit::{people::somebody, small_world};
use serde_json::{Value, json};

const BODY: &str = "il-department-of-innovation-and-technology";

struct Desk {
    site: Site,
    token: String,
}

fn desk() -> Desk {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let roles = [(BODY, Role::Member)];
    let ada = RUNTIME.block_on(somebody(&site.world.portal, "ada@doit.example", &roles));
    let token = made(&site, &ada, &["publish"]);
    Desk { site, token }
}

impl Desk {
    fn send(&self, verb: Method, path: &str, tag: &str, body: &Value) -> Answer {
        let mut headers = vec![
            ("authorization", format!("Bearer {}", self.token)),
            ("content-type", "application/json".to_owned()),
        ];
        if !tag.is_empty() {
            headers.push(("if-match", tag.to_owned()));
        }
        let bytes = match body {
            Value::Null => Vec::new(),
            body => body.to_string().into_bytes(),
        };
        self.site
            .send_with(verb, &format!("/api/v1{path}"), bytes, &headers)
    }

    fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, "", &Value::Null)
    }
}

fn fits(path: &str, verb: &str, answer: &Answer) {
    let wrong = faults(&document(), (path, verb), answer);
    assert!(wrong.is_empty(), "{verb} {path}: {wrong:?}");
}

fn tag(answer: &Answer) -> String {
    answer.header(header::ETAG).to_owned()
}

#[test]
fn a_program_writes_a_memo_and_freezes_it() {
    let desk = desk();
    let none = Value::Null;
    let new = json!({
        "body": BODY, "for": "state-17", "title": "Buying together", "offerings": ["buyboard"],
    });
    let begun = desk.send(Method::POST, "/memos", "", &new);
    assert_eq!(begun.status, StatusCode::CREATED, "{}", begun.text());
    fits("/api/v1/memos", "post", &begun);
    let path = begun.header(header::LOCATION).replace("/api/v1", "");
    let told = "/api/v1/memos/{id}";
    let first = tag(&begun);
    let draft = begun.json()["draft"].clone();
    assert_eq!(draft["version"], 1);
    assert!(!draft["missing"].as_array().unwrap().is_empty(), "{draft}");
    let freeze = format!("{path}/freeze");
    let early = desk.send(Method::POST, &freeze, &first, &none);
    assert_eq!(early.status, StatusCode::BAD_REQUEST, "{}", early.text());
    fits("/api/v1/memos/{id}/freeze", "post", &early);
    let rules = draft["rules"].as_array().unwrap().iter();
    let considered: Vec<Value> = rules
        .map(|rule| json!({"rule": rule["id"], "answer": "Looked at."}))
        .collect();
    let words = json!({
        "title": "Buying together", "need": "Computers", "years": 3,
        "quantities": {"device": "120"},
        "options": [{"offering": "buyboard", "choice": "chosen", "why": "It is open to us."}],
        "considered": considered,
    });
    let blind = desk.send(Method::PUT, &path, "", &words);
    assert_eq!(blind.status, StatusCode::PRECONDITION_REQUIRED);
    let mut wrong = words.clone();
    wrong["quantities"] = json!({"device": "many"});
    let refused = desk.send(Method::PUT, &path, &first, &wrong);
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert_eq!(refused.json()["errors"][0]["field"], "/quantities/device");
    let written = desk.send(Method::PUT, &path, &first, &words);
    assert_eq!(written.status, StatusCode::OK, "{}", written.text());
    fits(told, "put", &written);
    assert_eq!(written.json()["draft"]["missing"], json!([]));
    let late = desk.send(Method::PUT, &path, &first, &words);
    assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
    let second = tag(&written);
    let say = json!({"decision": "approved", "name": "Ada Clerk", "comment": "Good."});
    let approvals = format!("{path}/approvals");
    let approved = desk.send(Method::POST, &approvals, &second, &say);
    assert_eq!(approved.status, StatusCode::OK, "{}", approved.text());
    let seen = tag(&approved);
    assert_ne!(seen, second, "what was said is part of what was read");
    let frozen = desk.send(Method::POST, &freeze, &seen, &none);
    assert_eq!(frozen.status, StatusCode::OK, "{}", frozen.text());
    fits("/api/v1/memos/{id}/freeze", "post", &frozen);
    let memo = frozen.json();
    assert_eq!(memo["frozen"], true);
    assert_eq!(memo.get("draft"), None);
    let linked = desk.send(Method::POST, &format!("{path}/link"), "", &none);
    let link = linked.json()["link"].as_str().unwrap().to_owned();
    let (_, secret) = link.rsplit_once('/').unwrap();
    let shared = desk.site.json(&format!("/api/v1/memos/shared/{secret}"));
    assert_eq!(shared["sha256"], memo["sha256"]);
    assert_eq!(shared.get("link"), None);
    let used = json!({"offering": "buyboard", "since": "2026-11-01", "unit": "device"});
    let adopted = desk.send(Method::POST, &format!("{path}/adopt"), "", &used);
    assert_eq!(adopted.status, StatusCode::NO_CONTENT, "{}", adopted.text());
    let end = desk.send(Method::DELETE, &path, &seen, &none);
    assert!(end.status.is_client_error(), "what is frozen stays");
    let file = desk
        .site
        .get(&format!("/memos/shared/{secret}.json"))
        .text();
    for (text, whole) in [
        (file.clone(), true),
        (file.replacen("Ada", "Eve", 1), false),
    ] {
        let body = json!({"text": text}).to_string().into_bytes();
        let headers = [("content-type", "application/json".to_owned())];
        let path = "/api/v1/memos/verify";
        let checked = desk.site.send_with(Method::POST, path, body, &headers);
        fits(path, "post", &checked);
        assert_eq!(checked.json()["whole"], whole, "{}", checked.text());
    }
}

#[test]
fn a_program_begins_a_workspace_in_which_people_say_what_they_think() {
    let desk = desk();
    let new = json!({"body": BODY, "title": "Backup", "offerings": ["buyboard"]});
    let begun = desk.send(Method::POST, "/workspaces", "", &new);
    assert_eq!(begun.status, StatusCode::CREATED, "{}", begun.text());
    fits("/api/v1/workspaces", "post", &begun);
    let path = begun.header(header::LOCATION).replace("/api/v1", "");
    let item = begun.json()["items"][0]["number"].clone();
    let say = json!({"opinion": "maybe", "comment": "It is far."});
    let opinion = format!("{path}/items/{item}/opinion");
    let said = desk.send(Method::PUT, &opinion, "", &say);
    fits("/api/v1/workspaces/{id}/items/{item}/opinion", "put", &said);
    assert_eq!(said.json()["items"][0]["opinions"]["maybe"], 1);
    let unknown = json!({"offering": "nobody-has-it"});
    let items = format!("{path}/items");
    let refused = desk.send(Method::POST, &items, "", &unknown);
    assert_eq!(
        refused.status,
        StatusCode::BAD_REQUEST,
        "{}",
        refused.text()
    );
    let end = desk.send(Method::DELETE, &path, "", &Value::Null);
    assert_eq!(end.status, StatusCode::NO_CONTENT);
    assert_eq!(desk.get(&path).status, StatusCode::NOT_FOUND);
}

#[test]
fn a_program_sets_offerings_aside_and_takes_them_off() {
    let desk = desk();
    let add = |slug: &str| {
        let body = json!({"offering": slug});
        desk.send(Method::POST, "/shortlist", "", &body)
    };
    assert_eq!(add("nobody-has-it").status, StatusCode::NOT_FOUND);
    let added = add("buyboard");
    fits("/api/v1/shortlist", "post", &added);
    assert_eq!(added.json()["items"][0]["slug"], "buyboard");
    let note = json!({"note": "Ask for the rate card."});
    let noted = desk.send(Method::PUT, "/shortlist/buyboard", "", &note);
    assert_eq!(noted.json()["items"][0]["note"], "Ask for the rate card.");
    let off = desk.send(Method::DELETE, "/shortlist/buyboard", "", &Value::Null);
    assert_eq!(off.status, StatusCode::NO_CONTENT);
    assert_eq!(desk.get("/shortlist").json()["items"], json!([]));
}
