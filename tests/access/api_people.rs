//! The calls of those who look after a body, and of files that it takes in.

use super::{
    actors::{BODY, Ground},
    desk::{a_draft, a_proposal, a_report, an_import},
    row::{Row, call, get},
    steward::{
        Words, a_domain, a_member, a_request, a_webhook_of_the_body, an_invitation, no_webhook,
    },
};
use crate::routes::asking::RUNTIME;
use interlocal_catalog::policy::Actor;
use interlocal_portal::{Portal, desk::drafts::Saved, documents::Upload};
use interlocal_store::{NewDelivery, Then, Try};
use interlocal_testkit::now;

/// Administrators, and stewards.
const PEOPLE: [u16; 7] = [401, 404, 403, 403, 403, 200, 200];
const PEOPLE_MAKE: [u16; 7] = [401, 404, 403, 403, 403, 201, 201];
const PEOPLE_END: [u16; 7] = [401, 404, 403, 403, 403, 204, 204];
/// Editors and more.
const EDITORS: [u16; 7] = [401, 404, 403, 200, 200, 200, 200];
const EDITORS_MAKE: [u16; 7] = [401, 404, 403, 201, 201, 201, 201];
const EDITORS_END: [u16; 7] = [401, 404, 403, 204, 204, 204, 204];

macro_rules! at {
    ($rest:literal) => {
        concat!(
            "/api/v1/desk/il-department-of-innovation-and-technology",
            $rest
        )
    };
}

pub const ROWS: &[Row] = &[
    get("/api/v1/desk/{body}/members", at!("/members"), PEOPLE),
    call(
        "post",
        "/api/v1/desk/{body}/members",
        at!("/members"),
        r#"{"email": "new@arden.example", "role": "editor"}"#,
        PEOPLE,
    ),
    call(
        "put",
        "/api/v1/desk/{body}/members/{person}",
        at!("/members/{member}"),
        r#"{"role": "editor"}"#,
        PEOPLE,
    )
    .after(a_member),
    call(
        "delete",
        "/api/v1/desk/{body}/members/{person}",
        at!("/members/{member}"),
        "",
        PEOPLE_END,
    )
    .after(a_member),
    call(
        "delete",
        "/api/v1/desk/{body}/invitations/{invitation}",
        at!("/invitations/{invitation}"),
        "",
        PEOPLE_END,
    )
    .after(an_invitation),
    call(
        "post",
        "/api/v1/desk/{body}/requests/{request}/decide",
        at!("/requests/{request}/decide"),
        r#"{"answer": "grant"}"#,
        PEOPLE_END,
    )
    .after(a_request),
    get("/api/v1/desk/{body}/domains", at!("/domains"), PEOPLE),
    call(
        "post",
        "/api/v1/desk/{body}/domains",
        at!("/domains"),
        r#"{"domain": "doit.arden.example"}"#,
        PEOPLE,
    ),
    call(
        "delete",
        "/api/v1/desk/{body}/domains/{domain}",
        at!("/domains/{domain}"),
        "",
        PEOPLE_END,
    )
    .after(a_domain),
    get("/api/v1/desk/{body}/log", at!("/log"), PEOPLE),
    get("/api/v1/desk/{body}/webhooks", at!("/webhooks"), PEOPLE),
    call(
        "post",
        "/api/v1/desk/{body}/webhooks",
        at!("/webhooks"),
        r#"{"address": "https://hooks.example.org/", "events": ["offering.published"]}"#,
        PEOPLE_MAKE,
    )
    .after(no_webhook),
    get(
        "/api/v1/desk/{body}/webhooks/{id}",
        at!("/webhooks/{id}"),
        PEOPLE,
    )
    .after(a_webhook_of_the_body),
    call(
        "put",
        "/api/v1/desk/{body}/webhooks/{id}",
        at!("/webhooks/{id}"),
        r#"{"stopped": true}"#,
        PEOPLE,
    )
    .after(a_webhook_of_the_body),
    call(
        "delete",
        "/api/v1/desk/{body}/webhooks/{id}",
        at!("/webhooks/{id}"),
        "",
        PEOPLE_END,
    )
    .after(a_webhook_of_the_body),
    call(
        "post",
        "/api/v1/desk/{body}/webhooks/{id}/test",
        at!("/webhooks/{id}/test"),
        "",
        PEOPLE_END,
    )
    .after(a_webhook_of_the_body),
    call(
        "post",
        "/api/v1/desk/{body}/webhooks/{id}/deliveries/{delivery}/again",
        at!("/webhooks/{id}/deliveries/{delivery}/again"),
        "",
        PEOPLE_END,
    )
    .after(a_delivery),
    get("/api/v1/desk/{body}/proposals", at!("/proposals"), EDITORS),
    call(
        "post",
        "/api/v1/desk/{body}/proposals/{id}/confirm",
        at!("/proposals/{id}/confirm"),
        "",
        EDITORS,
    )
    .after(a_proposal),
    call(
        "post",
        "/api/v1/desk/{body}/proposals/{id}/dismiss",
        at!("/proposals/{id}/dismiss"),
        "",
        EDITORS_END,
    )
    .after(a_proposal),
    get("/api/v1/desk/{body}/imports", at!("/imports"), EDITORS),
    // A file may come as it is; what is JSON is taken for a directory of services.
    call(
        "post",
        "/api/v1/desk/{body}/imports",
        at!("/imports?source=list"),
        "{}",
        EDITORS_MAKE,
    ),
    get(
        "/api/v1/desk/{body}/imports/{id}",
        at!("/imports/{id}"),
        EDITORS,
    )
    .after(a_report),
    call(
        "delete",
        "/api/v1/desk/{body}/imports/{id}",
        at!("/imports/{id}"),
        "",
        EDITORS_END,
    )
    .after(a_report),
    get(
        "/api/v1/desk/{body}/imports/{id}/columns",
        at!("/imports/{id}/columns"),
        EDITORS,
    )
    .after(a_report),
    call(
        "put",
        "/api/v1/desk/{body}/imports/{id}/columns",
        at!("/imports/{id}/columns"),
        r#"{"columns": {"contract": "number"}}"#,
        EDITORS,
    )
    .after(a_report),
    get(
        "/api/v1/desk/{body}/imports/{id}/report",
        at!("/imports/{id}/report"),
        EDITORS,
    )
    .after(a_report),
    call(
        "post",
        "/api/v1/desk/{body}/imports/{id}/apply",
        at!("/imports/{id}/apply"),
        "",
        EDITORS,
    )
    .after(a_report),
    call(
        "post",
        "/api/v1/desk/{body}/import-batches/{id}/undo",
        at!("/import-batches/{batch}/undo"),
        "",
        EDITORS,
    )
    .after(an_import),
    // What is no form with a file is refused before it is read.
    call(
        "post",
        "/api/v1/desk/{body}/offerings/{slug}/documents",
        at!("/offerings/{slug}/documents"),
        "{}",
        [401, 415, 415, 415, 415, 415, 415],
    )
    .made_for("\"v{version}\"")
    .after(a_draft),
    call(
        "delete",
        "/api/v1/desk/{body}/offerings/{slug}/documents/{id}",
        at!("/offerings/{slug}/documents/{document}"),
        "",
        EDITORS,
    )
    .made_for("\"v{version}\"")
    .after(a_document),
];

/// An event on its way.
fn a_delivery(ground: &Ground) -> Words {
    let mut words = a_webhook_of_the_body(ground);
    let id: i32 = words[0].1.parse().unwrap();
    let portal = &ground.site.world.portal;
    let delivery = RUNTIME.block_on(delivered(portal, id, ground.number()));
    words.push(("delivery", delivery.to_string()));
    words
}

/// An event on its way to a webhook; gives its number.
pub async fn delivered(portal: &Portal, webhook: i32, number: u32) -> i32 {
    let tx = portal.store().begin().await.unwrap();
    let new = NewDelivery {
        webhook,
        event: &format!("event-{number}"),
        kind: "ping",
        payload: "{}",
    };
    tx.add_delivery(&new, now()).await.unwrap();
    tx.commit().await.unwrap();
    let id = portal.store().deliveries(webhook, (0, 1)).await.unwrap().1[0].id;
    let given_up = Try {
        status: None,
        said: String::new(),
        fault: "nobody answers".to_owned(),
        then: Then::GivenUp,
    };
    let tx = portal.store().begin().await.unwrap();
    tx.note_try(id, &given_up, now()).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// A draft with a file.
fn a_document(ground: &Ground) -> Words {
    let words = a_draft(ground);
    let word = |name: &str| words.iter().find(|(known, _)| *known == name).unwrap();
    let slug = word("slug").1.as_str().into();
    let upload = Upload {
        version: word("version").1.parse().unwrap(),
        title: "Rate card".to_owned(),
        held_by: String::new(),
        proves: Vec::new(),
        name: "rates.txt".to_owned(),
        bytes: b"120 a day".to_vec(),
    };
    let portal = &ground.site.world.portal;
    let (version, id) = RUNTIME.block_on(async {
        let body = BODY.into();
        let saved = portal.add_document(&Actor::Portal, &body, &slug, upload);
        assert!(matches!(saved.await.unwrap(), Saved::Kept));
        let listing = portal
            .desk_listing(&Actor::Portal, &body, &slug)
            .await
            .unwrap();
        let place = listing.draft.content.details.documents[0].place.clone();
        let interlocal_catalog::details::DocumentPlace::Kept { id, .. } = place else {
            unreachable!("it was kept")
        };
        (listing.draft.version, id)
    });
    vec![
        ("slug", slug.to_string()),
        ("version", version.to_string()),
        ("document", id.to_string()),
    ]
}
