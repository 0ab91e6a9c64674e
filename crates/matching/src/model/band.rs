//! Bands of scores: who is in the first view is robust, the exact order is not,
//! so pages show a band and no decimals.

use serde::{Deserialize, Serialize};

/// Where the bands begin, in points of 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bands {
    /// From here on a strong match.
    pub strong_from: u32,
    /// From here on a good match.
    pub good_from: u32,
    /// From here on a possible match; below, a weak one.
    pub possible_from: u32,
}

impl Bands {
    /// The band of a score in points of 100.
    pub fn of(&self, points: f64) -> Band {
        let reaches = |from: u32| points >= f64::from(from);
        if reaches(self.strong_from) {
            Band::Strong
        } else if reaches(self.good_from) {
            Band::Good
        } else if reaches(self.possible_from) {
            Band::Possible
        } else {
            Band::Weak
        }
    }
}

/// A band of scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// Hardly.
    Weak,
    /// Perhaps.
    Possible,
    /// Well.
    Good,
    /// Very well.
    Strong,
}

impl Band {
    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            Band::Strong => "Strong match",
            Band::Good => "Good match",
            Band::Possible => "Possible match",
            Band::Weak => "Weak match",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Model;

    #[test]
    fn a_band_begins_at_its_threshold() {
        let bands = Model::default().bands;
        assert_eq!(bands.of(75.0), Band::Strong);
        assert_eq!(bands.of(74.99), Band::Good);
        assert_eq!(bands.of(60.0), Band::Good);
        assert_eq!(bands.of(59.99), Band::Possible);
        assert_eq!(bands.of(40.0), Band::Possible);
        assert_eq!(bands.of(39.99), Band::Weak);
    }
}
