//! `/api/v1/steward/mail`: mail that waits or was given up.

use super::super::document::call::{Call, Group};
use crate::{App, error::Failure, form::sent::Sender, signed_in::Caller};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::policy::Actor;
use interlocal_portal::MailState;
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/steward/mail", "listMail")
            .told(
                Group::Steward,
                "Mail that waits, and mail that was given up",
                "Never what it says: that may hold a secret.",
            )
            .reading()
            .gives::<MailsShown>(),
        Call::post("/api/v1/steward/mail/{id}/retry", "retryMail")
            .told(
                Group::Steward,
                "Put a mail that was given up back into the queue",
                "",
            )
            .writing()
            .gives_nothing(),
    ]
}

/// Mail.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Mails")]
pub struct MailsShown {
    /// What was given up, the newest first.
    given_up: Vec<MailShown>,
    /// What waits, the newest first.
    waiting: Vec<MailShown>,
}

/// A mail.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Mail")]
pub struct MailShown {
    /// Its number.
    id: i32,
    /// To whom.
    recipient: String,
    /// What about.
    subject: String,
    /// When it was written.
    queued_at: DateTime<Utc>,
    /// When it is tried next.
    due_at: DateTime<Utc>,
    /// How often it was tried.
    attempts: i32,
    /// What went wrong the last time.
    fault: String,
}

async fn mails(app: &App, actor: &Actor, state: MailState) -> Result<Vec<MailShown>, Failure> {
    let mails = app.portal.mails(actor, state).await?;
    let mails = mails.into_iter().map(|mail| MailShown {
        id: mail.id,
        recipient: mail.recipient,
        subject: mail.subject,
        queued_at: mail.queued_at,
        due_at: mail.due_at,
        attempts: mail.attempts,
        fault: mail.fault,
    });
    Ok(mails.collect())
}

/// What waits and what was given up.
pub async fn list(State(app): State<App>, caller: Caller) -> Result<Json<MailsShown>, Failure> {
    let actor = caller.actor();
    Ok(Json(MailsShown {
        given_up: mails(&app, &actor, MailState::GivenUp).await?,
        waiting: mails(&app, &actor, MailState::Waiting).await?,
    }))
}

/// Puts one back into the queue.
pub async fn retry(
    State(app): State<App>,
    Path(id): Path<i32>,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    app.portal.retry_mail(&sender.acting()?, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
