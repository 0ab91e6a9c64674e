//! What is to be done about a listing that a file wants.

use super::{Entry, hash_of};
use crate::Error;
use interlocal_catalog::{OfferingId, OrganizationId, offering::Status};
use interlocal_store::{DeskRow, Draft, Edition, ImportedListing, OfferingRow, Store, Tx};
use std::collections::HashMap;

/// Listings of a desk that are read at once.
const AT_ONCE: usize = 1_000;

/// What is to be done.
pub enum Decision {
    /// A new draft.
    Create,
    /// The draft of an earlier import, which nobody has touched, is written anew.
    Rewrite(OfferingRow, Box<Draft>),
    /// A draft beside the edition that stands.
    Propose(OfferingRow, Box<Edition>),
    /// Nothing is new.
    Nothing(OfferingId),
    /// A person should look: the listing, and why.
    Doubt(OfferingId, String),
}

/// What a body has already, by the number of the contract and by the title.
#[derive(Default)]
pub struct Known {
    by_number: HashMap<String, OfferingId>,
    by_title: HashMap<String, OfferingId>,
}

impl Known {
    /// What the desk of a body holds, read a part at a time: it may hold what files of
    /// a hundred thousand rows have made.
    pub async fn of(store: &Store, body: &OrganizationId) -> Result<Self, Error> {
        let mut known = Self::default();
        let outline = store.desk_outline(body).await?;
        let ids: Vec<i32> = outline.into_iter().map(|one| one.id).collect();
        for part in ids.chunks(AT_ONCE) {
            for row in store.desk_of(part).await? {
                known.add(row);
            }
        }
        Ok(known)
    }

    fn add(&mut self, row: DeskRow) {
        let draft = row.draft.map(|draft| draft.content);
        let edition = row.edition.map(|edition| edition.content);
        for content in [draft, edition].into_iter().flatten() {
            let slug = row.offering.slug.clone();
            let number = content.details.contract.map(|contract| contract.number);
            if let Some(number) = number.filter(|number| !number.is_empty()) {
                self.by_number.insert(number.to_lowercase(), slug.clone());
            }
            self.by_title.insert(content.title.to_lowercase(), slug);
        }
    }

    /// A listing that may be the same: the number where the entry has one, else the title.
    fn twin(&self, entry: &Entry) -> Option<(&OfferingId, &'static str)> {
        let number = entry.contract.as_ref().map(|contract| &contract.number);
        match number.filter(|number| !number.is_empty()) {
            Some(number) => {
                let twin = self.by_number.get(&number.to_lowercase())?;
                Some((twin, "has the same contract number"))
            }
            None => {
                let twin = self.by_title.get(&entry.title.to_lowercase())?;
                Some((twin, "has the same title"))
            }
        }
    }
}

/// The hash of what a source says of a listing.
pub fn hash(entry: &Entry) -> String {
    hash_of(serde_json::to_string(entry).unwrap_or_default().as_bytes())
}

/// Decides, as this transaction sees the database.
pub async fn decide(
    store: &Store,
    tx: &Tx,
    entry: &Entry,
    before: Option<&ImportedListing>,
    known: &Known,
) -> Result<Decision, Error> {
    let Some(before) = before else {
        return Ok(match known.twin(entry) {
            Some((twin, why)) => Decision::Doubt(
                twin.clone(),
                format!(
                    "the listing {twin} {why}; nothing was written: see whether it is the same"
                ),
            ),
            None => Decision::Create,
        });
    };
    let slug = before.slug.clone();
    if before.hash == hash(entry) {
        return Ok(Decision::Nothing(slug));
    }
    let Some(row) = tx.offering(&slug).await? else {
        return Ok(Decision::Create);
    };
    let doubt = |why: &str| {
        Decision::Doubt(
            slug.clone(),
            format!("{why}; what is new in the file was not written"),
        )
    };
    if let Some(draft) = tx.draft(row.id).await? {
        let untouched = draft.edited_by.is_none()
            && draft.version == before.draft_version
            && draft.stage.status == Status::Draft;
        return Ok(if untouched {
            Decision::Rewrite(row, Box::new(draft))
        } else {
            doubt("somebody has written on the draft of this listing since the last import")
        });
    }
    if row.status == Status::Withdrawn {
        return Ok(doubt("the listing was withdrawn"));
    }
    let editions = store.editions(row.edition.as_slice()).await?;
    Ok(match editions.into_iter().next() {
        Some(edition) => Decision::Propose(row, Box::new(edition)),
        None => doubt("the listing has neither a draft nor an edition"),
    })
}
