//! Who is let through: the answers of somebody who may not.

use crate::{
    Error, Portal,
    desk::allowed::{allow, lacking},
};
use interlocal_catalog::{
    OrganizationId,
    organization::Organization,
    policy::{self, Action, Actor, Person, Role},
};
use std::sync::Arc;

/// Somebody who has signed in.
pub(crate) fn person(actor: &Actor) -> Result<&Arc<Person>, Error> {
    match actor {
        Actor::Person(person) => Ok(person),
        Actor::Anonymous => Err(Error::SignInFirst),
        Actor::Portal => Err(Error::Denied),
    }
}

/// A portal steward who does something; for anybody else there is nothing here.
pub(crate) fn steward(actor: &Actor) -> Result<(), Error> {
    as_steward(actor, Action::Steward)
}

/// A portal steward who sends a file in that concerns every body.
pub(crate) fn importing_for_all(actor: &Actor) -> Result<(), Error> {
    as_steward(actor, Action::ImportForAll)
}

/// A portal steward who looks at what there is.
pub(crate) fn oversee(actor: &Actor) -> Result<(), Error> {
    as_steward(actor, Action::Oversee)
}

/// A portal steward who makes others stewards, or no longer.
pub(crate) fn appoint(actor: &Actor) -> Result<(), Error> {
    as_steward(actor, Action::Appoint)
}

fn as_steward(actor: &Actor, action: Action<'_>) -> Result<(), Error> {
    if policy::may(actor, action) {
        return Ok(());
    }
    match actor {
        Actor::Anonymous => Err(Error::SignInFirst),
        Actor::Person(person) if person.steward => Err(lacking(action)),
        Actor::Person(_) | Actor::Portal => Err(Error::NotFound),
    }
}

impl Portal {
    /// The body, for somebody who looks after its people. Who does not belong to
    /// it finds nothing; who belongs to it hears who may.
    pub(crate) fn administered(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<Organization, Error> {
        allow(actor, Action::Administer(body))?;
        self.body_itself(body)
    }

    /// The body, for somebody who looks at its people and what else is kept of it.
    pub(crate) fn looked_after(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<Organization, Error> {
        allow(actor, Action::Look(Role::Administrator, body))?;
        self.body_itself(body)
    }

    fn body_itself(&self, body: &OrganizationId) -> Result<Organization, Error> {
        let snapshot = self.whole();
        let found = snapshot.directory.organization(body);
        let found = found.filter(|found| found.id == *body);
        found.cloned().ok_or(Error::NotFound)
    }
}
