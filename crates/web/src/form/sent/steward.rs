//! What stewards send.

use interlocal_catalog::{
    NaiveDate, PlaceId,
    announcement::AnnouncementKind,
    memo::ConsiderKind,
    organization::{BodyKind, Level},
};
use interlocal_portal::steward::BodyWords;
use schemars::JsonSchema;
use serde::Deserialize;

/// What the directory says of a body.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentBody {
    /// Its slug, where it is new; left out, made of its name.
    #[serde(default)]
    pub slug: String,
    /// Its full name.
    #[schemars(length(min = 1, max = 200))]
    pub name: String,
    /// Other spellings and abbreviations.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What kind of body it is.
    pub kind: BodyKind,
    /// Its level.
    pub level: Level,
    /// The key of the government that it belongs to.
    #[serde(default)]
    pub of: Option<PlaceId>,
    /// Keys of the places that it serves.
    #[serde(default)]
    pub serves: Vec<PlaceId>,
    /// Its own website.
    #[serde(default)]
    pub website: Option<String>,
}

impl SentBody {
    /// The same as the portal reads it.
    pub fn words(self) -> BodyWords {
        BodyWords {
            name: self.name,
            aliases: self.aliases,
            kind: self.kind,
            level: self.level,
            of: self.of,
            serves: self.serves,
            website: self.website,
        }
    }
}

/// Two things that are one.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentMerge {
    /// The slug of the one that goes.
    pub from: String,
    /// The slug of the one that stands.
    pub into: String,
    /// Why, for the audit log.
    #[schemars(length(min = 1))]
    pub reason: String,
}

/// Whether an account is closed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentClosing {
    /// Closed, or opened again.
    pub closed: bool,
}

/// Something that every page announces.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentAnnouncement {
    /// What it says.
    #[schemars(length(min = 1, max = 300))]
    pub words: String,
    /// How much it matters.
    pub kind: AnnouncementKind,
    /// First day; left out, today.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day; left out, until it is taken back.
    #[serde(default)]
    pub until: Option<NaiveDate>,
}

/// What memos of a state's governments should consider.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentConsiderRule {
    /// The key of the state.
    pub state: PlaceId,
    /// What is to be considered.
    pub kind: ConsiderKind,
    /// Its name.
    #[schemars(length(min = 1))]
    pub name: String,
    /// Where it is; empty when not known.
    #[serde(default)]
    pub url: String,
    /// What the source says of it.
    #[serde(default)]
    pub words: String,
    /// Where that can be read.
    #[schemars(length(min = 1))]
    pub source: String,
    /// When it was checked; left out, today.
    #[serde(default)]
    pub checked_on: Option<NaiveDate>,
}
