//! Who is let through, and what the others may know.

use crate::{Error, Portal, Snapshot};
use interlocal_catalog::{
    OrganizationId,
    organization::Organization,
    policy::{self, Action, Actor},
};

/// Lets the actor do something in the name of a body, or says as much as it may know:
/// sign in first; which role it takes, to people of the body; to others, nothing.
pub fn allow(actor: &Actor, action: Action<'_>) -> Result<(), Error> {
    if policy::may(actor, action) {
        return Ok(());
    }
    let Some(person) = actor.person() else {
        return Err(Error::SignInFirst);
    };
    let (body, who) = match action {
        Action::Edit(body) => (body, "an editor of the body"),
        Action::Publish(body) => (body, "an approver of the body"),
        Action::Administer(body) => (body, "an administrator of the body"),
        _ => return Err(Error::NotFound),
    };
    match person.role_in(body) {
        Some(_) => Err(Error::RoleMissing(who)),
        None => Err(Error::NotFound),
    }
}

impl Portal {
    /// The body at whose desk somebody is; one that nobody knows answers like
    /// another's.
    pub(crate) fn at_desk<'a>(
        &self,
        snapshot: &'a Snapshot,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<&'a Organization, Error> {
        allow(actor, Action::SeeDesk(body))?;
        snapshot.directory.organization(body).ok_or(Error::NotFound)
    }
}
