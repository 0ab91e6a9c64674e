//! `/steward/people`

use crate::{
    error::Failure,
    form::posted::Posted,
    page::{after::see, members::line, turning::Turning, visit::Visit},
};
use axum::{extract::Path, response::Response};
use interlocal_pages::pages::{PeoplePage, PersonLine};

/// Accounts on a page.
const PAGE: usize = 50;

/// Accounts that fit some letters.
pub async fn list(visit: Visit) -> Result<Response, Failure> {
    let letters = visit.fields.last("q").unwrap_or_default().to_owned();
    let (actor, portal) = (visit.acting()?, &visit.app.portal);
    portal.as_steward(&actor)?;
    let turning = Turning::read(&visit.fields, PAGE)?;
    let found = portal.find_people(&actor, &letters, turning.piece());
    let (total, found) = found.await?;
    let invitations = portal.steward_invitations(&visit.acting()?).await?;
    let page = PeoplePage {
        invitations: invitations.into_iter().map(line).collect(),
        shell: visit.shell_of_table("/steward/people", found.len()),
        pager: turning.pager(&visit.fields, "/steward/people", total),
        letters,
        people: found
            .into_iter()
            .map(|person| PersonLine {
                id: person.id,
                email: person.email,
                name: person.name,
                confirmed: person.confirmed,
                steward: person.steward,
                closed_on: person.disabled_at.map(|at| at.date_naive()),
                bodies: person
                    .bodies
                    .into_iter()
                    .map(|(slug, name, role)| (slug.to_string(), name, role.word()))
                    .collect(),
            })
            .collect(),
        done: visit.done(),
    };
    Ok(visit.answer(&page))
}

/// Makes somebody a steward, or no longer.
pub async fn make_steward(Path(person): Path<i32>, posted: Posted) -> Result<Response, Failure> {
    let visit = &posted.visit;
    let is_steward = posted.fields.on("steward");
    visit
        .app
        .portal
        .make_steward(&visit.acting()?, person, is_steward)
        .await?;
    let done = if is_steward { "steward" } else { "no-steward" };
    Ok(see("/steward/people", done))
}

/// Takes an invitation to be a steward back.
pub async fn uninvite(Path(invitation): Path<String>, posted: Posted) -> Result<Response, Failure> {
    let visit = &posted.visit;
    visit
        .app
        .portal
        .take_back_steward_invitation(&visit.acting()?, &invitation)
        .await?;
    Ok(see("/steward/people", "taken-back"))
}

/// Closes an account, or opens it again.
pub async fn close(Path(person): Path<i32>, posted: Posted) -> Result<Response, Failure> {
    let visit = &posted.visit;
    let closed = posted.fields.on("closed");
    visit
        .app
        .portal
        .shut_account(&visit.acting()?, person, closed)
        .await?;
    let done = if closed { "closed" } else { "opened" };
    Ok(see("/steward/people", done))
}
