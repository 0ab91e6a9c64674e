//! What the people of a body send to its desk.

use interlocal_catalog::{
    CategoryId, NaiveDate, OfferingId, PlaceId, ProgramId,
    access::{AudienceWord, StepKind},
    offering::OfferingKind,
    participation::ScopeWord,
    price::Unit,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A listing that is begun.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentListing {
    /// Its title, of which its slug is made.
    #[schemars(length(min = 1))]
    pub title: String,
    /// What it is.
    pub kind: OfferingKind,
    /// Its category.
    pub category: CategoryId,
    /// The number of the question that its publication answers.
    #[serde(default)]
    pub question: Option<i32>,
}

/// A reviewer's approval.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentApproval {
    /// Anything to say; it stands in the history.
    #[serde(default)]
    pub message: String,
    /// The day on which it goes up; left out or past, now.
    #[serde(default)]
    pub publish_on: Option<NaiveDate>,
}

/// Why a draft is sent back or refused.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentMessage {
    /// What is to be changed, or why.
    #[schemars(length(min = 1))]
    pub message: String,
}

/// How a listing is taken back.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentWithdrawal {
    /// Why, in words for everybody.
    #[schemars(length(min = 1))]
    pub reason: String,
    /// The slug of what replaces it.
    #[serde(default)]
    pub successor: Option<OfferingId>,
}

/// The day on which a listing is taken back by itself.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentRetirement {
    /// A day to come; null for none.
    pub retire_on: Option<NaiveDate>,
}

/// What a body does not offer, to whom.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentNo {
    /// The category.
    pub category: CategoryId,
    /// Kinds of government.
    #[schemars(length(min = 1))]
    pub kinds: Vec<AudienceWord>,
}

/// What answers a question.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentReply {
    /// `no`, or by what: a listing of the body, a participation that it recorded.
    pub answer: ReplyWord,
    /// The slug of the listing.
    #[serde(default)]
    pub offering: Option<OfferingId>,
    /// The participation.
    #[serde(default)]
    pub participation: Option<String>,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReplyWord {
    /// Not to that kind of government.
    No,
    /// By a listing.
    Offering,
    /// By a participation.
    Participation,
}

/// What came of a report.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentAnswer {
    /// In words, which whoever reported is told.
    #[schemars(length(min = 1, max = 4000))]
    pub answer: String,
}

/// Who takes part in what.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentParticipation {
    /// The key of the government.
    pub who: PlaceId,
    /// The slug of the offering, or the name of a program.
    #[serde(rename = "in")]
    pub program: ProgramId,
    /// For whom it counts.
    #[schemars(length(min = 1))]
    pub scope: Vec<ScopeWord>,
    /// Steps that are done.
    #[serde(default)]
    pub done: Vec<StepKind>,
    /// First day.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Where it can be read.
    #[schemars(length(min = 1, max = 500))]
    pub source: String,
}

/// Who uses what.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentAdoption {
    /// The key of the government.
    pub who: PlaceId,
    /// The slug of the offering.
    pub offering: OfferingId,
    /// Since when.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// At what size.
    #[serde(default)]
    pub size: Option<SentSize>,
    /// Where it can be read.
    #[serde(default)]
    #[schemars(length(max = 500))]
    pub source: String,
}

/// How much of what.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentSize {
    /// How much: `350`.
    pub quantity: String,
    /// Of what; not of the whole.
    pub unit: Unit,
}
