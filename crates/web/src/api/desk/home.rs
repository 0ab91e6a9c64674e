//! `/api/v1/desk` and `/api/v1/desk/{body}`: whose desks, and the listings on one.

use super::super::{
    document::call::{Call, Group, one_of},
    listed::listed,
    shape::{self, BodyRef, CategoryRef, List},
};
use crate::{
    App,
    error::Failure,
    form::{Faults, Fields, cursor::Window},
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    response::Response,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{NaiveDate, OfferingId, OrganizationId, offering::Status, policy::Role};
use interlocal_portal::desk::listings::{DeskRow, Shelf};
use schemars::JsonSchema;
use serde::Serialize;

/// Listings of a part, and at most.
const PART: (usize, usize) = (50, 100);

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/desk", "listDesks")
            .told(Group::Listings, "The bodies whose desks are yours", "")
            .reading()
            .gives::<List<DeskRef>>(),
        Call::get("/api/v1/desk/{body}", "listListings")
            .told(
                Group::Listings,
                "The listings of a body, with where each stands",
                "",
            )
            .reading()
            .query(
                "status",
                one_of(&Shelf::ALL.map(Shelf::word)),
                "Those that stand here alone",
            )
            .in_parts(100)
            .gives::<DeskShown>(),
    ]
}

/// A desk.
#[derive(Serialize, JsonSchema)]
pub struct DeskRef {
    /// The body.
    body: BodyRef,
    /// What you are in it.
    role: Role,
}

/// The bodies of whoever asks.
pub async fn index(State(app): State<App>, caller: Caller) -> Result<Json<List<DeskRef>>, Failure> {
    let actor = caller.actor();
    let snapshot = app.portal.view(&actor);
    let desks = app.portal.own_desks(&actor)?.into_iter();
    let desks = desks.map(|(body, role)| DeskRef {
        body: shape::body(&snapshot, &body),
        role,
    });
    Ok(Json(List::whole(desks.collect())))
}

/// The listings of a body.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Desk")]
pub struct DeskShown {
    /// The body.
    body: BodyRef,
    /// How many stand where.
    counts: Vec<StandsCount>,
    /// How many there are of those that were asked for.
    total: u64,
    /// A part of them.
    items: Vec<ListingRow>,
    /// Whether you may write them.
    may_edit: bool,
    /// Whether you may publish them.
    may_publish: bool,
    /// Where the list goes on; null at its end.
    next: Option<String>,
}

/// How many stand somewhere.
#[derive(Serialize, JsonSchema)]
pub struct StandsCount {
    /// `in-review`, `drafts`, `scheduled`, `published`, `expired` or `withdrawn`.
    status: &'static str,
    /// How many.
    count: usize,
}

/// A listing in short.
#[derive(Serialize, JsonSchema)]
pub struct ListingRow {
    /// Its slug.
    slug: OfferingId,
    /// Its title, as the draft has it where there is one.
    title: String,
    /// Its category.
    category: Option<CategoryRef>,
    /// Where it stands at the desk.
    stands: &'static str,
    /// The status of the offering itself.
    status: Status,
    /// The version of its draft; null without one.
    draft_version: Option<i32>,
    /// The number of its current edition; null before the first.
    edition: Option<i32>,
    /// The day on which the draft goes up.
    publish_on: Option<NaiveDate>,
    /// The day on which it is taken back by itself.
    retire_on: Option<NaiveDate>,
    /// Its last day in force.
    ends_on: Option<NaiveDate>,
    /// When it last changed.
    changed_at: DateTime<Utc>,
}

/// The listings of a body, all or those of one status.
pub async fn show(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    caller: Caller,
    fields: Fields,
) -> Result<Response, Failure> {
    let actor = caller.actor();
    app.portal.desk_door(&actor, &body, Role::Member)?;
    let mut faults = Faults::default();
    let path = format!("/api/v1/desk/{body}");
    let window = Window::read(&fields, &path, PART, &mut faults);
    let words = faults.words(&fields, "status", &Shelf::ALL.map(Shelf::word));
    faults.end()?;
    let wanted = Shelf::ALL
        .into_iter()
        .find(|shelf| words.last().is_some_and(|word| word == shelf.word()));
    let piece = (window.offset, window.limit);
    let answer = app.portal.desk(&actor, &body, (wanted, piece)).await?;
    let snapshot = app.portal.view(&actor);
    let next = window.next(&fields, &path, answer.total);
    let counts = answer.counts.iter().map(|(shelf, count)| StandsCount {
        status: shelf.word(),
        count: *count,
    });
    let shown = DeskShown {
        body: shape::body(&snapshot, &body),
        counts: counts.collect(),
        total: answer.total,
        items: answer
            .rows
            .iter()
            .map(|(shelf, row)| listing(&app, *shelf, row))
            .collect(),
        may_edit: answer.may_edit,
        may_publish: answer.may_publish,
        next,
    };
    Ok(listed(shown.next.as_deref(), &shown))
}

fn listing(app: &App, shelf: Shelf, row: &DeskRow) -> ListingRow {
    let drafted = row.draft.as_ref().map(|draft| &draft.content);
    let current = row.edition.as_ref().map(|edition| &edition.content);
    let content = drafted.or(current);
    let changed = row.offering.changed_at;
    ListingRow {
        slug: row.offering.slug.clone(),
        title: content.map_or_else(String::new, |content| content.title.clone()),
        category: content.map(|content| shape::category(app, &content.category)),
        stands: shelf.word(),
        status: row.offering.status,
        draft_version: row.draft.as_ref().map(|draft| draft.version),
        edition: row.edition.as_ref().map(|edition| edition.number),
        publish_on: row.draft.as_ref().and_then(|draft| draft.publish_on),
        retire_on: row.offering.retire_on,
        ends_on: current.and_then(|content| content.term.ends_on),
        changed_at: row
            .draft
            .as_ref()
            .map_or(changed, |draft| draft.updated_at.max(changed)),
    }
}
