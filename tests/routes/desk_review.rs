//! From a draft to publication, a second edition, and the end.

use super::asking::{Answer, RUNTIME, Site, words};
use http::StatusCode;
use interlocal_catalog::policy::Role;
use interlocal_testkit::{
    people::{Somebody, somebody},
    small_world,
};

pub const BODY: &str = "il-department-of-innovation-and-technology";

pub fn site() -> Site {
    Site::of(RUNTIME.block_on(small_world()))
}

pub fn person(site: &Site, name: &str, role: Role) -> Somebody {
    let email = format!("{name}@il.example");
    RUNTIME.block_on(somebody(&site.world.portal, &email, &[(BODY, role)]))
}

pub fn at(slug: &str, rest: &str) -> String {
    format!("/desk/{BODY}/offerings/{slug}{rest}")
}

/// The version that the forms of a page name.
pub fn version(site: &Site, who: &Somebody, path: &str) -> String {
    let answer = site.get_as(who, path);
    assert_eq!(
        answer.status,
        StatusCode::OK,
        "{path}: {}",
        words(&answer.text())
    );
    let html = answer.text();
    let rest = html.split("name=\"version\" value=\"").nth(1).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

pub fn leads_to(answer: &Answer) -> String {
    assert_eq!(
        answer.status,
        StatusCode::SEE_OTHER,
        "{}: {}",
        answer.path,
        words(&answer.text())
    );
    answer.header(http::header::LOCATION).to_owned()
}

/// Begins a listing with everything that it must say; gives its slug.
pub fn written(site: &Site, editor: &Somebody, title: &str) -> String {
    let new = [
        ("title", title),
        ("kind", "service"),
        ("category", "endpoint-detection"),
    ];
    let to = leads_to(&site.post_as(editor, &format!("/desk/{BODY}/new"), &new));
    let slug = to.split('/').nth(4).unwrap().to_owned();
    save(
        site,
        editor,
        &slug,
        "what",
        &[&new[..], &[("summary", "It watches.")]].concat(),
    );
    let who = [
        ("r0-area", "own_state"),
        ("r0-kinds", "local_government"),
        ("r0-steps", "listed"),
        ("r0-s0-kind", "agreement"),
    ];
    save(site, editor, &slug, "who", &who);
    slug
}

pub fn save(site: &Site, editor: &Somebody, slug: &str, step: &str, fields: &[(&str, &str)]) {
    let path = at(slug, &format!("/edit/{step}"));
    let version = version(site, editor, &path);
    let fields = [fields, &[("version", &*version)]].concat();
    leads_to(&site.post_as(editor, &path, &fields));
}

pub fn submit(site: &Site, editor: &Somebody, slug: &str) {
    let version = version(site, editor, &at(slug, ""));
    let sent = site.post_as(editor, &at(slug, "/submit"), &[("version", &version)]);
    assert_eq!(leads_to(&sent), at(slug, "/review"));
}

pub fn decide(site: &Site, who: &Somebody, slug: &str, decision: &str, message: &str) -> Answer {
    let page = site.get_as(who, &at(slug, "/review")).text();
    let version = page.split("name=\"version\" value=\"").nth(1);
    let version = version.map_or("0", |rest| rest.split('"').next().unwrap());
    let fields = [
        ("version", version),
        ("decision", decision),
        ("message", message),
    ];
    site.post_as(who, &at(slug, "/review"), &fields)
}

#[test]
fn a_listing_goes_through_review_is_corrected_and_ends_with_a_reason() {
    let site = site();
    let editor = person(&site, "ada", Role::Editor);
    let approver = person(&site, "ben", Role::Approver);
    let slug = written(&site, &editor, "Quokka watch");
    assert_eq!(slug, "quokka-watch");
    let public = format!("/offerings/{slug}");
    assert_eq!(site.get(&public).status, StatusCode::NOT_FOUND);

    let preview = at(&slug, "/preview?for=county-17031");
    let preview = words(&site.get_as(&editor, &preview).text());
    assert!(preview.contains("sees: yes, after 1 step"), "{preview}");

    submit(&site, &editor, &slug);
    let review = words(&site.get_as(&approver, &at(&slug, "/review")).text());
    assert!(
        review.contains("It says no day on which it ends"),
        "{review}"
    );
    assert!(review.contains("Nothing yet"), "{review}");
    let silent = decide(&site, &approver, &slug, "changes", " ");
    assert_eq!(silent.status, StatusCode::BAD_REQUEST);
    leads_to(&decide(
        &site,
        &approver,
        &slug,
        "changes",
        "Say when it ends.",
    ));
    let told = words(&site.get_as(&editor, &at(&slug, "")).text());
    assert!(told.contains("Say when it ends."), "{told}");
    save(&site, &editor, &slug, "dates", &[("ends_on", "2027-06-30")]);
    submit(&site, &editor, &slug);
    leads_to(&decide(&site, &approver, &slug, "approve", ""));

    let found = site.json("/api/v1/offerings?q=quokka&for=county-17031");
    assert_eq!(found["total"], 1, "{found}");
    assert_eq!(found["items"][0]["confidence"], "confirmed");
    assert_eq!(found["items"][0]["verdict"]["outcome"], "after_steps");

    save(
        &site,
        &editor,
        &slug,
        "what",
        &[
            ("title", "Quokka watch"),
            ("kind", "service"),
            ("category", "endpoint-detection"),
            ("summary", "It watches day and night."),
        ],
    );
    assert!(
        site.page(&public).contains("It watches."),
        "edition 1 stays up"
    );
    submit(&site, &editor, &slug);
    let review = words(&site.get_as(&approver, &at(&slug, "/review")).text());
    assert!(review.contains("It watches day and night."), "{review}");
    leads_to(&decide(&site, &approver, &slug, "approve", ""));
    let page = site.page(&public);
    assert!(page.contains("It watches day and night."));
    assert!(page.contains("/changes?from=1&amp;to=2"), "{page}");
    let changes = words(&site.page(&format!("{public}/changes?from=1&to=2")));
    assert!(
        changes.contains("What it is It watches. It watches day and night."),
        "{changes}"
    );
    let twin = site.json(&format!("/api/v1{public}/changes?from=1&to=2"));
    assert_eq!(twin["changes"][0]["field"], "What it is");

    let fields = [
        ("reason", "Another service replaces it."),
        ("successor", "buyboard"),
    ];
    leads_to(&site.post_as(&approver, &at(&slug, "/withdraw"), &fields));
    let gone = site.get(&public);
    assert_eq!(gone.status, StatusCode::GONE);
    let said = words(&gone.text());
    assert!(said.contains("November 22, 2026"), "{said}");
    assert!(said.contains("Another service replaces it."), "{said}");
    assert!(gone.text().contains("href=\"/offerings/buyboard\""));
    let gone = site.get(&format!("/api/v1{public}"));
    assert_eq!(gone.status, StatusCode::GONE);
    assert_eq!(gone.json()["successor"]["slug"], "buyboard");
    assert_eq!(
        site.json("/api/v1/offerings?q=quokka&expired=1")["total"],
        0
    );
}

#[test]
fn who_handed_it_in_does_not_approve_unless_nobody_else_writes_here() {
    let site = site();
    let first = person(&site, "ada", Role::Approver);
    let alone = written(&site, &first, "Alone");
    submit(&site, &first, &alone);
    leads_to(&decide(&site, &first, &alone, "approve", ""));
    let page = words(&site.page(&format!("/offerings/{alone}")));
    assert!(
        page.contains("published by a body with one person"),
        "{page}"
    );
    assert!(!page.contains("ada@"), "who did it stays inside the body");

    person(&site, "ben", Role::Editor);
    let slug = written(&site, &first, "Two");
    submit(&site, &first, &slug);
    let version = version(&site, &first, &at(&slug, ""));
    let fields = [("version", &*version), ("decision", "approve")];
    let refused = site.post_as(&first, &at(&slug, "/review"), &fields);
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(
        site.get(&format!("/offerings/{slug}")).status,
        StatusCode::NOT_FOUND
    );
}

#[test]
fn listings_of_another_body_are_not_there_in_any_address() {
    let site = site();
    let editor = person(&site, "ada", Role::Administrator);
    let other = "center-for-internet-security";
    let published = site.json(&format!("/api/v1/offerings?provider={other}&limit=1"));
    let theirs = published["items"][0]["slug"].as_str().unwrap().to_owned();
    for (body, slug) in [
        (BODY, theirs.as_str()),
        (other, theirs.as_str()),
        (BODY, "never-was"),
    ] {
        for rest in [
            "",
            "/edit/what",
            "/review",
            "/preview",
            "/reach",
            "/withdraw",
        ] {
            let path = format!("/desk/{body}/offerings/{slug}{rest}");
            assert_eq!(
                site.get_as(&editor, &path).status,
                StatusCode::NOT_FOUND,
                "{path}"
            );
        }
        for rest in [
            "/edit/what",
            "/submit",
            "/take-back",
            "/discard",
            "/review",
            "/withdraw",
            "/retire",
        ] {
            let path = format!("/desk/{body}/offerings/{slug}{rest}");
            let fields = [
                ("version", "0"),
                ("title", "Mine now"),
                ("kind", "service"),
                ("category", "gis"),
                ("decision", "approve"),
                ("reason", "x"),
                ("retire_on", "2027-01-01"),
            ];
            let answer = site.post_as(&editor, &path, &fields);
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}
