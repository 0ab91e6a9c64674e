//! What people send who weigh offerings: stars, workspaces, what they think.

use interlocal_catalog::{OfferingId, OrganizationId, weighing::Opinion};
use schemars::JsonSchema;
use serde::Deserialize;

/// An offering by its slug.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentOffering {
    /// Its slug.
    pub offering: OfferingId,
}

/// A note of one's own.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentNote {
    /// May be empty.
    #[schemars(length(max = 2000))]
    pub note: String,
}

/// A workspace that is begun.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentWorkspace {
    /// The slug of the body whose it is.
    pub body: OrganizationId,
    /// What is weighed.
    #[schemars(length(min = 1))]
    pub title: String,
    /// Slugs of its first options.
    #[serde(default)]
    pub offerings: Vec<OfferingId>,
}

/// What somebody thinks of an option.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentOpinion {
    /// Yes, maybe or no.
    pub opinion: Opinion,
    /// Why; may be empty.
    #[serde(default)]
    #[schemars(length(max = 2000))]
    pub comment: String,
}
