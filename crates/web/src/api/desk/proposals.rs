//! `/api/v1/desk/{body}/proposals`: facts of sources that wait for the body.

use super::{
    super::{
        document::call::{Call, Group},
        shape::List,
    },
    NumberPath,
};
use crate::{App, error::Failure, form::sent::Sender, signed_in::Caller};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OfferingId, OrganizationId};
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/desk/{body}/proposals", "listProposals")
            .told(
                Group::Imports,
                "Facts of sources that wait for somebody to confirm them",
                "For editors.",
            )
            .reading()
            .gives::<List<ProposalShown>>(),
        Call::post(
            "/api/v1/desk/{body}/proposals/{id}/confirm",
            "confirmProposal",
        )
        .told(
            Group::Imports,
            "Take a proposed fact into a draft of its listing",
            "",
        )
        .writing()
        .gives::<ConfirmedShown>(),
        Call::post(
            "/api/v1/desk/{body}/proposals/{id}/dismiss",
            "dismissProposal",
        )
        .told(
            Group::Imports,
            "Let a proposed fact be",
            "It comes again only when its source says something else.",
        )
        .writing()
        .gives_nothing(),
    ]
}

/// A fact that a source proposes.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Proposal")]
pub struct ProposalShown {
    /// Its number.
    id: i32,
    /// The listing that it is about.
    offering: OfferingId,
    /// The source.
    source: String,
    /// The supplier, as the source writes it.
    supplier: String,
    /// The product, as the source writes it.
    product: String,
    /// What it says.
    fact: String,
    /// Where it says so.
    evidence: String,
    /// The page of the product.
    url: String,
    /// When it was proposed.
    proposed_at: DateTime<Utc>,
}

/// Where a confirmed fact stands.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ConfirmedProposal")]
pub struct ConfirmedShown {
    /// The listing in whose draft it stands.
    offering: OfferingId,
}

/// Facts that wait.
pub async fn list(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    caller: Caller,
) -> Result<Json<List<ProposalShown>>, Failure> {
    let waiting = app.portal.proposals(&caller.actor(), &body).await?;
    let shown = waiting.into_iter().map(|(offering, one)| ProposalShown {
        id: one.id,
        offering,
        source: one.source,
        supplier: one.supplier,
        product: one.product,
        fact: one.fact,
        evidence: one.evidence,
        url: one.url,
        proposed_at: one.proposed_at,
    });
    Ok(Json(List::whole(shown.collect())))
}

/// Confirms one.
pub async fn confirm(
    State(app): State<App>,
    Path((body, id)): NumberPath,
    sender: Sender,
) -> Result<Json<ConfirmedShown>, Failure> {
    let actor = sender.acting()?;
    let offering = app.portal.confirm_proposal(&actor, &body, id).await?;
    Ok(Json(ConfirmedShown { offering }))
}

/// Dismisses one.
pub async fn dismiss(
    State(app): State<App>,
    Path((body, id)): NumberPath,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let actor = sender.acting()?;
    app.portal.dismiss_proposal(&actor, &body, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
