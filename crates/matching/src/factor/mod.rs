//! The eight factors, each low, point and high in basis points. From here on
//! only integers decide the order.

mod evidence;
mod mutual;
mod need;
mod placement;
mod policy;
mod readiness;
mod size;
mod ties;

use crate::{candidate::Candidate, gate::GateReport, model::Range, rank::Query, record::Record};
use serde::{Serialize, Serializer};

/// A factor of the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Factor {
    /// Has or wants what the seeker wants.
    Need,
    /// Same law, required rules met.
    Policy,
    /// Near, or far enough.
    Placement,
    /// Like in size.
    Size,
    /// Takes partners, and prefers such as the seeker.
    Mutual,
    /// Ties on record.
    Ties,
    /// Start-up facts published.
    Readiness,
    /// Who vouches, and how long ago.
    Evidence,
}

impl Factor {
    /// Every factor, in order of importance.
    pub const ALL: [Factor; 8] = [
        Factor::Need,
        Factor::Policy,
        Factor::Placement,
        Factor::Size,
        Factor::Mutual,
        Factor::Ties,
        Factor::Readiness,
        Factor::Evidence,
    ];

    /// The word in results.
    pub fn word(self) -> &'static str {
        match self {
            Factor::Need => "need",
            Factor::Policy => "policy",
            Factor::Placement => "placement",
            Factor::Size => "size",
            Factor::Mutual => "mutual",
            Factor::Ties => "ties",
            Factor::Readiness => "readiness",
            Factor::Evidence => "evidence",
        }
    }
}

/// A factor's value, in basis points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    /// The least it may be once everything is known.
    pub low: u32,
    /// What counts today.
    pub point: u32,
    /// The most it may be.
    pub high: u32,
}

impl Value {
    /// A value of which nothing is unknown, from 0 to 1.
    pub(crate) fn known(x: f64) -> Self {
        Self::range([x; 3])
    }

    /// Low, point and high, each from 0 to 1.
    pub(crate) fn range(range: Range) -> Self {
        let [low, point, high] = range.map(basis_points);
        Self { low, point, high }
    }

    /// Whether nothing about it is unknown.
    pub fn is_known(self) -> bool {
        self.low == self.high
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [self.low, self.point, self.high].serialize(serializer)
    }
}

/// 0 to 1 as 0 to 10,000, halves rounded up.
pub(crate) fn basis_points(x: f64) -> u32 {
    (10_000.0 * x.clamp(0.0, 1.0) + 0.5).floor() as u32
}

/// The factors of one record; placement is none where it does not matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Factors([Option<Value>; 8]);

impl Factors {
    /// The factors that count in this query, in order of importance.
    pub fn iter(&self) -> impl Iterator<Item = (Factor, Value)> + '_ {
        Factor::ALL
            .into_iter()
            .zip(self.0)
            .filter_map(|(factor, value)| Some((factor, value?)))
    }

    /// One factor; none where it does not count in this query.
    pub fn get(&self, factor: Factor) -> Option<Value> {
        self.0.get(factor as usize).copied().flatten()
    }

    /// Whether these are at least as good in everything, and better in one,
    /// however the unknowns turn out.
    pub fn dominate(&self, other: &Factors) -> bool {
        let mut better = false;
        for (a, b) in self.0.iter().zip(&other.0) {
            if let (Some(a), Some(b)) = (a, b) {
                if a.low < b.high {
                    return false;
                }
                better |= a.low > b.high;
            }
        }
        better
    }
}

impl Serialize for Factors {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// Every factor of a record that failed no gate.
pub(crate) fn factors(
    query: &Query<'_>,
    candidate: &Candidate,
    record: &Record,
    gates: GateReport,
) -> Factors {
    Factors([
        Some(need::need(query, record, gates)),
        Some(policy::policy(query, candidate, record)),
        placement::placement(query, candidate, record),
        Some(size::size(query, candidate, record)),
        Some(mutual::mutual(query, record)),
        Some(ties::ties(query, candidate)),
        Some(readiness::readiness(query, record)),
        Some(evidence::evidence(query, record)),
    ])
}

/// How many start-up facts of the model the record has published.
pub(crate) fn ready_count(query: &Query<'_>, record: &Record) -> usize {
    let items = &query.model.readiness_items;
    items
        .iter()
        .filter(|item| record.ready.contains(item))
        .count()
}
