//! What waits for the word of a body: entries that it never confirmed, entries that go
//! stale, links that lead nowhere.

use super::{
    super::{
        document::call::{Call, Group},
        shape::{self, BodyRef, Item},
    },
    ListingPath,
};
use crate::{App, error::Failure, form::sent::Sender, signed_in::Caller};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use interlocal_catalog::{OfferingId, OrganizationId};
use interlocal_portal::desk::claim::{BrokenLink, Waiting};
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/desk/{body}/listed", "listUnconfirmed")
            .told(
                Group::Desk,
                "Entries that the body never confirmed",
                "Those that were read in public sources; the ones that wait longest first.",
            )
            .reading()
            .gives::<WaitingShown>(),
        Call::get("/api/v1/desk/{body}/stale", "listStale")
            .told(
                Group::Desk,
                "Entries that the body must look at again, and links that lead nowhere",
                "",
            )
            .reading()
            .gives::<WaitingShown>(),
        Call::post("/api/v1/desk/{body}/offerings/{slug}/confirm", "confirm")
            .told(
                Group::Desk,
                "Confirm an entry as it stands, for the first time or again",
                "Only people of the body may: a steward does not belong to it.",
            )
            .writing()
            .gives_nothing(),
    ]
}

/// Entries that wait.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Waiting")]
pub struct WaitingShown {
    /// The body.
    body: BodyRef,
    /// The entries.
    items: Vec<Item>,
    /// Links of published listings that lead nowhere; empty in the list of those that
    /// were never confirmed.
    broken_links: Vec<BrokenLinkShown>,
    /// Whether you may confirm them.
    may_confirm: bool,
}

/// A link that leads nowhere.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "BrokenLink")]
pub struct BrokenLinkShown {
    /// The listing.
    offering: OfferingId,
    /// Where in it, in words.
    field: &'static str,
    /// The link.
    link: String,
}

fn shown(app: &App, caller: &Caller, waiting: &Waiting, broken: &[BrokenLink]) -> WaitingShown {
    let snapshot = app.portal.view(&caller.actor());
    let broken = broken.iter().map(|broken| BrokenLinkShown {
        offering: broken.slug.clone(),
        field: broken.link.field.label(),
        link: broken.link.link.clone(),
    });
    WaitingShown {
        body: shape::body(&snapshot, &waiting.body.id),
        items: waiting
            .entries
            .iter()
            .map(|entry| shape::item(app, &snapshot, entry))
            .collect(),
        broken_links: broken.collect(),
        may_confirm: waiting.may_confirm,
    }
}

/// Entries that the body never confirmed.
pub async fn listed(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    caller: Caller,
) -> Result<Json<WaitingShown>, Failure> {
    let waiting = app.portal.read_listed(&caller.actor(), &body).await?;
    Ok(Json(shown(&app, &caller, &waiting, &[])))
}

/// Entries that it must look at again.
pub async fn stale(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    caller: Caller,
) -> Result<Json<WaitingShown>, Failure> {
    let actor = caller.actor();
    let waiting = app.portal.read_stale(&actor, &body).await?;
    let broken = app.portal.read_broken_links(&actor, &body).await?;
    Ok(Json(shown(&app, &caller, &waiting, &broken)))
}

/// Confirms an entry.
pub async fn confirm(
    State(app): State<App>,
    Path((body, slug)): ListingPath,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let actor = sender.acting()?;
    app.portal.confirm(&actor, &body, &slug).await?;
    Ok(StatusCode::NO_CONTENT)
}
