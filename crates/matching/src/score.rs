//! The score of a record: exact integers, with the range it may still move in.

use crate::{
    factor::{Factor, Factors, Value},
    model::Model,
};

/// Sums of weight (hundredths) × basis points over the factors of this query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// With every unknown at its least.
    pub low: u64,
    /// What counts today.
    pub point: u64,
    /// With every unknown at its best.
    pub high: u64,
    /// The weights of the factors of this query together.
    pub weights: u64,
}

impl Score {
    /// Adds the factors up.
    pub(crate) fn of(model: &Model, factors: &Factors) -> Self {
        let mut score = Score {
            low: 0,
            point: 0,
            high: 0,
            weights: 0,
        };
        for (factor, value) in factors.iter() {
            let weight = u64::from(model.weights_hundredths.of(factor));
            score.low += weight * u64::from(value.low);
            score.point += weight * u64::from(value.point);
            score.high += weight * u64::from(value.high);
            score.weights += weight;
        }
        score
    }

    /// The score in points of 100, with two decimals.
    pub fn points(&self) -> f64 {
        self.in_points(self.point)
    }

    /// The range in points of 100, with two decimals.
    pub fn range(&self) -> [f64; 2] {
        [self.in_points(self.low), self.in_points(self.high)]
    }

    /// How much is known, in basis points.
    pub fn confidence_bp(&self) -> u64 {
        10_000_u64.saturating_sub((self.high - self.low) / self.weights.max(1))
    }

    /// The points of 100 that one factor adds, with two decimals.
    pub fn points_of(&self, model: &Model, factor: Factor, value: Value) -> f64 {
        self.in_points(u64::from(model.weights_hundredths.of(factor)) * u64::from(value.point))
    }

    /// How many points of 100 this score lies above another, unrounded.
    pub(crate) fn gap_above(&self, other: &Score) -> f64 {
        self.exact(self.point) - other.exact(other.point)
    }

    /// Whether this score lies above another by at most so many points of 100.
    pub(crate) fn is_within(&self, points: f64, other: &Score) -> bool {
        let gap = self.point.saturating_sub(other.point);
        gap as f64 <= points * 100.0 * self.weights as f64
    }

    fn exact(&self, numerator: u64) -> f64 {
        numerator as f64 / (100 * self.weights.max(1)) as f64
    }

    fn in_points(&self, numerator: u64) -> f64 {
        rounded(self.exact(numerator), 2)
    }
}

/// A number as it is shown with so many decimals.
pub(crate) fn rounded(x: f64, decimals: usize) -> f64 {
    format!("{x:.decimals$}").parse().unwrap_or(x)
}

/// How much of a score rests on what is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// From .85 on.
    WellDocumented,
    /// From .60 on.
    PartlyKnown,
    /// Below .60.
    MostlyUnknown,
}

impl Confidence {
    /// The word for a confidence in basis points.
    pub fn of(confidence_bp: u64) -> Self {
        match confidence_bp {
            8_500.. => Confidence::WellDocumented,
            6_000.. => Confidence::PartlyKnown,
            _ => Confidence::MostlyUnknown,
        }
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            Confidence::WellDocumented => "well documented",
            Confidence::PartlyKnown => "partly known",
            Confidence::MostlyUnknown => "mostly unknown: ask",
        }
    }
}
