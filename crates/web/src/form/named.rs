//! Names as people type them: of governments, offerings and programs.

use super::{Faults, Fields, weighing::slug};
use interlocal_catalog::{OfferingId, PlaceId, ProgramId};
pub use interlocal_pages::components::pick::Meant;
use interlocal_portal::{Portal, Snapshot, choose_offering::Named};

/// A form with what its names are read against.
pub struct Typed<'a> {
    /// The fields.
    pub fields: &'a Fields,
    /// The portal.
    pub portal: &'a Portal,
    /// What it knows, as far as the writer may see it.
    pub snapshot: &'a Snapshot,
}

impl Typed<'_> {
    /// The government that a field names; a name that several bear asks which.
    pub fn place(&self, name: &'static str, faults: &mut Faults, meant: &mut Meant) -> PlaceId {
        let text = self.fields.last(name).unwrap_or_default();
        let named = self.portal.governments_named(self.snapshot, text);
        self.one(name, named, faults, meant).unwrap_or_else(|| {
            if meant.iter().all(|(field, _)| *field != name) {
                faults.add(name, "Write the name of a government with its state");
            }
            PlaceId::new("")
        })
    }

    /// The offering that a field names, by its address too; words that fit several ask
    /// which.
    pub fn offering(
        &self,
        name: &'static str,
        faults: &mut Faults,
        meant: &mut Meant,
    ) -> OfferingId {
        let text = self.fields.last(name).unwrap_or_default();
        let text = match text.contains("/offerings/") {
            true => slug(text).to_string(),
            false => text.to_owned(),
        };
        let named = self.snapshot.offerings_named(&text);
        let found = self.one(name, named, faults, meant);
        found.unwrap_or_else(|| OfferingId::new(text))
    }

    /// The program that a field names: an offering, or one that has a name alone.
    pub fn program(&self, faults: &mut Faults, meant: &mut Meant) -> ProgramId {
        let text = self.fields.last("program").unwrap_or_default();
        let program = ProgramId::new(text);
        if self.snapshot.is_program(&program) {
            return program;
        }
        ProgramId::new(self.offering("program", faults, meant).as_str())
    }

    fn one<T: Clone + PartialEq + ToString>(
        &self,
        name: &'static str,
        named: Named<T>,
        faults: &mut Faults,
        meant: &mut Meant,
    ) -> Option<T> {
        let picked = self.fields.last(&format!("{name}_key")).unwrap_or_default();
        let found = named.picked(|one| one.to_string() == picked);
        if let (None, Named::Several(near)) = (&found, &named)
            && !near.is_empty()
        {
            let text = self.fields.last(name).unwrap_or_default();
            faults.add(name, format!("“{text}” may mean several; choose one below"));
            let near = near
                .iter()
                .map(|(one, words)| (one.to_string(), words.clone()));
            meant.push((name, near.collect()));
        }
        found
    }
}
