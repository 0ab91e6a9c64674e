//! `/api/v1/steward/requests`: who asks for governments that nobody stands for yet.

use super::super::{
    document::call::{Call, Group},
    shape::List,
};
use crate::{
    App,
    error::Failure,
    form::sent::{Sent, people::SentVerdict},
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OrganizationId, PlaceId, policy::Role};
use interlocal_portal::members::Answer;
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/steward/requests", "listGovernmentRequests")
            .told(
                Group::Steward,
                "Open requests for governments",
                "The oldest first.",
            )
            .reading()
            .gives::<List<GovernmentRequestShown>>(),
        Call::post(
            "/api/v1/steward/requests/{request}/decide",
            "decideGovernmentRequest",
        )
        .told(
            Group::Steward,
            "Grant or refuse a request for a government",
            "Who is granted comes in with the role, in the body of the government.",
        )
        .writing()
        .takes::<SentVerdict>(r#"{"answer": "grant", "role": "administrator"}"#)
        .gives::<DecidedShown>(),
    ]
}

/// Somebody who asks for a government.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "GovernmentRequest")]
pub struct GovernmentRequestShown {
    /// What names it in other calls.
    id: i32,
    /// The key of the government.
    government: PlaceId,
    /// Its name with its state.
    government_name: String,
    /// The address of who asks.
    email: String,
    /// Their name; may be empty.
    name: String,
    /// In their words.
    message: String,
    /// When.
    asked_at: DateTime<Utc>,
}

/// What came of a request.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DecidedRequest")]
pub struct DecidedShown {
    /// The body of the government, where it was granted.
    body: Option<OrganizationId>,
}

/// Open requests.
pub async fn list(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<List<GovernmentRequestShown>>, Failure> {
    let open = app.portal.read_government_requests(&caller.actor()).await?;
    let open = open.into_iter().map(|one| GovernmentRequestShown {
        id: one.id,
        government: one.place,
        government_name: one.name,
        email: one.email,
        name: one.person_name,
        message: one.message,
        asked_at: one.asked_at,
    });
    Ok(Json(List::whole(open.collect())))
}

/// Decides one.
pub async fn decide(
    State(app): State<App>,
    Path(request): Path<i32>,
    sent: Sent<SentVerdict>,
) -> Result<Json<DecidedShown>, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.as_steward(&actor)?;
    let said = sent.read()?;
    let answer = said.answer();
    let role = match (answer, said.role) {
        (Answer::Grant, None) => {
            let words = "say as what they come in";
            return Err(interlocal_portal::Error::field("/role", words).into());
        }
        (_, role) => role.unwrap_or(Role::Member),
    };
    let body = app
        .portal
        .decide_government_request(&actor, request, answer, role)
        .await?;
    Ok(Json(DecidedShown { body }))
}
