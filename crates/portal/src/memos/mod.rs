//! Decision memos: what people of a body write for their procurement file, freeze
//! under a hash, show and check.

pub mod adopt;
pub mod approve;
pub mod attach;
pub mod begin;
pub mod consider;
pub mod edit;
pub mod files;
pub mod freeze;
pub mod read;
pub mod share;
pub mod since;
pub mod verify;

use crate::{Error, Portal, desk::allowed::allow};
use interlocal_catalog::{
    OrganizationId,
    organization::Organization,
    policy::{Action, Actor},
};
use interlocal_store::MemoRow;

const CHANGED: &str = "Somebody else has changed this memo since you opened it. Open it again and \
                       look at it before you go on.";
const FROZEN: &str = "The memo is frozen: nothing of it can be changed. Begin another one.";

/// A memo with the body whose it is.
pub(crate) struct Entered {
    /// The memo.
    pub row: MemoRow,
    /// The body, as it stands now.
    pub body: Organization,
}

impl Portal {
    /// A memo that people of its body look at; to everybody else it is not there.
    pub(crate) async fn look_at_memo(&self, actor: &Actor, id: i32) -> Result<Entered, Error> {
        if *actor == Actor::Anonymous {
            return Err(Error::SignInFirst);
        }
        let row = self.store.memo(id).await?.ok_or(Error::NotFound)?;
        let snapshot = self.whole();
        let body = snapshot.directory.organization(&row.body);
        let body = body.ok_or(Error::NotFound)?.clone();
        allow(actor, Action::SeeDesk(&body.id))?;
        Ok(Entered { row, body })
    }

    /// The same for somebody who does something with it.
    pub(crate) async fn enter_memo(&self, actor: &Actor, id: i32) -> Result<Entered, Error> {
        let entered = self.look_at_memo(actor, id).await?;
        allow(actor, Action::Decide(&entered.body.id))?;
        Ok(entered)
    }

    /// The same for a memo that can still be edited.
    pub(crate) async fn enter_draft(&self, actor: &Actor, id: i32) -> Result<Entered, Error> {
        let entered = self.enter_memo(actor, id).await?;
        still_a_draft(&entered.row)?;
        Ok(entered)
    }

    /// The bodies for which somebody may decide, and those that were merged into them.
    pub(crate) fn bodies_of(&self, actor: &Actor) -> Vec<OrganizationId> {
        let snapshot = self.whole();
        let own = actor
            .person()
            .into_iter()
            .flat_map(|person| person.roles.keys());
        let mut bodies: Vec<OrganizationId> = own
            .flat_map(|body| {
                let merged = snapshot.directory.merged_into(body).cloned();
                std::iter::once(body.clone()).chain(merged)
            })
            .collect();
        bodies.sort();
        bodies.dedup();
        bodies
    }
}

/// Nothing where the memo can still be edited.
pub(crate) fn still_a_draft(row: &MemoRow) -> Result<(), Error> {
    match row.frozen {
        Some(_) => Err(Error::Conflict(FROZEN.to_owned())),
        None => Ok(()),
    }
}
