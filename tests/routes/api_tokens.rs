//! Tokens of the API: made on a page without a script, shown once, and what they let
//! their holder do.

use super::asking::{Answer, RUNTIME, Site, words};
use chrono::TimeDelta;
use http::{Method, StatusCode};
use interlocal_catalog::policy::{Actor, Role, Scope};
use interlocal_portal::{AuditFilter, Outside, accounts::invite::Place, tokens::make::Wanted};
use interlocal_testkit::{
    MovableClock,
    people::{Somebody, somebody, steward},
    small_world,
    world::tiny_world,
};
use std::sync::Arc;

const BODY: &str = "il-department-of-innovation-and-technology";

/// Makes a token on the page, as a browser without scripts does; gives its text.
pub fn made(site: &Site, who: &Somebody, scopes: &[&str]) -> String {
    let mut fields = vec![("name", "nightly export"), ("days", "30")];
    fields.extend(scopes.iter().map(|scope| ("scopes", *scope)));
    let answer = site.post_as(who, "/account/tokens", &fields);
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let html = answer.text();
    let (_, rest) = html.split_once("<code>ilp_").expect("the token is shown");
    let (secret, _) = rest.split_once('<').unwrap();
    format!("ilp_{secret}")
}

/// Asks with a token.
pub fn with(site: &Site, token: &str, method: Method, path: &str, body: &str) -> Answer {
    let headers = [
        ("authorization", format!("Bearer {token}")),
        ("content-type", "application/json".to_owned()),
    ];
    site.send_with(method, path, body.as_bytes().to_vec(), &headers)
}

fn get(site: &Site, token: &str, path: &str) -> Answer {
    with(site, token, Method::GET, path, "")
}

fn person(site: &Site, email: &str, role: Role) -> Somebody {
    RUNTIME.block_on(somebody(&site.world.portal, email, &[(BODY, role)]))
}

#[test]
fn a_token_is_made_on_a_page_shown_once_and_kept_as_a_hash_alone() {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let ada = person(&site, "ada@doit.example", Role::Editor);
    let token = made(&site, &ada, &["publish"]);
    assert_eq!(token.len(), 4 + 64, "256 bits as hex: {token}");
    let again = site.get_as(&ada, "/account/tokens").text();
    assert!(!again.contains(&token), "it is never shown again");
    let said = words(&again);
    assert!(said.contains("nightly export"), "{said}");
    assert!(said.contains("May read, publish."), "{said}");
    assert!(said.contains("Never used."), "{said}");
    let dump = RUNTIME.block_on(site.world.counted("select hash, 1 from api_token"));
    assert!(!dump.contains_key(&token) && dump.len() == 1, "{dump:?}");
    let me = get(&site, &token, "/api/v1/account").json();
    assert_eq!(me["email"], "ada@doit.example");
    assert_eq!(
        me["token"]["scopes"],
        serde_json::json!(["read", "publish"])
    );
    let said = words(&site.get_as(&ada, "/account/tokens").text());
    assert!(said.contains("Last used on"), "{said}");
    let data = site.get_as(&ada, "/account/data").json();
    assert_eq!(data["tokens"][0]["name"], "nightly export");
}

#[test]
fn a_token_cannot_do_more_than_its_scopes_or_its_owner() {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let editor = person(&site, "ada@doit.example", Role::Editor);
    let listing = r#"{"title": "Maps", "kind": "service", "category": "gis"}"#;
    let begin = |token: &str| {
        let path = format!("/api/v1/desk/{BODY}/offerings");
        with(&site, token, Method::POST, &path, listing)
    };
    let reads = made(&site, &editor, &[]);
    let desk = format!("/api/v1/desk/{BODY}");
    assert_eq!(get(&site, &reads, &desk).status, StatusCode::OK);
    let refused = begin(&reads);
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(
        refused.text().contains("scope “publish”"),
        "{}",
        refused.text()
    );
    let imports = made(&site, &editor, &["import"]);
    assert_eq!(begin(&imports).status, StatusCode::FORBIDDEN);
    let publishes = made(&site, &editor, &["publish"]);
    assert_eq!(begin(&publishes).status, StatusCode::CREATED);
    let member = person(&site, "eve@doit.example", Role::Member);
    assert_eq!(
        begin(&made(&site, &member, &["publish"])).status,
        StatusCode::FORBIDDEN
    );
    let other = "/api/v1/desk/center-for-internet-security";
    assert_eq!(get(&site, &publishes, other).status, StatusCode::NOT_FOUND);
}

#[test]
fn a_token_opens_no_page_and_makes_nobody_a_steward() {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let head = RUNTIME.block_on(steward(&site.world.portal, "head@portal.example"));
    let ada = person(&site, "ada@doit.example", Role::Editor);
    let token = made(&site, &head, &["publish", "import"]);
    for page in ["/account", "/steward/audit", "/account/tokens"] {
        let answer = get(&site, &token, page);
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{page}");
    }
    let portal = &site.world.portal;
    let holder = RUNTIME.block_on(portal.holder(&token)).unwrap().unwrap();
    let actor = holder.actor();
    let made_one = RUNTIME.block_on(portal.make_steward(&actor, ada.id, true));
    assert!(made_one.is_err(), "who is a steward is settled by people");
    let email = "new@portal.example".parse().unwrap();
    let invited = portal.invite(&actor, &email, &Place::Steward);
    assert!(RUNTIME.block_on(invited).is_err());
    let desk = format!("/api/v1/desk/{BODY}");
    assert_eq!(get(&site, &token, &desk).status, StatusCode::OK);
}

#[test]
fn a_token_that_reads_looks_at_what_its_owner_looks_after_and_changes_nothing() {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let head = RUNTIME.block_on(steward(&site.world.portal, "head@portal.example"));
    let ada = person(&site, "ada@doit.example", Role::Administrator);
    let at_desk = |rest: &str| format!("/api/v1/desk/{BODY}{rest}");
    let reads = [
        (&head, "/api/v1/steward".to_owned()),
        (&head, "/api/v1/steward/audit".to_owned()),
        (&head, "/api/v1/steward/people".to_owned()),
        (&ada, at_desk("/members")),
        (&ada, at_desk("/domains")),
        (&ada, at_desk("/webhooks")),
        (&ada, at_desk("/log")),
        (&ada, at_desk("/imports")),
        (&ada, at_desk("/proposals")),
    ];
    let reading = [made(&site, &head, &[]), made(&site, &ada, &[])];
    let of = |who: &Somebody| &reading[usize::from(who.id != head.id)];
    for (who, path) in &reads {
        let answer = get(&site, of(who), path);
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
    }
    let before = RUNTIME.block_on(site.world.kept());
    let writes = [
        (
            &head,
            "/api/v1/steward/announcements".to_owned(),
            r#"{"words": "Closed", "kind": "warning"}"#,
            "publish",
        ),
        (
            &ada,
            at_desk("/members"),
            r#"{"email": "new@arden.example", "role": "editor"}"#,
            "publish",
        ),
        (
            &ada,
            at_desk("/domains"),
            r#"{"domain": "arden.example"}"#,
            "publish",
        ),
        (&ada, at_desk("/imports"), "{}", "import"),
        (
            &ada,
            "/api/v1/shortlist".to_owned(),
            r#"{"offering": "buyboard"}"#,
            "publish",
        ),
    ];
    for (who, path, body, scope) in &writes {
        let answer = with(&site, of(who), Method::POST, path, body);
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        let says = format!("scope “{scope}”");
        assert!(answer.text().contains(&says), "{path}: {}", answer.text());
    }
    assert_eq!(RUNTIME.block_on(site.world.kept()), before);
}

#[test]
fn the_policy_itself_holds_a_token_to_its_scopes_whatever_door_was_passed() {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let ada = person(&site, "ada@doit.example", Role::Administrator);
    let portal = &site.world.portal;
    let body = BODY.into();
    for (scopes, may_invite, may_import) in [
        (vec![], false, false),
        (vec!["publish"], true, false),
        (vec!["import"], false, true),
    ] {
        let token = made(&site, &ada, &scopes);
        let holder = RUNTIME.block_on(portal.holder(&token)).unwrap().unwrap();
        let actor = holder.actor();
        let email = format!("new-{}@arden.example", scopes.join("-"));
        let place = Place::InBody(BODY.into(), Role::Member);
        let email = email.parse().unwrap();
        let invited = portal.invite(&actor, &email, &place);
        assert_eq!(RUNTIME.block_on(invited).is_ok(), may_invite, "{scopes:?}");
        let door = portal.import_door(&actor, &body);
        assert_eq!(door.is_ok(), may_import, "{scopes:?}");
        let begun = portal.begin_workspace(&actor, &body, "Backup", &[]);
        assert_eq!(RUNTIME.block_on(begun).is_ok(), may_invite, "{scopes:?}");
    }
}

#[test]
fn the_audit_log_names_the_token_by_which_something_was_done() {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let ada = person(&site, "ada@doit.example", Role::Administrator);
    let head = RUNTIME.block_on(steward(&site.world.portal, "head@portal.example"));
    let token = made(&site, &ada, &["publish"]);
    let domains = format!("/api/v1/desk/{BODY}/domains");
    let body = r#"{"domain": "arden.example"}"#;
    let answer = with(&site, &token, Method::POST, &domains, body);
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let page = format!("/desk/{BODY}/domains");
    site.post_as(&ada, &page, &[("domain", "boro.example")]);
    let log = format!("/api/v1/desk/{BODY}/log");
    let entries = get(&site, &token, &log).json();
    let by = |subject: &str| {
        let entries = entries["items"].as_array().unwrap().iter();
        let mut found = entries.filter(|entry| entry["subject"] == subject);
        found.next().unwrap().clone()
    };
    assert_eq!(by("arden.example")["token"], "nightly export");
    assert_eq!(by("arden.example")["actor"], "ada@doit.example");
    assert_eq!(by("boro.example")["token"], serde_json::Value::Null);
    for page in [
        format!("/desk/{BODY}/log"),
        "/steward/audit?action=approve_domain".to_owned(),
    ] {
        let said = words(&site.get_as(&head, &page).text());
        assert!(
            said.contains("ada@doit.example by the token “nightly export”"),
            "{said}"
        );
    }
    let csv = site.get_as(&ada, &format!("/desk/{BODY}/log.csv")).text();
    let line = csv.lines().find(|line| line.contains(",arden.example,"));
    assert!(line.unwrap().ends_with(",nightly export"), "{csv}");
}

#[test]
fn a_token_that_was_revoked_or_was_never_one_is_refused_everywhere() {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let ada = person(&site, "ada@doit.example", Role::Editor);
    let eve = person(&site, "eve@doit.example", Role::Editor);
    let token = made(&site, &ada, &[]);
    let page = site.get_as(&ada, "/account/tokens").text();
    let id = page.split("name=\"token\" value=\"").nth(1).unwrap();
    let id = id.split('"').next().unwrap().to_owned();
    let fields = [("token", id.as_str())];
    let others = site.post_as(&eve, "/account/tokens/revoke", &fields);
    assert_eq!(
        others.status,
        StatusCode::NOT_FOUND,
        "another's is not there"
    );
    assert_eq!(get(&site, &token, "/api/v1/account").status, StatusCode::OK);
    let revoked = site.post_as(&ada, "/account/tokens/revoke", &fields);
    assert_eq!(revoked.status, StatusCode::SEE_OTHER);
    for shown in [token.as_str(), "ilp_0", "", "x y"] {
        let answer = get(&site, shown, "/api/v1/offerings");
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{shown}");
        let asked = &answer.headers["www-authenticate"];
        assert!(asked.to_str().unwrap().contains("invalid_token"));
    }
    let basic = [("authorization", "Basic YTpi".to_owned())];
    let answer = site.send_with(Method::GET, "/api/v1", Vec::new(), &basic);
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    let log = RUNTIME.block_on(site.world.portal.read_audit_log(
        &Actor::Portal,
        &AuditFilter {
            subject: "nightly export".to_owned(),
            ..AuditFilter::default()
        },
        None,
    ));
    let done: Vec<String> = log.unwrap().entries.into_iter().map(|e| e.action).collect();
    assert_eq!(done, ["revoke_token", "make_token"]);
}

#[test]
fn a_token_ends_by_itself_and_with_its_account() {
    let clock = Arc::new(MovableClock::noon());
    let world = RUNTIME.block_on(tiny_world(clock.clone(), Outside::default()));
    let site = Site::of(world);
    let portal = &site.world.portal;
    let ada = RUNTIME.block_on(somebody(portal, "ada@ri.example", &[]));
    let make = |days: i64| {
        RUNTIME.block_on(async {
            let signed_in = portal.who(&ada.secret).await.unwrap().unwrap();
            let wanted = Wanted {
                name: "export".to_owned(),
                scopes: [Scope::Read].into(),
                days,
            };
            portal.make_token(&signed_in, &wanted).await
        })
    };
    for days in [0, -1, 366] {
        assert!(make(days).is_err(), "{days}");
    }
    let (short, long) = (make(1).unwrap(), make(365).unwrap());
    let status = |token: &str| get(&site, token, "/api/v1/account").status;
    clock.wait(TimeDelta::hours(23));
    assert_eq!(status(&short), StatusCode::OK);
    clock.wait(TimeDelta::hours(1));
    assert_eq!(status(&short), StatusCode::UNAUTHORIZED);
    assert_eq!(status(&long), StatusCode::OK);
    RUNTIME
        .block_on(portal.set_disabled(&Actor::Portal, "ada@ri.example", true))
        .unwrap();
    assert_eq!(status(&long), StatusCode::UNAUTHORIZED);
}

#[test]
fn a_form_for_a_token_that_cannot_be_comes_back_with_its_words() {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let ada = person(&site, "ada@doit.example", Role::Editor);
    let fields = [("name", ""), ("days", "soon"), ("scopes", "publish")];
    let answer = site.post_as(&ada, "/account/tokens", &fields);
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let html = answer.text();
    assert!(
        html.contains("href=\"#name\"") && html.contains("href=\"#days\""),
        "{html}"
    );
    assert!(html.contains("value=\"publish\" checked"), "{html}");
    assert!(!html.contains("ilp_"));
}
