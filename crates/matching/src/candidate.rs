//! Who seeks, and who might be a partner.

use crate::{null_as_absent::null_as_absent, record::Record};
use interlocal_catalog::{jurisdiction::Kind, organization::Level};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A body: an organization's slug, or a jurisdiction's key.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BodyId(String);

impl BodyId {
    /// Takes the text as it is.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BodyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for BodyId {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// What kind of body it is, in the words that eligibility lists use.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub enum BodyLevel {
    /// The office of a state's CIO.
    StateCio,
    /// Another agency of a state.
    StateAgency,
    /// A body of several states.
    MultiState,
    /// A regional body.
    Regional,
    /// A public utility.
    Utility,
    /// A government of the Census list.
    Government(Kind),
    /// Any other local body.
    Other(String),
}

impl BodyLevel {
    /// The word in case files and eligibility lists.
    pub fn word(&self) -> &str {
        match self {
            BodyLevel::StateCio => "state_cio",
            BodyLevel::StateAgency => "state_agency",
            BodyLevel::MultiState => "multi_state",
            BodyLevel::Regional => "regional",
            BodyLevel::Utility => "utility",
            BodyLevel::Government(kind) => kind.word(),
            BodyLevel::Other(word) => word,
        }
    }

    /// The level it counts to where the directory does not say otherwise.
    pub fn level(&self) -> Level {
        match self {
            BodyLevel::StateCio
            | BodyLevel::StateAgency
            | BodyLevel::MultiState
            | BodyLevel::Government(Kind::State | Kind::Territory | Kind::StateAgency) => {
                Level::State
            }
            BodyLevel::Regional | BodyLevel::Utility => Level::Regional,
            BodyLevel::Government(_) | BodyLevel::Other(_) => Level::Local,
        }
    }
}

impl From<String> for BodyLevel {
    fn from(word: String) -> Self {
        match word.as_str() {
            "state_cio" => BodyLevel::StateCio,
            "state_agency" => BodyLevel::StateAgency,
            "multi_state" => BodyLevel::MultiState,
            "regional" => BodyLevel::Regional,
            "utility" => BodyLevel::Utility,
            other => match other.parse() {
                Ok(kind) => BodyLevel::Government(kind),
                Err(_) => BodyLevel::Other(word),
            },
        }
    }
}

/// Whether the laws of two states allow an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CrossState {
    /// They do.
    Permitted,
    /// A bar is on record.
    Barred,
}

/// The government that asks.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Seeker {
    /// Its id.
    pub id: BodyId,
    /// Its name.
    pub name: String,
    /// What kind of body it is.
    pub level: BodyLevel,
    /// Postal code of its state.
    pub state: String,
    /// Its population, where known.
    #[serde(default)]
    pub pop: Option<u64>,
    /// The legal entity it is part of, where that is another than itself.
    #[serde(default, alias = "entity")]
    pub legal_entity: Option<BodyId>,
}

/// A body of the directory, with what is known between it and the seeker.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Candidate {
    /// Its id.
    pub id: BodyId,
    /// Its name.
    pub name: String,
    /// What kind of body it is.
    pub level: BodyLevel,
    /// Its level in the directory, where that is not what the kind says.
    #[serde(default)]
    pub directory_level: Option<Level>,
    /// Postal code of its state; none for a body of many states.
    #[serde(default)]
    pub state: Option<String>,
    /// Its population, where known.
    #[serde(default)]
    pub pop: Option<u64>,
    /// Miles between it and the seeker, where known.
    #[serde(default)]
    pub distance_mi: Option<f64>,
    /// Whether the seeker lies in the area it serves.
    #[serde(default, deserialize_with = "null_as_absent")]
    pub serves_area: bool,
    /// Whether its area touches the seeker's.
    #[serde(default, deserialize_with = "null_as_absent")]
    pub contiguous: bool,
    /// Whether both lie in one region.
    #[serde(default, deserialize_with = "null_as_absent")]
    pub same_region: bool,
    /// Agreements with the seeker on record.
    #[serde(default, deserialize_with = "null_as_absent")]
    pub agreements: u32,
    /// Memberships shared with the seeker.
    #[serde(default, deserialize_with = "null_as_absent")]
    pub memberships: u32,
    /// Whether the two states' laws allow an agreement, where on record.
    #[serde(default)]
    pub cross_state: Option<CrossState>,
    /// The legal entity it is part of, where that is another than itself.
    #[serde(default, alias = "entity")]
    pub legal_entity: Option<BodyId>,
    /// Whether it opted out of matching.
    #[serde(default, alias = "opt_out", deserialize_with = "null_as_absent")]
    pub opted_out: bool,
    /// What is on record about it in the category of the need.
    #[serde(default, deserialize_with = "null_as_absent")]
    pub records: Vec<Record>,
}

impl Candidate {
    /// The level it counts to.
    pub fn counts_as(&self) -> Level {
        self.directory_level.unwrap_or_else(|| self.level.level())
    }

    /// Whether it is the seeker itself or part of the same legal entity.
    pub fn is_same_entity(&self, seeker: &Seeker) -> bool {
        self.legal_entity.as_ref().unwrap_or(&self.id)
            == seeker.legal_entity.as_ref().unwrap_or(&seeker.id)
            || self.id == seeker.id
    }

    /// Whether it is in the seeker's state.
    pub fn is_in_state_of(&self, seeker: &Seeker) -> bool {
        self.state.as_deref() == Some(seeker.state.as_str())
    }
}
