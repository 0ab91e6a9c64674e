//! Joining, the people of a body, and everything of a steward.

use super::{
    actors::{BODY, Ground, OTHER_BODY, Who},
    row::{Row, get, post},
};
use crate::routes::asking::RUNTIME;
use interlocal_catalog::{
    OrganizationId, PlaceId,
    announcement::{Announcement, AnnouncementKind},
    policy::{Actor, Role},
};
use interlocal_portal::{accounts::invite::Place, importing::Intake};
use interlocal_store::{ApprovedDomain, NewWebhook, Wanted};
use interlocal_testkit::{
    imports::{registry, taken},
    now,
    people::somebody,
    today,
};

pub type Words = Vec<(&'static str, String)>;

/// Looked at by administrators of the body and by stewards.
const PEOPLE: [u16; 7] = [303, 404, 403, 403, 403, 200, 200];
/// Done by them.
const DONE: [u16; 7] = [303, 404, 403, 403, 403, 303, 303];
/// For stewards alone: for others there is nothing here.
const STEWARD: [u16; 7] = [303, 404, 404, 404, 404, 404, 200];
const STEWARD_DOES: [u16; 7] = [303, 404, 404, 404, 404, 404, 303];

pub const ROWS: &[Row] = &[
    get("/join", "/join?q=cook", [303, 200, 200, 200, 200, 200, 200]),
    post(
        "/join",
        "/join",
        &[("government", "county-17031"), ("message", "I work there")],
        [303; 7],
    ),
    get("/desk/{body}/members", MEMBERS, PEOPLE),
    post(
        "/desk/{body}/members",
        MEMBERS,
        &[("email", "new@arden.example"), ("role", "editor")],
        DONE,
    ),
    post(
        "/desk/{body}/members/{person}/role",
        "/desk/il-department-of-innovation-and-technology/members/{member}/role",
        &[("role", "editor")],
        DONE,
    )
    .after(a_member),
    post(
        "/desk/{body}/members/{person}/remove",
        "/desk/il-department-of-innovation-and-technology/members/{member}/remove",
        &[],
        DONE,
    )
    .after(a_member),
    post(
        "/desk/{body}/invitations/{invitation}",
        "/desk/il-department-of-innovation-and-technology/invitations/{invitation}",
        &[],
        DONE,
    )
    .after(an_invitation),
    post(
        "/desk/{body}/requests/{request}",
        "/desk/il-department-of-innovation-and-technology/requests/{request}",
        &[("answer", "grant")],
        DONE,
    )
    .after(a_request),
    get(
        "/desk/{body}/domains",
        "/desk/il-department-of-innovation-and-technology/domains",
        PEOPLE,
    ),
    post(
        "/desk/{body}/domains",
        "/desk/il-department-of-innovation-and-technology/domains",
        &[("domain", "doit.arden.example")],
        DONE,
    ),
    post(
        "/desk/{body}/domains/remove",
        "/desk/il-department-of-innovation-and-technology/domains/remove",
        &[("domain", "{domain}")],
        DONE,
    )
    .after(a_domain),
    get(
        "/desk/{body}/webhooks",
        "/desk/il-department-of-innovation-and-technology/webhooks",
        PEOPLE,
    ),
    post(
        "/desk/{body}/webhooks",
        "/desk/il-department-of-innovation-and-technology/webhooks",
        &[
            ("address", "https://hooks.example.org/"),
            ("events", "offering.published"),
        ],
        PEOPLE,
    )
    .after(no_webhook),
    get(
        "/desk/{body}/webhooks/{id}",
        "/desk/il-department-of-innovation-and-technology/webhooks/{id}",
        PEOPLE,
    )
    .after(a_webhook_of_the_body),
    post(
        "/desk/{body}/webhooks/{id}",
        "/desk/il-department-of-innovation-and-technology/webhooks/{id}",
        &[("do", "test")],
        DONE,
    )
    .after(a_webhook_of_the_body),
    get("/steward/webhooks", "/steward/webhooks", STEWARD),
    post(
        "/steward/webhooks",
        "/steward/webhooks",
        &[
            ("address", "https://hooks.example.org/"),
            ("events", "offering.published"),
        ],
        STEWARD,
    )
    .after(no_webhook),
    get("/steward/webhooks/{id}", "/steward/webhooks/{id}", STEWARD).after(a_webhook_of_the_portal),
    post(
        "/steward/webhooks/{id}",
        "/steward/webhooks/{id}",
        &[("do", "remove")],
        STEWARD_DOES,
    )
    .after(a_webhook_of_the_portal),
    get(
        "/desk/{body}/log",
        "/desk/il-department-of-innovation-and-technology/log",
        PEOPLE,
    ),
    get("/steward", "/steward", STEWARD),
    get("/steward/requests", "/steward/requests", STEWARD),
    post(
        "/steward/requests/{request}",
        "/steward/requests/{request}",
        &[("answer", "grant"), ("role", "administrator")],
        STEWARD_DOES,
    )
    .after(a_government_request),
    get("/steward/bodies", "/steward/bodies?q=illinois", STEWARD),
    post(
        "/steward/bodies",
        "/steward/bodies",
        &[
            ("name", "The Arden Council"),
            ("kind", "regional_council"),
            ("level", "regional"),
        ],
        STEWARD_DOES,
    ),
    get("/steward/bodies/new", "/steward/bodies/new", STEWARD),
    get(
        "/steward/bodies/{slug}",
        "/steward/bodies/center-for-internet-security",
        STEWARD,
    ),
    post(
        "/steward/bodies/{slug}",
        "/steward/bodies/center-for-internet-security",
        &[
            ("name", "Center for Internet Security"),
            ("kind", "nonprofit"),
            ("level", "regional"),
        ],
        STEWARD_DOES,
    ),
    get("/steward/merge-bodies", "/steward/merge-bodies", STEWARD),
    post(
        "/steward/merge-bodies",
        "/steward/merge-bodies",
        &[
            ("from", "{twin}"),
            ("into", OTHER_BODY),
            ("reason", "stands twice"),
        ],
        STEWARD_DOES,
    )
    .after(a_twin),
    get(
        "/steward/merge-offerings",
        "/steward/merge-offerings",
        STEWARD,
    ),
    post(
        "/steward/merge-offerings",
        "/steward/merge-offerings",
        &[
            ("from", "buyboard"),
            ("into", "nobody-has-this"),
            ("reason", "x"),
        ],
        [303, 404, 404, 404, 404, 404, 400],
    ),
    get("/steward/people", "/steward/people", STEWARD),
    post(
        "/steward/people/{person}/steward",
        "/steward/people/{member}/steward",
        &[("steward", "yes")],
        STEWARD_DOES,
    )
    .after(a_member),
    post(
        "/steward/invitations/{invitation}",
        "/steward/invitations/{invitation}",
        &[],
        STEWARD_DOES,
    )
    .after(a_steward_invitation),
    post(
        "/steward/people/{person}/account",
        "/steward/people/{member}/account",
        &[("closed", "yes")],
        STEWARD_DOES,
    )
    .after(a_member),
    get("/steward/audit", "/steward/audit?action=invite", STEWARD),
    get("/steward/imports", "/steward/imports", STEWARD),
    post(
        "/steward/imports",
        "/steward/imports",
        &[],
        [303, 415, 415, 415, 415, 415, 415],
    ),
    get("/steward/imports/{id}", "/steward/imports/{id}", STEWARD).after(a_registry),
    post(
        "/steward/imports/{id}/apply",
        "/steward/imports/{id}/apply",
        &[],
        STEWARD_DOES,
    )
    .after(a_registry),
    post(
        "/steward/imports/{id}/discard",
        "/steward/imports/{id}/discard",
        &[],
        STEWARD_DOES,
    )
    .after(a_registry),
    get(
        "/steward/imports/{id}/report.csv",
        "/steward/imports/{id}/report.csv",
        STEWARD,
    )
    .after(a_registry),
    get(
        "/steward/imports/{id}/report.json",
        "/steward/imports/{id}/report.json",
        STEWARD,
    )
    .after(a_registry),
    post(
        "/steward/past-imports/{id}/undo",
        "/steward/past-imports/{batch}/undo",
        &[],
        STEWARD_DOES,
    )
    .after(a_past_registry),
    get("/steward/mail", "/steward/mail", STEWARD),
    post(
        "/steward/mail/{id}",
        "/steward/mail/{mail}",
        &[],
        STEWARD_DOES,
    )
    .after(a_dead_letter),
    get("/steward/jobs", "/steward/jobs", STEWARD),
    get("/steward/announcements", "/steward/announcements", STEWARD),
    post(
        "/steward/announcements",
        "/steward/announcements",
        &[("words", "Closed on Sunday"), ("kind", "warning")],
        STEWARD_DOES,
    ),
    post(
        "/steward/announcements/{id}/remove",
        "/steward/announcements/{announcement}/remove",
        &[],
        STEWARD_DOES,
    )
    .after(an_announcement),
];

const MEMBERS: &str = "/desk/il-department-of-innovation-and-technology/members";

fn new_person(ground: &Ground, roles: &[(&str, Role)]) -> i32 {
    let email = format!("new-{}@arden.example", ground.number());
    RUNTIME
        .block_on(somebody(&ground.site.world.portal, &email, roles))
        .id
}

pub fn a_member(ground: &Ground) -> Words {
    let id = new_person(ground, &[(BODY, Role::Member)]);
    vec![("member", id.to_string())]
}

fn asks(ground: &Ground, wanted: &Wanted) -> i32 {
    let person = new_person(ground, &[]);
    let store = ground.site.world.portal.store().clone();
    RUNTIME.block_on(async {
        let tx = store.begin().await.unwrap();
        tx.add_join_request(person, wanted, "I work there", now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let all = store.join_requests_of(person).await.unwrap();
        all[0].id
    })
}

pub fn an_invitation(ground: &Ground) -> Words {
    let portal = &ground.site.world.portal;
    let email = format!("invited-{}@arden.example", ground.number());
    let place = Place::InBody(BODY.into(), Role::Member);
    let email = email.parse().unwrap();
    let secret = portal.invite(&Actor::Portal, &email, &place);
    let secret = RUNTIME.block_on(secret).unwrap();
    vec![("invitation", secret.hash())]
}

fn a_steward_invitation(ground: &Ground) -> Words {
    let portal = &ground.site.world.portal;
    let email = format!("invited-{}@arden.example", ground.number());
    let email = email.parse().unwrap();
    let secret = portal.invite(&Actor::Portal, &email, &Place::Steward);
    let secret = RUNTIME.block_on(secret).unwrap();
    vec![("invitation", secret.hash())]
}

pub fn a_request(ground: &Ground) -> Words {
    let id = asks(ground, &Wanted::Body(BODY.into()));
    vec![("request", id.to_string())]
}

pub fn a_government_request(ground: &Ground) -> Words {
    let place = PlaceId::new("county-17031");
    let id = asks(ground, &Wanted::Government(place));
    vec![("request", id.to_string())]
}

pub fn a_domain(ground: &Ground) -> Words {
    let domain = format!("d{}.arden.example", ground.number());
    let approved = ApprovedDomain {
        domain: domain.clone(),
        body: BODY.into(),
        approved_at: now(),
        approved_by: "portal".to_owned(),
    };
    let store = ground.site.world.portal.store().clone();
    RUNTIME.block_on(async {
        let tx = store.begin().await.unwrap();
        tx.approve_domain(&approved).await.unwrap();
        tx.commit().await.unwrap();
    });
    vec![("domain", domain)]
}

pub fn a_twin(ground: &Ground) -> Words {
    let twin = format!("twin-{}", ground.number());
    let body = interlocal_testkit::places::body(&twin, "state-17");
    let portal = &ground.site.world.portal;
    RUNTIME.block_on(async {
        let tx = portal.store().begin().await.unwrap();
        tx.add_organization(&body).await.unwrap();
        tx.announce_body(&body.id, now()).await.unwrap();
        tx.commit().await.unwrap();
        portal.catch_up().await.unwrap();
    });
    vec![("twin", twin)]
}

/// A part of the .gov registry whose report can be read.
pub fn a_registry(ground: &Ground) -> Words {
    let steward = ground.person(Who::Steward).unwrap().actor;
    let text = format!("boro-{}.gov", ground.number());
    let file = RUNTIME.block_on(registry(&ground.site.world.portal, &steward, &text));
    vec![("id", file.id.to_string())]
}

/// One that was taken in.
pub fn a_past_registry(ground: &Ground) -> Words {
    let portal = &ground.site.world.portal;
    let steward = ground.person(Who::Steward).unwrap().actor;
    let id = a_registry(ground)[0].1.parse().unwrap();
    let batch = RUNTIME.block_on(taken(portal, &steward, Intake::Stewards, id));
    vec![("batch", batch.to_string())]
}

pub fn a_dead_letter(ground: &Ground) -> Words {
    let store = ground.site.world.portal.store().clone();
    let id = RUNTIME.block_on(async {
        let tx = store.begin().await.unwrap();
        let mail = interlocal_store::NewMail {
            recipient: "ada@arden.example",
            subject: "Hello",
            body: "Hello",
        };
        let id = tx.add_mail(&mail, now()).await.unwrap();
        tx.give_mail_up(id, "no such box", now()).await.unwrap();
        tx.commit().await.unwrap();
        id
    });
    vec![("mail", id.to_string())]
}

pub fn an_announcement(ground: &Ground) -> Words {
    let portal = &ground.site.world.portal;
    let new = Announcement {
        id: 0,
        words: format!("Closed {}", ground.number()),
        kind: AnnouncementKind::Information,
        from_on: today(),
        until_on: None,
    };
    let id = RUNTIME.block_on(async {
        portal.announce(&Actor::Portal, new).await.unwrap();
        portal.announced()[0].id
    });
    vec![("announcement", id.to_string())]
}

/// The body and the portal tell nobody.
pub fn no_webhook(ground: &Ground) -> Words {
    RUNTIME.block_on(async {
        let store = ground.site.world.portal.store();
        let tx = store.begin().await.unwrap();
        for body in [None, Some(&BODY.into())] {
            for one in store.webhooks_of(body).await.unwrap() {
                tx.remove_webhook(one.id).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
    });
    Words::new()
}

pub fn a_webhook_of_the_body(ground: &Ground) -> Words {
    a_webhook(ground, Some(&BODY.into()))
}

pub fn a_webhook_of_the_portal(ground: &Ground) -> Words {
    a_webhook(ground, None)
}

fn a_webhook(ground: &Ground, body: Option<&OrganizationId>) -> Words {
    let id = RUNTIME.block_on(async {
        let tx = ground.site.world.portal.store().begin().await.unwrap();
        let new = NewWebhook {
            body,
            address: "https://hooks.example.org/",
            secret: "whsec_AAAA",
            events: &["offering.changed"],
            by: "somebody@arden.example",
        };
        let id = tx.add_webhook(&new, now()).await.unwrap();
        tx.commit().await.unwrap();
        id
    });
    vec![("id", id.to_string())]
}
