//! Who is let through, and what the others may know.

use crate::{Error, Portal, Snapshot};
use interlocal_catalog::{
    OrganizationId,
    organization::Organization,
    policy::{self, Action, Actor, Role, Scope},
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
        Action::Import(body) => (body, "an editor of the body"),
        Action::Administer(body) => (body, "an administrator of the body"),
        Action::Decide(body) => (body, "somebody of the body"),
        Action::Look(role, body) => match role {
            Role::Member => return Err(Error::NotFound),
            Role::Editor => (body, "an editor of the body"),
            Role::Approver => (body, "an approver of the body"),
            Role::Administrator => (body, "an administrator of the body"),
        },
        _ => return Err(Error::NotFound),
    };
    let known = person.steward || person.role_in(body).is_some();
    match person.reaches(action) {
        _ if !known => Err(Error::NotFound),
        false => Err(lacking(action)),
        true => Err(Error::RoleMissing(who)),
    }
}

/// What a token that is shown lacks for this.
pub(crate) fn lacking(action: Action<'_>) -> Error {
    Error::RoleMissing(match action.scope() {
        Some(Scope::Read) => "a token with the scope “read”",
        Some(Scope::Publish) => "a token with the scope “publish”",
        Some(Scope::Import) => "a token with the scope “import”",
        None => "somebody who has signed in with a browser",
    })
}

impl Portal {
    /// Lets somebody look at what those of at least this role look after at a desk.
    pub(crate) fn look_at_desk(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        least: Role,
    ) -> Result<(), Error> {
        self.at_desk(&self.whole(), actor, body)?;
        allow(actor, Action::Look(least, body))
    }

    /// Lets somebody who may send files in through.
    pub fn import_door(&self, actor: &Actor, body: &OrganizationId) -> Result<(), Error> {
        self.at_desk(&self.whole(), actor, body)?;
        allow(actor, Action::Import(body))
    }

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
