//! Reading one offering.

use crate::{Error, Judged, Portal, Snapshot};
use interlocal_catalog::{
    OfferingId, PlaceId,
    changes::{FieldChange, changes},
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

/// Two editions of an offering.
pub struct EditionPair {
    /// The older one.
    pub old: Edition,
    /// The newer one.
    pub new: Edition,
    /// Number of the newest there is.
    pub newest: i32,
    /// What differs.
    pub changes: Vec<FieldChange>,
}

impl Portal {
    /// What changed between two editions of an offering; the two newest where none
    /// is named. Editions that do not exist are not found.
    pub async fn read_changes(
        &self,
        actor: &Actor,
        slug: &OfferingId,
        (from, to): (Option<i32>, Option<i32>),
    ) -> Result<EditionPair, Error> {
        let answer = match self.read_offering(actor, slug, None).await? {
            Located::Here(answer) => answer,
            Located::Moved(_) => return Err(Error::NotFound),
        };
        let newest = answer.judged.edition.number;
        let to = to.unwrap_or(newest);
        let from = from.unwrap_or(to - 1);
        let edition = |number: i32| {
            answer
                .history
                .iter()
                .find(|edition| edition.number == number)
                .cloned()
                .ok_or(Error::NotFound)
        };
        let (old, new) = (edition(from)?, edition(to)?);
        Ok(EditionPair {
            changes: changes(&old.content, &new.content),
            old,
            new,
            newest,
        })
    }

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
            .filter(|found| policy::may(actor, Action::See(Status::Published, found.visibility)));
        let Some(shelved) = shelved else {
            return Err(self.gone(actor, slug).await?);
        };
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
