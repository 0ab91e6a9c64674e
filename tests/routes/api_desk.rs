//! A body whose program publishes: everything that its people do at a desk.

use super::{
    api_tokens::{made, with},
    asking::{Answer, RUNTIME, Site},
};
use http::{Method, StatusCode, header};
use interlocal_catalog::policy::Role;
use interlocal_testkit::{people::somebody, small_world, world};
use serde_json::{Value, json};

const BODY: &str = "il-department-of-innovation-and-technology";

struct Desk {
    site: Site,
    editor: String,
    approver: String,
}

fn desk() -> Desk {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let token = |email: &str, role: Role| {
        let who = RUNTIME.block_on(somebody(&site.world.portal, email, &[(BODY, role)]));
        made(&site, &who, &["publish"])
    };
    let editor = token("ada@doit.example", Role::Editor);
    let approver = token("grace@doit.example", Role::Approver);
    Desk {
        site,
        editor,
        approver,
    }
}

impl Desk {
    fn send(&self, token: &str, verb: Method, path: &str, tag: &str, body: &Value) -> Answer {
        let path = format!("/api/v1/desk/{BODY}{path}");
        let mut headers = vec![
            ("authorization", format!("Bearer {token}")),
            ("content-type", "application/json".to_owned()),
        ];
        if !tag.is_empty() {
            headers.push(("if-match", tag.to_owned()));
        }
        let bytes = match body {
            Value::Null => Vec::new(),
            body => body.to_string().into_bytes(),
        };
        self.site.send_with(verb, &path, bytes, &headers)
    }

    fn begun(&self) -> (String, String) {
        let body = json!({"title": "Shared maps", "kind": "service", "category": "gis"});
        let answer = self.send(&self.editor, Method::POST, "/offerings", "", &body);
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        let slug = answer.json()["slug"].as_str().unwrap().to_owned();
        (format!("/offerings/{slug}"), tag(&answer))
    }
}

fn tag(answer: &Answer) -> String {
    answer.header(header::ETAG).to_owned()
}

fn content() -> Value {
    json!({
        "title": "Shared maps",
        "kind": "service",
        "category": "gis",
        "summary": "Parcels and aerial photographs.",
        "cost_model": "free",
        "website": "https://maps.example.gov/",
        "rules": [{
            "id": "state",
            "area": {"within": ["state-17"]},
            "kinds": ["county", "municipality"],
            "steps": [],
        }],
    })
}

#[test]
fn a_program_begins_writes_submits_and_another_publishes() {
    let desk = desk();
    let (path, first) = desk.begun();
    let draft = format!("{path}/draft");
    let saved = desk.send(&desk.editor, Method::PUT, &draft, &first, &content());
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
    assert_eq!(saved.json()["missing"], json!([]));
    let second = tag(&saved);
    assert_ne!(first, second);
    let late = desk.send(&desk.editor, Method::PUT, &draft, &first, &content());
    assert_eq!(
        late.status,
        StatusCode::PRECONDITION_FAILED,
        "somebody was faster"
    );
    let blind = desk.send(&desk.editor, Method::PUT, &draft, "", &content());
    assert_eq!(blind.status, StatusCode::PRECONDITION_REQUIRED);
    let reach = desk.send(
        &desk.editor,
        Method::GET,
        &format!("{path}/reach"),
        "",
        &Value::Null,
    );
    assert!(
        reach.json()["yes"].as_u64().unwrap() > 100,
        "{}",
        reach.text()
    );
    let submit = format!("{path}/submit");
    let handed_in = desk.send(&desk.editor, Method::POST, &submit, &second, &Value::Null);
    assert_eq!(handed_in.status, StatusCode::OK, "{}", handed_in.text());
    assert_eq!(handed_in.json()["draft_status"], "in_review");
    let approve = format!("{path}/approve");
    let tag = tag(&handed_in);
    let own = desk.send(&desk.editor, Method::POST, &approve, &tag, &json!({}));
    assert_eq!(own.status, StatusCode::FORBIDDEN);
    let approved = desk.send(&desk.approver, Method::POST, &approve, &tag, &json!({}));
    assert_eq!(approved.status, StatusCode::OK, "{}", approved.text());
    assert_eq!(approved.json()["status"], "published");
    let slug = path.trim_start_matches("/offerings/");
    let public = desk
        .site
        .json(&format!("/api/v1/offerings/{slug}?for=county-17031"));
    assert_eq!(public["confidence"], "confirmed");
    assert_eq!(public["verdict"]["outcome"], "yes");
    let reason = json!({"reason": "It ended."});
    let withdraw = format!("{path}/withdraw");
    let done = desk.send(&desk.approver, Method::POST, &withdraw, "", &reason);
    assert_eq!(done.status, StatusCode::NO_CONTENT);
    let gone = desk.site.get(&format!("/api/v1/offerings/{slug}"));
    assert_eq!(gone.status, StatusCode::GONE);
    assert_eq!(gone.json()["detail"], "It ended.");
}

#[test]
fn each_fault_of_a_draft_is_named_with_its_place() {
    let desk = desk();
    let (path, tag) = desk.begun();
    let draft = format!("{path}/draft");
    let mut table: Vec<(&str, Value, &str)> = Vec::new();
    let mut with = |field, value: Value, place| {
        let mut body = content();
        body[field] = value;
        table.push((field, body, place));
    };
    with("kind", json!("thing"), "/kind");
    with("rules", json!([{"id": "x"}]), "/rules/0");
    with("provider", json!("another-body"), "/provider");
    with(
        "details",
        json!({"facts": {}, "pricess": []}),
        "/details/pricess",
    );
    with("website", json!("javascript:alert(1)"), "/website");
    with("title", json!(" "), "/title");
    with("partners", json!(["nobody-knows-it"]), "/partners");
    let kept = json!({"documents": [{
        "title": "Another's contract",
        "place": {"kind": "kept", "id": 1, "name": "x.pdf", "media": "application/pdf",
                  "size": 1, "sha256": "00", "on": "2026-01-01"},
    }]});
    with("details", kept, "/details/documents/0/place");
    for (field, body, place) in table {
        let refused = desk.send(&desk.editor, Method::PUT, &draft, &tag, &body);
        assert_eq!(
            refused.status,
            StatusCode::BAD_REQUEST,
            "{field}: {}",
            refused.text()
        );
        let named = refused.faulty_fields();
        assert!(
            named.iter().any(|field| field.starts_with(place)),
            "{place}: {named:?}"
        );
    }
    let path = format!("/api/v1/desk/{BODY}{draft}");
    let headers = [
        ("authorization", format!("Bearer {}", desk.editor)),
        ("if-match", tag),
        ("content-type", "text/plain".to_owned()),
    ];
    let plain = desk
        .site
        .send_with(Method::PUT, &path, b"{}".to_vec(), &headers);
    assert_eq!(plain.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[test]
fn every_fault_of_a_draft_comes_at_once_under_the_names_of_its_json() {
    let desk = desk();
    let (path, tag) = desk.begun();
    let draft = format!("{path}/draft");
    let body = json!({
        "title": "Shared maps",
        "category": "no-such-category",
        "summary": 4,
        "cost_model": "cheap",
        "website": "maps.example.gov",
        "term": {"starts_on": "2027-01-01", "ends_on": "2026-01-01"},
        "publish_on": "1999-01-01",
        "rules": [
            {"id": "state", "area": {"within": ["state-17"]}, "kinds": ["parish"], "steps": []},
        ],
        "details": {"prices": [{
            "name": "Maps", "unit": "user", "period": "year",
            "price": {"kind": "tiers", "tiers": [{"from": "0", "price": "-1"}]},
        }]},
        "colour": "blue",
    });
    let refused = desk.send(&desk.editor, Method::PUT, &draft, &tag, &body);
    assert_eq!(
        refused.status,
        StatusCode::BAD_REQUEST,
        "{}",
        refused.text()
    );
    let mut named = refused.faulty_fields();
    named.sort();
    assert_eq!(
        named,
        [
            "/category",
            "/colour",
            "/cost_model",
            "/details/prices/0/price/tiers",
            "/kind",
            "/publish_on",
            "/rules/0/kinds/0",
            "/summary",
            "/term/ends_on",
            "/website",
        ]
    );
    let said = refused.text();
    for rust in [
        "variant",
        "struct",
        "enum",
        "expected",
        "invalid type",
        "u32",
        "`",
    ] {
        assert!(!said.contains(rust), "{rust}: {said}");
    }
    assert!(
        said.contains("is missing; send one of contract, service, exchange, funding"),
        "{said}"
    );
    let begun = json!({"title": " ", "category": "no-such-category"});
    let refused = desk.send(&desk.editor, Method::POST, "/offerings", "", &begun);
    assert_eq!(refused.faulty_fields(), ["/kind", "/title", "/category"]);
    let record = json!({"who": "county-0", "in": "buyboard", "scope": [], "source": "Minutes"});
    let refused = desk.send(&desk.editor, Method::POST, "/participations", "", &record);
    let named = refused.faulty_fields();
    assert!(
        named.iter().all(|field| field.starts_with('/')),
        "{named:?}"
    );
}

#[test]
fn a_draft_is_written_for_whichever_version_stands_or_for_one_of_several() {
    let desk = desk();
    let (path, tag) = desk.begun();
    let draft = format!("{path}/draft");
    let send = |tag: &str| desk.send(&desk.editor, Method::PUT, &draft, tag, &content());
    for (made_for, status) in [
        ("*", StatusCode::OK),
        (&*tag, StatusCode::PRECONDITION_FAILED),
        ("\"v1\", \"v2\"", StatusCode::OK),
        ("W/\"v3\"", StatusCode::PRECONDITION_FAILED),
        ("*", StatusCode::OK),
    ] {
        let answer = send(made_for);
        assert_eq!(answer.status, status, "{made_for}: {}", answer.text());
    }
}

#[test]
fn what_a_listing_says_can_be_written_back_as_it_is() {
    let site = &Site::of(RUNTIME.block_on(world()));
    let head = RUNTIME.block_on(interlocal_testkit::people::steward(
        &site.world.portal,
        "head@portal.example",
    ));
    let token = made(site, &head, &["publish"]);
    let list = site.json("/api/v1/offerings?limit=100&sort=name");
    let (mut tried, mut wrong) = (0, Vec::new());
    for item in list["items"].as_array().unwrap() {
        let slug = item["slug"].as_str().unwrap();
        let provider = item["provider"]["slug"].as_str().unwrap();
        let path = format!("/api/v1/desk/{provider}/offerings/{slug}");
        let read = with(site, &token, Method::GET, &path, "");
        assert_eq!(read.status, StatusCode::OK, "{path}");
        let content = read.json()["content"].clone();
        let headers = [
            ("authorization", format!("Bearer {token}")),
            ("content-type", "application/json".to_owned()),
            ("if-match", tag(&read)),
        ];
        let body = content.to_string().into_bytes();
        let saved = site.send_with(Method::PUT, &format!("{path}/draft"), body, &headers);
        if saved.status != StatusCode::OK {
            wrong.push(format!("{slug}: {}", saved.text()));
        } else if saved.json()["content"] != content {
            wrong.push(format!("{slug}: says something else"));
        }
        tried += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tried > 50, "{tried}");
}

#[test]
fn questions_reports_and_records_are_looked_after_by_a_program() {
    let desk = desk();
    let ask =
        json!({"category": "offsite-backup", "for": "county-17031", "email": "it@cook.example"});
    let headers = [("content-type", "application/json".to_owned())];
    let send = |path: &str, body: &Value| {
        let bytes = body.to_string().into_bytes();
        desk.site.send_with(Method::POST, path, bytes, &headers)
    };
    let asked = send("/api/v1/questions", &ask);
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.text());
    assert_eq!(asked.json()["organization"]["slug"], BODY);
    assert_eq!(asked.json()["reply"], Value::Null);
    let inbox = desk
        .send(&desk.editor, Method::GET, "/questions", "", &Value::Null)
        .json();
    let id = inbox["items"][0]["id"].as_i64().unwrap();
    let answer = format!("/questions/{id}/answer");
    let empty = desk.send(
        &desk.editor,
        Method::POST,
        &answer,
        "",
        &json!({"answer": "offering"}),
    );
    assert_eq!(empty.faulty_fields(), ["/offering"]);
    let no = desk.send(
        &desk.editor,
        Method::POST,
        &answer,
        "",
        &json!({"answer": "no"}),
    );
    assert_eq!(no.status, StatusCode::OK, "{}", no.text());
    assert_eq!(no.json()["reply"]["with"], "statement_of_no");
    let again = send("/api/v1/questions", &ask).json();
    assert_eq!(
        again["reply"]["with"], "statement_of_no",
        "nobody asks in vain"
    );
    let record =
        json!({"who": "state-17", "in": "buyboard", "scope": ["self"], "source": "Minutes"});
    let made = desk.send(&desk.editor, Method::POST, "/participations", "", &record);
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    let path = format!("/participations/{}", made.json()["id"].as_str().unwrap());
    let gone = desk.send(&desk.editor, Method::DELETE, &path, "", &Value::Null);
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    let twice = desk.send(&desk.editor, Method::DELETE, &path, "", &Value::Null);
    assert_eq!(twice.status, StatusCode::NOT_FOUND);
}
