//! The shelf as everybody sees it, page by page: restricted offerings are not there,
//! restricted facts and the names of restricted programs are taken out.

use super::PAGE;
use crate::{Error, audience::editions_for_everybody};
use interlocal_catalog::{
    OfferingId, ProgramId, policy::Visibility, restriction::RestrictableField,
};
use interlocal_store::{Edition, Listing, OfferingRow, Store};
use std::collections::HashSet;

/// What everybody may see of a database.
pub struct Public<'a> {
    store: &'a Store,
    hidden: HashSet<ProgramId>,
}

/// An offering as everybody sees it.
pub struct Shown {
    /// The offering.
    pub offering: OfferingRow,
    /// Other slugs that lead to it, in order.
    pub aliases: Vec<OfferingId>,
    /// The current edition.
    pub edition: Edition,
    /// Whether nothing was taken out of it.
    pub is_whole: bool,
    /// Whether everybody may know who uses it.
    pub tells_its_users: bool,
}

impl<'a> Public<'a> {
    /// Of this database, as it is now.
    pub async fn of(store: &'a Store) -> Result<Self, Error> {
        let hidden = store.hidden_offerings().await?;
        Ok(Self { store, hidden })
    }

    /// Whether everybody may know of a program.
    pub fn tells_of(&self, program: &ProgramId) -> bool {
        !self.hidden.contains(program)
    }

    /// Offerings with a row after this one, and the last row that was looked at; none
    /// where there are no more.
    pub async fn page(&self, after: i32) -> Result<Option<(i32, Vec<Shown>)>, Error> {
        let found = self.store.published(after, PAGE).await?;
        let Some(last) = found.last().map(|listing| listing.offering.id) else {
            return Ok(None);
        };
        let shown = found.into_iter().filter_map(|listing| self.shown(listing));
        Ok(Some((last, shown.collect())))
    }

    fn shown(&self, listing: Listing) -> Option<Shown> {
        let Listing {
            offering,
            mut edition,
            mut aliases,
        } = listing;
        let open = [offering.visibility, edition.content.visibility];
        if open != [Visibility::Public; 2] {
            return None;
        }
        let fields = edition.content.restricted_fields.clone();
        let is_whole = fields.is_empty() && !edition.content.names(&self.hidden);
        edition.content = edition.content.without(&fields, &self.hidden);
        aliases.sort();
        Some(Shown {
            offering,
            aliases,
            edition,
            is_whole,
            tells_its_users: !fields.contains(&RestrictableField::KnownUsers),
        })
    }

    /// Every edition of these offerings that everybody may see, the oldest first, one
    /// list an offering.
    pub async fn histories(&self, shown: &[Shown]) -> Result<Vec<Vec<Edition>>, Error> {
        let ids: Vec<i32> = shown.iter().map(|one| one.offering.id).collect();
        let mut found = self.store.editions_of(&ids).await?;
        let lists = ids.iter().map(|id| {
            let editions = found.remove(id).unwrap_or_default();
            editions_for_everybody(editions, &self.hidden)
        });
        Ok(lists.collect())
    }
}
