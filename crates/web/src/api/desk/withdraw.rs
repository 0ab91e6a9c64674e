//! Taking a listing back, now or on a day.

use super::{
    super::document::call::{Call, Group},
    ListingPath,
    draft::{ListingShown, listing},
};
use crate::{
    App,
    error::Failure,
    form::sent::{
        Sent,
        desk::{SentRetirement, SentWithdrawal},
    },
};
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use interlocal_catalog::policy::Role;
use interlocal_portal::desk::withdraw::TakingBack;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::post("/api/v1/desk/{body}/offerings/{slug}/withdraw", "withdraw")
            .told(
                Group::Listings,
                "Take a published listing back",
                "Its address goes on to say when, why and what replaces it.",
            )
            .writing()
            .takes::<SentWithdrawal>(r#"{"reason": "The contract has ended."}"#)
            .gives_nothing(),
        Call::put(
            "/api/v1/desk/{body}/offerings/{slug}/retirement",
            "retireOn",
        )
        .told(
            Group::Listings,
            "Choose the day on which a listing is taken back by itself",
            "null takes the day away.",
        )
        .writing()
        .takes::<SentRetirement>(r#"{"retire_on": "2027-06-30"}"#)
        .gives::<ListingShown>(),
    ]
}

/// Takes a listing back.
pub async fn withdraw(
    State(app): State<App>,
    Path((body, slug)): ListingPath,
    sent: Sent<SentWithdrawal>,
) -> Result<StatusCode, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Approver)?;
    app.portal.desk_listing(&actor, &body, &slug).await?;
    let said = sent.read()?;
    let back = TakingBack {
        reason: said.reason,
        successor: said.successor,
    };
    app.portal.withdraw(&actor, &body, &slug, back).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Chooses the day.
pub async fn retire(
    State(app): State<App>,
    Path((body, slug)): ListingPath,
    sent: Sent<SentRetirement>,
) -> Result<Response, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Approver)?;
    app.portal.desk_listing(&actor, &body, &slug).await?;
    let day = sent.read()?.retire_on;
    app.portal.retire_on(&actor, &body, &slug, day).await?;
    Ok(listing(&app, &actor, (&body, &slug)).await?.into_response())
}
