//! Anybody asks a body and reports what is wrong; its desk answers.

use super::asking::{Answer, RUNTIME, Site, links, words};
use http::{StatusCode, header};
use interlocal_catalog::policy::{Actor, Role};
use interlocal_portal::{
    Error,
    desk::{
        ask::{Ask, Voice},
        withdraw::TakingBack,
    },
};
use interlocal_store::{Mail, MailState};
use interlocal_testkit::{
    people::{Somebody, somebody},
    small_world,
};

const BODY: &str = "il-department-of-innovation-and-technology";
const DESK: &str = "/desk/il-department-of-innovation-and-technology";
const SCRIPT: &str = "<script>alert('x')</script>";

fn site() -> Site {
    Site::of(RUNTIME.block_on(small_world()))
}

fn editor(site: &Site) -> Somebody {
    let email = "ed@arden.example";
    RUNTIME.block_on(somebody(&site.world.portal, email, &[(BODY, Role::Editor)]))
}

fn outsider(site: &Site) -> Somebody {
    let roles = [("center-for-internet-security", Role::Administrator)];
    RUNTIME.block_on(somebody(&site.world.portal, "eve@boro.example", &roles))
}

fn asks(site: &Site, place: &str, fields: &[(&str, &str)]) -> Answer {
    let mut all = vec![("category", "offsite-backup"), ("for", place)];
    all.extend(fields);
    site.send("/ask", &all, &[])
}

/// The address of the one open question of the desk.
fn question(site: &Site, who: &Somebody) -> String {
    let inbox = site.get_as(who, &format!("{DESK}/questions")).text();
    let address = |path: &String| path.starts_with(&format!("{DESK}/questions/"));
    links(&inbox).into_iter().find(address).unwrap()
}

/// To whom a letter waits to be sent, and what about.
fn letters(site: &Site) -> Vec<String> {
    let store = site.world.portal.store();
    let mails = RUNTIME
        .block_on(store.mails(MailState::Waiting, 10))
        .unwrap();
    let line = |mail: Mail| format!("{}: {}", mail.recipient, mail.subject);
    mails.into_iter().map(line).collect()
}

#[test]
fn one_question_however_many_ask_and_one_answer_for_all() {
    let site = site();
    let path = "/ask?category=offsite-backup&for=county-17031";
    let page = words(&site.page(path));
    assert!(
        page.contains("Does") && page.contains("to counties?"),
        "{page}"
    );
    let first = asks(
        &site,
        "county-17031",
        &[("email", "cook@arden.example"), ("message", "40 TB")],
    );
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text());
    let asked = words(&site.page(first.header(header::LOCATION)));
    assert!(asked.contains("1 government has asked this"), "{asked}");
    asks(&site, "county-17043", &[]);
    asks(&site, "county-17043", &[]);
    asks(&site, "county-17043", &[("email", "dupage@arden.example")]);
    let page = words(&site.page(path));
    assert!(
        page.contains("2 governments have asked this already"),
        "{page}"
    );
    let public = words(&site.page(&format!("/organizations/{BODY}")));
    assert!(public.contains("asked by 2 governments"), "{public}");

    let editor = editor(&site);
    let question = question(&site, &editor);
    let desk = site.get_as(&editor, &question).text();
    assert!(
        words(&desk).contains("Cook County, Illinois 40 TB"),
        "{}",
        words(&desk)
    );
    assert!(
        words(&desk).contains("2 people will be told"),
        "{}",
        words(&desk)
    );
    for text in [
        &desk,
        &site.page(path),
        &site.page(&format!("/organizations/{BODY}")),
    ] {
        assert!(!text.contains("cook@arden.example"), "an address is shown");
    }
    let answered = site.post_as(&editor, &question, &[("answer", "no")]);
    assert_eq!(
        answered.status,
        StatusCode::SEE_OTHER,
        "{}",
        answered.text()
    );

    assert_eq!(
        letters(&site),
        ["dupage@arden.example", "cook@arden.example"]
            .map(|who| format!("{who}: Your question was answered"))
    );
    let page = site.page("/ask?category=offsite-backup&for=county-17097");
    assert!(
        words(&page).contains("said on November 22, 2026 that it does not offer this to counties")
    );
    assert!(!page.contains("<textarea"), "nothing is left to ask");
    let late = asks(&site, "county-17097", &[]);
    assert_eq!(late.status, StatusCode::SEE_OTHER);
    let inbox = RUNTIME
        .block_on(
            site.world
                .portal
                .read_questions(&Actor::Portal, &BODY.into()),
        )
        .unwrap();
    assert_eq!(
        inbox.questions[0].0.asker_count, 2,
        "who is answered does not ask"
    );
    let townships = words(&site.page("/ask?category=offsite-backup&for=municipality-4459000"));
    assert!(!townships.contains("does not offer this"), "{townships}");
}

#[test]
fn a_listing_or_a_participation_may_be_the_answer_but_not_another_bodys() {
    let site = site();
    let editor = editor(&site);
    asks(&site, "county-17031", &[]);
    let question = question(&site, &editor);
    for fields in [
        [("answer", "offering"), ("offering", "buyboard")],
        [("answer", "offering"), ("offering", "never-was")],
        [("answer", "participation"), ("participation", "never-was")],
        [("answer", ""), ("offering", "")],
    ] {
        let answer = site.post_as(&editor, &question, &fields);
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{fields:?}");
    }
    let part = [
        ("who", "state-17"),
        ("program", "buyboard"),
        ("scope", "county"),
        ("source", "minutes of May 4"),
    ];
    let recorded = site.post_as(&editor, &format!("{DESK}/participations"), &part);
    assert_eq!(
        recorded.status,
        StatusCode::SEE_OTHER,
        "{}",
        recorded.text()
    );
    let found = RUNTIME
        .block_on(
            site.world
                .portal
                .read_recorded(&Actor::Portal, &BODY.into()),
        )
        .unwrap();
    let id = found.participations[0].id.as_str();
    let fields = [("answer", "participation"), ("participation", id)];
    let answer = site.post_as(&editor, &question, &fields);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let page = words(&site.page("/ask?category=offsite-backup&for=county-17043"));
    assert!(page.contains("Illinois takes part in"), "{page}");
    let taken = site.post_as(&editor, &format!("{DESK}/participations/{id}"), &[]);
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    let page = site.page("/ask?category=offsite-backup&for=county-17043");
    assert!(page.contains("<textarea"), "it is open again");
}

#[test]
fn a_report_has_an_owner_and_an_answer_and_an_end() {
    let site = site();
    let provider =
        site.json("/api/v1/offerings?provider=il-department-of-innovation-and-technology&limit=1");
    let slug = provider["items"][0]["slug"].as_str().unwrap().to_owned();
    let path = format!("/offerings/{slug}/report");
    let page = site.page(&format!("/offerings/{slug}"));
    assert!(links(&page).contains(&path), "the page leads to the report");
    let empty = site.send(&path, &[("message", "")], &[]);
    assert_eq!(empty.status, StatusCode::BAD_REQUEST);
    let fields = [("message", SCRIPT), ("email", "cook@arden.example")];
    let sent = site.send(&path, &fields, &[]);
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    assert!(words(&site.page(sent.header(header::LOCATION))).contains("Thank you"));

    let editor = editor(&site);
    let list = site.get_as(&editor, &format!("{DESK}/reports")).text();
    assert!(
        !list.contains(SCRIPT) && words(&list).contains(SCRIPT),
        "{list}"
    );
    let report = links(&list)
        .into_iter()
        .find(|path| path.starts_with(&format!("{DESK}/reports/")))
        .unwrap();
    let number = report.rsplit('/').next().unwrap();
    let outsider = outsider(&site);
    let theirs = format!("/desk/center-for-internet-security/reports/{number}");
    for path in [theirs.clone(), format!("{theirs}/own")] {
        let answer = site.post_as(&outsider, &path, &[("answer", "gone")]);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(
        site.get_as(&outsider, &theirs).status,
        StatusCode::NOT_FOUND
    );
    site.post_as(&editor, &format!("{report}/own"), &[]);
    let page = words(&site.get_as(&editor, &report).text());
    assert!(page.contains("with ed@arden.example"), "{page}");
    assert!(!page.contains("cook@arden.example"), "{page}");
    let silent = site.post_as(&editor, &report, &[("answer", " ")]);
    assert_eq!(silent.status, StatusCode::BAD_REQUEST);
    let long = "ä".repeat(4_001);
    let endless = site.post_as(&editor, &report, &[("answer", &long)]);
    assert_eq!(endless.status, StatusCode::BAD_REQUEST);
    let page = endless.text();
    assert!(
        page.contains("4,000 letters or fewer") && page.contains(&long),
        "{page}"
    );
    let closed = site.post_as(&editor, &report, &[("answer", "It is mended.")]);
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.text());
    let page = words(&site.get_as(&editor, &report).text());
    assert!(
        page.contains("closed on November 22, 2026") && page.contains("It is mended."),
        "{page}"
    );
    assert_eq!(
        letters(&site),
        ["cook@arden.example: Your report was answered"]
    );
    let twice = site.post_as(&editor, &report, &[("answer", "Again.")]);
    assert_eq!(twice.status, StatusCode::CONFLICT);

    let title = words(&site.page(&format!("/offerings/{slug}")));
    let title = provider["items"][0]["title"].as_str().unwrap_or(&title);
    RUNTIME.block_on(async {
        let portal = &site.world.portal;
        let back = TakingBack {
            reason: "It has ended.".to_owned(),
            successor: None,
        };
        portal
            .withdraw(&Actor::Portal, &BODY.into(), &slug.as_str().into(), back)
            .await
            .unwrap();
    });
    for path in [&format!("{DESK}/reports"), &report] {
        let page = words(&site.get_as(&editor, path).text());
        assert!(page.contains(title), "{page}");
        assert!(page.contains("no longer published"), "{page}");
    }
}

#[test]
fn an_address_that_adds_a_line_to_a_letter_is_refused_and_nothing_is_kept() {
    let site = site();
    for email in [
        "ada@arden.example\r\nBcc: eve@evil.example",
        "ada@arden.example,eve@evil.example",
        "ada@arden.example%0aBcc:eve@evil.example",
        "Ada <ada@arden.example>",
    ] {
        let asked = asks(
            &site,
            "county-17031",
            &[("email", email), ("message", "kept words")],
        );
        assert_eq!(asked.status, StatusCode::BAD_REQUEST, "{email:?}");
        assert!(
            asked.text().contains("kept words"),
            "every typed word stays"
        );
        let sent = site.send(
            "/offerings/buyboard/report",
            &[("message", "wrong"), ("email", email)],
            &[],
        );
        assert_eq!(sent.status, StatusCode::BAD_REQUEST, "{email:?}");
    }
    let long = "x".repeat(2_001);
    assert_eq!(
        asks(&site, "county-17031", &[("message", &long)]).status,
        StatusCode::BAD_REQUEST
    );
    let inbox = RUNTIME
        .block_on(
            site.world
                .portal
                .read_questions(&Actor::Portal, &BODY.into()),
        )
        .unwrap();
    assert!(inbox.questions.is_empty());
}

#[test]
fn a_script_in_any_text_stays_a_text() {
    let site = site();
    let editor = editor(&site);
    asks(&site, "county-17031", &[("message", SCRIPT)]);
    let question = question(&site, &editor);
    let refused = [
        asks(
            &site,
            "county-17031",
            &[("message", SCRIPT), ("email", SCRIPT)],
        ),
        site.post_as(
            &editor,
            &question,
            &[("answer", SCRIPT), ("offering", SCRIPT)],
        ),
        site.post_as(
            &editor,
            &format!("{DESK}/statements"),
            &[("category", SCRIPT), ("kinds", SCRIPT)],
        ),
        site.post_as(
            &editor,
            &format!("{DESK}/participations"),
            &[
                ("who", SCRIPT),
                ("program", SCRIPT),
                ("from", SCRIPT),
                ("source", SCRIPT),
            ],
        ),
        site.post_as(
            &editor,
            &format!("{DESK}/adoptions"),
            &[("user", SCRIPT), ("since", SCRIPT)],
        ),
    ];
    for answer in &refused {
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{}", answer.path);
        assert!(
            !answer.text().contains(SCRIPT),
            "{}: {}",
            answer.path,
            answer.text()
        );
    }
    let source = [
        ("who", "state-17"),
        ("program", "buyboard"),
        ("scope", "self"),
        ("source", SCRIPT),
    ];
    site.post_as(&editor, &format!("{DESK}/participations"), &source);
    for path in [question.as_str(), "/jurisdictions/state-17"] {
        let page = site.get_as(&editor, path).text();
        assert!(
            !page.contains(SCRIPT) && words(&page).contains("alert('x')"),
            "{path}"
        );
    }
    for path in [
        "/ask?category=<script>",
        "/ask?organization=<script>&for=county-17031",
    ] {
        let answer = site.get(&path.replace('<', "%3C").replace('>', "%3E"));
        assert!(!answer.text().contains("<script>"), "{path}");
    }
}

#[test]
fn a_body_records_what_is_its_own_and_nothing_else() {
    let site = site();
    let editor = editor(&site);
    let path = format!("{DESK}/participations");
    let part = |who: &'static str| {
        [
            ("who", who),
            ("program", "buyboard"),
            ("scope", "self"),
            ("source", "minutes"),
        ]
    };
    let other = site.post_as(&editor, &path, &part("county-39049"));
    assert_eq!(other.status, StatusCode::BAD_REQUEST);
    assert!(words(&other.text()).contains("Record what your own government takes part in"));
    assert_eq!(
        site.post_as(&editor, &path, &part("state-17")).status,
        StatusCode::SEE_OTHER
    );
    let sheet = words(&site.page("/jurisdictions/state-17"));
    assert!(sheet.contains("for itself (dates not stated)"), "{sheet}");

    let adoptions = format!("{DESK}/adoptions");
    let uses = [("user", "county-39049"), ("used", "buyboard")];
    assert_eq!(
        site.post_as(&editor, &adoptions, &uses).status,
        StatusCode::BAD_REQUEST
    );
    let uses = [
        ("user", "state-17"),
        ("used", "buyboard"),
        ("since", "2025-07-01"),
    ];
    assert_eq!(
        site.post_as(&editor, &adoptions, &uses).status,
        StatusCode::SEE_OTHER
    );
    let page = words(&site.page("/offerings/buyboard"));
    assert!(page.contains("Illinois since July 1, 2025"), "{page}");
    let found = RUNTIME
        .block_on(
            site.world
                .portal
                .read_recorded(&Actor::Portal, &BODY.into()),
        )
        .unwrap();
    let id = &found.participations[0].id;
    let theirs = format!("/desk/center-for-internet-security/participations/{id}");
    let outsider = outsider(&site);
    assert_eq!(
        site.post_as(&outsider, &theirs, &[]).status,
        StatusCode::NOT_FOUND
    );
    let remove = "/desk/center-for-internet-security/adoptions/remove";
    let gone = site.post_as(&outsider, remove, &uses);
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    let gone = site.post_as(&editor, &format!("{adoptions}/remove"), &uses);
    assert_eq!(gone.status, StatusCode::SEE_OTHER);
    let page = words(&site.page("/offerings/buyboard"));
    assert!(!page.contains("Illinois since July 1, 2025"), "{page}");
}

#[test]
fn nobody_asks_or_reports_without_end() {
    let site = site();
    let portal = &site.world.portal;
    let voice = |message| Voice {
        message,
        from: "192.0.2.1",
        ..Voice::default()
    };
    let slug = "buyboard".into();
    let outcomes: Vec<_> = (0..21)
        .map(|_| RUNTIME.block_on(portal.report(&Actor::Anonymous, &slug, voice("wrong"))))
        .collect();
    assert!(outcomes[..20].iter().all(Result::is_ok), "{outcomes:?}");
    assert!(
        matches!(outcomes[20], Err(Error::TooOften(_))),
        "{outcomes:?}"
    );
    let ask = Ask {
        organization: None,
        category: "gis".into(),
        place: "county-17031".into(),
        offering: None,
    };
    let asked = RUNTIME.block_on(portal.ask(&Actor::Anonymous, &ask, voice("")));
    assert!(
        matches!(asked, Err(Error::TooOften(_))),
        "one count for both"
    );
}
