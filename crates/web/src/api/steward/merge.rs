//! `/api/v1/steward/merge-bodies` and `/api/v1/steward/merge-offerings`: two that are one.

use super::super::document::call::{Call, Group};
use crate::{
    App,
    error::Failure,
    form::sent::{Sent, steward::SentMerge},
};
use axum::{extract::State, http::StatusCode};
use interlocal_catalog::{OfferingId, OrganizationId};

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    let merge = |path, name, title| {
        Call::post(path, name)
            .told(
                Group::Steward,
                title,
                "The slug of the one that goes leads to the other from then on.",
            )
            .writing()
            .takes::<SentMerge>(
                r#"{"from": "stands-twice", "into": "buyboard", "reason": "It stands twice."}"#,
            )
            .gives_nothing()
    };
    vec![
        merge(
            "/api/v1/steward/merge-bodies",
            "mergeBodies",
            "Merge a body into another",
        ),
        merge(
            "/api/v1/steward/merge-offerings",
            "mergeOfferings",
            "Merge an offering into another",
        ),
    ]
}

/// Merges two bodies.
pub async fn bodies(State(app): State<App>, sent: Sent<SentMerge>) -> Result<StatusCode, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.as_steward(&actor)?;
    let said = sent.read()?;
    let (from, into) = (
        OrganizationId::new(said.from),
        OrganizationId::new(said.into),
    );
    app.portal
        .merge_bodies(&actor, (&from, &into), &said.reason)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Merges two offerings.
pub async fn offerings(
    State(app): State<App>,
    sent: Sent<SentMerge>,
) -> Result<StatusCode, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.as_steward(&actor)?;
    let said = sent.read()?;
    let (from, into) = (OfferingId::new(said.from), OfferingId::new(said.into));
    app.portal
        .merge_offerings(&actor, (&from, &into), &said.reason)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
