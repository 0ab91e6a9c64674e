//! `/api/v1/steward/people`: accounts. Who is a steward is settled at a browser.

use super::super::{
    desk::members::{InvitationShown, invitation},
    document::call::{Call, Group, sought},
};
use crate::{
    App,
    error::Failure,
    form::{
        Fields,
        sent::{Sent, steward::SentClosing},
    },
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OrganizationId, policy::Role};
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/steward/people", "findPeople")
            .told(
                Group::Steward,
                "Accounts whose address has some letters, and who is invited to be a steward",
                "The stewards where no letters are given; 50 at most.",
            )
            .reading()
            .query("q", sought(), "Letters of the address")
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
    /// Those that were found.
    people: Vec<PersonShown>,
    /// Who is invited to be a steward and has not come yet.
    invitations: Vec<InvitationShown>,
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
) -> Result<Json<PeopleShown>, Failure> {
    let actor = caller.actor();
    let letters = fields.last("q").unwrap_or_default();
    let found = app.portal.find_people(&actor, letters).await?;
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
    Ok(Json(PeopleShown {
        people: people.collect(),
        invitations: invitations.into_iter().map(invitation).collect(),
    }))
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
