//! The calls of stewards: for others there is nothing here.

use super::{
    actors::{Ground, OTHER_BODY},
    memos::rule,
    row::{Row, call, get},
    steward::{
        Words, a_dead_letter, a_government_request, a_member, a_past_registry, a_registry, a_twin,
        a_webhook_of_the_portal, an_announcement, no_webhook,
    },
};
use crate::routes::asking::RUNTIME;

const STEWARD: [u16; 7] = [401, 404, 404, 404, 404, 404, 200];
const MAKES: [u16; 7] = [401, 404, 404, 404, 404, 404, 201];
const ENDS: [u16; 7] = [401, 404, 404, 404, 404, 404, 204];

pub const ROWS: &[Row] = &[
    get("/api/v1/steward", "/api/v1/steward", STEWARD),
    get("/api/v1/steward/jobs", "/api/v1/steward/jobs", STEWARD),
    get(
        "/api/v1/steward/requests",
        "/api/v1/steward/requests",
        STEWARD,
    ),
    call(
        "post",
        "/api/v1/steward/requests/{request}/decide",
        "/api/v1/steward/requests/{request}/decide",
        r#"{"answer": "grant", "role": "administrator"}"#,
        STEWARD,
    )
    .after(a_government_request),
    get(
        "/api/v1/steward/bodies",
        "/api/v1/steward/bodies?q=illinois",
        STEWARD,
    ),
    call(
        "post",
        "/api/v1/steward/bodies",
        "/api/v1/steward/bodies",
        r#"{"name": "The Arden Council", "kind": "regional_council", "level": "regional"}"#,
        MAKES,
    ),
    get(
        "/api/v1/steward/bodies/{slug}",
        "/api/v1/steward/bodies/center-for-internet-security",
        STEWARD,
    ),
    call(
        "put",
        "/api/v1/steward/bodies/{slug}",
        "/api/v1/steward/bodies/center-for-internet-security",
        r#"{"name": "Center for Internet Security", "kind": "nonprofit", "level": "regional"}"#,
        STEWARD,
    ),
    call(
        "post",
        "/api/v1/steward/merge-bodies",
        "/api/v1/steward/merge-bodies",
        r#"{"from": "{twin}", "into": "center-for-internet-security", "reason": "stands twice"}"#,
        ENDS,
    )
    .after(a_twin_of_another),
    call(
        "post",
        "/api/v1/steward/merge-offerings",
        "/api/v1/steward/merge-offerings",
        r#"{"from": "buyboard", "into": "nobody-has-this", "reason": "x"}"#,
        [401, 404, 404, 404, 404, 404, 400],
    ),
    get("/api/v1/steward/people", "/api/v1/steward/people", STEWARD),
    call(
        "put",
        "/api/v1/steward/people/{person}/account",
        "/api/v1/steward/people/{member}/account",
        r#"{"closed": true}"#,
        ENDS,
    )
    .after(a_member),
    get(
        "/api/v1/steward/audit",
        "/api/v1/steward/audit?action=publish",
        STEWARD,
    ),
    get(
        "/api/v1/steward/imports",
        "/api/v1/steward/imports",
        STEWARD,
    ),
    // A file may come as it is.
    call(
        "post",
        "/api/v1/steward/imports",
        "/api/v1/steward/imports?kind=dotgov",
        "{}",
        MAKES,
    ),
    get(
        "/api/v1/steward/imports/{id}",
        "/api/v1/steward/imports/{id}",
        STEWARD,
    )
    .after(a_registry),
    call(
        "delete",
        "/api/v1/steward/imports/{id}",
        "/api/v1/steward/imports/{id}",
        "",
        ENDS,
    )
    .after(a_registry),
    get(
        "/api/v1/steward/imports/{id}/report",
        "/api/v1/steward/imports/{id}/report",
        STEWARD,
    )
    .after(a_registry),
    call(
        "post",
        "/api/v1/steward/imports/{id}/apply",
        "/api/v1/steward/imports/{id}/apply",
        "",
        STEWARD,
    )
    .after(a_registry),
    call(
        "post",
        "/api/v1/steward/import-batches/{id}/undo",
        "/api/v1/steward/import-batches/{batch}/undo",
        "",
        STEWARD,
    )
    .after(a_past_registry),
    get("/api/v1/steward/mail", "/api/v1/steward/mail", STEWARD),
    call(
        "post",
        "/api/v1/steward/mail/{id}/retry",
        "/api/v1/steward/mail/{mail}/retry",
        "",
        ENDS,
    )
    .after(a_dead_letter),
    get(
        "/api/v1/steward/webhooks",
        "/api/v1/steward/webhooks",
        STEWARD,
    ),
    call(
        "post",
        "/api/v1/steward/webhooks",
        "/api/v1/steward/webhooks",
        r#"{"address": "https://hooks.example.org/", "events": ["offering.published"]}"#,
        MAKES,
    )
    .after(no_webhook),
    get(
        "/api/v1/steward/webhooks/{id}",
        "/api/v1/steward/webhooks/{id}",
        STEWARD,
    )
    .after(a_webhook_of_the_portal),
    call(
        "put",
        "/api/v1/steward/webhooks/{id}",
        "/api/v1/steward/webhooks/{id}",
        r#"{"stopped": true}"#,
        STEWARD,
    )
    .after(a_webhook_of_the_portal),
    call(
        "delete",
        "/api/v1/steward/webhooks/{id}",
        "/api/v1/steward/webhooks/{id}",
        "",
        ENDS,
    )
    .after(a_webhook_of_the_portal),
    call(
        "post",
        "/api/v1/steward/webhooks/{id}/test",
        "/api/v1/steward/webhooks/{id}/test",
        "",
        ENDS,
    )
    .after(a_webhook_of_the_portal),
    call(
        "post",
        "/api/v1/steward/webhooks/{id}/deliveries/{delivery}/again",
        "/api/v1/steward/webhooks/{id}/deliveries/{delivery}/again",
        "",
        ENDS,
    )
    .after(a_delivery),
    get(
        "/api/v1/steward/announcements",
        "/api/v1/steward/announcements",
        STEWARD,
    ),
    call(
        "post",
        "/api/v1/steward/announcements",
        "/api/v1/steward/announcements",
        r#"{"words": "Closed on Sunday", "kind": "warning"}"#,
        STEWARD,
    ),
    call(
        "delete",
        "/api/v1/steward/announcements/{id}",
        "/api/v1/steward/announcements/{announcement}",
        "",
        ENDS,
    )
    .after(an_announcement),
    get(
        "/api/v1/steward/consider-rules",
        "/api/v1/steward/consider-rules",
        STEWARD,
    ),
    call(
        "post",
        "/api/v1/steward/consider-rules",
        "/api/v1/steward/consider-rules",
        r#"{"state": "state-17", "kind": "cooperative", "name": "A cooperative", "source": "https://example.org/statute"}"#,
        STEWARD,
    ),
    call(
        "delete",
        "/api/v1/steward/consider-rules/{id}",
        "/api/v1/steward/consider-rules/{rule}",
        "",
        ENDS,
    )
    .after(rule),
];

fn a_twin_of_another(ground: &Ground) -> Words {
    assert_eq!(OTHER_BODY, "center-for-internet-security");
    a_twin(ground)
}

/// An event of the portal on its way.
fn a_delivery(ground: &Ground) -> Words {
    let mut words = a_webhook_of_the_portal(ground);
    let id: i32 = words[0].1.parse().unwrap();
    let portal = &ground.site.world.portal;
    let delivery = RUNTIME.block_on(super::api_people::delivered(portal, id, ground.number()));
    words.push(("delivery", delivery.to_string()));
    words
}
