//! Decision memos: for people of their body, by a link, and the check for anybody.

use super::{
    actors::{BODY, Ground},
    row::{Row, get, open, post},
};
use crate::routes::asking::RUNTIME;
use interlocal_catalog::{memo::ConsiderKind, policy::Actor};
use interlocal_portal::memos::attach::Attach;
use interlocal_testkit::memos::{begun, finished, frozen};

pub type Words = Vec<(&'static str, String)>;

/// Anybody of the body may.
const SEEN: [u16; 7] = [303, 404, 200, 200, 200, 200, 200];
/// Forms of anybody of the body, which lead on.
const DONE: [u16; 7] = [303, 404, 303, 303, 303, 303, 303];
/// Everybody who has signed in.
const SIGNED_IN: [u16; 7] = [303, 200, 200, 200, 200, 200, 200];

/// The same for programs, which are told to sign in.
const API_SEEN: [u16; 7] = [401, 404, 200, 200, 200, 200, 200];
const API_SIGNED_IN: [u16; 7] = [401, 200, 200, 200, 200, 200, 200];

pub const ROWS: &[Row] = &[
    get("/memos", "/memos", SIGNED_IN),
    get("/memos/new", "/memos/new?o=buyboard", SIGNED_IN),
    post(
        "/memos/new",
        "/memos/new",
        &[
            ("body", BODY),
            ("for", "county-17031"),
            ("title", "A memo"),
            ("o", "buyboard"),
        ],
        DONE,
    ),
    get("/memos/{id}", "/memos/{memo}", SEEN).after(draft),
    get("/memos/{id}/edit", "/memos/{memo}/edit", SEEN).after(draft),
    post(
        "/memos/{id}/edit",
        "/memos/{memo}/edit",
        &[("version", "{version}"), ("title", "Another title")],
        DONE,
    )
    .after(draft),
    post(
        "/memos/{id}/options",
        "/memos/{memo}/options",
        &[
            ("version", "{version}"),
            ("do", "remove"),
            ("slug", "buyboard"),
        ],
        DONE,
    )
    .after(draft),
    post(
        "/memos/{id}/approvals",
        "/memos/{memo}/approvals",
        &[
            ("version", "{version}"),
            ("decision", "approved"),
            ("name", "Ada Clerk"),
        ],
        DONE,
    )
    .after(draft),
    // A form without a file is no upload; who may not write learns nothing from it.
    post(
        "/memos/{id}/attachments",
        "/memos/{memo}/attachments",
        &[("attachment_title", "Quote")],
        [303, 415, 415, 415, 415, 415, 415],
    )
    .after(draft),
    get(
        "/memos/{id}/attachments/{place}",
        "/memos/{memo}/attachments/1",
        SEEN,
    )
    .after(attached),
    post(
        "/memos/{id}/attachments/{place}/remove",
        "/memos/{memo}/attachments/{attachment}/remove",
        &[],
        DONE,
    )
    .after(attached),
    get("/memos/{id}/freeze", "/memos/{memo}/freeze", SEEN).after(draft),
    post(
        "/memos/{id}/freeze",
        "/memos/{memo}/freeze",
        &[("version", "{version}")],
        DONE,
    )
    .after(complete),
    post(
        "/memos/{id}/discard",
        "/memos/{memo}/discard",
        &[("version", "{version}")],
        DONE,
    )
    .after(draft),
    post(
        "/memos/{id}/link",
        "/memos/{memo}/link",
        &[("do", "open")],
        DONE,
    )
    .after(kept),
    post(
        "/memos/{id}/adopt",
        "/memos/{memo}/adopt",
        &[("slug", "buyboard")],
        DONE,
    )
    .after(kept),
    get("/memos/shared/{secret}", "/memos/shared/{secret}", [200; 7]).after(linked),
    get(
        "/memos/shared/{secret}/attachments/{place}",
        "/memos/shared/{secret}/attachments/1",
        [200; 7],
    )
    .after(linked),
    get("/api/v1/memos", "/api/v1/memos", API_SIGNED_IN),
    get("/api/v1/memos/{id}", "/api/v1/memos/{memo}", API_SEEN).after(draft),
    get(
        "/api/v1/memos/shared/{secret}",
        "/api/v1/memos/shared/{secret}",
        [200; 7],
    )
    .after(linked),
    open("/memos/verify", "/memos/verify"),
    post(
        "/memos/verify",
        "/memos/verify",
        &[("text", "{file}")],
        [200; 7],
    )
    .after(linked),
    get(
        "/steward/consider-rules",
        "/steward/consider-rules",
        [303, 404, 404, 404, 404, 404, 200],
    ),
    post(
        "/steward/consider-rules",
        "/steward/consider-rules",
        &[
            ("state", "state-17"),
            ("kind", "cooperative"),
            ("name", "A cooperative"),
            ("source", "https://example.org/statute"),
        ],
        [303, 404, 404, 404, 404, 404, 303],
    ),
    post(
        "/steward/consider-rules/{id}/remove",
        "/steward/consider-rules/{rule}/remove",
        &[],
        [303, 404, 404, 404, 404, 404, 303],
    )
    .after(rule),
];

/// The state of the body, so that the adoption after a memo is its own.
const PLACE: &str = "state-17";

fn begin(ground: &Ground) -> i32 {
    let portal = &ground.site.world.portal;
    RUNTIME.block_on(begun(portal, &Actor::Portal, (BODY, PLACE), &["buyboard"]))
}

pub fn draft(ground: &Ground) -> Words {
    words(begin(ground), 1)
}

fn words(id: i32, version: i32) -> Words {
    vec![("memo", id.to_string()), ("version", version.to_string())]
}

fn attach(ground: &Ground, id: i32) -> i32 {
    let portal = &ground.site.world.portal;
    let attach = Attach {
        title: "Quote".to_owned(),
        url: String::new(),
        file: Some(("quote.txt".to_owned(), b"120 computers".to_vec())),
    };
    RUNTIME.block_on(async {
        portal
            .attach_to_memo(&Actor::Portal, id, attach)
            .await
            .unwrap();
        let read = portal.read_memo(&Actor::Portal, id).await.unwrap();
        read.attachments[0].id
    })
}

pub fn attached(ground: &Ground) -> Words {
    let id = begin(ground);
    let attachment = attach(ground, id);
    let mut words = words(id, 1);
    words.push(("attachment", attachment.to_string()));
    words
}

pub fn complete(ground: &Ground) -> Words {
    let id = begin(ground);
    let portal = &ground.site.world.portal;
    words(id, RUNTIME.block_on(finished(portal, &Actor::Portal, id)))
}

fn freeze(ground: &Ground) -> i32 {
    let id = begin(ground);
    attach(ground, id);
    let portal = &ground.site.world.portal;
    RUNTIME.block_on(frozen(portal, &Actor::Portal, id));
    id
}

pub fn kept(ground: &Ground) -> Words {
    words(freeze(ground), 2)
}

pub fn linked(ground: &Ground) -> Words {
    let id = freeze(ground);
    let portal = &ground.site.world.portal;
    RUNTIME.block_on(async {
        portal.link_memo(&Actor::Portal, id, true).await.unwrap();
        let read = portal.read_memo(&Actor::Portal, id).await.unwrap();
        let file = portal.memo_file(&read).unwrap();
        vec![("secret", read.link.unwrap()), ("file", file)]
    })
}

pub fn rule(ground: &Ground) -> Words {
    let portal = &ground.site.world.portal;
    RUNTIME.block_on(async {
        let rules = portal.read_consider_rules(&Actor::Portal).await.unwrap();
        let mut rule = rules[0].clone();
        rule.kind = ConsiderKind::Cooperative;
        portal
            .add_consider_rule(&Actor::Portal, rule)
            .await
            .unwrap();
        let rules = portal.read_consider_rules(&Actor::Portal).await.unwrap();
        let newest = rules.iter().map(|rule| rule.id).max().unwrap();
        vec![("rule", newest.to_string())]
    })
}
