//! What a memo of a state's government should consider: data per state, each entry
//! with its source. An entry is a prompt of the portal and no statement of law.

use crate::PlaceId;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is to be considered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConsiderKind {
    /// The state's own contracts.
    StateContracts,
    /// A cooperative that the state names.
    Cooperative,
}

impl ConsiderKind {
    /// Every kind, in the order of pages.
    pub const ALL: [ConsiderKind; 2] = [ConsiderKind::StateContracts, ConsiderKind::Cooperative];

    /// The word in rows and forms.
    pub fn word(self) -> &'static str {
        match self {
            ConsiderKind::StateContracts => "state_contracts",
            ConsiderKind::Cooperative => "cooperative",
        }
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            ConsiderKind::StateContracts => "The state’s own contracts first",
            ConsiderKind::Cooperative => "A cooperative that the state names",
        }
    }

    /// The kind that a word names.
    pub fn of(word: &str) -> Option<ConsiderKind> {
        ConsiderKind::ALL
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

/// An entry for one state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsiderRule {
    /// Its row.
    pub id: i32,
    /// The state or territory.
    pub state: PlaceId,
    /// What is to be considered.
    pub kind: ConsiderKind,
    /// Its name: `OhioBuys / Cooperative Purchasing Program`.
    pub name: String,
    /// Where it is; empty when not known.
    pub url: String,
    /// What the source says of it.
    pub words: String,
    /// Where that can be read.
    pub source: String,
    /// When it was checked.
    pub checked_on: NaiveDate,
}
