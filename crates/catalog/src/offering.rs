//! Offerings and their frozen editions.

use crate::{
    CategoryId, OfferingId, OrganizationId, PlaceId, access::AccessRule, details::Details,
    policy::Visibility, restriction::RestrictableField,
};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a body lets others do.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum OfferingKind {
    /// A contract vehicle others may buy from.
    Contract,
    /// Run by a public body.
    Service,
    /// Expertise, training, mutual aid, peer group.
    Exchange,
    /// A grant or cost-share.
    Funding,
}

impl OfferingKind {
    /// The kind that a word names.
    pub fn of(word: &str) -> Option<OfferingKind> {
        OfferingKind::ALL
            .into_iter()
            .find(|kind| kind.word() == word)
    }

    /// Every kind.
    pub const ALL: [OfferingKind; 4] = [
        OfferingKind::Contract,
        OfferingKind::Service,
        OfferingKind::Exchange,
        OfferingKind::Funding,
    ];

    /// The word in rows, facets and pages.
    pub fn word(self) -> &'static str {
        match self {
            OfferingKind::Contract => "contract",
            OfferingKind::Service => "service",
            OfferingKind::Exchange => "exchange",
            OfferingKind::Funding => "funding",
        }
    }
}

/// How it is paid for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum CostModel {
    /// No charge.
    Free,
    /// A fee for what is used.
    FeeForService,
    /// A fee of members.
    MemberFee,
    /// The prices of the contract.
    ContractPricing,
    /// A grant pays.
    Grant,
    /// The source does not say.
    NotStated,
}

impl CostModel {
    /// Every model, in the order of forms.
    pub const ALL: [CostModel; 6] = [
        CostModel::Free,
        CostModel::FeeForService,
        CostModel::MemberFee,
        CostModel::ContractPricing,
        CostModel::Grant,
        CostModel::NotStated,
    ];

    /// The model that a word names.
    pub fn of(word: &str) -> Option<CostModel> {
        CostModel::ALL
            .into_iter()
            .find(|model| model.word() == word)
    }

    /// The word in rows and facets.
    pub fn word(self) -> &'static str {
        match self {
            CostModel::Free => "free",
            CostModel::FeeForService => "fee_for_service",
            CostModel::MemberFee => "member_fee",
            CostModel::ContractPricing => "contract_pricing",
            CostModel::Grant => "grant",
            CostModel::NotStated => "not_stated",
        }
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            CostModel::Free => "No charge",
            CostModel::FeeForService => "Fee for what is used",
            CostModel::MemberFee => "Membership fee",
            CostModel::ContractPricing => "Contract prices",
            CostModel::Grant => "Grant or cost share",
            CostModel::NotStated => "Not stated",
        }
    }
}

/// Where an offering stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Being written.
    Draft,
    /// With a reviewer.
    InReview,
    /// Public.
    Published,
    /// Ended by its term.
    Expired,
    /// Taken back.
    Withdrawn,
}

impl Status {
    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            Status::Draft => "Draft",
            Status::InReview => "In review",
            Status::Published => "Published",
            Status::Expired => "Expired",
            Status::Withdrawn => "Withdrawn",
        }
    }

    /// The word in rows.
    pub fn word(self) -> &'static str {
        match self {
            Status::Draft => "draft",
            Status::InReview => "in_review",
            Status::Published => "published",
            Status::Expired => "expired",
            Status::Withdrawn => "withdrawn",
        }
    }
}

/// First and last day in force; none is no bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Term {
    /// First day.
    #[serde(default)]
    pub starts_on: Option<NaiveDate>,
    /// Last day.
    #[serde(default)]
    pub ends_on: Option<NaiveDate>,
}

/// Who vouches for an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The body that publishes it confirmed it.
    PublishingBody,
    /// It was read in a public source.
    PublicSource,
    /// It is known of, and no public source is recorded.
    Unsourced,
}

/// Places and bodies that are explicitly out; wins over every rule.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotAvailable {
    /// The place itself and everything in it.
    #[serde(default)]
    pub within: Vec<PlaceId>,
    /// The named body alone.
    #[serde(default)]
    pub bodies: Vec<PlaceId>,
}

/// What the verdict rests on: who may use an offering, since when, by whose word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Terms {
    /// Where the offering stands.
    pub status: Status,
    /// First and last day in force.
    #[serde(default)]
    pub term: Term,
    /// Who vouches.
    pub source: Source,
    /// On which day.
    pub checked_on: NaiveDate,
    /// Who is explicitly out.
    #[serde(default)]
    pub not_available: NotAvailable,
    /// The ways in.
    pub rules: Vec<AccessRule>,
}

/// The content of an edition: everything a page, a file or a verdict shows of it.
/// Frozen when it is published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Content {
    /// The slug of the offering.
    pub slug: OfferingId,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: OfferingKind,
    /// The most exact category that is known.
    pub category: CategoryId,
    /// The public body that publishes it.
    pub provider: OrganizationId,
    /// Bodies that stand beside the provider.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<OrganizationId>,
    /// What it is, in a few sentences.
    pub summary: String,
    /// How one joins or buys, in the source's sense; empty when not stated.
    #[serde(default)]
    pub how_to_join: String,
    /// What kind of agreement it takes, as words; empty when not stated.
    #[serde(default)]
    pub agreement: String,
    /// How it is paid for.
    pub cost_model: CostModel,
    /// Its own page; empty when not known.
    #[serde(default)]
    pub url: String,
    /// Postal codes of the states it covers, or `ALL`.
    pub states: Vec<String>,
    /// The area in the source's words.
    #[serde(default)]
    pub area_words: String,
    /// Frameworks and regimes it names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub frameworks: Vec<String>,
    /// Eligible groups that are no kind of jurisdiction: libraries, nonprofits …
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named_groups: Vec<String>,
    /// Known users in the source's words.
    #[serde(default)]
    pub known_users: String,
    /// The state whose contracts this offering opens, for a state's own contracts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state_contract_of: Option<PlaceId>,
    /// Private contractors on the vehicle.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suppliers: Vec<String>,
    /// First and last day in force.
    #[serde(default)]
    pub term: Term,
    /// Who vouches.
    pub source: Source,
    /// Where it was read: an address or words; empty when nothing is recorded.
    #[serde(default)]
    pub source_words: String,
    /// How sure the source is of the key fact: `high`, `medium`, `low`; empty when not said.
    #[serde(default)]
    pub source_confidence: String,
    /// The day on which it was checked.
    pub checked_on: NaiveDate,
    /// Days after which it is stale.
    pub review_days: i64,
    /// Who is explicitly out.
    #[serde(default)]
    pub not_available: NotAvailable,
    /// The ways in.
    pub rules: Vec<AccessRule>,
    /// Who sees it at all.
    #[serde(default, skip_serializing_if = "is_public")]
    pub visibility: Visibility,
    /// Facts of it that verified governments alone see.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub restricted_fields: Vec<RestrictableField>,
    /// What comparison and cost use; editions from before it have none.
    #[serde(default, skip_serializing_if = "Details::is_empty")]
    pub details: Details,
}

/// What is for everybody is not written down.
fn is_public(visibility: &Visibility) -> bool {
    *visibility == Visibility::Public
}

impl Content {
    /// What the verdict rests on, for an edition that stands at `status`.
    pub fn terms(&self, status: Status) -> Terms {
        Terms {
            status,
            term: self.term,
            source: self.source,
            checked_on: self.checked_on,
            not_available: self.not_available.clone(),
            rules: self.rules.clone(),
        }
    }
}
