//! Access rules: who may use an offering, as data.
//! The words and their meaning are those of the worked cases (`tests/cases`).

use crate::{PlaceId, ProgramId, SupplierId, float::float, jurisdiction::Kind, point::Point};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One way in. An offering has one or more; one that works is enough.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccessRule {
    /// Name of the rule inside its offering.
    pub id: String,
    /// The text it rests on, to show; without effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// Where it holds.
    pub area: Area,
    /// Kinds of government that are in.
    pub kinds: Audience,
    /// Kinds that are out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_kinds: Vec<AudienceWord>,
    /// What is said of a kind that is named nowhere.
    #[serde(default, skip_serializing_if = "OtherKinds::is_out")]
    pub other_kinds: OtherKinds,
    /// Whether a body above must take part first.
    #[serde(default)]
    pub above: Option<Above>,
    /// What the asking government does itself first.
    pub steps: Steps,
    /// Whether the supplier must agree; absent when it need not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplier_consent: Option<SupplierConsent>,
    /// What must hold of the asking government; all of them.
    #[serde(default)]
    pub limits: Vec<Limit>,
}

/// Where a rule holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Area {
    /// A word for a whole.
    Whole(WholeArea),
    /// Named places.
    Places(PlacesArea),
}

/// Words for a whole area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WholeArea {
    /// States, the District of Columbia and territories.
    Everywhere,
    /// States and the District of Columbia, no territories.
    AllStates,
    /// The source does not say.
    NotStated,
}

/// Places named one by one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlacesArea {
    /// Met by the place itself and by everything that lies in it.
    #[serde(default)]
    pub within: Vec<PlaceId>,
    /// Met by the named body alone.
    #[serde(default)]
    pub bodies: Vec<PlaceId>,
    /// Only an unnamed part of `within` is served: inside it, nobody knows.
    #[serde(default, skip_serializing_if = "is_false")]
    pub part: bool,
    /// The source's own words for that part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// Kinds and group words, or not stated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Audience {
    /// The named kinds.
    Named(Vec<AudienceWord>),
    /// The source does not say.
    NotStated(NotStated),
}

/// A kind or a group of kinds.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum AudienceWord {
    /// Counties, municipalities, townships, school and special districts.
    LocalGovernment,
    /// States, territories and state agencies.
    StateGovernment,
    /// See [`Kind`].
    State,
    /// See [`Kind`].
    Territory,
    /// See [`Kind`].
    County,
    /// See [`Kind`].
    Municipality,
    /// See [`Kind`].
    Township,
    /// See [`Kind`].
    SchoolDistrict,
    /// See [`Kind`].
    SpecialDistrict,
    /// See [`Kind`]; in no group.
    Tribal,
    /// See [`Kind`].
    StateAgency,
}

impl AudienceWord {
    /// Whether the word names the kind, by itself or through a group.
    pub fn names(self, kind: Kind) -> bool {
        match self {
            AudienceWord::LocalGovernment => kind.is_local(),
            AudienceWord::StateGovernment => kind.is_state(),
            AudienceWord::State => kind == Kind::State,
            AudienceWord::Territory => kind == Kind::Territory,
            AudienceWord::County => kind == Kind::County,
            AudienceWord::Municipality => kind == Kind::Municipality,
            AudienceWord::Township => kind == Kind::Township,
            AudienceWord::SchoolDistrict => kind == Kind::SchoolDistrict,
            AudienceWord::SpecialDistrict => kind == Kind::SpecialDistrict,
            AudienceWord::Tribal => kind == Kind::Tribal,
            AudienceWord::StateAgency => kind == Kind::StateAgency,
        }
    }

    /// Local governments as a group, and every kind by itself: what a form offers, no
    /// two of which read alike.
    pub const NAMED: [AudienceWord; 10] = [
        AudienceWord::LocalGovernment,
        AudienceWord::County,
        AudienceWord::Municipality,
        AudienceWord::Township,
        AudienceWord::SchoolDistrict,
        AudienceWord::SpecialDistrict,
        AudienceWord::Tribal,
        AudienceWord::State,
        AudienceWord::Territory,
        AudienceWord::StateAgency,
    ];

    /// The word of one kind alone.
    pub fn of(kind: Kind) -> AudienceWord {
        match kind {
            Kind::State => AudienceWord::State,
            Kind::Territory => AudienceWord::Territory,
            Kind::County => AudienceWord::County,
            Kind::Municipality => AudienceWord::Municipality,
            Kind::Township => AudienceWord::Township,
            Kind::SchoolDistrict => AudienceWord::SchoolDistrict,
            Kind::SpecialDistrict => AudienceWord::SpecialDistrict,
            Kind::Tribal => AudienceWord::Tribal,
            Kind::StateAgency => AudienceWord::StateAgency,
        }
    }

    /// The word in rows and forms.
    pub fn word(self) -> &'static str {
        match self {
            AudienceWord::LocalGovernment => "local_government",
            AudienceWord::StateGovernment => "state_government",
            AudienceWord::State => "state",
            AudienceWord::Territory => "territory",
            AudienceWord::County => "county",
            AudienceWord::Municipality => "municipality",
            AudienceWord::Township => "township",
            AudienceWord::SchoolDistrict => "school_district",
            AudienceWord::SpecialDistrict => "special_district",
            AudienceWord::Tribal => "tribal",
            AudienceWord::StateAgency => "state_agency",
        }
    }

    /// The plural on pages: `local governments`.
    pub fn plural(self) -> &'static str {
        match self {
            AudienceWord::LocalGovernment => "local governments",
            AudienceWord::StateGovernment => "state governments and their agencies",
            AudienceWord::State => Kind::State.plural(),
            AudienceWord::Territory => Kind::Territory.plural(),
            AudienceWord::County => Kind::County.plural(),
            AudienceWord::Municipality => Kind::Municipality.plural(),
            AudienceWord::Township => Kind::Township.plural(),
            AudienceWord::SchoolDistrict => Kind::SchoolDistrict.plural(),
            AudienceWord::SpecialDistrict => Kind::SpecialDistrict.plural(),
            AudienceWord::Tribal => Kind::Tribal.plural(),
            AudienceWord::StateAgency => Kind::StateAgency.plural(),
        }
    }
}

/// The word `not_stated`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NotStated {
    /// The source does not say.
    NotStated,
}

/// What a rule says of kinds that it names nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OtherKinds {
    /// The list of kinds is complete.
    #[default]
    Out,
    /// The source is silent: they may be in.
    Unknown,
}

impl OtherKinds {
    fn is_out(&self) -> bool {
        *self == OtherKinds::Out
    }
}

/// A body above must take part in a program first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Above {
    /// Levels of which one suffices.
    pub any_of: Vec<AboveLevel>,
    /// The offering or program in which it takes part.
    #[serde(rename = "in")]
    pub program: ProgramId,
    /// Whether the participations on record are all there are.
    pub list: RecordList,
}

/// Level of a body above.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AboveLevel {
    /// Head of the parent chain; a territory too.
    State,
    /// A county.
    County,
}

/// Whether a list of records is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RecordList {
    /// Who is not on record does not take part.
    Complete,
    /// Who is not on record may take part.
    Partial,
}

/// The steps of a rule, or not stated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Steps {
    /// In this order; empty when nothing has to be done.
    Listed(Vec<Step>),
    /// The source does not say.
    NotStated(NotStated),
}

/// Something the asking government does itself first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What is done.
    pub kind: StepKind,
    /// The offering or program in which it is done.
    #[serde(rename = "in")]
    pub program: ProgramId,
    /// What it costs by population.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<Fee>,
}

/// Kinds of step.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Sign an agreement.
    Agreement,
    /// Register.
    Registration,
    /// Adopt a resolution.
    Resolution,
    /// Become a member.
    Membership,
    /// Obtain a certificate.
    Certificate,
}

impl StepKind {
    /// The word in facets and JSON.
    pub const fn word(self) -> &'static str {
        match self {
            StepKind::Agreement => "agreement",
            StepKind::Registration => "registration",
            StepKind::Resolution => "resolution",
            StepKind::Membership => "membership",
            StepKind::Certificate => "certificate",
        }
    }
}

/// A fee by population.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// The period it pays for.
    pub per: FeePeriod,
    /// Bands of population.
    pub bands: Vec<FeeBand>,
}

/// The period a fee pays for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FeePeriod {
    /// A year.
    Year,
}

/// One band; both ends are inside, no `max` is no end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FeeBand {
    /// Least population.
    pub min: u64,
    /// Greatest population.
    pub max: Option<u64>,
    /// US dollars a period.
    pub usd: serde_json::Number,
}

/// Whether the supplier agrees that others buy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SupplierConsent {
    /// Who must agree; none when the source names no supplier.
    pub supplier: Option<SupplierId>,
    /// What is on record.
    pub answer: ConsentAnswer,
}

/// The supplier's answer on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConsentAnswer {
    /// It agreed.
    Given,
    /// It declined.
    Declined,
    /// Nothing is on record.
    NotRecorded,
}

/// What must hold of the asking government.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Limit {
    /// People, both ends inside.
    Population {
        /// Least population.
        #[serde(default)]
        min: Option<u64>,
        /// Greatest population.
        #[serde(default)]
        max: Option<u64>,
    },
    /// Great-circle distance to the nearest point, in statute miles.
    Distance {
        /// Points of presence.
        from: Vec<Point>,
        /// Greatest distance.
        #[serde(deserialize_with = "float")]
        max_miles: f64,
    },
    /// What the government does.
    Sector {
        /// Sectors of which one suffices.
        any_of: Vec<String>,
    },
    /// A regime that it meets, such as `CJIS`.
    Regime {
        /// The regime.
        holds: String,
    },
}

fn is_false(value: &bool) -> bool {
    !value
}
