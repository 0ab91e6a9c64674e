//! Who is let through, and what the others may know.

use crate::{Error, Portal, Snapshot};
use interlocal_catalog::{
    OrganizationId,
    organization::Organization,
    policy::{self, Action, Actor, Person},
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
    let lacks = lacking_scope(person, action);
    let (body, who) = match action {
        Action::Edit(body) => (body, "an editor of the body"),
        Action::Publish(body) => (body, "an approver of the body"),
        Action::Import(body) => (body, "an editor of the body"),
        Action::Administer(body) => (body, "an administrator of the body"),
        _ => return Err(Error::NotFound),
    };
    let known = person.steward || person.role_in(body).is_some();
    match lacks {
        _ if !known => Err(Error::NotFound),
        Some(scope) => Err(Error::RoleMissing(scope)),
        None => Err(Error::RoleMissing(who)),
    }
}

/// What the token that is shown lacks for this, in words; none where it lacks nothing.
fn lacking_scope(person: &Person, action: Action<'_>) -> Option<&'static str> {
    (!person.reaches(action)).then_some(match action {
        Action::Edit(_) | Action::Publish(_) => "a token with the scope “publish”",
        Action::Import(_) => "a token with the scope “import”",
        _ => "somebody who has signed in with a browser",
    })
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
