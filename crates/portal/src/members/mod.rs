//! The people of a body, and who asks to be one of them.

mod change;
mod invitations;
mod requests;

pub use invitations::OpenInvitation;
pub use requests::Answer;
pub(crate) use requests::words_of;

use crate::{Error, Portal};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    OrganizationId,
    organization::Organization,
    policy::{Actor, Role},
};

/// Somebody of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRow {
    /// The row of the account.
    pub person: i32,
    /// The address.
    pub email: String,
    /// The name; may be empty.
    pub name: String,
    /// The role.
    pub role: Role,
    /// Whether a steward has closed the account.
    pub disabled: bool,
}

/// Somebody who asks to belong to a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestRow {
    /// The row of the request.
    pub id: i32,
    /// The address.
    pub email: String,
    /// The name; may be empty.
    pub name: String,
    /// Whether the address is confirmed.
    pub confirmed: bool,
    /// In their words.
    pub message: String,
    /// When.
    pub asked_at: DateTime<Utc>,
}

/// The people of a body.
#[derive(Clone, Debug)]
pub struct Members {
    /// The body.
    pub body: Organization,
    /// Who belongs to it, by address.
    pub people: Vec<MemberRow>,
    /// Who asks to, the oldest first.
    pub requests: Vec<RequestRow>,
    /// Who is invited and has not come yet.
    pub invitations: Vec<OpenInvitation>,
}

impl Portal {
    /// The people of a body, for its administrator.
    pub async fn read_members(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<Members, Error> {
        let found = self.looked_after(actor, body)?;
        let people = self.store.people_of(body).await?;
        let requests = self.store.open_requests_of(body).await?;
        Ok(Members {
            body: found,
            invitations: self.open_invitations(Some(body)).await?,
            people: people
                .into_iter()
                .map(|(account, role)| MemberRow {
                    person: account.id,
                    email: account.email,
                    name: account.name,
                    role,
                    disabled: account.disabled_at.is_some(),
                })
                .collect(),
            requests: requests
                .into_iter()
                .map(|(request, account)| RequestRow {
                    id: request.id,
                    confirmed: account.confirmed_at.is_some(),
                    email: account.email,
                    name: account.name,
                    message: request.message,
                    asked_at: request.asked_at,
                })
                .collect(),
        })
    }
}
