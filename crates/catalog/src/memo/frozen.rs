//! A memo that is frozen: everything it says, in a form of its own, so that it can
//! be read and checked without the portal.

use super::{Choice, ConsiderKind, canonical, sha256};
use crate::{
    eligibility::{Confidence, LinkName, LinkState, Outcome},
    offering::{Content, Status},
};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The name of the form, in every file.
pub const FORMAT: &str = "interlocal-memo-1";

/// A frozen memo.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FrozenMemo {
    /// [`FORMAT`].
    pub format: String,
    /// The address of the portal that froze it.
    pub portal: String,
    /// Its number there.
    pub number: i32,
    /// When, in UTC: `2026-11-22T12:00:00Z`.
    pub frozen_at: String,
    /// The version of the draft that was frozen.
    pub version: i32,
    /// The body whose memo it is.
    pub body: Named,
    /// The government for which it was decided.
    pub government: Named,
    /// What it decides.
    pub title: String,
    /// What is needed.
    pub need: String,
    /// For how many years costs are counted.
    pub years: u32,
    /// How many of each unit: word of the unit and number as text.
    pub quantities: Vec<(String, String)>,
    /// What the state's entries make one consider, and how it was considered.
    pub considered: Vec<FrozenRule>,
    /// The options, in order.
    pub options: Vec<FrozenOption>,
    /// Who approved or declined.
    pub approvals: Vec<FrozenApproval>,
    /// Documents and links.
    pub attachments: Vec<FrozenAttachment>,
}

/// A key or slug with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Named {
    /// Key or slug.
    pub key: String,
    /// Its name on that day.
    pub name: String,
}

/// An entry of the state as it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FrozenRule {
    /// What is to be considered.
    pub kind: ConsiderKind,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub url: String,
    /// What the source says of it.
    pub words: String,
    /// Where that can be read.
    pub source: String,
    /// When it was checked.
    pub checked_on: NaiveDate,
    /// How it was considered.
    pub answer: String,
}

/// An option as it stood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FrozenOption {
    /// Slug.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Who publishes it.
    pub provider: Named,
    /// Where the offering stood.
    pub status: Status,
    /// The edition that was relied on, whole.
    pub edition: FrozenEdition,
    /// May the government use it?
    pub verdict: FrozenVerdict,
    /// The price list in words.
    pub prices: Vec<String>,
    /// What it costs at these quantities, line by line; empty where that cannot be said.
    pub cost: Vec<String>,
    /// What the price rests on beside the list.
    pub price_basis: String,
    /// Chosen or not.
    pub choice: Choice,
    /// Why.
    pub why: String,
}

/// An edition with its hash.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FrozenEdition {
    /// Its number.
    pub number: i32,
    /// When it was published, in UTC.
    pub published_at: String,
    /// SHA-256 of the canonical form of its content.
    pub sha256: String,
    /// What it says.
    pub content: Value,
}

/// A verdict with its evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FrozenVerdict {
    /// Yes, after steps, unknown or no.
    pub outcome: Outcome,
    /// How many steps were left.
    pub steps_left: u32,
    /// How well it was vouched for.
    pub confidence: Confidence,
    /// Where the rule was read.
    pub source: String,
    /// When that was checked.
    pub checked_on: NaiveDate,
    /// The chain, link by link.
    pub links: Vec<FrozenLink>,
}

/// A link of the chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FrozenLink {
    /// Its name.
    pub name: LinkName,
    /// How it stood.
    pub state: LinkState,
    /// Why, in sentences.
    pub because: Vec<String>,
}

/// What somebody of the body said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// They approve.
    Approved,
    /// They decline.
    Declined,
}

impl Decision {
    /// The word in rows and forms.
    pub fn word(self) -> &'static str {
        match self {
            Decision::Approved => "approved",
            Decision::Declined => "declined",
        }
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            Decision::Approved => "Approved",
            Decision::Declined => "Declined",
        }
    }

    /// The decision that a word names.
    pub fn of(word: &str) -> Option<Decision> {
        [Decision::Approved, Decision::Declined]
            .into_iter()
            .find(|decision| decision.word() == word)
    }
}

/// An approval, or its refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FrozenApproval {
    /// The name as its owner typed it.
    pub name: String,
    /// What they said.
    pub decision: Decision,
    /// Their words.
    pub comment: String,
    /// When, in UTC.
    pub given_at: String,
    /// The version of the draft that they had before them.
    pub version: i32,
}

/// A document or a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FrozenAttachment {
    /// What it is.
    pub title: String,
    /// Where it is, for a link; else empty.
    pub url: String,
    /// The file, for a document.
    pub file: Option<FrozenFile>,
}

/// A file by its hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FrozenFile {
    /// The name to save it under.
    pub name: String,
    /// Its media type.
    pub media: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

impl FrozenEdition {
    /// An edition as it is relied on.
    pub fn of(number: i32, published_at: String, content: &Content) -> Self {
        let text = canonical(&json!(content));
        Self {
            number,
            published_at,
            sha256: sha256(&text),
            // What is canonical is JSON.
            content: serde_json::from_str(&text).unwrap_or_default(),
        }
    }

    /// Whether the hash is the one of the content.
    pub fn is_whole(&self) -> bool {
        sha256(&canonical(&self.content)) == self.sha256
    }
}

impl FrozenMemo {
    /// The canonical text, of which the hash is taken.
    pub fn text(&self) -> String {
        canonical(&json!(self))
    }
}

/// The file that is downloaded: the canonical text with its hash.
pub fn file(text: &str, hash: &str) -> String {
    format!("{{\"content\":{text},\"sha256\":\"{hash}\"}}")
}
