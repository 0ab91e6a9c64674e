//! Everything the portal answers from, as of one moment; replaced as a whole.

use crate::{
    directory::Directory,
    register::Register,
    shelf::{Shelf, Shelved},
};
use interlocal_catalog::{OfferingId, ProgramId, announcement::Announcement, policy::Visibility};
use interlocal_store::RuleSet;
use std::{collections::HashSet, sync::Arc};

/// What the portal knows at one moment, as far as its readers may know of it: whatever
/// is made from one cannot show more than they may see.
#[derive(Clone, Default)]
pub struct Snapshot {
    /// Governments and bodies.
    pub directory: Arc<Directory>,
    /// Published offerings in short.
    pub(crate) shelf: Arc<Shelf>,
    /// Dated facts.
    pub register: Arc<Register>,
    /// What pages announce, on the days on which it stands.
    pub announcements: Arc<Vec<Announcement>>,
    /// Rule sets by number, in order.
    pub(crate) rule_sets: Arc<Vec<(i32, RuleSet)>>,
    /// Grows when a rule set is added or a fact changes.
    pub(crate) rules_version: u64,
    /// Who its readers are.
    pub(crate) audience: Visibility,
    /// Offerings that its readers may not know of, as programs.
    pub(crate) hidden: Arc<HashSet<ProgramId>>,
    /// The outbox sequence up to which this is known.
    pub(crate) sequence: i64,
}

impl Snapshot {
    /// How many offerings are published.
    pub fn offering_count(&self) -> usize {
        self.shelf.len()
    }

    /// The published offering with this row.
    pub fn offering(&self, id: i32) -> Option<&Shelved> {
        self.shelf.get(id).map(Arc::as_ref)
    }

    /// The published offering with this slug or alias.
    pub fn offering_with(&self, slug: &OfferingId) -> Option<&Shelved> {
        self.shelf.by_slug(slug).map(Arc::as_ref)
    }

    /// The published offering that a program is, where it is one.
    pub fn offering_of(&self, program: &ProgramId) -> Option<&Shelved> {
        self.shelf
            .by_slug(&OfferingId::new(program.as_str()))
            .map(Arc::as_ref)
    }

    /// The title of the offering that a program is; else its identifier in words.
    pub fn program_name(&self, program: &ProgramId) -> String {
        self.offering_of(program).map_or_else(
            || program.as_str().replace('-', " "),
            |offering| offering.title.clone(),
        )
    }

    /// Whether any published offering has a last day.
    pub fn some_offering_ends(&self) -> bool {
        self.shelf.some_end()
    }
}
