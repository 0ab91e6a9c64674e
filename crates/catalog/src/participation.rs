//! Dated facts: who takes part in what, for whom.

use crate::{
    PlaceId, ProgramId,
    access::{AudienceWord, NotStated, StepKind},
};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A jurisdiction takes part in an offering or program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Participation {
    /// Name of the record.
    pub id: String,
    /// Who takes part.
    pub who: PlaceId,
    /// In what.
    #[serde(rename = "in")]
    pub program: ProgramId,
    /// For whom.
    pub scope: Scope,
    /// Steps that the record shows as done.
    #[serde(default)]
    pub done: Vec<StepKind>,
    /// First day; none is no bound.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day; none is no bound.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Where it was read.
    #[serde(default)]
    pub source: Option<String>,
    /// When it was checked.
    #[serde(default)]
    pub checked_on: Option<NaiveDate>,
}

impl Participation {
    /// Whether it holds on the day; both ends are inside.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && !self.has_ended(day)
    }

    /// Whether its last day is past.
    pub fn has_ended(&self, day: NaiveDate) -> bool {
        self.until.is_some_and(|until| until < day)
    }
}

/// For whom a participation counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Scope {
    /// Words.
    Words(Vec<ScopeWord>),
    /// The source does not say.
    NotStated(NotStated),
}

/// One word of a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum ScopeWord {
    /// That body alone.
    Own(OwnWord),
    /// Bodies of these kinds that lie in it.
    Kinds(AudienceWord),
}

/// The word `self`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum OwnWord {
    /// That body alone.
    #[serde(rename = "self")]
    Own,
}
