//! One's own shortlist: rows of an account, or slugs that a visitor's browser keeps.

use crate::{Error, FieldFault, Judged, Portal, gate};
use interlocal_catalog::{OfferingId, PlaceId, policy::Actor, weighing::MOST_SHORTLISTED};
use interlocal_store::Starred;
use std::{collections::BTreeSet, sync::Arc};

/// Letters that a note may have.
pub(crate) const LONGEST_NOTE: usize = 2_000;

/// An offering on somebody's list.
pub struct StarRead {
    /// The offering with the verdict for the chosen government.
    pub judged: Judged,
    /// Their own words; may be empty.
    pub note: String,
}

impl Portal {
    /// Somebody's shortlist: what their account keeps, then what their browser does.
    /// What they may not see is not on it.
    pub async fn read_shortlist(
        &self,
        actor: &Actor,
        kept: &[OfferingId],
        chosen: Option<&PlaceId>,
    ) -> Result<Vec<StarRead>, Error> {
        let snapshot = self.view(actor);
        let mut stars = match actor.person() {
            Some(person) => self.store.shortlist_of(person.id).await?,
            None => Vec::new(),
        };
        for slug in kept {
            if let Some(found) = snapshot.shelf.by_slug(slug)
                && !stars.iter().any(|star| star.offering == found.id)
            {
                stars.push(Starred {
                    offering: found.id,
                    note: String::new(),
                });
            }
        }
        stars.retain(|star| snapshot.shelf.get(star.offering).is_some());
        let offerings: Vec<Arc<crate::Shelved>> = stars
            .iter()
            .filter_map(|star| snapshot.shelf.get(star.offering).cloned())
            .collect();
        let judged = self.judged(&snapshot, &offerings, chosen).await?;
        Ok(judged
            .into_iter()
            .map(|judged| {
                let star = stars.iter().find(|star| star.offering == judged.shelved.id);
                StarRead {
                    note: star.map(|star| star.note.clone()).unwrap_or_default(),
                    judged,
                }
            })
            .collect())
    }

    /// The slugs of what an account keeps, as far as the actor may see them.
    pub async fn starred(&self, actor: &Actor) -> Result<BTreeSet<OfferingId>, Error> {
        let Some(person) = actor.person() else {
            return Ok(BTreeSet::new());
        };
        let snapshot = self.view(actor);
        let stars = self.store.shortlist_of(person.id).await?;
        Ok(stars
            .iter()
            .filter_map(|star| snapshot.shelf.get(star.offering))
            .map(|found| found.slug.clone())
            .collect())
    }

    /// Sets offerings aside in an account; those that nobody may see are passed over.
    pub async fn star(&self, actor: &Actor, slugs: &[OfferingId]) -> Result<(), Error> {
        let person = gate::person(actor)?;
        let snapshot = self.view(actor);
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let mut held = tx.shortlist_of(person.id).await?.len();
        for found in slugs.iter().filter_map(|slug| snapshot.shelf.by_slug(slug)) {
            if held >= MOST_SHORTLISTED {
                return Err(Error::Conflict(format!(
                    "A shortlist holds {MOST_SHORTLISTED} offerings at most. Take some off first."
                )));
            }
            tx.star(person.id, found.id, at).await?;
            held = tx.shortlist_of(person.id).await?.len();
        }
        Ok(tx.commit().await?)
    }

    /// Takes an offering off an account's list.
    pub async fn unstar(&self, actor: &Actor, slug: &OfferingId) -> Result<(), Error> {
        let person = gate::person(actor)?;
        let snapshot = self.view(actor);
        let Some(found) = snapshot.shelf.by_slug(slug) else {
            return Ok(());
        };
        let tx = self.store.begin().await?;
        tx.unstar(person.id, found.id).await?;
        Ok(tx.commit().await?)
    }

    /// Keeps somebody's own words on an offering of their list.
    pub async fn note_star(
        &self,
        actor: &Actor,
        slug: &OfferingId,
        note: &str,
    ) -> Result<(), Error> {
        let person = gate::person(actor)?;
        if note.chars().count() > LONGEST_NOTE {
            return Err(Error::Invalid(vec![FieldFault {
                field: format!("note-{slug}"),
                message: format!("Say it in {LONGEST_NOTE} letters or fewer"),
            }]));
        }
        let snapshot = self.view(actor);
        let found = snapshot.shelf.by_slug(slug).ok_or(Error::NotFound)?;
        let tx = self.store.begin().await?;
        if !tx.note_star(person.id, found.id, note.trim()).await? {
            return Err(Error::NotFound);
        }
        Ok(tx.commit().await?)
    }
}
