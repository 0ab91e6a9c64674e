//! The numbers of the ranking, as data: a case file may carry its own.

mod apart_rule;
mod band;
mod size_rule;
mod v1;

pub use apart_rule::ApartRule;
pub use band::{Band, Bands};
pub use size_rule::SizeRule;

use crate::{
    factor::Factor,
    need::Intent,
    record::{CategoryMatch, Regime, Relation, Source, Willing},
};
use interlocal_catalog::organization::Level;
use serde::{Deserialize, Serialize};

/// Low, point and high of a value between 0 and 1.
pub type Range = [f64; 3];

/// Every number of the ranking. What a file leaves out is as in version 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Model {
    /// What each factor weighs, in hundredths.
    pub weights_hundredths: Weights,
    /// How many candidates the first view has before the level floor.
    pub first_view_n: usize,
    /// How many points of 100 a displaced candidate may lie above the promoted one.
    pub delta_points: f64,
    /// The levels, in the order in which the floor looks for them.
    pub levels: Vec<Level>,
    /// The value of a relation for each intent.
    pub relation_value: RelationValues,
    /// By what a category other than the need's own lessens the need factor.
    pub category_match: CategoryValues,
    /// The start-up facts that make up readiness.
    pub readiness_items: Vec<String>,
    /// What a source is worth.
    pub source_value: SourceValues,
    /// The distance in miles at which nearness is worth half.
    pub near_half_distance_miles: f64,
    /// What a distance is worth where partners should not share a hazard.
    pub apart_rule_miles: ApartRule,
    /// What a likeness of populations is worth.
    pub size_rule: SizeRule,
    /// Days after which evidence is worth half.
    pub evidence_half_life_days: f64,
    /// What old evidence is still worth.
    pub evidence_floor: f64,
    /// Days after which a no is read as no record.
    pub no_answer_expires_days: i64,
    /// An unknown placement, size or willingness.
    pub unknown: Range,
    /// The law of the two states.
    pub law: LawValues,
    /// A required regime.
    pub regime: RegimeValues,
    /// Placement *near*: a region in common.
    pub same_region: f64,
    /// Placement *apart* of a body that uses: its site would not be the seeker's.
    pub apart_uses: f64,
    /// Whether the body takes partners.
    pub willing: WillingValues,
    /// What a shared membership counts beside an agreement.
    pub membership_counts: f64,
    /// How many agreements count at most.
    pub ties_count_at_most: f64,
    /// A known factor above this may be given as a reason.
    pub reason_above: f64,
    /// A known factor at or below this may be given as what holds it back.
    pub weak_at_most: f64,
    /// Where the bands of scores begin.
    pub bands: Bands,
}

/// What each factor weighs, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weights {
    /// Need.
    pub need: u32,
    /// Policy.
    pub policy: u32,
    /// Placement.
    pub placement: u32,
    /// Size.
    pub size: u32,
    /// Mutual willingness.
    pub mutual: u32,
    /// Recorded ties.
    pub ties: u32,
    /// Readiness.
    pub readiness: u32,
    /// Evidence.
    pub evidence: u32,
}

impl Weights {
    /// The weight of a factor.
    pub fn of(&self, factor: Factor) -> u32 {
        match factor {
            Factor::Need => self.need,
            Factor::Policy => self.policy,
            Factor::Placement => self.placement,
            Factor::Size => self.size,
            Factor::Mutual => self.mutual,
            Factor::Ties => self.ties,
            Factor::Readiness => self.readiness,
            Factor::Evidence => self.evidence,
        }
    }
}

/// The value of a relation for each intent.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RelationValues {
    /// To get it from somebody.
    pub obtain: RelationValue,
    /// To buy or build it together.
    pub join: RelationValue,
    /// To hear how it went.
    pub learn: RelationValue,
}

/// The value of each relation for one intent.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RelationValue {
    /// Runs it for others.
    pub offers: Range,
    /// Runs it for others, terms for the seeker unknown.
    pub offers_elig_unknown: Range,
    /// Lets others buy off its contract.
    pub brokers: Range,
    /// Lets others buy off its contract, terms for the seeker unknown.
    pub brokers_elig_unknown: Range,
    /// Looks for it.
    pub seeks: Range,
    /// Uses it.
    pub uses: Range,
}

impl RelationValues {
    /// The value of a relation for an intent; `does_not_offer` has none.
    pub fn of(&self, intent: Intent, relation: Relation, terms_unknown: bool) -> Range {
        let values = match intent {
            Intent::Obtain => &self.obtain,
            Intent::Join => &self.join,
            Intent::Learn => &self.learn,
        };
        match (relation, terms_unknown) {
            (Relation::Offers, false) => values.offers,
            (Relation::Offers, true) => values.offers_elig_unknown,
            (Relation::Brokers, false) => values.brokers,
            (Relation::Brokers, true) => values.brokers_elig_unknown,
            (Relation::Seeks, _) => values.seeks,
            (Relation::Uses, _) => values.uses,
            (Relation::DoesNotOffer, _) => [0.0; 3],
        }
    }
}

/// By what another category lessens the need factor.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CategoryValues {
    /// The same category.
    pub exact: f64,
    /// One lies in the other.
    pub parent_child: f64,
    /// Both lie in the same one.
    pub sibling: f64,
}

impl CategoryValues {
    /// The value of a match.
    pub fn of(&self, category: CategoryMatch) -> f64 {
        match category {
            CategoryMatch::Exact => self.exact,
            CategoryMatch::Narrower | CategoryMatch::Wider => self.parent_child,
            CategoryMatch::Sibling => self.sibling,
        }
    }
}

/// What a source is worth.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceValues {
    /// The body itself.
    pub confirmed_by_body: f64,
    /// A cited public page.
    pub public_source: f64,
    /// A user of the portal.
    pub user_reported: f64,
}

impl SourceValues {
    /// The value of a source; nobody vouching is worth nothing.
    pub fn of(&self, source: Option<Source>) -> f64 {
        match source {
            Some(Source::ConfirmedByBody) => self.confirmed_by_body,
            Some(Source::PublicSource) => self.public_source,
            Some(Source::UserReported) => self.user_reported,
            None => 0.0,
        }
    }
}

/// The law of the two states.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LawValues {
    /// Both in one state.
    pub same_state: f64,
    /// Two states whose laws permit an agreement.
    pub permitted: f64,
    /// Two states, a bar on record; out of the ranking except for *learn*.
    pub barred: f64,
    /// Two states, nothing on record.
    pub unknown: Range,
}

/// A required regime.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RegimeValues {
    /// Met and attested.
    pub attested: f64,
    /// Partly met.
    pub partial: f64,
    /// Not met; out of the ranking except for *learn*.
    pub no: f64,
    /// Not stated.
    pub unknown: Range,
}

impl RegimeValues {
    /// The value of a regime as the record states it.
    pub fn of(&self, regime: Option<Regime>) -> Range {
        match regime {
            Some(Regime::Attested) => [self.attested; 3],
            Some(Regime::Partial) => [self.partial; 3],
            Some(Regime::No) => [self.no; 3],
            None => self.unknown,
        }
    }
}

/// Whether the body takes partners.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WillingValues {
    /// It accepts partners now.
    pub accepting_now: f64,
    /// It may be asked.
    pub open: f64,
}

impl WillingValues {
    /// The value of a stated willingness.
    pub fn of(&self, willing: Willing) -> f64 {
        match willing {
            Willing::AcceptingNow => self.accepting_now,
            Willing::Open => self.open,
        }
    }
}
