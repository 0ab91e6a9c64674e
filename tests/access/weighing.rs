//! Shortlists are everybody's own; workspaces are for people of their body.

use super::{
    actors::{BODY, Ground},
    row::{Row, get, open, post},
};
use crate::routes::asking::RUNTIME;
use interlocal_catalog::policy::Actor;

pub type Words = Vec<(&'static str, String)>;

/// Anybody of the body may.
const SEEN: [u16; 7] = [303, 404, 200, 200, 200, 200, 200];
/// Forms of anybody of the body, which lead on.
const DONE: [u16; 7] = [303, 404, 303, 303, 303, 303, 303];

pub const ROWS: &[Row] = &[
    open("/shortlist", "/shortlist"),
    post("/shortlist", "/shortlist", &[("add", "buyboard")], [303; 7]),
    post(
        "/workspaces",
        "/workspaces",
        &[("body", BODY), ("title", "Backup"), ("o", "buyboard")],
        DONE,
    ),
    open("/api/v1/shortlist", "/api/v1/shortlist"),
    get(
        "/api/v1/workspaces/{id}",
        "/api/v1/workspaces/{workspace}",
        [401, 404, 200, 200, 200, 200, 200],
    )
    .after(begun),
    get(
        "/api/v1/workspaces/shared/{secret}",
        "/api/v1/workspaces/shared/{secret}",
        [200; 7],
    )
    .after(linked),
    get("/workspaces/{id}", "/workspaces/{workspace}", SEEN).after(begun),
    post(
        "/workspaces/{id}/items",
        "/workspaces/{workspace}/items",
        &[("do", "add"), ("slug", "ms-isac-membership")],
        DONE,
    )
    .after(begun),
    post(
        "/workspaces/{id}/say",
        "/workspaces/{workspace}/say",
        &[
            ("item", "{item}"),
            ("opinion-{item}", "yes"),
            ("comment-{item}", "It is near."),
        ],
        DONE,
    )
    .after(begun),
    post(
        "/workspaces/{id}/link",
        "/workspaces/{workspace}/link",
        &[("do", "open")],
        DONE,
    )
    .after(begun),
    post(
        "/workspaces/{id}/discard",
        "/workspaces/{workspace}/discard",
        &[],
        DONE,
    )
    .after(begun),
    get(
        "/workspaces/shared/{secret}",
        "/workspaces/shared/{secret}",
        [200; 7],
    )
    .after(linked),
    get(
        "/workspaces/shared/{secret}/dates.ics",
        "/workspaces/shared/{secret}/dates.ics",
        [200; 7],
    )
    .after(linked),
];

fn begin(ground: &Ground) -> i32 {
    let portal = &ground.site.world.portal;
    let (body, options) = (BODY.into(), ["buyboard".into()]);
    let begun = portal.begin_workspace(&Actor::Portal, &body, "Backup", &options);
    RUNTIME.block_on(begun).unwrap()
}

pub fn begun(ground: &Ground) -> Words {
    let id = begin(ground);
    let portal = &ground.site.world.portal;
    let read = RUNTIME.block_on(portal.read_workspace(&Actor::Portal, id));
    let item = read.unwrap().items[0].item.id;
    vec![("workspace", id.to_string()), ("item", item.to_string())]
}

pub fn linked(ground: &Ground) -> Words {
    let id = begin(ground);
    let portal = &ground.site.world.portal;
    RUNTIME.block_on(async {
        portal
            .link_workspace(&Actor::Portal, id, true)
            .await
            .unwrap();
        let read = portal.read_workspace(&Actor::Portal, id).await.unwrap();
        vec![("secret", read.link.unwrap())]
    })
}
