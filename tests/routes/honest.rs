//! What a body says holds together: an answer is true where it stands, a no ends where
//! a yes begins, and nothing that was typed is read as something else.

use super::{
    asking::{Answer, Site, links, words},
    desk_review::{BODY, at, decide, leads_to, person, save, site, submit, version, written},
};
use http::StatusCode;
use interlocal_catalog::policy::Role;
use interlocal_testkit::people::Somebody;

fn two(site: &Site) -> (Somebody, Somebody) {
    (
        person(site, "ada", Role::Editor),
        person(site, "ben", Role::Approver),
    )
}

fn publish(site: &Site, (editor, approver): (&Somebody, &Somebody), slug: &str) {
    submit(site, editor, slug);
    leads_to(&decide(site, approver, slug, "approve", ""));
}

fn ask(site: &Site, category: &str, email: &str) -> Answer {
    let fields = [
        ("category", category),
        ("for", "county-17031"),
        ("email", email),
    ];
    site.send("/ask", &fields, &[])
}

fn question(site: &Site, who: &Somebody) -> String {
    let inbox = site.get_as(who, &format!("/desk/{BODY}/questions")).text();
    let begins = format!("/desk/{BODY}/questions/");
    let mut found = links(&inbox)
        .into_iter()
        .filter(|path| path.starts_with(&begins));
    found.next().unwrap()
}

#[test]
fn only_a_listing_of_what_was_asked_is_a_yes() {
    let site = site();
    let (ada, ben) = two(&site);
    let slug = written(&site, &ada, "Wombat watch");
    publish(&site, (&ada, &ben), &slug);
    leads_to(&ask(&site, "offsite-backup", "cook@arden.example"));
    let question = question(&site, &ada);
    let fields = [("answer", "offering"), ("offering", slug.as_str())];
    let answer = site.post_as(&ada, &question, &fields);
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(
        words(&answer.text()).contains("Wombat watch"),
        "it is named"
    );
    let asked = words(&site.page("/ask?category=offsite-backup&for=county-17031"));
    assert!(!asked.contains("Wombat watch"), "{asked}");
}

#[test]
fn a_yes_takes_the_no_back_and_a_confirmed_yes_is_not_denied() {
    let site = site();
    let (ada, ben) = two(&site);
    leads_to(&ask(&site, "endpoint-detection", "cook@arden.example"));
    let question = question(&site, &ada);
    leads_to(&site.post_as(&ada, &question, &[("answer", "no")]));
    let path = "/ask?category=endpoint-detection&for=county-17031";
    assert!(words(&site.page(path)).contains("does not offer this to counties"));

    let slug = written(&site, &ada, "Wombat watch");
    publish(&site, (&ada, &ben), &slug);
    let fields = [("answer", "offering"), ("offering", slug.as_str())];
    leads_to(&site.post_as(&ada, &question, &fields));
    let page = words(&site.page(path));
    assert!(page.contains("Wombat watch"), "{page}");
    assert!(!page.contains("does not offer this"), "{page}");
    let body = words(&site.page(&format!("/organizations/{BODY}")));
    assert!(!body.contains("does not offer"), "{body}");

    let no = [("category", "endpoint-detection"), ("kinds", "county")];
    let denied = site.post_as(&ada, &format!("/desk/{BODY}/statements"), &no);
    assert_eq!(denied.status, StatusCode::BAD_REQUEST);
    assert!(words(&denied.text()).contains("Wombat watch"));
}

#[test]
fn what_a_body_confirmed_is_answered_before_anybody_asks() {
    let site = site();
    let (ada, ben) = two(&site);
    let slug = written(&site, &ada, "Wombat watch");
    publish(&site, (&ada, &ben), &slug);
    let path = "/ask?category=endpoint-detection&for=county-17031";
    let page = site.page(path);
    assert!(words(&page).contains("Wombat watch"));
    assert!(!page.contains("<textarea"), "there is nothing to ask");
}

#[test]
fn an_addendum_of_a_listing_is_the_state_taking_part() {
    let site = site();
    let (ada, ben) = two(&site);
    let slug = written(&site, &ada, "Pooled wombats");
    let what = [
        ("title", "Pooled wombats"),
        ("kind", "contract"),
        ("category", "endpoint-detection"),
        ("summary", "A contract."),
    ];
    save(&site, &ada, &slug, "what", &what);
    let who = [
        ("r0-area", "everywhere"),
        ("r0-kinds", "county"),
        ("r0-steps", "listed"),
        ("r0-above", "state"),
    ];
    save(&site, &ada, &slug, "who", &who);
    let join = |locals: &'static str| {
        [
            ("a0-state", "IL"),
            ("a0-number", "77"),
            ("a0-locals", locals),
            ("a0-from", "2026-01-01"),
            ("a0-until", "2027-12-31"),
        ]
    };
    save(&site, &ada, &slug, "join", &join(""));
    publish(&site, (&ada, &ben), &slug);
    let outcome = || {
        let path = format!("/api/v1/offerings/{slug}?for=county-17031");
        let verdict = site.json(&path)["verdict"]["outcome"].clone();
        verdict.as_str().unwrap().to_owned()
    };
    assert_eq!(outcome(), "unknown", "nobody said for whom it is");
    save(&site, &ada, &slug, "join", &join("yes"));
    publish(&site, (&ada, &ben), &slug);
    assert_eq!(outcome(), "yes");
    let path = format!("/api/v1/offerings/{slug}?for=county-39049");
    assert_ne!(
        site.json(&path)["verdict"]["outcome"],
        "yes",
        "Ohio signed nothing"
    );
    save(&site, &ada, &slug, "join", &join("no"));
    publish(&site, (&ada, &ben), &slug);
    assert_ne!(outcome(), "yes");
}

#[test]
fn a_comma_is_never_read_as_something_else() {
    let site = site();
    let ada = person(&site, "ada", Role::Editor);
    let slug = written(&site, &ada, "Priced");
    let path = at(&slug, "/edit/cost");
    for (typed, fine) in [("4,25", false), ("1.000,00", false), ("1,250.50", true)] {
        let now = version(&site, &ada, &path);
        let fields = [
            ("version", now.as_str()),
            ("cost_model", "fee_for_service"),
            ("p0-name", "Licence"),
            ("p0-unit", "user"),
            ("p0-period", "month"),
            ("p0-tiers", typed),
        ];
        let answer = site.post_as(&ada, &path, &fields);
        assert_eq!(answer.status == StatusCode::SEE_OTHER, fine, "{typed}");
    }
    let unnamed = [
        ("version", &*version(&site, &ada, &path)),
        ("cost_model", "fee_for_service"),
        ("p0-tiers", "4.25"),
    ];
    let answer = site.post_as(&ada, &path, &unnamed);
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.text().contains("href=\"#p0-name\""));
}

#[test]
fn facts_of_another_category_do_not_stay() {
    let site = site();
    let (ada, ben) = two(&site);
    let slug = written(&site, &ada, "Changed");
    let facts = [("group", "cybersecurity"), ("response_minutes", "15")];
    save(&site, &ada, &slug, "facts", &facts);
    let what = [
        ("title", "Changed"),
        ("kind", "service"),
        ("category", "offsite-backup"),
        ("summary", "It keeps copies."),
    ];
    save(&site, &ada, &slug, "what", &what);
    publish(&site, (&ada, &ben), &slug);
    let page = words(&site.page(&format!("/offerings/{slug}")));
    assert!(!page.contains("15 minutes"), "{page}");
}

#[test]
fn a_program_that_nobody_knows_is_no_step() {
    let site = site();
    let ada = person(&site, "ada", Role::Editor);
    let slug = written(&site, &ada, "Stepped");
    let path = at(&slug, "/edit/who");
    let fields = [
        ("version", &*version(&site, &ada, &path)),
        ("r0-area", "own_state"),
        ("r0-kinds", "county"),
        ("r0-steps", "listed"),
        ("r0-s0-kind", "membership"),
        ("r0-s0-in", "no-such-program"),
    ];
    let answer = site.post_as(&ada, &path, &fields);
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.text().contains("no-such-program"));
}

#[test]
fn a_draft_that_is_being_written_is_not_lost_by_a_withdrawal() {
    let site = site();
    let (ada, ben) = two(&site);
    let slug = written(&site, &ada, "Kept");
    publish(&site, (&ada, &ben), &slug);
    save(&site, &ada, &slug, "dates", &[("ends_on", "2029-06-30")]);
    let fields = [("reason", "It has ended.")];
    let answer = site.post_as(&ben, &at(&slug, "/withdraw"), &fields);
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(
        answer.text().contains("It has ended."),
        "the reason is kept"
    );
    assert_eq!(
        site.get(&format!("/offerings/{slug}")).status,
        StatusCode::OK
    );
}

#[test]
fn who_decides_second_is_told_that_it_is_decided() {
    let site = site();
    let (ada, ben) = two(&site);
    let slug = written(&site, &ada, "Twice");
    submit(&site, &ada, &slug);
    let review = at(&slug, "/review");
    let now = version(&site, &ben, &review);
    let fields = [("version", now.as_str()), ("decision", "approve")];
    leads_to(&site.post_as(&ben, &review, &fields));
    let again = site.post_as(&ben, &review, &fields);
    assert_eq!(again.status, StatusCode::CONFLICT);
}

#[test]
fn an_end_before_the_publication_is_found_by_the_checks() {
    let site = site();
    let (ada, ben) = two(&site);
    let slug = written(&site, &ada, "Over");
    save(&site, &ada, &slug, "dates", &[("ends_on", "2020-04-01")]);
    submit(&site, &ada, &slug);
    let review = words(&site.get_as(&ben, &at(&slug, "/review")).text());
    assert!(review.contains("April 1, 2020, is over"), "{review}");
}
