//! The calls of the API. They answer as the pages do, but say 401 where a page sends
//! somebody to sign in, and what came of it where a page leads on.

use super::{
    desk::{a_draft, in_review, published},
    row::{Row, call, get, open},
    speaking::{adopted, asked, confirmed, recorded, reported, said},
};

const OTHERS: u16 = 404;
/// Anybody of the body, and stewards.
const MEMBERS: [u16; 7] = [401, OTHERS, 200, 200, 200, 200, 200];
/// Its editors.
const WRITES: [u16; 7] = [401, OTHERS, 403, 200, 200, 200, 200];
/// The same where nothing comes back.
const ENDS: [u16; 7] = [401, OTHERS, 403, 204, 204, 204, 204];
/// The same where something is new.
const MAKES: [u16; 7] = [401, OTHERS, 403, 201, 201, 201, 201];
/// Its approvers.
const DECIDES: [u16; 7] = [401, OTHERS, 403, 403, 200, 200, 200];
/// The same where nothing comes back.
const TAKES_BACK: [u16; 7] = [401, OTHERS, 403, 403, 204, 204, 204];

const DESK: &str = "/api/v1/desk/il-department-of-innovation-and-technology";

macro_rules! at {
    ($rest:literal) => {
        concat!(
            "/api/v1/desk/il-department-of-innovation-and-technology",
            $rest
        )
    };
}

const VERSION: &str = "\"v{version}\"";

pub const ROWS: &[Row] = &[
    open("/api", "/api"),
    open("/api/openapi.json", "/api/openapi.json"),
    open("/api/v1", "/api/v1"),
    open("/api/v1/categories", "/api/v1/categories"),
    open("/api/v1/categories/{slug}", "/api/v1/categories/gis"),
    open("/api/v1/states/{postal}", "/api/v1/states/il"),
    open(
        "/api/v1/organizations/{slug}",
        "/api/v1/organizations/center-for-internet-security",
    ),
    open("/api/v1/templates", "/api/v1/templates"),
    open(
        "/api/v1/templates/{slug}",
        "/api/v1/templates/interlocal-agreement",
    ),
    open(
        "/api/v1/questions",
        "/api/v1/questions?category=offsite-backup&for=county-17031",
    ),
    call(
        "post",
        "/api/v1/questions",
        "/api/v1/questions",
        r#"{"category": "offsite-backup", "for": "county-17031"}"#,
        [200; 7],
    ),
    call(
        "post",
        "/api/v1/offerings/{slug}/reports",
        "/api/v1/offerings/buyboard/reports",
        r#"{"message": "The address is another."}"#,
        [204; 7],
    ),
    get(
        "/api/v1/account",
        "/api/v1/account",
        [401, 200, 200, 200, 200, 200, 200],
    ),
    get(
        "/api/v1/desk",
        "/api/v1/desk",
        [401, 200, 200, 200, 200, 200, 200],
    ),
    get("/api/v1/desk/{body}", DESK, MEMBERS),
    call(
        "post",
        "/api/v1/desk/{body}/offerings",
        at!("/offerings"),
        r#"{"title": "A listing", "kind": "service", "category": "gis"}"#,
        MAKES,
    ),
    get(
        "/api/v1/desk/{body}/offerings/{slug}",
        at!("/offerings/{slug}"),
        MEMBERS,
    )
    .after(a_draft),
    call(
        "put",
        "/api/v1/desk/{body}/offerings/{slug}/draft",
        at!("/offerings/{slug}/draft"),
        r#"{"title": "Another", "kind": "service", "category": "gis", "summary": "Maps.", "cost_model": "free"}"#,
        WRITES,
    )
    .made_for(VERSION)
    .after(a_draft),
    call(
        "delete",
        "/api/v1/desk/{body}/offerings/{slug}/draft",
        at!("/offerings/{slug}/draft"),
        "",
        ENDS,
    )
    .made_for(VERSION)
    .after(a_draft),
    call(
        "post",
        "/api/v1/desk/{body}/offerings/{slug}/submit",
        at!("/offerings/{slug}/submit"),
        "",
        WRITES,
    )
    .made_for(VERSION)
    .after(a_draft),
    call(
        "post",
        "/api/v1/desk/{body}/offerings/{slug}/take-back",
        at!("/offerings/{slug}/take-back"),
        "",
        WRITES,
    )
    .made_for(VERSION)
    .after(in_review),
    get(
        "/api/v1/desk/{body}/offerings/{slug}/review",
        at!("/offerings/{slug}/review"),
        MEMBERS,
    )
    .after(in_review),
    get(
        "/api/v1/desk/{body}/offerings/{slug}/reach",
        at!("/offerings/{slug}/reach"),
        MEMBERS,
    )
    .after(a_draft),
    get(
        "/api/v1/desk/{body}/offerings/{slug}/preview",
        at!("/offerings/{slug}/preview?for=county-17031"),
        MEMBERS,
    )
    .after(a_draft),
    call(
        "post",
        "/api/v1/desk/{body}/offerings/{slug}/approve",
        at!("/offerings/{slug}/approve"),
        "{}",
        DECIDES,
    )
    .made_for(VERSION)
    .after(in_review),
    call(
        "post",
        "/api/v1/desk/{body}/offerings/{slug}/ask-for-changes",
        at!("/offerings/{slug}/ask-for-changes"),
        r#"{"message": "Name the contract."}"#,
        DECIDES,
    )
    .made_for(VERSION)
    .after(in_review),
    call(
        "post",
        "/api/v1/desk/{body}/offerings/{slug}/reject",
        at!("/offerings/{slug}/reject"),
        r#"{"message": "It is listed already."}"#,
        DECIDES,
    )
    .made_for(VERSION)
    .after(in_review),
    call(
        "post",
        "/api/v1/desk/{body}/offerings/{slug}/withdraw",
        at!("/offerings/{slug}/withdraw"),
        r#"{"reason": "It has ended."}"#,
        TAKES_BACK,
    )
    .after(published),
    call(
        "put",
        "/api/v1/desk/{body}/offerings/{slug}/retirement",
        at!("/offerings/{slug}/retirement"),
        r#"{"retire_on": "2027-06-30"}"#,
        DECIDES,
    )
    .after(published),
    call(
        "post",
        "/api/v1/desk/{body}/offerings/{slug}/confirm",
        at!("/offerings/{listed}/confirm"),
        "",
        [401, OTHERS, 403, 403, 204, 204, 403],
    )
    .after(confirmed),
    get("/api/v1/desk/{body}/listed", at!("/listed"), MEMBERS),
    get("/api/v1/desk/{body}/stale", at!("/stale"), MEMBERS),
    get("/api/v1/desk/{body}/statements", at!("/statements"), MEMBERS),
    call(
        "post",
        "/api/v1/desk/{body}/statements",
        at!("/statements"),
        r#"{"category": "offsite-backup", "kinds": ["township"]}"#,
        WRITES,
    ),
    call(
        "delete",
        "/api/v1/desk/{body}/statements/{id}",
        at!("/statements/{said}"),
        "",
        ENDS,
    )
    .after(said),
    get("/api/v1/desk/{body}/questions", at!("/questions"), MEMBERS),
    get(
        "/api/v1/desk/{body}/questions/{id}",
        at!("/questions/{question}"),
        MEMBERS,
    )
    .after(asked),
    call(
        "post",
        "/api/v1/desk/{body}/questions/{id}/answer",
        at!("/questions/{question}/answer"),
        r#"{"answer": "no"}"#,
        WRITES,
    )
    .after(asked),
    get("/api/v1/desk/{body}/reports", at!("/reports"), MEMBERS),
    get(
        "/api/v1/desk/{body}/reports/{id}",
        at!("/reports/{report}"),
        MEMBERS,
    )
    .after(reported),
    call(
        "post",
        "/api/v1/desk/{body}/reports/{id}/own",
        at!("/reports/{report}/own"),
        "",
        WRITES,
    )
    .after(reported),
    call(
        "post",
        "/api/v1/desk/{body}/reports/{id}/answer",
        at!("/reports/{report}/answer"),
        r#"{"answer": "It is mended."}"#,
        WRITES,
    )
    .after(reported),
    get(
        "/api/v1/desk/{body}/participations",
        at!("/participations"),
        MEMBERS,
    ),
    call(
        "post",
        "/api/v1/desk/{body}/participations",
        at!("/participations"),
        r#"{"who": "state-17", "in": "buyboard", "scope": ["self"], "source": "minutes"}"#,
        MAKES,
    ),
    call(
        "delete",
        "/api/v1/desk/{body}/participations/{id}",
        at!("/participations/{part}"),
        "",
        ENDS,
    )
    .after(recorded),
    call(
        "post",
        "/api/v1/desk/{body}/adoptions",
        at!("/adoptions"),
        r#"{"who": "state-17", "offering": "buyboard"}"#,
        [401, OTHERS, 204, 204, 204, 204, 204],
    ),
    call(
        "delete",
        "/api/v1/desk/{body}/adoptions",
        at!("/adoptions?who=state-17&offering=buyboard"),
        "",
        [401, OTHERS, 204, 204, 204, 204, 204],
    )
    .after(adopted),
];
