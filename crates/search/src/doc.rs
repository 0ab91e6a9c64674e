//! What the index is told of an offering.

use interlocal_catalog::{
    CategoryId, NaiveDate,
    offering::{CostModel, OfferingKind, Source, Term},
    organization::Level,
};

/// The visibility term of offerings that everybody may see.
pub const PUBLIC: &str = "public";

/// The word in `states` of an offering that covers every state.
pub const EVERY_STATE: &str = "ALL";

/// An offering as the index takes it. Words of its category come from the vocabulary.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferingDoc {
    /// Its number in the store; the key of the document.
    pub id: i64,
    /// Its slug.
    pub slug: String,
    /// Former or other slugs and names.
    pub aliases: Vec<String>,
    /// Its title.
    pub title: String,
    /// What it is, in a few sentences.
    pub summary: String,
    /// How one joins or buys.
    pub how_to_join: String,
    /// The area in the source's words.
    pub area_words: String,
    /// Known users in the source's words.
    pub known_users: String,
    /// Eligible groups that are no kind of jurisdiction.
    pub named_groups: Vec<String>,
    /// Slug of the publishing body.
    pub provider_slug: String,
    /// Name of the publishing body.
    pub provider_name: String,
    /// Other names and abbreviations of the publishing body.
    pub provider_aliases: Vec<String>,
    /// Names of bodies beside the provider.
    pub partner_names: Vec<String>,
    /// Private contractors on the vehicle.
    pub suppliers: Vec<String>,
    /// Numbers of the contract, and what its lines name: goods, categories, manufacturers.
    pub lines: Vec<String>,
    /// The most exact category that is known.
    pub category: CategoryId,
    /// What it is.
    pub kind: OfferingKind,
    /// Level of the provider.
    pub level: Level,
    /// Postal codes of the states it covers, or [`EVERY_STATE`].
    pub states: Vec<String>,
    /// How it is paid for.
    pub cost_model: CostModel,
    /// Kinds of agreement or step it takes, as facet words.
    pub agreements: Vec<String>,
    /// Frameworks and regimes it names.
    pub frameworks: Vec<String>,
    /// First and last day in force.
    pub term: Term,
    /// Last change in seconds since 1970; orders “newest”.
    pub changed_at: i64,
    /// Number of its set of rules, key into the eligibility classes.
    pub rule_set: u32,
    /// Who vouches.
    pub source: Source,
    /// The day on which it was checked.
    pub checked_on: NaiveDate,
    /// Days after which it is stale.
    pub review_days: i64,
    /// Who may see it: [`PUBLIC`] or another term that a query names.
    pub visibility: String,
}

/// One change of the index, from the outbox.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The offering is as told.
    Upsert(Box<OfferingDoc>),
    /// No offering with this number is to be found any more.
    Delete(i64),
}
