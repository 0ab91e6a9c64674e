//! What anybody may send: a question, a report.

use interlocal_catalog::{CategoryId, OfferingId, OrganizationId};
use schemars::JsonSchema;
use serde::Deserialize;

/// A question to a body on behalf of a government.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentQuestion {
    /// The body; left out, the CIO office of the state.
    #[serde(default)]
    pub organization: Option<OrganizationId>,
    /// About which category.
    pub category: CategoryId,
    /// The key of the government on whose behalf it is asked.
    #[serde(rename = "for")]
    pub place: String,
    /// The offering that led to the question.
    #[serde(default)]
    pub offering: Option<OfferingId>,
    /// Anything to add.
    #[serde(default)]
    #[schemars(length(max = 2000))]
    pub message: String,
    /// Where to tell of the answer.
    #[serde(default)]
    pub email: Option<String>,
}

/// What is wrong with an offering.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentReport {
    /// What is wrong.
    #[schemars(length(min = 1, max = 2000))]
    pub message: String,
    /// Where to tell of the answer.
    #[serde(default)]
    pub email: Option<String>,
}
