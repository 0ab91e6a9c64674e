//! What an assistant asks.

use rmcp::schemars::{self, JsonSchema};
use serde::Deserialize;

/// Search.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SearchAsked {
    /// Words to look for, such as `endpoint detection`; left out, everything that fits
    /// the other fields is listed.
    #[serde(default)]
    pub words: String,
    /// The government on whose behalf: its name (`Cook County, Illinois`) or its key
    /// (`county-17031`). With it each result carries a verdict, and what it may use
    /// stands first.
    pub government: Option<String>,
    /// Slug or name of a category, such as `cybersecurity`.
    pub category: Option<String>,
    /// Postal code of a state whose governments are served, such as `OH`.
    pub state: Option<String>,
    /// Only what the government may use now or after steps; needs `government`.
    #[serde(default)]
    pub usable_only: bool,
    /// Results on a page: 1 to 50, else 10.
    #[schemars(range(min = 1, max = 50))]
    pub limit: Option<usize>,
    /// The page, from 1.
    #[schemars(range(min = 1))]
    pub page: Option<usize>,
}

/// May this government use this offering?
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VerdictAsked {
    /// The government: its name (`Cook County, Illinois`) or its key (`county-17031`).
    pub government: String,
    /// The offering: its slug as `search_offerings` gives it, or its title.
    pub offering: String,
}

/// What is on record for a government.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetAsked {
    /// The government: its name (`Cook County, Illinois`) or its key (`county-17031`).
    pub government: String,
    /// Slug or name of a category: then it and those under it are answered. Left out,
    /// every category of the first level is.
    pub category: Option<String>,
}

/// Whom to work with.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MatchAsked {
    /// The government that seeks: its name (`Cook County, Illinois`) or its key
    /// (`county-17031`).
    pub government: String,
    /// Slug or name of the category that is sought.
    pub category: String,
    /// `obtain` it from somebody (the default), `join` with others to buy or build it,
    /// or `learn` from somebody who has it.
    #[schemars(extend("enum" = ["obtain", "join", "learn", null]))]
    pub intent: Option<String>,
    /// `neutral` (the default): distance does not matter; `near`; or `apart`: far enough
    /// not to share a hazard.
    #[schemars(extend("enum" = ["neutral", "near", "apart", null]))]
    pub placement: Option<String>,
    /// Rules that a partner must meet, of CJIS, HIPAA, FERPA, PCI, IRS 1075, GovRAMP
    /// and FedRAMP.
    #[serde(default)]
    pub regimes: Vec<String>,
}

/// Which to choose.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CompareAsked {
    /// Two to four offerings by slug or title; `slug@2` is the second edition.
    #[schemars(length(min = 2, max = 4))]
    pub offerings: Vec<String>,
    /// The government on whose behalf: its name or its key.
    pub government: Option<String>,
    /// How much would be bought.
    #[serde(default)]
    pub quantities: QuantitiesAsked,
    /// Years over which costs are added up: 1 to 10, else 3.
    #[schemars(range(min = 1, max = 10))]
    pub years: Option<u8>,
}

/// How much would be bought; what is left out is not stated.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuantitiesAsked {
    /// Users.
    #[schemars(range(min = 0))]
    pub users: Option<f64>,
    /// Endpoints.
    #[schemars(range(min = 0))]
    pub endpoints: Option<f64>,
    /// Other devices.
    #[schemars(range(min = 0))]
    pub devices: Option<f64>,
    /// Megabits a second.
    #[schemars(range(min = 0))]
    pub mbps: Option<f64>,
    /// Terabytes.
    #[schemars(range(min = 0))]
    pub tb: Option<f64>,
    /// Hours.
    #[schemars(range(min = 0))]
    pub hours: Option<f64>,
    /// Pieces.
    #[schemars(range(min = 0))]
    pub pieces: Option<f64>,
}
