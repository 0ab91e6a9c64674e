//! Decision memos.

pub mod edit;
pub mod files;
pub mod freeze;
pub mod list;
pub mod new;
pub mod parts;
pub mod show;
pub mod verify;

use super::visit::Visit;
use crate::error::Failure;
use interlocal_catalog::{
    PlaceId,
    eligibility::Verdict,
    memo::{FrozenLink, FrozenMemo},
};
use interlocal_pages::words::{Asker, links_in_sentences};
use interlocal_portal::memos::read::MemoRead;

/// The number of a memo in an address.
fn number(text: &str) -> Result<i32, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

impl Visit {
    /// A memo as it is frozen, or as it would be frozen now.
    pub fn memo_of(&self, read: &MemoRead) -> Result<FrozenMemo, Failure> {
        match &read.frozen {
            Some(frozen) => Ok(frozen.clone()),
            None => {
                let tell = |place: &PlaceId, verdict: &Verdict| self.links_told(place, verdict);
                Ok(self.app.portal.memo_as_it_stands(read, &tell)?)
            }
        }
    }

    /// The chain of a verdict in the sentences of pages.
    pub fn links_told(&self, place: &PlaceId, verdict: &Verdict) -> Vec<FrozenLink> {
        let directory = &self.snapshot.directory;
        let Some(row) = directory.jurisdiction(place) else {
            return Vec::new();
        };
        let asker = Asker {
            name: directory.name(place).to_owned(),
            kind: row.key.kind(),
        };
        self.with_names(|names| {
            links_in_sentences(verdict, &asker, names)
                .into_iter()
                .map(|line| FrozenLink {
                    name: line.name,
                    state: line.state,
                    because: line.sentences,
                })
                .collect()
        })
    }
}
