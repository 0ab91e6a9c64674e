//! Who is let through: the answers of somebody who may not.

use crate::{Error, Portal, desk::allowed::allow};
use interlocal_catalog::{
    OrganizationId,
    organization::Organization,
    policy::{self, Action, Actor, Person},
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

/// A portal steward; for anybody else there is nothing here.
pub(crate) fn steward(actor: &Actor) -> Result<(), Error> {
    if policy::may(actor, Action::Steward) {
        return Ok(());
    }
    match actor {
        Actor::Anonymous => Err(Error::SignInFirst),
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
        let snapshot = self.whole();
        let found = snapshot.directory.organization(body);
        let found = found.filter(|found| found.id == *body);
        found.cloned().ok_or(Error::NotFound)
    }
}
