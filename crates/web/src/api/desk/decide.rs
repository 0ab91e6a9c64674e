//! A draft on its way: handed in, taken back, approved, sent back, refused.

use super::{
    super::document::call::{Call, Group},
    ListingPath,
    draft::{ListingShown, at_version, listing},
};
use crate::{
    App,
    error::Failure,
    form::sent::{
        Sender, Sent,
        desk::{SentApproval, SentMessage},
    },
};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use interlocal_catalog::policy::Role;
use interlocal_portal::desk::publishing::Approval;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    let call = |path, name, title, says| {
        Call::post(path, name)
            .told(Group::Listings, title, says)
            .writing()
            .for_version()
            .gives::<ListingShown>()
    };
    vec![
        call(
            "/api/v1/desk/{body}/offerings/{slug}/submit",
            "submitDraft",
            "Hand a draft in",
            "A reviewer decides. What is missing is named field by field.",
        ),
        call(
            "/api/v1/desk/{body}/offerings/{slug}/take-back",
            "takeDraftBack",
            "Take a draft back from review",
            "",
        ),
        call(
            "/api/v1/desk/{body}/offerings/{slug}/approve",
            "approveDraft",
            "Approve a draft",
            "It is published now, or on the day that is named. Whoever handed it in may not, \
             unless the body has one person who writes.",
        )
        .takes::<SentApproval>(r#"{"publish_on": null}"#),
        call(
            "/api/v1/desk/{body}/offerings/{slug}/ask-for-changes",
            "askForChanges",
            "Send a draft back to its editor",
            "",
        )
        .takes::<SentMessage>(r#"{"message": "Name the contract."}"#),
        call(
            "/api/v1/desk/{body}/offerings/{slug}/reject",
            "rejectDraft",
            "Refuse a draft",
            "",
        )
        .takes::<SentMessage>(r#"{"message": "It is listed already."}"#),
    ]
}

/// Hands a draft in.
pub async fn submit(
    State(app): State<App>,
    Path((body, slug)): ListingPath,
    sender: Sender,
) -> Result<Response, Failure> {
    let actor = sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Editor)?;
    let (_, version) = at_version(&app, &actor, (&body, &slug), &sender).await?;
    app.portal
        .submit_draft(&actor, &body, &slug, version)
        .await?;
    Ok(listing(&app, &actor, (&body, &slug)).await?.into_response())
}

/// Takes a draft back from review.
pub async fn take_back(
    State(app): State<App>,
    Path((body, slug)): ListingPath,
    sender: Sender,
) -> Result<Response, Failure> {
    let actor = sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Editor)?;
    let (_, version) = at_version(&app, &actor, (&body, &slug), &sender).await?;
    app.portal
        .take_back_draft(&actor, &body, &slug, version)
        .await?;
    Ok(listing(&app, &actor, (&body, &slug)).await?.into_response())
}

/// Approves a draft.
pub async fn approve(
    State(app): State<App>,
    Path((body, slug)): ListingPath,
    sent: Sent<SentApproval>,
) -> Result<Response, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Approver)?;
    let (found, version) = at_version(&app, &actor, (&body, &slug), &sent.sender).await?;
    let said = sent.read()?;
    let approval = Approval {
        version,
        message: said.message,
        publish_on: said.publish_on.or(found.draft.publish_on),
    };
    app.portal
        .approve_draft(&actor, &body, &slug, approval)
        .await?;
    Ok(listing(&app, &actor, (&body, &slug)).await?.into_response())
}

/// Sends a draft back to its editor.
pub async fn ask_for_changes(
    State(app): State<App>,
    Path((body, slug)): ListingPath,
    sent: Sent<SentMessage>,
) -> Result<Response, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Approver)?;
    let (_, version) = at_version(&app, &actor, (&body, &slug), &sent.sender).await?;
    let message = sent.read()?.message;
    app.portal
        .ask_for_changes(&actor, &body, &slug, version, &message)
        .await?;
    Ok(listing(&app, &actor, (&body, &slug)).await?.into_response())
}

/// Refuses a draft.
pub async fn reject(
    State(app): State<App>,
    Path((body, slug)): ListingPath,
    sent: Sent<SentMessage>,
) -> Result<Response, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Approver)?;
    let (_, version) = at_version(&app, &actor, (&body, &slug), &sent.sender).await?;
    let message = sent.read()?.message;
    app.portal
        .reject_draft(&actor, &body, &slug, version, &message)
        .await?;
    Ok(listing(&app, &actor, (&body, &slug)).await?.into_response())
}
