//! The desk of a body and its listings, as its people see them.

use super::DeskListing;
use crate::{Error, Portal};
use interlocal_catalog::{
    OfferingId, OrganizationId,
    offering::{Content, Status},
    policy::{Actor, Role},
};
pub use interlocal_store::DeskRow;
use interlocal_store::{Done, Draft, Outline, Stage};
use std::collections::HashMap;

/// Where a listing stands, as a desk sorts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shelf {
    /// With a reviewer.
    InReview,
    /// Being written.
    Draft,
    /// Approved, waiting for its day.
    Scheduled,
    /// Public.
    Published,
    /// Ended by its term.
    Expired,
    /// Taken back.
    Withdrawn,
}

impl Shelf {
    /// Every shelf, in the order of the page.
    pub const ALL: [Shelf; 6] = [
        Shelf::InReview,
        Shelf::Draft,
        Shelf::Scheduled,
        Shelf::Published,
        Shelf::Expired,
        Shelf::Withdrawn,
    ];

    /// The word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Shelf::InReview => "in-review",
            Shelf::Draft => "drafts",
            Shelf::Scheduled => "scheduled",
            Shelf::Published => "published",
            Shelf::Expired => "expired",
            Shelf::Withdrawn => "withdrawn",
        }
    }

    /// Where a listing stands: what is being written stands where the draft does.
    fn of(listing: &Outline) -> Shelf {
        match (listing.draft, listing.status) {
            (Some((_, true)), _) => Shelf::Scheduled,
            (Some((Status::InReview, _)), _) => Shelf::InReview,
            (Some(_), _) | (None, Status::Draft | Status::InReview) => Shelf::Draft,
            (None, Status::Published) => Shelf::Published,
            (None, Status::Expired) => Shelf::Expired,
            (None, Status::Withdrawn) => Shelf::Withdrawn,
        }
    }
}

/// What a desk shows of a body.
pub struct DeskAnswer {
    /// How many listings stand on each shelf, in the order of [`Shelf::ALL`].
    pub counts: Vec<(Shelf, usize)>,
    /// How many there are of those that were asked for.
    pub total: u64,
    /// A piece of them, each with its shelf.
    pub rows: Vec<(Shelf, DeskRow)>,
    /// Whether the actor may write them.
    pub may_edit: bool,
    /// Whether the actor may publish them.
    pub may_publish: bool,
}

impl Portal {
    /// The bodies whose desks somebody may see, by name; every body for a steward
    /// would be too many, who finds them by their pages.
    pub fn own_desks(&self, actor: &Actor) -> Result<Vec<(OrganizationId, Role)>, Error> {
        let person = actor.person().ok_or(Error::SignInFirst)?;
        let snapshot = self.snapshot();
        let mut bodies: Vec<(OrganizationId, Role)> = person
            .roles
            .iter()
            .map(|(body, role)| (body.clone(), *role))
            .collect();
        bodies.sort_by_key(|(body, _)| snapshot.directory.organization_name(body).to_lowercase());
        Ok(bodies)
    }

    /// A piece of the listings of a body: of one shelf, or of all in their order.
    pub async fn desk(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        (shelf, (offset, limit)): (Option<Shelf>, (usize, usize)),
    ) -> Result<DeskAnswer, Error> {
        let mut all = self.shelved_at_desk(actor, body, None).await?;
        let counts = Shelf::ALL.map(|shelf| {
            let here = all.iter().filter(|(stands, _)| *stands == shelf);
            (shelf, here.count())
        });
        all.retain(|(stands, _)| shelf.is_none_or(|shelf| shelf == *stands));
        let shown: Vec<(Shelf, i32)> = all.iter().skip(offset).take(limit).copied().collect();
        let ids: Vec<i32> = shown.iter().map(|(_, id)| *id).collect();
        let mut rows: HashMap<i32, DeskRow> = self
            .store
            .desk_of(&ids)
            .await?
            .into_iter()
            .map(|row| (row.offering.id, row))
            .collect();
        Ok(DeskAnswer {
            counts: counts.to_vec(),
            rows: shown
                .iter()
                .filter_map(|(shelf, id)| Some((*shelf, rows.remove(id)?)))
                .collect(),
            total: all.len() as u64,
            may_edit: self.enter_desk(actor, body, Role::Editor).is_ok(),
            may_publish: self.enter_desk(actor, body, Role::Approver).is_ok(),
        })
    }

    /// The rows of the listings of a body, each with its shelf: those of one shelf, or
    /// all in their order.
    pub(crate) async fn shelved_at_desk(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        shelf: Option<Shelf>,
    ) -> Result<Vec<(Shelf, i32)>, Error> {
        self.enter_desk(actor, body, Role::Member)?;
        let outline = self.store.desk_outline(body).await?;
        let mut all: Vec<(Shelf, i32)> = outline
            .iter()
            .map(|listing| (Shelf::of(listing), listing.id))
            .filter(|(stands, _)| shelf.is_none_or(|shelf| shelf == *stands))
            .collect();
        all.sort_by_key(|(shelf, _)| *shelf);
        Ok(all)
    }

    /// One listing of a body with its draft. Another body's is not found.
    pub async fn desk_listing(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        slug: &OfferingId,
    ) -> Result<DeskListing, Error> {
        self.enter_desk(actor, body, Role::Member)?;
        let offering = self
            .store
            .offering(slug)
            .await?
            .filter(|row| row.provider == *body)
            .ok_or(Error::NotFound)?;
        let draft = self.store.draft(offering.id).await?;
        let current = match offering.edition {
            Some(id) => self.store.editions(&[id]).await?.pop(),
            None => None,
        };
        let draft = match (draft, &current) {
            (Some(draft), _) => draft,
            (None, Some(current)) => untouched(offering.id, current.content.clone(), self),
            (None, None) => return Err(Error::NotFound),
        };
        Ok(DeskListing {
            offering,
            draft,
            current,
        })
    }

    /// What was done to a listing, newest first.
    pub async fn listing_history(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        slug: &OfferingId,
    ) -> Result<Vec<Done>, Error> {
        self.enter_desk(actor, body, Role::Member)?;
        Ok(self.store.done_to(body, slug.as_str(), 50).await?)
    }
}

/// The draft that nobody has begun.
fn untouched(offering: i32, content: Content, portal: &Portal) -> Draft {
    Draft {
        offering,
        content,
        unread: Default::default(),
        version: 0,
        stage: Stage::at(Status::Draft),
        edited_by: None,
        updated_at: portal.clock.now(),
        publish_on: None,
    }
}
