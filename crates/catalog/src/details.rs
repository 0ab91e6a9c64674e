//! What an edition says beside the verdict's ground: facts, prices, contract,
//! documents. Everything is optional; what is absent is not stated.

use crate::{
    diligence::Proof,
    facts::Facts,
    line_item::LineItem,
    price::{AddedFee, PriceLine},
};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Details of an edition.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Details {
    /// Typed facts of its category.
    #[serde(skip_serializing_if = "Facts::is_empty")]
    pub facts: Facts,
    /// The price list.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub prices: Vec<PriceLine>,
    /// Fees beside the prices.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<AddedFee>,
    /// Facts of a contract vehicle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<ContractVehicle>,
    /// States that signed a participating addendum.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addenda: Vec<ParticipatingAddendum>,
    /// What is bought under the contract, line by line.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineItem>,
    /// Documents, and links to official copies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Document>,
    /// A role address to write to, never a person's.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// The day by which its body looks at it again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_by: Option<NaiveDate>,
}

impl Details {
    /// Whether nothing is stated.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Facts of a contract vehicle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ContractVehicle {
    /// Its number.
    pub number: String,
    /// Who led the procurement.
    pub lead: String,
    /// How it was competed.
    pub competed: String,
    /// Whether one or several were awarded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub award: Option<Award>,
    /// How often and for how long it can be renewed.
    pub renewals: String,
    /// Commodity codes of the UNSPSC, eight digits each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
}

/// How many awards a procurement made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Award {
    /// One.
    Single,
    /// Several.
    Multiple,
}

impl Award {
    /// The word in rows and forms.
    pub fn word(self) -> &'static str {
        match self {
            Award::Single => "single",
            Award::Multiple => "multiple",
        }
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            Award::Single => "Single award",
            Award::Multiple => "Multiple award",
        }
    }
}

/// A state's own agreement under a cooperative's master agreement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ParticipatingAddendum {
    /// Postal code of the state.
    pub state: String,
    /// Its number.
    pub number: String,
    /// Where it can be read.
    pub url: String,
    /// Whether local governments of the state may buy under it; none is not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub for_locals: Option<bool>,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
}

impl ParticipatingAddendum {
    /// The addendum in words.
    pub fn words(&self) -> String {
        let mut out = self.state.clone();
        for (word, text) in [("", &self.number), ("at ", &self.url)] {
            if !text.is_empty() {
                out.push_str(&format!(", {word}{text}"));
            }
        }
        for (word, day) in [("from", self.from), ("until", self.until)] {
            if let Some(day) = day {
                out.push_str(&format!(", {word} {}", day.format("%B %-d, %Y")));
            }
        }
        match self.for_locals {
            Some(true) => out.push_str(", for local governments too"),
            Some(false) => out.push_str(", for state agencies alone"),
            None => {}
        }
        out
    }
}

/// A document of an offering.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// What it is.
    pub title: String,
    /// Who holds the official copy; empty where the body itself does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub held_by: String,
    /// What of a procurement file it shows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proves: Vec<Proof>,
    /// Where it lies.
    pub place: DocumentPlace,
}

/// Where a document lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DocumentPlace {
    /// In the portal.
    Kept {
        /// Its row.
        id: i32,
        /// The name to save it under.
        name: String,
        /// Its media type.
        media: String,
        /// Bytes.
        size: u64,
        /// Hash of its bytes, in hex.
        sha256: String,
        /// The day on which it was uploaded.
        on: NaiveDate,
    },
    /// Elsewhere.
    Link {
        /// Its address.
        url: String,
    },
}

impl Document {
    /// The document in words.
    pub fn words(&self) -> String {
        let mut out = self.title.clone();
        match &self.place {
            DocumentPlace::Kept { name, size, .. } => {
                out.push_str(&format!(" ({name}, {size} bytes)"));
            }
            DocumentPlace::Link { url } => out.push_str(&format!(" ({url})")),
        }
        if !self.held_by.is_empty() {
            out.push_str(&format!(", official copy held by {}", self.held_by));
        }
        if !self.proves.is_empty() {
            let proves: Vec<&str> = self.proves.iter().map(|proof| proof.label()).collect();
            out.push_str(&format!(", shows: {}", proves.join(", ")));
        }
        out
    }
}
