//! What the seeker wants.

use crate::null_as_absent::null_as_absent;
use interlocal_catalog::CategoryId;
use serde::{Deserialize, Serialize};

/// What the seeker wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// Get the thing from somebody.
    Obtain,
    /// Buy or build it together.
    Join,
    /// Hear how it went elsewhere.
    Learn,
}

/// Whether a partner should be close by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Placement {
    /// The nearer the better.
    Near,
    /// Far enough not to share a hazard.
    Apart,
    /// Does not matter; the factor is dropped.
    #[default]
    Neutral,
}

/// What a government seeks.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Need {
    /// The category.
    pub category: CategoryId,
    /// The category in words, inside a sentence: `backup and disaster recovery`.
    pub label: String,
    /// What the seeker wants to do.
    pub intent: Intent,
    /// Whether a partner should be close by.
    #[serde(default, deserialize_with = "null_as_absent")]
    pub placement: Placement,
    /// Rules that a partner must meet: `CJIS`.
    #[serde(default, deserialize_with = "null_as_absent")]
    pub required_regimes: Vec<String>,
}
