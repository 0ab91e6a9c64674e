//! `/steward/mail`

use crate::{
    error::Failure,
    form::posted::Posted,
    page::{after::see, turning::Turning, visit::Visit},
};
use axum::{extract::Path, response::Response};
use interlocal_pages::pages::{MailLine, MailPage};
use interlocal_portal::MailState;

/// Mails of each state on a page.
const PAGE: usize = 50;

/// What waits and what was given up.
pub async fn list(visit: Visit) -> Result<Response, Failure> {
    let actor = visit.acting()?;
    visit.app.portal.as_steward(&actor)?;
    let turning = Turning::read(&visit.fields, PAGE)?;
    let (dead, given_up) = lines(&visit, MailState::GivenUp, turning).await?;
    let (alive, waiting) = lines(&visit, MailState::Waiting, turning).await?;
    let count = given_up.len() + waiting.len();
    let page = MailPage {
        shell: visit.shell_of_table("/steward/mail", count),
        pager: turning.pager(&visit.fields, "/steward/mail", dead.max(alive)),
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

async fn lines(
    visit: &Visit,
    state: MailState,
    turning: Turning,
) -> Result<(u64, Vec<MailLine>), Failure> {
    let (actor, portal) = (visit.acting()?, &visit.app.portal);
    let (total, mails) = portal.mails(&actor, state, turning.piece()).await?;
    let lines = mails.into_iter().map(|mail| MailLine {
        id: mail.id,
        recipient: mail.recipient,
        subject: mail.subject,
        queued_at: mail.queued_at,
        due_at: mail.due_at,
        attempts: u64::try_from(mail.attempts).unwrap_or(0),
        fault: mail.fault,
    });
    Ok((total, lines.collect()))
}
