//! The verdict: a chain of six links, folded, with its confidence beside it.

use crate::{OrganizationId, PlaceId, SupplierId, access::StepKind};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// May this government use this offering?
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    serde::Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It may.
    Yes,
    /// It may once the steps are done.
    AfterSteps,
    /// Nobody has recorded it; whom to ask stands beside it.
    Unknown,
    /// It may not.
    No,
}

impl Outcome {
    /// The word in JSON and facets.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Yes => "yes",
            Outcome::AfterSteps => "after_steps",
            Outcome::Unknown => "unknown",
            Outcome::No => "no",
        }
    }

    /// Whether the government may use it now or after steps.
    pub fn is_usable(self) -> bool {
        matches!(self, Outcome::Yes | Outcome::AfterSteps)
    }
}

/// How well a verdict is vouched for; never mixed into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, serde::Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// By the publishing body.
    Confirmed,
    /// From a public source, not confirmed.
    Listed,
    /// Known of without a source; the verdict is then never better than unknown.
    Unsourced,
    /// Older than the review interval.
    Stale,
}

impl Confidence {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Confidence::Confirmed => "confirmed",
            Confidence::Listed => "listed",
            Confidence::Unsourced => "unsourced",
            Confidence::Stale => "stale",
        }
    }
}

/// The six links, in order.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    serde::Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum LinkName {
    /// Published, not withdrawn, inside its term.
    InForce,
    /// The jurisdiction lies in the area served.
    Area,
    /// Its kind is in the audience.
    Kind,
    /// A body above takes part.
    ParticipationAbove,
    /// What the government does itself.
    OwnSteps,
    /// Population, distance, regime, sector.
    Limits,
}

impl LinkName {
    /// Every link, in order.
    pub const ALL: [LinkName; 6] = [
        LinkName::InForce,
        LinkName::Area,
        LinkName::Kind,
        LinkName::ParticipationAbove,
        LinkName::OwnSteps,
        LinkName::Limits,
    ];

    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            LinkName::InForce => "in_force",
            LinkName::Area => "area",
            LinkName::Kind => "kind",
            LinkName::ParticipationAbove => "participation_above",
            LinkName::OwnSteps => "own_steps",
            LinkName::Limits => "limits",
        }
    }
}

/// State of one link with the details of that state.
#[derive(Clone, Debug, PartialEq)]
pub enum Link {
    /// It holds; `by` names the participations that meet it.
    Met {
        /// Ids of participations.
        by: Vec<String>,
    },
    /// Something is left to do.
    ToDo {
        /// What, in the rule's order.
        steps: Vec<StepLeft>,
    },
    /// It does not hold.
    Failed {
        /// Why.
        reasons: Vec<Reason>,
    },
    /// A fact is missing.
    Unknown {
        /// Which, and whom to ask.
        missing: Vec<Missing>,
    },
}

/// The state of a link without its details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinkState {
    /// It holds.
    Met,
    /// Something is left to do.
    ToDo,
    /// It does not hold.
    Failed,
    /// A fact is missing.
    Unknown,
}

impl Link {
    /// The state without its details.
    pub fn state(&self) -> LinkState {
        match self {
            Link::Met { .. } => LinkState::Met,
            Link::ToDo { .. } => LinkState::ToDo,
            Link::Failed { .. } => LinkState::Failed,
            Link::Unknown { .. } => LinkState::Unknown,
        }
    }
}

/// A step that is left.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct StepLeft {
    /// What is to be done.
    pub kind: StepKind,
    /// Fee in US dollars: absent where the step has none, `null` where the
    /// population that decides it is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee_usd: Option<Option<serde_json::Number>>,
    /// A record of it has ended.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub renewal: bool,
}

/// Why a link failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Draft or in review.
    NotPublished,
    /// Taken back.
    Withdrawn,
    /// After its last day.
    Expired,
    /// Before its first day.
    NotYetInForce,
    /// Named among those that are out.
    ExplicitlyNotAvailable,
    /// The area is a list of bodies without this one.
    NotNamed,
    /// Outside the area.
    OutsideArea,
    /// A county row without a county government.
    NoGovernment,
    /// Its kind is named as out.
    KindExcluded,
    /// Its kind is not in the audience.
    KindNotInAudience,
    /// No body above takes part.
    NoParticipation,
    /// The participation above has ended.
    ParticipationLapsed,
    /// The participation above has not begun.
    ParticipationNotYet,
    /// The participation above is not for this kind.
    ScopeExcludesKind,
    /// The supplier does not agree.
    SupplierDeclined,
    /// Too few people.
    PopulationTooSmall,
    /// Too many people.
    PopulationTooLarge,
    /// Too far from every point.
    TooFar,
    /// Its sector is not served.
    SectorNotServed,
    /// It does not meet the regime.
    RegimeNotHeld,
}

/// A fact that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Which area is served.
    Area,
    /// Which kinds may use it.
    Audience,
    /// Whether the body above takes part.
    Participation,
    /// For whom the body above takes part.
    ParticipationScope,
    /// Which steps it takes.
    Steps,
    /// Whether the supplier agrees.
    SupplierConsent,
    /// The asking government's population.
    Population,
    /// Where the asking government is.
    Location,
    /// What the asking government does.
    Sector,
    /// Which regimes it meets.
    Regime,
}

/// A missing fact and whom to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Missing {
    /// The fact.
    pub fact: Fact,
    /// Who knows it.
    #[schemars(with = "String")]
    pub ask: Ask,
}

/// Who knows a missing fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// The body that publishes the offering.
    Provider(OrganizationId),
    /// The supplier; none when the source names none: then the provider.
    Supplier(SupplierId),
    /// A body above the asking government.
    Above(PlaceId),
    /// The asking government itself.
    Asker(PlaceId),
}

impl Serialize for Ask {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Ask::Provider(id) => id.as_str(),
            Ask::Supplier(id) => id.as_str(),
            Ask::Above(id) | Ask::Asker(id) => id.as_str(),
        })
    }
}

/// The six links of one rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain(pub [Link; 6]);

impl Chain {
    /// Name and link, in order.
    pub fn iter(&self) -> impl Iterator<Item = (LinkName, &Link)> {
        LinkName::ALL.into_iter().zip(&self.0)
    }

    /// The link with this name.
    pub fn link(&self, name: LinkName) -> &Link {
        &self.0[name as usize]
    }

    /// Any failed → no; else any unknown → unknown; else any to do → after steps; else yes.
    pub fn fold(&self) -> Outcome {
        let any = |state| self.0.iter().any(|link| link.state() == state);
        if any(LinkState::Failed) {
            Outcome::No
        } else if any(LinkState::Unknown) {
            Outcome::Unknown
        } else if any(LinkState::ToDo) {
            Outcome::AfterSteps
        } else {
            Outcome::Yes
        }
    }

    /// Position of the first link that is not met; six when all are.
    pub fn first_open(&self) -> usize {
        self.0
            .iter()
            .position(|link| link.state() != LinkState::Met)
            .unwrap_or(self.0.len())
    }

    /// The steps left, wherever the chain stands otherwise.
    pub fn steps_left(&self) -> &[StepLeft] {
        match self.link(LinkName::OwnSteps) {
            Link::ToDo { steps } => steps,
            _ => &[],
        }
    }
}

/// The verdict with its reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Yes, after steps, unknown or no.
    pub outcome: Outcome,
    /// How well it is vouched for.
    pub confidence: Confidence,
    /// The rule that the chain belongs to.
    pub rule: String,
    /// The chain of that rule.
    pub chain: Chain,
}
