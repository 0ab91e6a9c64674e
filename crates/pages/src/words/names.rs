//! Who is meant by an identifier.

use interlocal_catalog::{OrganizationId, PlaceId, ProgramId, SupplierId, jurisdiction::Kind};

/// How identifiers are named in sentences.
pub struct Names<'a> {
    /// A jurisdiction: `Cook County, Illinois`.
    pub place: &'a dyn Fn(&PlaceId) -> String,
    /// A body: `Arden Office of Technology`.
    pub organization: &'a dyn Fn(&OrganizationId) -> String,
    /// An offering or program: `NASPO ValuePoint`.
    pub program: &'a dyn Fn(&ProgramId) -> String,
    /// A supplier.
    pub supplier: &'a dyn Fn(&SupplierId) -> String,
    /// A participation as a sentence: `Arden takes part since March 1, 2024`.
    pub participation: &'a dyn Fn(&str) -> Option<String>,
}

/// The government that asks.
#[derive(Clone, Debug)]
pub struct Asker {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
}

/// A group that a source names beside governments, as people write it.
pub fn group_in_words(word: &str) -> String {
    word.replace(['-', '_'], " ")
}
