//! The government picker: finds one of tens of thousands of places by a few letters.

mod find;
mod place_words;
mod ranking;
mod table;

pub use table::PlaceIndex;

use interlocal_catalog::jurisdiction::Kind;

/// A place as the picker knows it.
#[derive(Clone, Copy, Debug)]
pub struct PlaceEntry<'a> {
    /// The caller's number for it; comes back in the hits.
    pub position: u32,
    /// Census name with its legal suffix: `Houston city`.
    pub name: &'a str,
    /// The name without it: `Houston`.
    pub short_name: &'a str,
    /// The legal type cut from the name: `city`; may be empty.
    pub legal_type: &'a str,
    /// The kind of government.
    pub kind: Kind,
    /// Name of the county it lies in; empty when there is none.
    pub county: &'a str,
    /// Postal code of the state.
    pub state: &'a str,
    /// Name of the state.
    pub state_name: &'a str,
    /// People, where known.
    pub population: Option<u32>,
}

/// Places found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceHits {
    /// How many places fit.
    pub total: usize,
    /// How many of them bear the name exactly as typed; they come first.
    pub exact_names: usize,
    /// Whether nothing fit and one letter was taken for a slip.
    pub corrected: bool,
    /// The callers' numbers, best first.
    pub hits: Vec<u32>,
}
