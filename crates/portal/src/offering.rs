//! Reading one offering.

use crate::{Error, Judged, Portal, Snapshot};
use interlocal_catalog::{
    OfferingId, PlaceId,
    offering::Status,
    policy::{self, Action, Actor},
};
use interlocal_store::{Adoption, Edition};
use std::sync::Arc;

/// An offering as its page shows it.
pub struct OfferingAnswer {
    /// The offering with its edition and the verdict.
    pub judged: Judged,
    /// Who is known to use it.
    pub users: Vec<Adoption>,
    /// Its editions, newest first.
    pub history: Vec<Edition>,
    /// What the answer was made from.
    pub snapshot: Arc<Snapshot>,
}

/// Where a slug leads.
pub enum Located {
    /// To this offering.
    Here(Box<OfferingAnswer>),
    /// To the offering with this slug, for good.
    Moved(OfferingId),
}

impl Portal {
    /// The offering with this slug, or where an alias leads. What the actor may
    /// not see is not found.
    pub async fn read_offering(
        &self,
        actor: &Actor,
        slug: &OfferingId,
        chosen: Option<&PlaceId>,
    ) -> Result<Located, Error> {
        let snapshot = self.view(actor);
        let shelved = snapshot
            .shelf
            .by_slug(slug)
            .filter(|found| policy::may(actor, Action::See(Status::Published, found.visibility)))
            .ok_or(Error::NotFound)?;
        if shelved.slug != *slug {
            return Ok(Located::Moved(shelved.slug.clone()));
        }
        let judged = self
            .judged(&snapshot, std::slice::from_ref(shelved), chosen)
            .await?;
        let judged = judged.into_iter().next().ok_or(Error::NotFound)?;
        let history = self.history_for(actor, shelved.id).await?;
        let users = snapshot.register.users_of(shelved.id).to_vec();
        Ok(Located::Here(Box::new(OfferingAnswer {
            judged,
            users,
            history,
            snapshot: Arc::clone(&snapshot),
        })))
    }
}
