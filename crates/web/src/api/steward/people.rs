//! `/api/v1/steward/people`: accounts. Who is a steward is settled at a browser.

use super::super::{
    desk::members::{InvitationShown, invitation},
    document::call::{Call, Group, sought},
    listed::listed,
};
use crate::{
    App,
    error::Failure,
    form::{
        Fields,
        cursor::Window,
        sent::{Sent, steward::SentClosing},
    },
    signed_in::Caller,
};
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OrganizationId, policy::Role};
use schemars::JsonSchema;
use serde::Serialize;

const PATH: &str = "/api/v1/steward/people";
/// Accounts of a part, and at most.
const PART: (usize, usize) = (50, 100);

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get(PATH, "findPeople")
            .told(
                Group::Steward,
                "Accounts whose address has some letters, and who is invited to be a steward",
                "The stewards where no letters are given.",
            )
            .reading()
            .query("q", sought(), "Letters of the address")
            .in_parts(100)
            .gives::<PeopleShown>(),
        Call::put("/api/v1/steward/people/{person}/account", "closeAccount")
            .told(
                Group::Steward,
                "Close an account and end its sessions, or open it again",
                "The portal keeps a steward.",
            )
            .writing()
            .takes::<SentClosing>(r#"{"closed": true}"#)
            .gives_nothing(),
    ]
}

/// Accounts.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "People")]
pub struct PeopleShown {
    /// How many were found.
    total: u64,
    /// A part of them.
    people: Vec<PersonShown>,
    /// Who is invited to be a steward and has not come yet.
    invitations: Vec<InvitationShown>,
    /// Where the list of accounts goes on; null at its end.
    next: Option<String>,
}

/// An account.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Person")]
pub struct PersonShown {
    /// What names it in other calls.
    id: i32,
    /// The address.
    email: String,
    /// The name; may be empty.
    name: String,
    /// Whether the address is confirmed.
    confirmed: bool,
    /// Whether it is a portal steward.
    steward: bool,
    /// When it was closed.
    closed_at: Option<DateTime<Utc>>,
    /// The bodies that it belongs to.
    bodies: Vec<PlaceOfPerson>,
}

/// A body that somebody belongs to.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "BodyOfPerson")]
pub struct PlaceOfPerson {
    /// The slug of the body.
    body: OrganizationId,
    /// Its name.
    name: String,
    /// As what.
    role: Role,
}

/// Accounts that fit some letters.
pub async fn list(
    State(app): State<App>,
    fields: Fields,
    caller: Caller,
) -> Result<Response, Failure> {
    let actor = caller.actor();
    app.portal.as_steward(&actor)?;
    let window = Window::of(&fields, PATH, PART)?;
    let letters = fields.last("q").unwrap_or_default();
    let piece = (window.offset, window.limit);
    let (total, found) = app.portal.find_people(&actor, letters, piece).await?;
    let invitations = app.portal.steward_invitations(&actor).await?;
    let people = found.into_iter().map(|person| PersonShown {
        id: person.id,
        email: person.email,
        name: person.name,
        confirmed: person.confirmed,
        steward: person.steward,
        closed_at: person.disabled_at,
        bodies: person
            .bodies
            .into_iter()
            .map(|(body, name, role)| PlaceOfPerson { body, name, role })
            .collect(),
    });
    let shown = PeopleShown {
        total,
        people: people.collect(),
        invitations: invitations.into_iter().map(invitation).collect(),
        next: window.next(&fields, PATH, total),
    };
    Ok(listed(shown.next.as_deref(), &shown))
}

/// Closes an account, or opens it again.
pub async fn close(
    State(app): State<App>,
    Path(person): Path<i32>,
    sent: Sent<SentClosing>,
) -> Result<StatusCode, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.as_steward(&actor)?;
    let closed = sent.read()?.closed;
    app.portal.shut_account(&actor, person, closed).await?;
    Ok(StatusCode::NO_CONTENT)
}
