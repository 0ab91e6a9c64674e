//! The listings of a desk by status and page, a listing that answers a question, and
//! names typed into its forms.

use super::{
    asking::{RUNTIME, Site, words},
    desk_review::{BODY, at, leads_to, person, save, site, version, written},
};
use http::StatusCode;
use interlocal_catalog::policy::{Actor, Role};
use interlocal_portal::desk::ask::{Ask, Voice};
use interlocal_testkit::{
    desk::drafted,
    people::{Somebody, somebody},
};

fn desk(site: &Site, who: &Somebody, query: &str) -> String {
    words(&site.get_as(who, &format!("/desk/{BODY}{query}")).text())
}

#[test]
fn a_desk_of_many_listings_has_pages_and_shows_one_status_alone() {
    let site = site();
    let editor = person(&site, "ada", Role::Editor);
    for number in 1..=60 {
        let title = format!("Zebra {number:02}");
        let new = drafted(
            &site.world.portal,
            &editor.actor,
            BODY,
            (&title, "state-17"),
        );
        RUNTIME.block_on(new);
    }
    let first = desk(&site, &editor, "?status=drafts");
    assert!(
        first.contains("Drafts: 60") && first.contains("Page 1 of 2"),
        "{first}"
    );
    assert!(
        first.contains("Zebra 01") && first.contains("Zebra 50"),
        "{first}"
    );
    assert!(!first.contains("Zebra 51"), "{first}");
    let second = desk(&site, &editor, "?status=drafts&page=2");
    assert!(
        second.contains("Zebra 51") && !second.contains("Zebra 50"),
        "{second}"
    );
    let published = desk(&site, &editor, "?status=published");
    assert!(
        !published.contains("Zebra 01") && published.contains("Drafts: 60"),
        "{published}"
    );
    let whole = desk(&site, &editor, "");
    assert!(
        whole.contains("Zebra 01"),
        "what is written stands first: {whole}"
    );
    let path = format!("/desk/{BODY}?status=nothing");
    assert_eq!(site.get_as(&editor, &path).status, StatusCode::BAD_REQUEST);
    let path = format!("/desk/{BODY}?status=drafts&page=9");
    let beyond = words(&site.get_as(&editor, &path).text());
    assert!(beyond.contains("No listing stands here"), "{beyond}");
}

fn asked(site: &Site, place: &str) -> i32 {
    let ask = Ask {
        organization: Some(BODY.into()),
        category: "offsite-backup".into(),
        place: place.into(),
        offering: None,
    };
    let email = "clerk@cook.example".parse().unwrap();
    let voice = Voice {
        email: Some(&email),
        ..Voice::default()
    };
    let portal = &site.world.portal;
    RUNTIME.block_on(async {
        portal.ask(&Actor::Anonymous, &ask, voice).await.unwrap();
        let inbox = portal.read_questions(&Actor::Portal, &BODY.into()).await;
        inbox.unwrap().questions[0].0.id
    })
}

fn open_questions(site: &Site) -> usize {
    let body = BODY.into();
    let open = site.world.portal.open_questions(&Actor::Portal, &body);
    RUNTIME.block_on(open).unwrap().len()
}

#[test]
fn a_listing_that_is_begun_from_a_question_answers_it_when_it_is_published() {
    let site = site();
    let editor = person(&site, "ada", Role::Editor);
    let approver = person(&site, "ben", Role::Approver);
    let question = asked(&site, "county-17031");
    let begin = format!("/desk/{BODY}/new?question={question}");
    let form = site.get_as(&editor, &begin).text();
    assert!(
        form.contains("Off-site backup for counties\""),
        "{}",
        words(&form)
    );
    assert!(
        form.contains("value=\"offsite-backup\" selected"),
        "the category is chosen"
    );
    let number = question.to_string();
    let new = [
        ("title", "Off-site backup for counties"),
        ("kind", "service"),
        ("category", "offsite-backup"),
        ("question", number.as_str()),
    ];
    let to = leads_to(&site.post_as(&editor, &format!("/desk/{BODY}/new"), &new));
    let slug = to.split('/').nth(4).unwrap().to_owned();
    let who = site.get_as(&editor, &at(&slug, "/edit/who")).text();
    assert!(
        who.contains(
            "id=\"r0-kinds-county\" type=\"checkbox\" name=\"r0-kinds\" value=\"county\" checked"
        ),
        "{who}"
    );
    save(
        &site,
        &editor,
        &slug,
        "what",
        &[&new[..3], &[("summary", "It keeps copies.")]].concat(),
    );
    let way = [
        ("r0-area", "own_state"),
        ("r0-kinds", "county"),
        ("r0-steps", "listed"),
    ];
    save(&site, &editor, &slug, "who", &way);
    assert_eq!(open_questions(&site), 1, "a draft answers nothing");
    let now = version(&site, &editor, &at(&slug, ""));
    leads_to(&site.post_as(&editor, &at(&slug, "/submit"), &[("version", &now)]));
    let now = version(&site, &approver, &at(&slug, "/review"));
    let fields = [("version", &*now), ("decision", "approve")];
    leads_to(&site.post_as(&approver, &at(&slug, "/review"), &fields));
    assert_eq!(open_questions(&site), 0);
    let page = words(&site.page("/ask?category=offsite-backup&for=county-17031"));
    assert!(page.contains("Off-site backup for counties"), "{page}");
    let store = site.world.portal.store();
    let mails = store.mails(interlocal_store::MailState::Waiting, 10);
    let mails = RUNTIME.block_on(mails).unwrap();
    let told = mails
        .iter()
        .filter(|mail| mail.subject == "Your question was answered");
    assert_eq!(told.count(), 1);
}

#[test]
fn a_question_of_another_body_begins_no_listing() {
    let site = site();
    let question = asked(&site, "county-17031");
    let other = "center-for-internet-security";
    let roles = [(other, Role::Editor)];
    let eve = RUNTIME.block_on(somebody(&site.world.portal, "eve@cis.example", &roles));
    let path = format!("/desk/{other}/new?question={question}");
    assert_eq!(site.get_as(&eve, &path).status, StatusCode::NOT_FOUND);
    let number = question.to_string();
    let new = [
        ("title", "Mine"),
        ("kind", "service"),
        ("category", "offsite-backup"),
        ("question", number.as_str()),
    ];
    let answer = site.post_as(&eve, &format!("/desk/{other}/new"), &new);
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[test]
fn a_name_is_enough_to_record_an_adoption_and_one_that_several_bear_gives_a_choice() {
    let site = site();
    let editor = person(&site, "ada", Role::Editor);
    let slug = published(&site, &editor, "Quokka watch");
    let path = format!("/desk/{BODY}/adoptions");
    let several = [("user", "Cook County"), ("used", "quokka")];
    let answer = site.post_as(&editor, &path, &several);
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let html = answer.text();
    let page = words(&html);
    assert!(
        page.contains("“Cook County” may mean several; choose one below"),
        "{page}"
    );
    assert!(
        html.contains("name=\"user_key\" value=\"county-27031\""),
        "{page}"
    );
    assert!(
        html.contains(&format!("name=\"used_key\" value=\"{slug}\"")),
        "{page}"
    );
    assert!(
        html.contains("value=\"Cook County\""),
        "what was typed stays"
    );
    let chosen = [
        ("user", "Cook County"),
        ("user_key", "county-27031"),
        ("used", "Quokka watch"),
    ];
    assert_eq!(
        leads_to(&site.post_as(&editor, &path, &chosen)),
        format!("/desk/{BODY}/participations")
    );
    // A choice counts only among what its name may mean.
    let smuggled = [
        ("user", "Cook County"),
        ("user_key", "state-17"),
        ("used", "quokka-watch"),
    ];
    assert_eq!(
        site.post_as(&editor, &path, &smuggled).status,
        StatusCode::BAD_REQUEST
    );
    let typed_ahead = [
        ("user", "Cook County, Illinois (county-17031)"),
        ("used", "Quokka watch (quokka-watch)"),
    ];
    leads_to(&site.post_as(&editor, &path, &typed_ahead));
    let page = desk(&site, &editor, "/participations");
    assert!(
        page.contains("Cook County, Minnesota") && page.contains("Cook County, Illinois"),
        "{page}"
    );
    let nothing = [("user", "Nowhere at all"), ("used", "never was there")];
    let answer = site.post_as(&editor, &path, &nothing);
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.text().contains("value=\"Nowhere at all\""));
}

/// A published listing with this title; gives its slug.
fn published(site: &Site, editor: &Somebody, title: &str) -> String {
    let slug = written(site, editor, title);
    let approver = person(site, "ben", Role::Approver);
    let now = version(site, editor, &at(&slug, ""));
    leads_to(&site.post_as(editor, &at(&slug, "/submit"), &[("version", &now)]));
    let now = version(site, &approver, &at(&slug, "/review"));
    let fields = [("version", &*now), ("decision", "approve")];
    leads_to(&site.post_as(&approver, &at(&slug, "/review"), &fields));
    slug
}

#[test]
fn a_draft_that_somebody_uses_is_not_thrown_away_and_the_answer_says_why() {
    let site = site();
    let editor = person(&site, "ada", Role::Editor);
    let draft = RUNTIME.block_on(drafted(
        &site.world.portal,
        &editor.actor,
        BODY,
        ("Used already", "state-17"),
    ));
    RUNTIME.block_on(async {
        let store = site.world.portal.store();
        let row = store.offering(&draft.slug).await.unwrap().unwrap();
        let tx = store.begin().await.unwrap();
        let adoption = interlocal_store::Adoption {
            jurisdiction: "county-17031".into(),
            offering: row.id,
            since: None,
            size: None,
            source: "https://cook.example".into(),
            checked_on: interlocal_testkit::today(),
        };
        tx.add_adoptions(&[adoption]).await.unwrap();
        tx.commit().await.unwrap();
    });
    let path = at(draft.slug.as_str(), "/discard");
    let version = draft.version.to_string();
    let answer = site.post_as(&editor, &path, &[("version", &version)]);
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let page = words(&answer.text());
    assert!(
        page.contains("Governments are on record as users of this listing"),
        "{page}"
    );
    let still = site.get_as(&editor, &at(draft.slug.as_str(), ""));
    assert_eq!(still.status, StatusCode::OK);
}

#[test]
fn what_changed_is_said_in_the_words_of_the_page_in_json_too() {
    let site = site();
    let editor = person(&site, "ada", Role::Editor);
    let approver = person(&site, "cid", Role::Approver);
    let slug = published(&site, &editor, "Quokka watch");
    let way = [
        ("r0-area", "own_state"),
        ("r0-kinds", "county"),
        ("r0-steps", "listed"),
    ];
    save(&site, &editor, &slug, "who", &way);
    let now = version(&site, &editor, &at(&slug, ""));
    leads_to(&site.post_as(&editor, &at(&slug, "/submit"), &[("version", &now)]));
    let now = version(&site, &approver, &at(&slug, "/review"));
    let fields = [("version", &*now), ("decision", "approve")];
    leads_to(&site.post_as(&approver, &at(&slug, "/review"), &fields));
    let json = site.json(&format!("/api/v1/offerings/{slug}/changes?from=1&to=2"));
    let changes = json["changes"].as_array().unwrap();
    let audience = changes
        .iter()
        .find(|row| row["field"] == "Who can use it")
        .unwrap();
    let new = audience["new"].to_string();
    assert!(new.contains("ounties") && new.contains("Illinois"), "{new}");
    assert!(!new.contains("state-17") && !new.contains('{'), "{new}");
    let page = words(&site.page(&format!("/offerings/{slug}/changes?from=1&to=2")));
    for line in audience["new"].as_array().unwrap() {
        assert!(page.contains(line.as_str().unwrap()), "{line} in {page}");
    }
}
