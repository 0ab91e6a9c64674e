//! One thing on record about a body in one category. Absent is unknown, never no.

use crate::{
    candidate::{BodyId, BodyLevel},
    null_as_absent::null_as_absent,
};
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;

/// How the body stands to the category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Runs it for others.
    Offers,
    /// Lets others buy off its contract.
    Brokers,
    /// Uses it itself.
    Uses,
    /// Looks for it.
    Seeks,
    /// Answered that it does not offer it.
    DoesNotOffer,
}

impl Relation {
    /// Whether the body provides: offers or brokers.
    pub fn provides(self) -> bool {
        matches!(self, Relation::Offers | Relation::Brokers)
    }
}

/// Who may know of the record.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Everybody.
    Public,
    /// These bodies only; for others it does not exist.
    Orgs(Vec<BodyId>),
}

/// Whether the record is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Open.
    #[default]
    Active,
    /// Closed for a time, by the body itself or at its cap of open introductions.
    Paused,
    /// Closed.
    Closed,
}

/// Who vouches for the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The body itself.
    ConfirmedByBody,
    /// A public page that is cited.
    PublicSource,
    /// A user of the portal.
    UserReported,
}

/// Whether the body takes partners.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Willing {
    /// It accepts partners now.
    AcceptingNow,
    /// It may be asked.
    Open,
}

/// How a record meets a rule such as CJIS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Regime {
    /// Met, and attested.
    Attested,
    /// Partly met.
    Partial,
    /// Not met.
    No,
}

/// How the record's category stands to that of the need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CategoryMatch {
    /// The same.
    #[default]
    Exact,
    /// The record's lies in that of the need: something narrower is certain.
    #[serde(rename = "parent_child")]
    Narrower,
    /// That of the need lies in the record's: nothing certain of the narrower.
    Wider,
    /// Both lie in the same one.
    Sibling,
}

/// What the access rules of an offering say of this seeker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EligibilityVerdict {
    /// Yes, or yes after steps.
    Pass,
    /// Not recorded.
    Unknown,
    /// No.
    Fail,
}

/// Who may use what the record provides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Eligibility {
    /// Nothing is stated.
    #[default]
    NotStated,
    /// Lists, each where stated.
    Stated {
        /// Kinds of bodies.
        levels: Option<Vec<BodyLevel>>,
        /// Postal codes.
        states: Option<Vec<String>>,
    },
    /// The verdict on the offering, already found.
    Verdict(EligibilityVerdict),
}

/// The wire form: null, or two lists of which each may be null.
fn stated<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Eligibility, D::Error> {
    #[derive(Deserialize)]
    struct Lists {
        #[serde(default)]
        levels: Option<Vec<BodyLevel>>,
        #[serde(default)]
        states: Option<Vec<String>>,
    }
    Ok(match Option::<Lists>::deserialize(deserializer)? {
        None => Eligibility::NotStated,
        Some(Lists { levels, states }) => Eligibility::Stated { levels, states },
    })
}

/// One thing on record about a body.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Record {
    /// Its id.
    pub id: String,
    /// How the body stands to the category.
    pub relation: Relation,
    /// How the record's category stands to that of the need.
    #[serde(default, deserialize_with = "null_as_absent")]
    pub category_match: CategoryMatch,
    /// Who may know of it.
    pub visibility: Visibility,
    /// Whether it is open.
    #[serde(default, deserialize_with = "null_as_absent")]
    pub status: Status,
    /// Its last day, where it has one.
    #[serde(default)]
    pub expires: Option<NaiveDate>,
    /// Who vouches for it.
    #[serde(default)]
    pub source: Option<Source>,
    /// When it was last confirmed.
    #[serde(default)]
    pub confirmed_on: Option<NaiveDate>,
    /// Who may use it.
    #[serde(default, deserialize_with = "stated")]
    pub eligible: Eligibility,
    /// From and to how many people; none at an end is no limit.
    #[serde(default)]
    pub size_range: Option<(Option<u64>, Option<u64>)>,
    /// Populations of published customers.
    #[serde(default, deserialize_with = "null_as_absent")]
    pub customer_pops: Vec<u64>,
    /// Miles between the hosting site and the seeker, where known.
    #[serde(default)]
    pub site_distance_mi: Option<f64>,
    /// Rules it meets, partly meets or does not meet; others are not stated.
    #[serde(default, deserialize_with = "null_as_absent")]
    pub regimes: BTreeMap<String, Option<Regime>>,
    /// Whether the body takes partners, where stated.
    #[serde(default)]
    pub willing: Option<Willing>,
    /// Share 0 to 1 of the body's stated preferences that the seeker meets.
    #[serde(default)]
    pub pref_match: Option<f64>,
    /// Start-up facts that are published.
    #[serde(default, deserialize_with = "null_as_absent")]
    pub ready: Vec<String>,
}

impl Record {
    /// Whether this body may know of the record.
    pub fn is_visible_to(&self, body: &BodyId) -> bool {
        match &self.visibility {
            Visibility::Public => true,
            Visibility::Orgs(bodies) => bodies.contains(body),
        }
    }

    /// How it meets a rule; none where not stated.
    pub fn regime(&self, name: &str) -> Option<Regime> {
        self.regimes.get(name).copied().flatten()
    }

    /// Days since it was confirmed, never negative; none without a date.
    pub fn age_days(&self, as_of: NaiveDate) -> Option<i64> {
        self.confirmed_on
            .map(|day| as_of.signed_duration_since(day).num_days().max(0))
    }
}
