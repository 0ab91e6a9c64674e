//! What bodies do at their desk – write, review, publish and take back their
//! listings, say what they do not offer – and what others tell them there.

mod addenda;
pub mod allowed;
pub mod ask;
pub mod claim;
pub mod drafts;
mod due;
mod fitting;
pub mod listings;
pub mod participations;
pub mod publishing;
pub mod questions;
pub mod reach;
pub mod reports;
pub mod review;
pub mod statements;
pub mod submit;
pub mod withdraw;

use crate::{Error, Portal};
use allowed::allow;
use interlocal_catalog::{
    OfferingId, OrganizationId,
    policy::{Action, Actor, Role},
};
use interlocal_store::{Draft, Edition, OfferingRow, Tx};

/// A listing as its desk sees it.
#[derive(Clone, Debug)]
pub struct DeskListing {
    /// The offering.
    pub offering: OfferingRow,
    /// What is being written; version 0 where nobody has begun, which says what
    /// the current edition says.
    pub draft: Draft,
    /// The current edition.
    pub current: Option<Edition>,
}

impl DeskListing {
    /// Whether a draft has been begun.
    pub fn has_draft(&self) -> bool {
        self.draft.version > 0
    }
}

impl Portal {
    /// Lets somebody of at least this role in a body through. Others learn nothing
    /// of its desk; who belongs to it learns what is missing.
    pub(crate) fn enter_desk(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        least: Role,
    ) -> Result<(), Error> {
        self.at_desk(&self.whole(), actor, body)?;
        let action = match least {
            Role::Member => Action::SeeDesk(body),
            Role::Editor => Action::Edit(body),
            Role::Approver => Action::Publish(body),
            Role::Administrator => Action::Administer(body),
        };
        allow(actor, action)
    }

    /// Whether somebody may go on to a page of a desk; the use case asks again.
    pub fn desk_door(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        least: Role,
    ) -> Result<(), Error> {
        self.enter_desk(actor, body, least)
    }

    /// A listing of a body; another body's is not found.
    pub(crate) async fn listing_of(
        &self,
        tx: &Tx,
        body: &OrganizationId,
        slug: &OfferingId,
    ) -> Result<OfferingRow, Error> {
        tx.offering(slug)
            .await?
            .filter(|row| row.provider == *body)
            .ok_or(Error::NotFound)
    }

    /// A listing of a body with its draft; a conflict where somebody has changed
    /// the draft since `version`.
    pub(crate) async fn draft_of(
        &self,
        tx: &Tx,
        body: &OrganizationId,
        slug: &OfferingId,
        version: i32,
    ) -> Result<(OfferingRow, Draft), Error> {
        let row = self.listing_of(tx, body, slug).await?;
        let draft = tx.draft(row.id).await?.ok_or_else(|| {
            Error::Conflict(
                "Somebody else has published this draft or given it up since you opened it."
                    .to_owned(),
            )
        })?;
        if draft.version == version {
            Ok((row, draft))
        } else {
            Err(Error::Conflict(
                "Somebody else has changed this draft since you opened it. Look at it as it stands \
                 now before you decide."
                    .to_owned(),
            ))
        }
    }

    /// Whether at most one person may write the listings of a body.
    pub(crate) async fn has_one_writer(&self, body: &OrganizationId) -> Result<bool, Error> {
        let people = self.store.people_of(body).await?;
        let writers = people
            .iter()
            .filter(|(account, role)| *role >= Role::Editor && account.disabled_at.is_none());
        Ok(writers.count() <= 1)
    }

    /// Tells the followers of a commit and takes it in.
    pub(crate) async fn told(&self) -> Result<(), Error> {
        self.committed.notify_one();
        self.catch_up().await
    }
}
