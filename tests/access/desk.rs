//! The desk: for people of the body, by role; for others it is not there.

use super::{
    actors::{BODY, Ground, Who},
    row::{Row, get, post},
};
use crate::routes::asking::RUNTIME;
use interlocal_catalog::policy::Actor;
use interlocal_testkit::{
    desk::{Drafted, approved, drafted, submitted},
    imports::{applied, checked, proposed},
};

/// Anybody of the body and stewards.
const MEMBERS: [u16; 7] = [303, 404, 200, 200, 200, 200, 200];
/// Editors and more.
const EDITORS: [u16; 7] = [303, 404, 403, 200, 200, 200, 200];
/// Approvers and more.
const APPROVERS: [u16; 7] = [303, 404, 403, 403, 200, 200, 200];
/// Forms of editors, which lead on.
const WRITES: [u16; 7] = [303, 404, 403, 303, 303, 303, 303];
/// Forms of approvers, which lead on.
const DECIDES: [u16; 7] = [303, 404, 403, 403, 303, 303, 303];

const DESK: &str = "/desk/il-department-of-innovation-and-technology";

pub const ROWS: &[Row] = &[
    get("/desk", "/desk", [303, 200, 200, 200, 200, 200, 200]),
    get("/desk/{body}", DESK, MEMBERS),
    get("/desk/{body}/new", "{desk}/new", EDITORS).after(a_draft),
    post(
        "/desk/{body}/new",
        "{desk}/new",
        &[
            ("title", "A listing"),
            ("kind", "service"),
            ("category", "gis"),
        ],
        WRITES,
    )
    .after(a_draft),
    get(
        "/desk/{body}/offerings/{slug}",
        "{desk}/offerings/{slug}",
        MEMBERS,
    )
    .after(a_draft),
    get(
        "/desk/{body}/offerings/{slug}/edit/{step}",
        "{desk}/offerings/{slug}/edit/who",
        EDITORS,
    )
    .after(a_draft),
    post(
        "/desk/{body}/offerings/{slug}/edit/{step}",
        "{desk}/offerings/{slug}/edit/dates",
        &[("version", "{version}"), ("ends_on", "2027-06-30")],
        WRITES,
    )
    .after(a_draft),
    get(
        "/desk/{body}/offerings/{slug}/reach",
        "{desk}/offerings/{slug}/reach",
        MEMBERS,
    )
    .after(a_draft),
    post(
        "/desk/{body}/offerings/{slug}/reach",
        "{desk}/offerings/{slug}/reach",
        &[("r0-area", "everywhere"), ("r0-kinds", "county")],
        EDITORS,
    )
    .after(a_draft),
    get(
        "/desk/{body}/offerings/{slug}/preview",
        "{desk}/offerings/{slug}/preview?for=county-17031",
        MEMBERS,
    )
    .after(a_draft),
    post(
        "/desk/{body}/offerings/{slug}/submit",
        "{desk}/offerings/{slug}/submit",
        &[("version", "{version}")],
        WRITES,
    )
    .after(a_draft),
    post(
        "/desk/{body}/offerings/{slug}/take-back",
        "{desk}/offerings/{slug}/take-back",
        &[("version", "{version}")],
        WRITES,
    )
    .after(in_review),
    post(
        "/desk/{body}/offerings/{slug}/discard",
        "{desk}/offerings/{slug}/discard",
        &[("version", "{version}")],
        WRITES,
    )
    .after(a_draft),
    get(
        "/desk/{body}/offerings/{slug}/review",
        "{desk}/offerings/{slug}/review",
        MEMBERS,
    )
    .after(in_review),
    post(
        "/desk/{body}/offerings/{slug}/review",
        "{desk}/offerings/{slug}/review",
        &[("version", "{version}"), ("decision", "approve")],
        DECIDES,
    )
    .after(in_review),
    get(
        "/desk/{body}/offerings/{slug}/withdraw",
        "{desk}/offerings/{slug}/withdraw",
        APPROVERS,
    )
    .after(published),
    post(
        "/desk/{body}/offerings/{slug}/withdraw",
        "{desk}/offerings/{slug}/withdraw",
        &[("reason", "It has ended.")],
        DECIDES,
    )
    .after(published),
    post(
        "/desk/{body}/offerings/{slug}/retire",
        "{desk}/offerings/{slug}/retire",
        &[("retire_on", "2027-06-30")],
        DECIDES,
    )
    .after(published),
    // A form without a file is no upload; who may not write learns that first.
    post(
        "/desk/{body}/offerings/{slug}/documents",
        "{desk}/offerings/{slug}/documents",
        &[("version", "{version}")],
        [303, 415, 415, 415, 415, 415, 415],
    )
    .after(a_draft),
    get("/desk/{body}/import", "{desk}/import", EDITORS).after(a_draft),
    post(
        "/desk/{body}/import",
        "{desk}/import",
        &[("source", "list")],
        [303, 415, 415, 415, 415, 415, 415],
    )
    .after(a_draft),
    get("/desk/{body}/import/{id}", "{desk}/import/{id}", EDITORS).after(a_report),
    get(
        "/desk/{body}/import/{id}/columns",
        "{desk}/import/{id}/columns",
        EDITORS,
    )
    .after(a_report),
    post(
        "/desk/{body}/import/{id}/columns",
        "{desk}/import/{id}/columns",
        &[
            ("h0", "contract"),
            ("c0", "number"),
            ("days", "month_first"),
        ],
        WRITES,
    )
    .after(a_report),
    post(
        "/desk/{body}/import/{id}/apply",
        "{desk}/import/{id}/apply",
        &[],
        WRITES,
    )
    .after(a_report),
    post(
        "/desk/{body}/import/{id}/discard",
        "{desk}/import/{id}/discard",
        &[],
        WRITES,
    )
    .after(a_report),
    get(
        "/desk/{body}/import/{id}/report.csv",
        "{desk}/import/{id}/report.csv",
        EDITORS,
    )
    .after(a_report),
    get(
        "/desk/{body}/import/{id}/report.json",
        "{desk}/import/{id}/report.json",
        EDITORS,
    )
    .after(a_report),
    post(
        "/desk/{body}/imports/{id}/undo",
        "{desk}/imports/{batch}/undo",
        &[],
        WRITES,
    )
    .after(an_import),
    get("/desk/{body}/proposals", "{desk}/proposals", EDITORS).after(a_proposal),
    post(
        "/desk/{body}/proposals/{id}",
        "{desk}/proposals/{id}",
        &[("decision", "confirm")],
        WRITES,
    )
    .after(a_proposal),
    get(
        "/documents/{id}/{name}",
        "/documents/9999/never-was.pdf",
        [404; 7],
    ),
    get(
        "/offerings/{slug}/changes",
        "/offerings/{slug}/changes?from=1&to=1",
        [200; 7],
    )
    .after(published),
    get(
        "/api/v1/offerings/{slug}/changes",
        "/api/v1/offerings/{slug}/changes?from=1&to=1",
        [200; 7],
    )
    .after(published),
];

pub type Words = Vec<(&'static str, String)>;

fn words(draft: &Drafted) -> Words {
    vec![
        ("desk", DESK.to_owned()),
        ("slug", draft.slug.to_string()),
        ("version", draft.version.to_string()),
    ]
}

fn editor(ground: &Ground) -> Actor {
    ground.person(Who::Editor).unwrap().actor
}

fn draft(ground: &Ground, editor: &Actor) -> Drafted {
    let title = format!("Listing {}", ground.number());
    let portal = &ground.site.world.portal;
    RUNTIME.block_on(drafted(portal, editor, BODY, (&title, "state-17")))
}

fn handed_in(ground: &Ground) -> Drafted {
    let editor = editor(ground);
    let draft = draft(ground, &editor);
    RUNTIME.block_on(submitted(&ground.site.world.portal, &editor, &draft))
}

pub fn a_draft(ground: &Ground) -> Words {
    words(&draft(ground, &editor(ground)))
}

/// A list on the desk whose report can be read.
pub fn a_report(ground: &Ground) -> Words {
    let (portal, editor) = (&ground.site.world.portal, editor(ground));
    let text = format!("contract,company\nC-{0},Boro Tools {0}\n", ground.number());
    let id = RUNTIME.block_on(checked(portal, &editor, BODY, &text));
    vec![("desk", DESK.to_owned()), ("id", id.to_string())]
}

/// A list that was taken in.
pub fn an_import(ground: &Ground) -> Words {
    let words = a_report(ground);
    let (portal, editor) = (&ground.site.world.portal, editor(ground));
    let id: i32 = words[1].1.parse().unwrap();
    let batch = RUNTIME.block_on(applied(portal, &editor, BODY, id));
    vec![("desk", DESK.to_owned()), ("batch", batch.to_string())]
}

/// A fact that waits for somebody to confirm it.
pub fn a_proposal(ground: &Ground) -> Words {
    let (portal, editor) = (&ground.site.world.portal, editor(ground));
    let number = ground.number();
    let words = [
        &format!("Boro Cloud {number}"),
        &format!("Boro Vault {number}"),
    ];
    let id = RUNTIME.block_on(proposed(portal, &editor, BODY, words.map(String::as_str)));
    vec![("desk", DESK.to_owned()), ("id", id.to_string())]
}

pub fn in_review(ground: &Ground) -> Words {
    words(&handed_in(ground))
}

pub fn published(ground: &Ground) -> Words {
    let draft = handed_in(ground);
    let approver = ground.person(Who::Approver).unwrap().actor;
    RUNTIME.block_on(approved(&ground.site.world.portal, &approver, &draft));
    words(&draft)
}
