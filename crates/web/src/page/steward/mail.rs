//! `/steward/mail`

use crate::{
    error::Failure,
    form::posted::Posted,
    page::{after::see, visit::Visit},
};
use axum::{extract::Path, response::Response};
use interlocal_pages::pages::{MailLine, MailPage};
use interlocal_portal::MailState;

/// What waits and what was given up.
pub async fn list(visit: Visit) -> Result<Response, Failure> {
    let actor = visit.acting()?;
    visit.app.portal.as_steward(&actor)?;
    let given_up = lines(&visit, MailState::GivenUp).await?;
    let waiting = lines(&visit, MailState::Waiting).await?;
    let count = given_up.len() + waiting.len();
    let page = MailPage {
        shell: visit.shell_of_table("/steward/mail", count),
        given_up,
        waiting,
        done: visit.done(),
    };
    Ok(visit.answer(&page))
}

/// Puts a mail that was given up back into the queue.
pub async fn retry(Path(id): Path<i32>, posted: Posted) -> Result<Response, Failure> {
    let visit = &posted.visit;
    let actor = visit.acting()?;
    visit.app.portal.as_steward(&actor)?;
    visit.app.portal.retry_mail(&actor, id).await?;
    Ok(see("/steward/mail", "again"))
}

async fn lines(visit: &Visit, state: MailState) -> Result<Vec<MailLine>, Failure> {
    let mails = visit.app.portal.mails(&visit.acting()?, state).await?;
    Ok(mails
        .into_iter()
        .map(|mail| MailLine {
            id: mail.id,
            recipient: mail.recipient,
            subject: mail.subject,
            queued_at: mail.queued_at,
            due_at: mail.due_at,
            attempts: u64::try_from(mail.attempts).unwrap_or(0),
            fault: mail.fault,
        })
        .collect())
}
