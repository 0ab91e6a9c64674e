//! Two audiences: everybody, and people of verified governments. Each reads from a
//! view of its own, so that no use case can show more than its reader may see.

use crate::{
    Error, Portal, Snapshot,
    directory::Directory,
    document::document,
    shelf::{Shelf, Shelved},
};
use interlocal_catalog::{
    ProgramId,
    policy::{Actor, Visibility},
    restriction::RestrictableField,
};
use interlocal_search::{Change, OfferingDoc, PUBLIC};
use interlocal_store::{Edition, Listing};
use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, PoisonError},
};

/// The visibility term of what verified governments alone see.
const VERIFIED: &str = "verified_governments";
/// The visibility term of an offering without its restricted facts, which stands
/// beside the whole one and is for everybody else.
const EVERYBODY_ELSE: &str = "everybody_else";

/// One moment, as each audience sees it.
#[derive(Clone, Default)]
pub struct Views {
    everybody: Arc<Snapshot>,
    whole: Arc<Snapshot>,
}

impl Portal {
    /// What the portal knows at this moment and everybody may see.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.views().everybody
    }

    /// What the portal knows at this moment and the actor may see.
    pub fn view(&self, actor: &Actor) -> Arc<Snapshot> {
        if actor.is_verified() {
            self.whole()
        } else {
            self.snapshot()
        }
    }

    /// Everything that the portal knows at this moment: for decisions, never for readers.
    pub(crate) fn whole(&self) -> Arc<Snapshot> {
        self.views().whole
    }

    fn views(&self) -> Views {
        let kept = self.views.read().unwrap_or_else(PoisonError::into_inner);
        kept.clone()
    }

    /// Puts a later moment in the place of the one before. As long as nothing is
    /// restricted both audiences share one view.
    pub(crate) fn replace_views(
        &self,
        mut whole: Snapshot,
        public_shelf: Shelf,
        hidden: HashSet<ProgramId>,
    ) {
        let shared = hidden.is_empty() && !whole.shelf.some_restricted();
        if !shared {
            whole.audience = Visibility::VerifiedGovernments;
        }
        let whole = Arc::new(whole);
        let everybody = if shared {
            Arc::clone(&whole)
        } else {
            let told = |offering: i32| {
                whole.shelf.get(offering).is_none_or(|found| {
                    found.visibility == Visibility::Public
                        && !found
                            .restricted_fields
                            .contains(&RestrictableField::KnownUsers)
                })
            };
            Arc::new(Snapshot {
                audience: Visibility::Public,
                shelf: Arc::new(public_shelf),
                register: Arc::new(whole.register.without(&hidden, told)),
                hidden: Arc::new(hidden),
                ..Snapshot::clone(&whole)
            })
        };
        let mut kept = self.views.write().unwrap_or_else(PoisonError::into_inner);
        *kept = Views { everybody, whole };
    }

    /// The editions of an offering that the actor may read, newest first. What the
    /// current edition restricts is restricted in the ones before it too.
    pub(crate) async fn history_for(
        &self,
        actor: &Actor,
        offering: i32,
    ) -> Result<Vec<Edition>, Error> {
        let history = self.store.history(offering).await?;
        Ok(self.readable(actor, history))
    }

    /// The same of several offerings at once.
    pub(crate) async fn histories_for(
        &self,
        actor: &Actor,
        offerings: &[i32],
    ) -> Result<HashMap<i32, Vec<Edition>>, Error> {
        let histories = self.store.histories(offerings).await?.into_iter();
        Ok(histories
            .map(|(offering, history)| (offering, self.readable(actor, history)))
            .collect())
    }

    /// What the actor may read of the editions of an offering, newest first.
    fn readable(&self, actor: &Actor, history: Vec<Edition>) -> Vec<Edition> {
        if actor.is_verified() {
            return history;
        }
        let hidden = Arc::clone(&self.snapshot().hidden);
        editions_for_everybody(history, &hidden)
    }
}

/// What is left of the editions of an offering for everybody, in the order in which they
/// stand. What the newest one restricts is restricted in the ones before it too.
pub fn editions_for_everybody(editions: Vec<Edition>, hidden: &HashSet<ProgramId>) -> Vec<Edition> {
    let newest = editions.iter().max_by_key(|edition| edition.number);
    let now: Vec<RestrictableField> = newest
        .map(|edition| edition.content.restricted_fields.clone())
        .unwrap_or_default();
    editions
        .into_iter()
        .filter(|edition| edition.content.visibility == Visibility::Public)
        .map(|mut edition| {
            let mut fields = edition.content.restricted_fields.clone();
            fields.extend(&now);
            edition.content = edition.content.without(&fields, hidden);
            edition
        })
        .collect()
}

impl Snapshot {
    /// An edition as the readers of this view see it.
    pub(crate) fn seen(&self, edition: &Arc<Edition>) -> Arc<Edition> {
        let content = &edition.content;
        let whole = self.audience == Visibility::VerifiedGovernments
            || (content.restricted_fields.is_empty() && !content.names(&self.hidden));
        if whole {
            return Arc::clone(edition);
        }
        Arc::new(Edition {
            content: content.without(&content.restricted_fields, &self.hidden),
            ..Edition::clone(edition)
        })
    }

    /// The visibility terms of the index that the readers of this view may see.
    pub(crate) fn visible_terms(&self) -> Vec<String> {
        let own = match self.audience {
            Visibility::Public => EVERYBODY_ELSE,
            Visibility::VerifiedGovernments => VERIFIED,
        };
        vec![PUBLIC.to_owned(), own.to_owned()]
    }
}

/// The short form of a listing for everybody; none where it is not for everybody.
pub fn for_everybody(listing: &Listing, directory: &Directory) -> Option<Shelved> {
    Some(Shelved::of(&left_of(listing)?, directory))
}

fn left_of(listing: &Listing) -> Option<Listing> {
    let content = &listing.edition.content;
    if content.visibility != Visibility::Public {
        return None;
    }
    let mut left = listing.clone();
    left.edition.content = content.without(&content.restricted_fields, &HashSet::new());
    Some(left)
}

/// What the index is told of an offering that changed: all of it anew, or that it is gone.
pub fn changes(id: i32, listing: Option<&Listing>, directory: &Directory) -> Vec<Change> {
    let id = i64::from(id);
    let mut changes = vec![Change::Delete(-id)];
    match listing {
        Some(listing) => changes.extend(
            documents(listing, directory)
                .into_iter()
                .map(|document| Change::Upsert(Box::new(document))),
        ),
        None => changes.push(Change::Delete(id)),
    }
    changes
}

/// The documents of a listing. One with restricted facts has two: the whole one, and
/// one without them under the negative number, so that no word of them is ever found.
pub fn documents(listing: &Listing, directory: &Directory) -> Vec<OfferingDoc> {
    let content = &listing.edition.content;
    if !content.is_restricted() {
        return vec![document(listing, directory, PUBLIC)];
    }
    let mut documents = vec![document(listing, directory, VERIFIED)];
    if let Some(left) = left_of(listing) {
        let mut other = document(&left, directory, EVERYBODY_ELSE);
        other.id = -other.id;
        documents.push(other);
    }
    documents
}
