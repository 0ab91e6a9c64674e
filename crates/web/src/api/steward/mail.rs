//! `/api/v1/steward/mail`: mail that waits or was given up.

use super::super::{
    document::call::{Call, Group},
    listed::listed,
};
use crate::{
    App,
    error::Failure,
    form::{Fields, cursor::Window, sent::Sender},
    signed_in::Caller,
};
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::policy::Actor;
use interlocal_portal::MailState;
use schemars::JsonSchema;
use serde::Serialize;

const PATH: &str = "/api/v1/steward/mail";
/// Mails of each state in a part, and at most.
const PART: (usize, usize) = (100, 500);

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get(PATH, "listMail")
            .told(
                Group::Steward,
                "Mail that waits, and mail that was given up",
                "Never what it says: that may hold a secret.",
            )
            .reading()
            .in_parts(500)
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
    /// How many were given up.
    given_up_total: u64,
    /// A part of them, the newest first.
    given_up: Vec<MailShown>,
    /// How many wait.
    waiting_total: u64,
    /// A part of them, the newest first.
    waiting: Vec<MailShown>,
    /// Where both lists go on; null at the end of the longer one.
    next: Option<String>,
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

async fn mails(
    app: &App,
    actor: &Actor,
    state: MailState,
    window: Window,
) -> Result<(u64, Vec<MailShown>), Failure> {
    let piece = (window.offset, window.limit);
    let (total, mails) = app.portal.mails(actor, state, piece).await?;
    let mails = mails.into_iter().map(|mail| MailShown {
        id: mail.id,
        recipient: mail.recipient,
        subject: mail.subject,
        queued_at: mail.queued_at,
        due_at: mail.due_at,
        attempts: mail.attempts,
        fault: mail.fault,
    });
    Ok((total, mails.collect()))
}

/// What waits and what was given up.
pub async fn list(
    State(app): State<App>,
    fields: Fields,
    caller: Caller,
) -> Result<Response, Failure> {
    let actor = caller.actor();
    app.portal.as_steward(&actor)?;
    let window = Window::of(&fields, PATH, PART)?;
    let (given_up_total, given_up) = mails(&app, &actor, MailState::GivenUp, window).await?;
    let (waiting_total, waiting) = mails(&app, &actor, MailState::Waiting, window).await?;
    let shown = MailsShown {
        given_up_total,
        given_up,
        waiting_total,
        waiting,
        next: window.next(&fields, PATH, given_up_total.max(waiting_total)),
    };
    Ok(listed(shown.next.as_deref(), &shown))
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
