//! `/api/v1/desk/{body}/statements`: what a body does not offer, and to whom.

use super::{
    super::{
        document::call::{Call, Group},
        shape::List,
    },
    RecordPath,
};
use crate::{
    App,
    error::Failure,
    form::sent::{Sender, Sent, desk::SentNo},
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use interlocal_catalog::{OrganizationId, answer::StatementOfNo, policy::Role};

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/desk/{body}/statements", "listStatements")
            .told(
                Group::Desk,
                "What the body says that it does not offer",
                "The latest first.",
            )
            .reading()
            .gives::<List<StatementOfNo>>(),
        Call::post("/api/v1/desk/{body}/statements", "sayNo")
            .told(
                Group::Desk,
                "Say that the body does not offer a category to kinds of government",
                "It holds for 730 days, and answers everybody who asked just that.",
            )
            .writing()
            .takes::<SentNo>(r#"{"category": "offsite-backup", "kinds": ["township"]}"#)
            .gives::<List<StatementOfNo>>(),
        Call::delete("/api/v1/desk/{body}/statements/{id}", "takeNoBack")
            .told(
                Group::Desk,
                "Take a statement back",
                "Questions that it answered are open again.",
            )
            .writing(),
    ]
}

/// What the body says that it does not offer.
pub async fn list(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    caller: Caller,
) -> Result<Json<List<StatementOfNo>>, Failure> {
    let read = app.portal.read_statements(&caller.actor(), &body)?;
    Ok(Json(List::whole(read.statements)))
}

/// Says no.
pub async fn say(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    sent: Sent<SentNo>,
) -> Result<Json<List<StatementOfNo>>, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Editor)?;
    let said = sent.read()?;
    app.portal
        .say_no(&actor, &body, &said.category, &said.kinds)
        .await?;
    let read = app.portal.read_statements(&actor, &body)?;
    Ok(Json(List::whole(read.statements)))
}

/// Takes a statement back.
pub async fn take_back(
    State(app): State<App>,
    Path((body, id)): RecordPath,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let actor = sender.acting()?;
    app.portal.take_back_statement(&actor, &body, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}
