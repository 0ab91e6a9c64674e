//! Governments with a place, and the key that names them.

use crate::{PlaceId, point::Point};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The kinds of government, and state agencies, which ask but have no place.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One of the fifty states or the District of Columbia.
    State,
    /// A territory.
    Territory,
    /// A county or equivalent.
    County,
    /// An incorporated place.
    Municipality,
    /// A town or township with a government.
    Township,
    /// A school district.
    SchoolDistrict,
    /// A special district.
    SpecialDistrict,
    /// A tribal government; lies in a state without being subordinate to it.
    Tribal,
    /// An agency of a state.
    StateAgency,
}

impl Kind {
    /// Every kind, in the order in which pages list them.
    pub const ALL: [Kind; 9] = [
        Kind::State,
        Kind::Territory,
        Kind::County,
        Kind::Municipality,
        Kind::Township,
        Kind::SchoolDistrict,
        Kind::SpecialDistrict,
        Kind::Tribal,
        Kind::StateAgency,
    ];

    /// The word in rows and JSON: `school_district`.
    pub fn word(self) -> &'static str {
        match self {
            Kind::State => "state",
            Kind::Territory => "territory",
            Kind::County => "county",
            Kind::Municipality => "municipality",
            Kind::Township => "township",
            Kind::SchoolDistrict => "school_district",
            Kind::SpecialDistrict => "special_district",
            Kind::Tribal => "tribal",
            Kind::StateAgency => "state_agency",
        }
    }

    /// The word on pages: `school district`.
    pub fn label(self) -> &'static str {
        match self {
            Kind::SchoolDistrict => "school district",
            Kind::SpecialDistrict => "special district",
            Kind::Tribal => "tribal government",
            Kind::StateAgency => "state agency",
            other => other.word(),
        }
    }

    /// The plural on pages: `counties`.
    pub fn plural(self) -> &'static str {
        match self {
            Kind::State => "states",
            Kind::Territory => "territories",
            Kind::County => "counties",
            Kind::Municipality => "municipalities",
            Kind::Township => "townships",
            Kind::SchoolDistrict => "school districts",
            Kind::SpecialDistrict => "special districts",
            Kind::Tribal => "tribal governments",
            Kind::StateAgency => "state agencies",
        }
    }

    /// Whether the kind belongs to the group `local_government`.
    pub fn is_local(self) -> bool {
        matches!(
            self,
            Kind::County
                | Kind::Municipality
                | Kind::Township
                | Kind::SchoolDistrict
                | Kind::SpecialDistrict
        )
    }

    /// Whether the kind belongs to the group `state_government`.
    pub fn is_state(self) -> bool {
        matches!(self, Kind::State | Kind::Territory | Kind::StateAgency)
    }

    /// Length of a Census GEOID of this kind, where one is fixed.
    fn geoid_lengths(self) -> std::ops::RangeInclusive<usize> {
        match self {
            Kind::State | Kind::Territory => 2..=2,
            Kind::County => 5..=5,
            Kind::Municipality | Kind::SchoolDistrict => 7..=7,
            Kind::Township => 10..=10,
            Kind::SpecialDistrict | Kind::Tribal | Kind::StateAgency => 2..=14,
        }
    }
}

impl FromStr for Kind {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        Kind::ALL
            .into_iter()
            .find(|kind| kind.word() == text)
            .ok_or_else(|| KeyError::Kind(text.to_owned()))
    }
}

/// Why a text is no jurisdiction key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The text does not begin with a kind of government.
    #[error("“{0}” does not name a kind of government; a key looks like county-17031")]
    Kind(String),
    /// The code behind the kind is no Census GEOID of that kind.
    #[error("“{0}” is not a Census GEOID of a {1}; a key looks like county-17031")]
    Geoid(String, &'static str),
}

/// Kind and Census GEOID, the natural key of a jurisdiction: `county-17031`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JurisdictionKey {
    kind: Kind,
    geoid: String,
}

impl JurisdictionKey {
    /// Joins a kind and a GEOID; errs when the GEOID does not fit the kind.
    pub fn new(kind: Kind, geoid: &str) -> Result<Self, KeyError> {
        let fits = kind.geoid_lengths().contains(&geoid.len())
            && geoid.bytes().all(|b| b.is_ascii_digit());
        if fits {
            Ok(Self {
                kind,
                geoid: geoid.to_owned(),
            })
        } else {
            Err(KeyError::Geoid(geoid.to_owned(), kind.label()))
        }
    }

    /// The kind of government.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The Census GEOID.
    pub fn geoid(&self) -> &str {
        &self.geoid
    }

    /// The key as the identifier that rules and records use.
    pub fn place(&self) -> PlaceId {
        PlaceId::new(self.to_string())
    }
}

impl fmt::Display for JurisdictionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.kind.word().replace('_', "-"), self.geoid)
    }
}

impl FromStr for JurisdictionKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let fault = || KeyError::Kind(text.chars().take(60).collect());
        let (kind, geoid) = text.rsplit_once('-').ok_or_else(fault)?;
        let kind = Kind::ALL
            .into_iter()
            .find(|k| k.word().replace('_', "-") == kind)
            .ok_or_else(fault)?;
        Self::new(kind, geoid)
    }
}

impl Serialize for JurisdictionKey {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for JurisdictionKey {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "JurisdictionKey".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "Kind of government in kebab-case and Census GEOID: `county-17031`.",
            "examples": ["county-17031"],
        })
    }
}

impl<'de> Deserialize<'de> for JurisdictionKey {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A government with a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Jurisdiction {
    /// Kind and GEOID.
    pub key: JurisdictionKey,
    /// Census name with its legal suffix: `Houston city`.
    pub name: String,
    /// Postal code of the state.
    pub state: String,
    /// What it lies in directly; none for a state.
    pub parent: Option<JurisdictionKey>,
    /// People, where known.
    pub population: Option<u32>,
    /// Year of the population.
    pub population_year: Option<u16>,
    /// Internal point, where known.
    pub point: Option<Point>,
    /// False for a county row without a county government.
    pub government: bool,
    /// The other row of the same government (consolidated city-county).
    pub one_government_with: Option<JurisdictionKey>,
    /// Why it is no government or one with another, in words.
    pub status_note: Option<String>,
}

impl Jurisdiction {
    /// The name without the Census suffix: `Houston city` → `Houston`.
    /// Counties, school districts and states keep their whole name.
    pub fn short_name(&self) -> &str {
        if !matches!(self.key.kind(), Kind::Municipality | Kind::Township) {
            return &self.name;
        }
        let mut end = self.name.len();
        for word in self.name.split(' ').rev() {
            let suffix = !word.is_empty() && word.chars().all(|c| c.is_lowercase() || c == '-');
            if !suffix || word.len() + 1 > end {
                break;
            }
            end -= word.len() + 1;
        }
        if end == 0 {
            &self.name
        } else {
            &self.name[..end]
        }
    }

    /// The legal type cut from the name: `city`, `charter township`; empty when there is none.
    pub fn legal_type(&self) -> &str {
        self.name[self.short_name().len()..].trim_start()
    }
}
