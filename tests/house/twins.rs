//! Every page that is read has its twin in the API, and everything that is done on a page
//! its call, or a reason in words why not. A page that stands in no row fails.

use super::files::text;
use std::collections::{BTreeMap, BTreeSet};

/// What stands for a page in the API.
pub enum Twin {
    /// These calls, each a verb and an address behind `/api/v1`.
    Calls(&'static [&'static str]),
    /// None, because of this.
    None(&'static str),
}

use Twin::{Calls, None as No};

pub type Row = (&'static str, &'static str, Twin);

/// Where nothing needs a row: these are files, probes and another interface for programs.
const BESIDE: [&str; 4] = ["/assets/", "/hsds", "/healthz", "/readyz"];

pub const FORM: &str =
    "a form that is filled in; what it asks stands in the description of its call";
pub const SECRETS: &str = "sign-in, passwords and second factors are for a person at a browser";
pub const BROWSER: &str = "a browser alone has it; a program names what it compares in the address";
pub const FILE: &str = "a file, whose bytes a program gets at the same address";
pub const WORDS: &str = "words for people, without a fact in them";
const JOINING: &str = "who belongs where is asked for by people at a browser";
const APPOINTING: &str = "who is a steward is settled by people at a browser";

/// The pages that are open to anybody.
pub const OPEN: &[Row] = &[
    ("get", "/", Calls(&["get "])),
    ("get", "/search", Calls(&["get /offerings"])),
    (
        "get",
        "/offerings/{slug}",
        Calls(&["get /offerings/{slug}"]),
    ),
    (
        "get",
        "/offerings/{slug}/changes",
        Calls(&["get /offerings/{slug}/changes"]),
    ),
    (
        "get",
        "/offerings/{slug}/lines",
        Calls(&["get /offerings/{slug}/lines"]),
    ),
    (
        "get",
        "/offerings/{slug}/checklist",
        Calls(&["get /offerings/{slug}/checklist"]),
    ),
    ("get", "/offerings/{slug}/report", No(FORM)),
    (
        "post",
        "/offerings/{slug}/report",
        Calls(&["post /offerings/{slug}/reports"]),
    ),
    ("get", "/templates", Calls(&["get /templates"])),
    (
        "get",
        "/templates/{slug}",
        Calls(&["get /templates/{slug}"]),
    ),
    ("get", "/templates/{slug}/text", No(FILE)),
    ("get", "/compare", Calls(&["get /compare"])),
    ("post", "/compare/tray", No(BROWSER)),
    ("get", "/documents/{id}/{name}", No(FILE)),
    ("get", "/jurisdictions", Calls(&["get /jurisdictions"])),
    (
        "get",
        "/jurisdictions/{key}",
        Calls(&[
            "get /jurisdictions/{key}",
            "get /jurisdictions/{key}/answers",
        ]),
    ),
    ("get", "/match", Calls(&["get /matches"])),
    ("get", "/states/{postal}", Calls(&["get /states/{postal}"])),
    (
        "get",
        "/organizations/{slug}",
        Calls(&["get /organizations/{slug}"]),
    ),
    ("get", "/categories", Calls(&["get /categories"])),
    (
        "get",
        "/categories/{slug}",
        Calls(&["get /categories/{slug}"]),
    ),
    ("get", "/ask", Calls(&["get /questions"])),
    ("post", "/ask", Calls(&["post /questions"])),
    ("get", "/about", Calls(&["get /about"])),
    ("get", "/accessibility", No(WORDS)),
    ("get", "/privacy", No(WORDS)),
    (
        "get",
        "/api",
        No("it tells of the API, and /api/openapi.json tells programs"),
    ),
    ("get", "/data", Calls(&["get /data"])),
    ("get", "/data/{name}", No(FILE)),
    ("get", "/extensions/interlocal-access/{name}", No(FILE)),
    ("get", "/sitemaps/{kind}/{file}", No(FILE)),
];

/// Accounts, and joining bodies.
const ACCOUNTS: &[Row] = &[
    ("get", "/sign-in", No(SECRETS)),
    ("post", "/sign-in", No(SECRETS)),
    ("get", "/sign-in/code", No(SECRETS)),
    ("post", "/sign-in/code", No(SECRETS)),
    ("post", "/sign-in/{provider}", No(SECRETS)),
    ("get", "/auth/{provider}/callback", No(SECRETS)),
    ("post", "/sign-out", No(SECRETS)),
    ("get", "/sign-up", No(SECRETS)),
    ("post", "/sign-up", No(SECRETS)),
    ("get", "/sign-up/{secret}", No(SECRETS)),
    ("post", "/sign-up/{secret}", No(SECRETS)),
    ("get", "/invitations/{secret}", No(SECRETS)),
    ("post", "/invitations/{secret}", No(SECRETS)),
    ("get", "/reset", No(SECRETS)),
    ("post", "/reset", No(SECRETS)),
    ("get", "/reset/{secret}", No(SECRETS)),
    ("post", "/reset/{secret}", No(SECRETS)),
    (
        "get",
        "/account",
        Calls(&["get /account", "get /account/sessions"]),
    ),
    (
        "post",
        "/account/name",
        No("an account is changed by its owner at a browser"),
    ),
    (
        "post",
        "/account/email",
        No("an address is proved through a mailed link"),
    ),
    ("get", "/account/email/{secret}", No(SECRETS)),
    ("post", "/account/email/{secret}", No(SECRETS)),
    ("post", "/account/password", No(SECRETS)),
    ("post", "/account/sessions/end", No(SECRETS)),
    ("post", "/account/sessions/end-all", No(SECRETS)),
    ("get", "/account/second-factor", No(SECRETS)),
    ("post", "/account/second-factor", No(SECRETS)),
    ("post", "/account/second-factor/remove", No(SECRETS)),
    ("get", "/account/data", No(FILE)),
    ("get", "/account/tokens", Calls(&["get /account/tokens"])),
    (
        "post",
        "/account/tokens",
        No("a token that made tokens would outlive its end"),
    ),
    (
        "post",
        "/account/tokens/revoke",
        No("tokens are looked after by their owner at a browser"),
    ),
    ("get", "/account/close", No(FORM)),
    (
        "post",
        "/account/close",
        No("an account is closed by its owner at a browser"),
    ),
    ("get", "/join", Calls(&["get /account/requests"])),
    ("post", "/join", No(JOINING)),
];

/// Weighing and deciding.
pub const DECIDING: &[Row] = &[
    ("get", "/shortlist", Calls(&["get /shortlist"])),
    (
        "post",
        "/shortlist",
        Calls(&[
            "post /shortlist",
            "put /shortlist/{slug}",
            "delete /shortlist/{slug}",
        ]),
    ),
    ("post", "/workspaces", Calls(&["post /workspaces"])),
    ("get", "/workspaces/{id}", Calls(&["get /workspaces/{id}"])),
    (
        "post",
        "/workspaces/{id}/items",
        Calls(&[
            "post /workspaces/{id}/items",
            "put /workspaces/{id}/items/{item}",
            "delete /workspaces/{id}/items/{item}",
        ]),
    ),
    (
        "post",
        "/workspaces/{id}/say",
        Calls(&["put /workspaces/{id}/items/{item}/opinion"]),
    ),
    (
        "post",
        "/workspaces/{id}/link",
        Calls(&["post /workspaces/{id}/link", "delete /workspaces/{id}/link"]),
    ),
    (
        "post",
        "/workspaces/{id}/discard",
        Calls(&["delete /workspaces/{id}"]),
    ),
    (
        "get",
        "/workspaces/shared/{secret}",
        Calls(&["get /workspaces/shared/{secret}"]),
    ),
    ("get", "/memos", Calls(&["get /memos"])),
    ("get", "/memos/new", No(FORM)),
    ("post", "/memos/new", Calls(&["post /memos"])),
    ("get", "/memos/{id}", Calls(&["get /memos/{id}"])),
    (
        "get",
        "/memos/shared/{secret}",
        Calls(&["get /memos/shared/{secret}"]),
    ),
    (
        "get",
        "/memos/shared/{secret}/attachments/{place}",
        No(FILE),
    ),
    ("get", "/memos/{id}/edit", Calls(&["get /memos/{id}"])),
    ("post", "/memos/{id}/edit", Calls(&["put /memos/{id}"])),
    (
        "post",
        "/memos/{id}/options",
        Calls(&[
            "post /memos/{id}/options",
            "delete /memos/{id}/options/{slug}",
            "post /memos/{id}/options/{slug}/renew",
        ]),
    ),
    (
        "post",
        "/memos/{id}/approvals",
        Calls(&["post /memos/{id}/approvals"]),
    ),
    (
        "post",
        "/memos/{id}/attachments",
        Calls(&["post /memos/{id}/attachments"]),
    ),
    ("get", "/memos/{id}/attachments/{place}", No(FILE)),
    (
        "post",
        "/memos/{id}/attachments/{place}/remove",
        Calls(&["delete /memos/{id}/attachments/{attachment}"]),
    ),
    ("get", "/memos/{id}/freeze", Calls(&["get /memos/{id}"])),
    (
        "post",
        "/memos/{id}/freeze",
        Calls(&["post /memos/{id}/freeze"]),
    ),
    (
        "post",
        "/memos/{id}/discard",
        Calls(&["delete /memos/{id}"]),
    ),
    (
        "post",
        "/memos/{id}/link",
        Calls(&["post /memos/{id}/link", "delete /memos/{id}/link"]),
    ),
    (
        "post",
        "/memos/{id}/adopt",
        Calls(&["post /memos/{id}/adopt"]),
    ),
    ("get", "/memos/verify", No(FORM)),
    ("post", "/memos/verify", Calls(&["post /memos/verify"])),
];

/// The desk of a body; each behind `/desk/{body}`, in the API too.
const DESK: &[Row] = &[
    ("get", "", Calls(&["get "])),
    ("get", "/new", No(FORM)),
    ("post", "/new", Calls(&["post /offerings"])),
    (
        "get",
        "/offerings/{slug}",
        Calls(&["get /offerings/{slug}"]),
    ),
    (
        "get",
        "/offerings/{slug}/edit/{step}",
        Calls(&["get /offerings/{slug}"]),
    ),
    (
        "post",
        "/offerings/{slug}/edit/{step}",
        Calls(&["put /offerings/{slug}/draft"]),
    ),
    (
        "get",
        "/offerings/{slug}/reach",
        Calls(&["get /offerings/{slug}/reach"]),
    ),
    (
        "post",
        "/offerings/{slug}/reach",
        Calls(&["get /offerings/{slug}/reach"]),
    ),
    (
        "get",
        "/offerings/{slug}/preview",
        Calls(&["get /offerings/{slug}/preview"]),
    ),
    (
        "post",
        "/offerings/{slug}/submit",
        Calls(&["post /offerings/{slug}/submit"]),
    ),
    (
        "post",
        "/offerings/{slug}/take-back",
        Calls(&["post /offerings/{slug}/take-back"]),
    ),
    (
        "post",
        "/offerings/{slug}/discard",
        Calls(&["delete /offerings/{slug}/draft"]),
    ),
    (
        "get",
        "/offerings/{slug}/review",
        Calls(&["get /offerings/{slug}/review"]),
    ),
    (
        "post",
        "/offerings/{slug}/review",
        Calls(&[
            "post /offerings/{slug}/approve",
            "post /offerings/{slug}/ask-for-changes",
            "post /offerings/{slug}/reject",
        ]),
    ),
    ("get", "/offerings/{slug}/withdraw", No(FORM)),
    (
        "post",
        "/offerings/{slug}/withdraw",
        Calls(&["post /offerings/{slug}/withdraw"]),
    ),
    (
        "post",
        "/offerings/{slug}/retire",
        Calls(&["put /offerings/{slug}/retirement"]),
    ),
    (
        "post",
        "/offerings/{slug}/documents",
        Calls(&[
            "post /offerings/{slug}/documents",
            "delete /offerings/{slug}/documents/{id}",
        ]),
    ),
    ("get", "/import", Calls(&["get /imports"])),
    ("post", "/import", Calls(&["post /imports"])),
    (
        "get",
        "/import/{id}",
        Calls(&["get /imports/{id}", "get /imports/{id}/report"]),
    ),
    (
        "get",
        "/import/{id}/columns",
        Calls(&["get /imports/{id}/columns"]),
    ),
    (
        "post",
        "/import/{id}/columns",
        Calls(&["put /imports/{id}/columns"]),
    ),
    (
        "post",
        "/import/{id}/apply",
        Calls(&["post /imports/{id}/apply"]),
    ),
    (
        "post",
        "/import/{id}/discard",
        Calls(&["delete /imports/{id}"]),
    ),
    (
        "post",
        "/imports/{id}/undo",
        Calls(&["post /import-batches/{id}/undo"]),
    ),
    ("get", "/proposals", Calls(&["get /proposals"])),
    (
        "post",
        "/proposals/{id}",
        Calls(&[
            "post /proposals/{id}/confirm",
            "post /proposals/{id}/dismiss",
        ]),
    ),
    ("get", "/listed", Calls(&["get /listed"])),
    (
        "post",
        "/listed/{slug}",
        Calls(&["post /offerings/{slug}/confirm"]),
    ),
    ("get", "/stale", Calls(&["get /stale"])),
    (
        "post",
        "/stale/{slug}",
        Calls(&["post /offerings/{slug}/confirm"]),
    ),
    ("get", "/statements", Calls(&["get /statements"])),
    ("post", "/statements", Calls(&["post /statements"])),
    (
        "post",
        "/statements/{id}",
        Calls(&["delete /statements/{id}"]),
    ),
    ("get", "/questions", Calls(&["get /questions"])),
    ("get", "/questions/{id}", Calls(&["get /questions/{id}"])),
    (
        "post",
        "/questions/{id}",
        Calls(&["post /questions/{id}/answer"]),
    ),
    ("get", "/reports", Calls(&["get /reports"])),
    ("get", "/reports/{id}", Calls(&["get /reports/{id}"])),
    (
        "post",
        "/reports/{id}",
        Calls(&["post /reports/{id}/answer"]),
    ),
    (
        "post",
        "/reports/{id}/own",
        Calls(&["post /reports/{id}/own"]),
    ),
    ("get", "/participations", Calls(&["get /participations"])),
    ("post", "/participations", Calls(&["post /participations"])),
    (
        "post",
        "/participations/{id}",
        Calls(&["delete /participations/{id}"]),
    ),
    ("post", "/adoptions", Calls(&["post /adoptions"])),
    ("post", "/adoptions/remove", Calls(&["delete /adoptions"])),
    ("get", "/members", Calls(&["get /members"])),
    ("post", "/members", Calls(&["post /members"])),
    (
        "post",
        "/members/{person}/role",
        Calls(&["put /members/{person}"]),
    ),
    (
        "post",
        "/members/{person}/remove",
        Calls(&["delete /members/{person}"]),
    ),
    (
        "post",
        "/invitations/{invitation}",
        Calls(&["delete /invitations/{invitation}"]),
    ),
    (
        "post",
        "/requests/{request}",
        Calls(&["post /requests/{request}/decide"]),
    ),
    ("get", "/domains", Calls(&["get /domains"])),
    ("post", "/domains", Calls(&["post /domains"])),
    (
        "post",
        "/domains/remove",
        Calls(&["delete /domains/{domain}"]),
    ),
    ("get", "/webhooks", Calls(&["get /webhooks"])),
    ("post", "/webhooks", Calls(&["post /webhooks"])),
    ("get", "/webhooks/{id}", Calls(&["get /webhooks/{id}"])),
    ("post", "/webhooks/{id}", Calls(WEBHOOK)),
    ("get", "/log", Calls(&["get /log"])),
];

/// What the page of a webhook does.
const WEBHOOK: &[&str] = &[
    "put /webhooks/{id}",
    "delete /webhooks/{id}",
    "post /webhooks/{id}/test",
    "post /webhooks/{id}/deliveries/{delivery}/again",
];

/// What stewards look after; each behind `/steward`, in the API too.
const STEWARD: &[Row] = &[
    ("get", "", Calls(&["get "])),
    ("get", "/requests", Calls(&["get /requests"])),
    (
        "post",
        "/requests/{request}",
        Calls(&["post /requests/{request}/decide"]),
    ),
    ("get", "/bodies", Calls(&["get /bodies"])),
    ("post", "/bodies", Calls(&["post /bodies"])),
    ("get", "/bodies/new", No(FORM)),
    ("get", "/bodies/{slug}", Calls(&["get /bodies/{slug}"])),
    ("post", "/bodies/{slug}", Calls(&["put /bodies/{slug}"])),
    ("get", "/merge-bodies", No(FORM)),
    ("post", "/merge-bodies", Calls(&["post /merge-bodies"])),
    ("get", "/merge-offerings", No(FORM)),
    (
        "post",
        "/merge-offerings",
        Calls(&["post /merge-offerings"]),
    ),
    ("get", "/people", Calls(&["get /people"])),
    ("post", "/people/{person}/steward", No(APPOINTING)),
    ("post", "/invitations/{invitation}", No(APPOINTING)),
    (
        "post",
        "/people/{person}/account",
        Calls(&["put /people/{person}/account"]),
    ),
    ("get", "/audit", Calls(&["get /audit"])),
    ("get", "/imports", Calls(&["get /imports"])),
    ("post", "/imports", Calls(&["post /imports"])),
    (
        "get",
        "/imports/{id}",
        Calls(&["get /imports/{id}", "get /imports/{id}/report"]),
    ),
    (
        "post",
        "/imports/{id}/apply",
        Calls(&["post /imports/{id}/apply"]),
    ),
    (
        "post",
        "/imports/{id}/discard",
        Calls(&["delete /imports/{id}"]),
    ),
    (
        "post",
        "/past-imports/{id}/undo",
        Calls(&["post /import-batches/{id}/undo"]),
    ),
    ("get", "/mail", Calls(&["get /mail"])),
    ("post", "/mail/{id}", Calls(&["post /mail/{id}/retry"])),
    ("get", "/jobs", Calls(&["get /jobs"])),
    ("get", "/webhooks", Calls(&["get /webhooks"])),
    ("post", "/webhooks", Calls(&["post /webhooks"])),
    ("get", "/webhooks/{id}", Calls(&["get /webhooks/{id}"])),
    ("post", "/webhooks/{id}", Calls(WEBHOOK)),
    ("get", "/announcements", Calls(&["get /announcements"])),
    ("post", "/announcements", Calls(&["post /announcements"])),
    (
        "post",
        "/announcements/{id}/remove",
        Calls(&["delete /announcements/{id}"]),
    ),
    ("get", "/consider-rules", Calls(&["get /consider-rules"])),
    ("post", "/consider-rules", Calls(&["post /consider-rules"])),
    (
        "post",
        "/consider-rules/{id}/remove",
        Calls(&["delete /consider-rules/{id}"]),
    ),
];

/// The rows, with where their pages and calls begin.
pub fn parts() -> [(&'static str, &'static [Row]); 5] {
    [
        ("", OPEN),
        ("", ACCOUNTS),
        ("", DECIDING),
        ("/desk/{body}", DESK),
        ("/steward", STEWARD),
    ]
}

/// Verb and address of every route of these files.
pub fn routes(files: &[&str]) -> BTreeSet<(String, String)> {
    let verbs = ["get", "post", "put", "delete", "patch"];
    let mut found = BTreeSet::new();
    for file in files {
        for rest in text(file).unwrap().split(".route(").skip(1) {
            let (path, rest) = rest.split_once('"').unwrap().1.split_once('"').unwrap();
            let handlers = rest.split("\n        .").next().unwrap();
            for verb in verbs {
                if handlers.contains(&format!("{verb}(")) {
                    found.insert((verb.to_owned(), path.to_owned()));
                }
            }
        }
    }
    found
}

fn calls() -> BTreeSet<(String, String)> {
    routes(&[
        "crates/web/src/routes/api.rs",
        "crates/web/src/routes/api/desk.rs",
        "crates/web/src/routes/api/steward.rs",
    ])
}

/// Whether an address is a page: no file, no probe.
fn is_page(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    !last.contains('.') && !BESIDE.iter().any(|beside| path.starts_with(beside))
}

#[test]
fn every_page_has_its_twin_and_every_act_its_call_or_a_reason_why_not() {
    let tables = ["crates/web/src/routes.rs", "crates/web/src/routes/lists.rs"];
    let pages: BTreeSet<(String, String)> = routes(&tables)
        .into_iter()
        .filter(|(_, path)| is_page(path))
        .collect();
    assert!(
        pages.len() > 150,
        "the route table is read: {}",
        pages.len()
    );
    let mut listed = BTreeMap::new();
    for (before, rows) in parts() {
        for (verb, path, twin) in rows {
            let place = ((*verb).to_owned(), format!("{before}{path}"));
            assert!(listed.insert(place.clone(), twin).is_none(), "{place:?}");
        }
    }
    // The list of one's desks.
    let desks = Calls(&["get /desk"]);
    listed.insert(("get".to_owned(), "/desk".to_owned()), &desks);
    let listed: BTreeSet<_> = listed.into_keys().collect();
    let missing: Vec<_> = pages.difference(&listed).collect();
    assert!(missing.is_empty(), "pages without a row: {missing:?}");
    let gone: Vec<_> = listed.difference(&pages).collect();
    assert!(gone.is_empty(), "rows without a page: {gone:?}");
}

#[test]
fn every_call_that_a_row_names_exists_and_every_call_serves_a_page() {
    let calls = calls();
    let mut named = BTreeSet::new();
    for (before, rows) in parts() {
        for (_, _, twin) in rows {
            match twin {
                Calls(twins) => named.extend(twins.iter().map(|twin| {
                    let (verb, path) = twin.split_once(' ').unwrap();
                    (verb.to_owned(), format!("/api/v1{before}{path}"))
                })),
                No(why) => assert!(why.len() > 20, "a reason in words: {why}"),
            }
        }
    }
    let missing: Vec<_> = named.difference(&calls).collect();
    assert!(missing.is_empty(), "no such call: {missing:?}");
    // Calls that serve no page of their own.
    let beside = [
        ("get", "/api/openapi.json"),
        ("get", "/api/v1/suggest"),
        ("get", "/api/v1/desk"),
    ];
    let beside = beside.map(|(verb, path)| (verb.to_owned(), path.to_owned()));
    named.extend(beside);
    let unused: Vec<_> = calls.difference(&named).collect();
    assert!(unused.is_empty(), "calls of no page: {unused:?}");
}
