//! A portal in use: a body whose people write, review and answer, somebody new,
//! and a steward with work to do.

use crate::routes::{
    asking::{RUNTIME, Site},
    compare::publish_four,
    desk_review::{BODY, at, decide, leads_to, save, submit, version, written},
    desk_uploads::{PDF, upload},
};
use interlocal_catalog::{
    offering::{Content, Source, Term},
    policy::{Actor, Role},
};
use interlocal_portal::{Outside, accounts::invite::Place, importing::Sent, publish::Publication};
use interlocal_store::{Deed, MailState, NewDelivery, NewMail, NewWebhook, Then, Try};
use interlocal_testkit::{
    clock,
    imports::{applied, checked, proposed},
    memos::{begun, frozen},
    now,
    offerings::{offering, open_within},
    people::{Somebody, somebody, steward},
    today,
    world::whole_world,
};
use serde_json::{Value, json};

/// Where it serves, and who may look at what.
pub struct InUse {
    /// Its address.
    pub address: String,
    /// The secrets of sessions by who has them, and links by what they open.
    pub secrets: Value,
}

const DESK: &str = "/desk/il-department-of-innovation-and-technology";

impl InUse {
    /// Serves until the process ends.
    pub fn start() -> Self {
        let listener = RUNTIME
            .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
            .unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let outside = Outside {
            public_url: address.parse().unwrap(),
            ..Outside::default()
        };
        let site = Site::of(RUNTIME.block_on(whole_world(clock(), outside)));
        let people = People::new(&site);
        listings(&site, &people);
        publish_four(&site);
        voices(&site, &people);
        joining(&site, &people);
        stewarding(&site, &people);
        telling(&site);
        deciding(&site, &people);
        importing(&site, &people);
        let links = links(&site);
        let router = interlocal_web::router(site.world.portal.clone());
        RUNTIME.spawn(interlocal_web::serve(
            listener,
            router,
            std::future::pending(),
        ));
        std::mem::forget(site);
        let secret = |who: &Somebody| who.secret.expose().to_owned();
        let secrets = json!({
            "administrator": secret(&people.administrator),
            "newcomer": secret(&people.newcomer),
            "steward": secret(&people.steward),
            "links": links,
        });
        Self { address, secrets }
    }
}

struct People {
    administrator: Somebody,
    editor: Somebody,
    newcomer: Somebody,
    steward: Somebody,
}

impl People {
    fn new(site: &Site) -> Self {
        let portal = &site.world.portal;
        let of_body = |email, role| RUNTIME.block_on(somebody(portal, email, &[(BODY, role)]));
        of_body("member@it.example", Role::Member);
        of_body(
            "an.approver.with.a.rather.long.address@purchasing.office.example",
            Role::Approver,
        );
        let people = Self {
            administrator: of_body("ada@it.example", Role::Administrator),
            editor: of_body("ed@it.example", Role::Editor),
            newcomer: RUNTIME.block_on(somebody(portal, "clerk@town.example", &[])),
            steward: RUNTIME.block_on(steward(portal, "steward@portal.example")),
        };
        for (who, name) in [
            (&people.administrator, "Ada Administrator"),
            (&people.editor, "Ed Editor"),
        ] {
            leads_to(&site.post_as(who, "/account/name", &[("name", name)]));
        }
        people
    }
}

/// Listings at every place of their way.
fn listings(site: &Site, people: &People) {
    let (editor, approver) = (&people.editor, &people.administrator);
    let full = written(site, editor, "County endpoint watch");
    fill(site, editor, &full);
    assert_eq!(
        upload(site, editor, &full, ("rate card.pdf", PDF)).status,
        303
    );

    let unread = written(site, editor, "Draft with a date nobody can read");
    let path = at(&unread, "/edit/dates");
    let version = version(site, editor, &path);
    let fields = [("version", &*version), ("ends_on", "the thirtieth of June")];
    assert_eq!(site.post_as(editor, &path, &fields).status, 400);

    let first = written(site, editor, "First edition in review");
    fill(site, editor, &first);
    submit(site, editor, &first);

    let again = written(site, editor, "Second edition in review");
    fill(site, editor, &again);
    publish(site, editor, approver, &again);
    correct(site, editor, &again, "Second edition in review");
    submit(site, editor, &again);

    let sent_back = written(site, editor, "Sent back with a word");
    submit(site, editor, &sent_back);
    let word = "Say on which day it ends, and name the office that signs the agreement.";
    leads_to(&decide(site, approver, &sent_back, "changes", word));

    let twice = written(site, editor, "Published twice");
    publish(site, editor, approver, &twice);
    correct(site, editor, &twice, "Published twice");
    publish(site, editor, approver, &twice);

    let gone = written(site, editor, "Withdrawn service");
    publish(site, editor, approver, &gone);
    let fields = [
        ("reason", "Another service replaces it."),
        ("successor", &*twice),
    ];
    leads_to(&site.post_as(approver, &at(&gone, "/withdraw"), &fields));
    stale_and_listed(site);
}

fn publish(site: &Site, editor: &Somebody, approver: &Somebody, slug: &str) {
    submit(site, editor, slug);
    leads_to(&decide(site, approver, slug, "approve", "Good."));
}

fn correct(site: &Site, editor: &Somebody, slug: &str, title: &str) {
    let fields = [
        ("title", title),
        ("kind", "service"),
        ("category", "endpoint-detection"),
        (
            "summary",
            "It watches servers and laptops day and night and calls whoever is on duty.",
        ),
    ];
    save(site, editor, slug, "what", &fields);
    save(site, editor, slug, "dates", &[("ends_on", "2028-06-30")]);
}

/// Says something in every step.
fn fill(site: &Site, editor: &Somebody, slug: &str) {
    let steps: [(&str, &[(&str, &str)]); 5] = [
        (
            "who",
            &[
                ("r0-area", "own_state"),
                ("r0-kinds", "local_government"),
                ("r0-steps", "listed"),
                ("r0-s0-kind", "agreement"),
                ("r0-s1-kind", "membership"),
                ("r0-s1-fee", "0: 500\n10000: 1200"),
                (
                    "r0-basis",
                    "30 ILCS 525/2, on joint purchasing by governmental units",
                ),
                ("r1-area", "places"),
                ("r1-within", "county-39049"),
                ("r1-kinds", "township"),
                ("r1-steps", "not_stated"),
                ("named_groups", "Libraries"),
            ],
        ),
        (
            "cost",
            &[
                ("cost_model", "fee_for_service"),
                ("p0-name", "Agent on a laptop or server"),
                ("p0-unit", "user"),
                ("p0-period", "month"),
                ("p0-tiers", "0: 4.25\n500: 3.90"),
                ("p0-note", "Counted once a year."),
                ("f0-name", "Setting up"),
                ("f0-kind", "fixed"),
                ("f0-amount", "250"),
            ],
        ),
        (
            "join",
            &[
                (
                    "how_to_join",
                    "Write to the office\nSign the agreement\nInstall the agents",
                ),
                ("agreement", "Intergovernmental agreement"),
                ("contact", "it-services@it.example"),
            ],
        ),
        (
            "facts",
            &[
                ("group", "cybersecurity"),
                ("functions", "detect"),
                ("functions", "respond"),
                ("response_minutes", "30"),
                ("watches", "Endpoints, mail"),
                ("data_residency", "Illinois"),
            ],
        ),
        (
            "dates",
            &[
                ("starts_on", "2026-07-01"),
                ("ends_on", "2027-06-30"),
                (
                    "source_words",
                    "Minutes of the board, https://it.example/minutes/2026/05/04/a-rather-long-address-of-a-page",
                ),
            ],
        ),
    ];
    for (step, fields) in steps {
        save(site, editor, slug, step, fields);
    }
}

/// One that was confirmed long ago, and one from a public source.
fn stale_and_listed(site: &Site) {
    let stale = Content {
        source: Source::PublishingBody,
        checked_on: today() - chrono::TimeDelta::days(300),
        review_days: 180,
        rules: vec![open_within("state-17")],
        ..offering("confirmed-long-ago", BODY)
    };
    let listed = Content {
        rules: vec![open_within("state-17")],
        term: Term {
            starts_on: None,
            ends_on: Some(today() + chrono::TimeDelta::days(90)),
        },
        ..offering("from-a-public-source", BODY)
    };
    for content in [&stale, &listed] {
        let publication = Publication {
            content,
            aliases: &[],
            reason: "",
        };
        let done = site.world.portal.publish(&Actor::Portal, publication);
        RUNTIME.block_on(done).unwrap();
    }
}

/// Questions, reports, statements, participations and adoptions.
fn voices(site: &Site, people: &People) {
    for (category, place, message) in [
        (
            "offsite-backup",
            "county-17031",
            "We keep 40 TB.\nOur contract ends in June.",
        ),
        ("offsite-backup", "county-17043", ""),
        ("gis", "township-1700105742", "Parcel maps"),
    ] {
        let fields = [
            ("category", category),
            ("for", place),
            ("message", message),
            ("email", "clerk@town.example"),
        ];
        leads_to(&site.send("/ask", &fields, &[]));
    }
    let said = [("category", "telecom-voice"), ("kinds", "township")];
    leads_to(&site.post_as(&people.editor, &format!("{DESK}/statements"), &said));
    for words in [
        "The address of the form is another.",
        "The contract has ended.\nSee the minutes of May.",
    ] {
        let fields = [("message", words), ("email", "clerk@town.example")];
        leads_to(&site.send("/offerings/published-twice/report", &fields, &[]));
    }
    let answer = [("answer", "It was mended; thank you.")];
    leads_to(&site.post_as(&people.editor, &format!("{DESK}/reports/2"), &answer));
    leads_to(&site.post_as(&people.editor, &format!("{DESK}/reports/1/own"), &[]));
    let part = [
        ("who", "state-17"),
        ("program", "buyboard"),
        ("scope", "self"),
        ("source", "Minutes of May 4, 2026"),
        ("from", "2026-05-04"),
    ];
    leads_to(&site.post_as(&people.editor, &format!("{DESK}/participations"), &part));
    let used = [
        ("user", "state-17"),
        ("used", "buyboard"),
        ("since", "2025-07-01"),
    ];
    leads_to(&site.post_as(&people.editor, &format!("{DESK}/adoptions"), &used));
}

/// Somebody asks to join, somebody is invited, a domain is known.
fn joining(site: &Site, people: &People) {
    let asks = [
        ("body", BODY),
        ("message", "I run the help desk of the agency."),
    ];
    leads_to(&site.post_as(&people.newcomer, "/join", &asks));
    let portal = &site.world.portal;
    let clerk = RUNTIME.block_on(somebody(portal, "clerk@county.example", &[]));
    let asks = [
        ("government", "county-17089"),
        ("message", "I am the clerk."),
    ];
    leads_to(&site.post_as(&clerk, "/join", &asks));
    let invited = [("email", "new@it.example"), ("role", "approver")];
    leads_to(&site.post_as(&people.administrator, &format!("{DESK}/members"), &invited));
    let domain = [("domain", "it.arden.example")];
    leads_to(&site.post_as(&people.administrator, &format!("{DESK}/domains"), &domain));
}

/// An announcement and letters that did not leave.
fn stewarding(site: &Site, people: &People) {
    let said = [
        (
            "words",
            "The portal is closed on Sunday from 6 to 8 a.m. Central Time.",
        ),
        ("kind", "warning"),
    ];
    leads_to(&site.post_as(&people.steward, "/steward/announcements", &said));
    let portal = &site.world.portal;
    RUNTIME.block_on(async {
        let tx = portal.store().begin().await.unwrap();
        for recipient in [
            "gone@town.example",
            "a.rather.long.address@department.of.many.words.example",
        ] {
            let mail = NewMail {
                recipient,
                subject: "Your question was answered",
                body: "The answer stands on the page.",
            };
            let id = tx.add_mail(&mail, now()).await.unwrap();
            let why = "550 5.1.1 The mailbox that you tried to reach does not exist";
            tx.give_mail_up(id, why, now()).await.unwrap();
        }
        let deed = Deed {
            action: "invite",
            subject: "someone@town.example",
            reason: "a reason of some length, so that the table has to give its words room",
            ..Deed::default()
        };
        tx.audit(now(), &Actor::Portal, &deed).await.unwrap();
        tx.commit().await.unwrap();
    });
}

/// An address that takes what happens, and one that was stopped.
fn telling(site: &Site) {
    let portal = &site.world.portal;
    RUNTIME.block_on(async {
        let tx = portal.store().begin().await.unwrap();
        for (host, status) in [("hooks", 204), ("gone", 410)] {
            let address = format!("https://{host}.it.example/a/rather/long/address/of/a/webhook");
            let new = NewWebhook {
                body: Some(&BODY.into()),
                address: &address,
                secret: "whsec_AAAA",
                events: &["offering.published", "question.asked"],
                by: "ada@it.example",
            };
            let webhook = tx.add_webhook(&new, now()).await.unwrap();
            let event = NewDelivery {
                webhook,
                event: "evt_0123456789abcdef01234567",
                kind: "offering.published",
                payload: "{\"type\":\"offering.published\",\"data\":{\"slug\":\"published-twice\"}}",
            };
            let id = tx.add_delivery(&event, now()).await.unwrap();
            tx.add_delivery(&event, now()).await.unwrap();
            let is_taken = status == 204;
            let tried = Try {
                status: Some(status),
                said: "<p>We say a word about it.</p>".to_owned(),
                fault: if is_taken { String::new() } else { "it answered 410".to_owned() },
                then: if is_taken { Then::Delivered } else { Then::GivenUp },
            };
            tx.note_try(id, &tried, now()).await.unwrap();
            if !is_taken {
                let why = "It was stopped by itself: it answered 410.";
                tx.stop_webhook(webhook, Some((now(), why))).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
    });
}

/// What opens behind links that were mailed.
fn links(site: &Site) -> Vec<String> {
    let portal = &site.world.portal;
    RUNTIME.block_on(async {
        let email = "invited@it.example".parse().unwrap();
        let place = Place::InBody(BODY.into(), Role::Editor);
        let invited = portal.invite(&Actor::Portal, &email, &place).await.unwrap();
        portal.sign_up("somebody@town.example", "").await.unwrap();
        portal.ask_for_reset("ed@it.example", "").await.unwrap();
        let mut links = vec![format!("/invitations/{}", invited.expose())];
        for mail in portal.store().mails(MailState::Waiting, 100).await.unwrap() {
            for folder in ["/sign-up/", "/reset/"] {
                if let Some((_, rest)) = mail.body.split_once(folder) {
                    let secret = rest.split_whitespace().next().unwrap();
                    links.push(format!("{folder}{secret}"));
                }
            }
        }
        assert_eq!(links.len(), 3);
        links
    })
}

/// A draft of a memo, a frozen one, a shortlist and a workspace.
fn deciding(site: &Site, people: &People) {
    let (portal, ada) = (&site.world.portal, &people.administrator);
    let options = ["published-twice", "buyboard"];
    let of = (BODY, "state-17");
    RUNTIME.block_on(async {
        begun(portal, &ada.actor, of, &options).await;
        let id = begun(portal, &ada.actor, of, &options).await;
        frozen(portal, &ada.actor, id).await;
    });
    leads_to(&site.post_as(ada, "/memos/2/link", &[("do", "open")]));
    let say = [
        ("version", "1"),
        ("decision", "declined"),
        ("name", "Ada Administrator"),
        ("comment", "Not before the budget is passed."),
    ];
    leads_to(&site.post_as(ada, "/memos/1/approvals", &say));
    leads_to(&site.post_as(ada, "/shortlist", &[("add", "buyboard")]));
    let begin = [
        ("body", BODY),
        ("title", "Buying together"),
        ("o", "buyboard"),
        ("o", "published-twice"),
    ];
    leads_to(&site.post_as(ada, "/workspaces", &begin));
    let say = [
        ("item", "1"),
        ("opinion-1", "yes"),
        ("comment-1", "It is the nearest."),
    ];
    leads_to(&site.post_as(ada, "/workspaces/1/say", &say));
    leads_to(&site.post_as(ada, "/workspaces/1/link", &[("do", "open")]));
}

/// A list that was taken in, one whose report can be read, one whose columns are asked
/// for, one that cannot be taken in, and a fact that waits.
fn importing(site: &Site, people: &People) {
    let (portal, ed) = (&site.world.portal, &people.editor.actor);
    let list = |first: u32| {
        format!(
            "contract,company,service,expiration\n\
             C-{first},Boro Tools,Tools {first},6/30/27\n\
             C-{first},Cole Works,Tools {first},6/30/28\n\
             D-{first},Dell Marsh,Fences {first},11/31/2026\n\
             ,,Nobody,\n"
        )
    };
    RUNTIME.block_on(async {
        let id = checked(portal, ed, BODY, &list(1)).await;
        applied(portal, ed, BODY, id).await;
        checked(portal, ed, BODY, &list(2)).await;
        for (name, text) in [
            ("waiting.csv", list(3)),
            (
                "broken.json",
                r#"{"version":"9.9","releases":[]}"#.to_owned(),
            ),
        ] {
            let sent = Sent {
                kind: None,
                source: String::new(),
                category: "purchasing".into(),
                name: name.to_owned(),
                bytes: text.into_bytes(),
            };
            portal.send_import(ed, &BODY.into(), sent).await.unwrap();
        }
        portal.do_due_imports().await.unwrap();
        proposed(portal, ed, BODY, ["Boro Cloud", "Boro Vault"]).await;
    });
}
