//! Whatever becomes of a form: the words that were typed stand in the answer.

use super::{
    asking::{Answer, Site, cookie},
    desk_review::{at, leads_to, person, save, site, submit, version, written},
};
use http::StatusCode;
use interlocal_catalog::policy::Role;
use interlocal_testkit::people::Somebody;

const SUMMARY: &str = "A long summary that nobody wants to type twice.";

fn what<'a>(title: &'a str, version: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("title", title),
        ("kind", "service"),
        ("category", "endpoint-detection"),
        ("summary", SUMMARY),
        ("version", version),
    ]
}

fn keeps(answer: &Answer, status: StatusCode) -> String {
    let html = answer.text();
    assert_eq!(answer.status, status, "{html}");
    assert!(html.contains(SUMMARY), "{html}");
    html
}

fn send(site: &Site, who: &Somebody, path: &str, token: &str, origin: String) -> Answer {
    let mut fields = what("Keeper", "2");
    fields.push(("form_token", token));
    site.send(
        path,
        &fields,
        &[("cookie", cookie(who)), ("origin", origin)],
    )
}

#[test]
fn a_step_of_a_draft_that_was_handed_in_or_given_up_meanwhile() {
    let site = site();
    let (ada, ben) = (
        person(&site, "ada", Role::Editor),
        person(&site, "ben", Role::Editor),
    );
    let slug = written(&site, &ada, "Keeper");
    let path = at(&slug, "/edit/what");
    let opened = version(&site, &ada, &path);
    submit(&site, &ben, &slug);
    let html = keeps(
        &site.post_as(&ada, &path, &what("Keeper", &opened)),
        StatusCode::CONFLICT,
    );
    assert!(html.contains("Take it back from review"), "{html}");
    assert!(!html.contains(".."), "sentences end once: {html}");
    assert!(html.contains("Send it again"));

    let now = version(&site, &ben, &at(&slug, ""));
    leads_to(&site.post_as(&ben, &at(&slug, "/take-back"), &[("version", &now)]));
    let now = version(&site, &ben, &at(&slug, ""));
    leads_to(&site.post_as(&ben, &at(&slug, "/discard"), &[("version", &now)]));
    let html = keeps(
        &site.post_as(&ada, &path, &what("Keeper", &opened)),
        StatusCode::NOT_FOUND,
    );
    assert!(!html.contains("Send it again"));
}

#[test]
fn a_step_of_a_session_that_has_ended_or_begun_anew() {
    let site = site();
    let ada = person(&site, "ada", Role::Editor);
    let slug = written(&site, &ada, "Keeper");
    let path = at(&slug, "/edit/what");
    let opened = version(&site, &ada, &path);

    let html = keeps(
        &send(&site, &ada, &path, "a-token-of-before", site.origin()),
        StatusCode::FORBIDDEN,
    );
    let form = html.split("id=\"kept\"").nth(1).unwrap();
    assert!(form.contains(&format!("value=\"{}\"", ada.form_token)));
    assert!(form.contains(&format!("action=\"{path}\"")));
    assert!(form.contains("Send it again"));
    let sent = site.post_as(&ada, &path, &what("Keeper", &opened));
    assert_eq!(leads_to(&sent), at(&slug, "/edit/who"));

    let elsewhere = "https://evil.example".to_owned();
    let answer = send(&site, &ada, &path, "a-token-of-before", elsewhere);
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(!answer.text().contains(SUMMARY));
    assert!(!answer.text().contains("Send it again"));

    leads_to(&site.post_as(&ada, "/sign-out", &[]));
    let html = keeps(
        &send(&site, &ada, &path, &ada.form_token, site.origin()),
        StatusCode::UNAUTHORIZED,
    );
    assert!(html.contains("href=\"/sign-in\" target=\"_blank\""));
    assert!(!html.contains(&ada.form_token));
}

#[test]
fn passwords_are_never_repeated() {
    let site = site();
    let ada = person(&site, "ada", Role::Editor);
    let fields = [
        ("form_token", "a-token-of-before"),
        ("password", "correct horse battery"),
        ("new_password", "staple battery horse"),
    ];
    let headers = [("cookie", cookie(&ada)), ("origin", site.origin())];
    let answer = site.send("/account/password", &fields, &headers);
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(!answer.text().contains("battery"));
}

#[test]
fn a_form_that_is_too_large_says_what_is_taken_and_by_whom_it_was_sent() {
    let site = site();
    let ada = person(&site, "ada", Role::Editor);
    let slug = written(&site, &ada, "Keeper");
    let path = at(&slug, "/edit/what");
    let opened = version(&site, &ada, &path);
    let long = "x".repeat(600_000);
    let mut fields = what("Keeper", &opened);
    fields.push(("frameworks", &long));
    let html = keeps(
        &site.post_as(&ada, &path, &fields),
        StatusCode::PAYLOAD_TOO_LARGE,
    );
    assert!(html.contains("larger than the 512 KB"), "{html}");
    assert!(
        html.contains("href=\"/account\""),
        "the page knows who reads it"
    );
}

#[test]
fn an_error_page_knows_who_reads_it() {
    let site = site();
    let ada = person(&site, "ada", Role::Editor);
    for path in ["/offerings/no-such-offering", "/no-such-page"] {
        let answer = site.get_as(&ada, path);
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(answer.text().contains("href=\"/account\""), "{path}");
    }
}

#[test]
fn the_message_of_a_reviewer_who_was_overtaken() {
    let site = site();
    let (ada, ben) = (
        person(&site, "ada", Role::Editor),
        person(&site, "ben", Role::Approver),
    );
    let slug = written(&site, &ada, "Keeper");
    submit(&site, &ada, &slug);
    let review = at(&slug, "/review");
    let old = version(&site, &ben, &review);
    let decision = [
        ("version", &*old),
        ("decision", "changes"),
        ("message", SUMMARY),
    ];
    let now = version(&site, &ada, &at(&slug, ""));
    leads_to(&site.post_as(&ada, &at(&slug, "/take-back"), &[("version", &now)]));
    keeps(
        &site.post_as(&ben, &review, &decision),
        StatusCode::CONFLICT,
    );
    save(&site, &ada, &slug, "dates", &[("ends_on", "2029-06-30")]);
    submit(&site, &ada, &slug);
    let html = keeps(
        &site.post_as(&ben, &review, &decision),
        StatusCode::CONFLICT,
    );
    assert!(html.contains("href=\"#message\""), "{html}");
    assert!(html.contains("2029"), "the newest draft is shown");
    let now = version(&site, &ben, &review);
    assert!(html.contains(&format!("name=\"version\" value=\"{now}\"")));
}

#[test]
fn what_another_editor_could_not_finish_is_shown_before_it_is_replaced() {
    let site = site();
    let (ada, ben) = (
        person(&site, "ada", Role::Editor),
        person(&site, "ben", Role::Editor),
    );
    let slug = written(&site, &ada, "Keeper");
    let path = at(&slug, "/edit/dates");
    let opened = version(&site, &ben, &path);
    let faulty = [("version", &*opened), ("ends_on", "the thirtieth of June")];
    let answer = site.post_as(&ada, &path, &faulty);
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let fields = [("version", &*opened), ("ends_on", "2029-06-30")];
    let conflict = site.post_as(&ben, &path, &fields);
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    let html = conflict.text();
    assert!(html.contains("the thirtieth of June"), "{html}");
    assert!(html.contains("value=\"2029-06-30\""), "{html}");
}
