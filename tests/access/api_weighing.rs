//! The calls of shortlists, workspaces and memos, and what the portal tells of itself.

use super::{
    memos::{attached, complete, draft, kept},
    row::{Row, call, get, open},
    weighing::begun,
};

/// Anybody of the body.
const MEMBERS: [u16; 7] = [401, 404, 200, 200, 200, 200, 200];
const MAKES: [u16; 7] = [401, 404, 201, 201, 201, 201, 201];
const ENDS: [u16; 7] = [401, 404, 204, 204, 204, 204, 204];
/// Everybody who has signed in.
const SIGNED_IN: [u16; 7] = [401, 200, 200, 200, 200, 200, 200];

const VERSION: &str = "\"v{version}\"";

pub const ROWS: &[Row] = &[
    open("/api/v1/about", "/api/v1/about"),
    open("/api/v1/data", "/api/v1/data"),
    get(
        "/api/v1/account/tokens",
        "/api/v1/account/tokens",
        SIGNED_IN,
    ),
    get(
        "/api/v1/account/sessions",
        "/api/v1/account/sessions",
        SIGNED_IN,
    ),
    get(
        "/api/v1/account/requests",
        "/api/v1/account/requests",
        SIGNED_IN,
    ),
    call(
        "post",
        "/api/v1/shortlist",
        "/api/v1/shortlist",
        r#"{"offering": "buyboard"}"#,
        SIGNED_IN,
    ),
    // Each actor is somebody new, whose list is empty: there is nothing to note on.
    call(
        "put",
        "/api/v1/shortlist/{slug}",
        "/api/v1/shortlist/buyboard",
        r#"{"note": "Ask."}"#,
        [401, 404, 404, 404, 404, 404, 404],
    ),
    call(
        "delete",
        "/api/v1/shortlist/{slug}",
        "/api/v1/shortlist/buyboard",
        "",
        [401, 204, 204, 204, 204, 204, 204],
    ),
    call(
        "post",
        "/api/v1/workspaces",
        "/api/v1/workspaces",
        r#"{"body": "il-department-of-innovation-and-technology", "title": "Backup", "offerings": ["buyboard"]}"#,
        MAKES,
    ),
    call(
        "post",
        "/api/v1/workspaces/{id}/items",
        "/api/v1/workspaces/{workspace}/items",
        r#"{"offering": "ms-isac-membership"}"#,
        MEMBERS,
    )
    .after(begun),
    call(
        "put",
        "/api/v1/workspaces/{id}/items/{item}",
        "/api/v1/workspaces/{workspace}/items/{item}",
        r#"{"note": "Ask."}"#,
        MEMBERS,
    )
    .after(begun),
    call(
        "delete",
        "/api/v1/workspaces/{id}/items/{item}",
        "/api/v1/workspaces/{workspace}/items/{item}",
        "",
        ENDS,
    )
    .after(begun),
    call(
        "put",
        "/api/v1/workspaces/{id}/items/{item}/opinion",
        "/api/v1/workspaces/{workspace}/items/{item}/opinion",
        r#"{"opinion": "yes", "comment": "It is near."}"#,
        MEMBERS,
    )
    .after(begun),
    call(
        "post",
        "/api/v1/workspaces/{id}/link",
        "/api/v1/workspaces/{workspace}/link",
        "",
        MEMBERS,
    )
    .after(begun),
    call(
        "delete",
        "/api/v1/workspaces/{id}/link",
        "/api/v1/workspaces/{workspace}/link",
        "",
        ENDS,
    )
    .after(begun),
    call(
        "delete",
        "/api/v1/workspaces/{id}",
        "/api/v1/workspaces/{workspace}",
        "",
        ENDS,
    )
    .after(begun),
    call(
        "post",
        "/api/v1/memos",
        "/api/v1/memos",
        r#"{"body": "il-department-of-innovation-and-technology", "for": "county-17031", "title": "A memo", "offerings": ["buyboard"]}"#,
        MAKES,
    ),
    call(
        "post",
        "/api/v1/memos/verify",
        "/api/v1/memos/verify",
        r#"{"text": "{}"}"#,
        [200; 7],
    ),
    call(
        "put",
        "/api/v1/memos/{id}",
        "/api/v1/memos/{memo}",
        r#"{"title": "Another title", "need": "Two copies", "years": 3}"#,
        MEMBERS,
    )
    .made_for(VERSION)
    .after(draft),
    call(
        "delete",
        "/api/v1/memos/{id}",
        "/api/v1/memos/{memo}",
        "",
        ENDS,
    )
    .made_for(VERSION)
    .after(draft),
    call(
        "post",
        "/api/v1/memos/{id}/options",
        "/api/v1/memos/{memo}/options",
        r#"{"offering": "ms-isac-membership"}"#,
        MEMBERS,
    )
    .made_for(VERSION)
    .after(draft),
    call(
        "delete",
        "/api/v1/memos/{id}/options/{slug}",
        "/api/v1/memos/{memo}/options/buyboard",
        "",
        ENDS,
    )
    .made_for(VERSION)
    .after(draft),
    call(
        "post",
        "/api/v1/memos/{id}/options/{slug}/renew",
        "/api/v1/memos/{memo}/options/buyboard/renew",
        "",
        MEMBERS,
    )
    .made_for(VERSION)
    .after(draft),
    call(
        "post",
        "/api/v1/memos/{id}/approvals",
        "/api/v1/memos/{memo}/approvals",
        r#"{"decision": "approved", "name": "Ada Clerk"}"#,
        MEMBERS,
    )
    .made_for(VERSION)
    .after(draft),
    call(
        "post",
        "/api/v1/memos/{id}/freeze",
        "/api/v1/memos/{memo}/freeze",
        "",
        MEMBERS,
    )
    .made_for(VERSION)
    .after(complete),
    // What is no form with a file is refused before it is read.
    call(
        "post",
        "/api/v1/memos/{id}/attachments",
        "/api/v1/memos/{memo}/attachments",
        "{}",
        [401, 415, 415, 415, 415, 415, 415],
    )
    .after(draft),
    call(
        "delete",
        "/api/v1/memos/{id}/attachments/{attachment}",
        "/api/v1/memos/{memo}/attachments/{attachment}",
        "",
        ENDS,
    )
    .after(attached),
    call(
        "post",
        "/api/v1/memos/{id}/link",
        "/api/v1/memos/{memo}/link",
        "",
        MEMBERS,
    )
    .after(kept),
    call(
        "delete",
        "/api/v1/memos/{id}/link",
        "/api/v1/memos/{memo}/link",
        "",
        ENDS,
    )
    .after(kept),
    call(
        "post",
        "/api/v1/memos/{id}/adopt",
        "/api/v1/memos/{memo}/adopt",
        r#"{"offering": "buyboard"}"#,
        ENDS,
    )
    .after(kept),
];
