//! For what size, how long and which lines a cost is asked for.

use super::Quantities;
use std::collections::BTreeSet;

/// Years at most.
pub const MOST_YEARS: u8 = 10;

/// How many years are added up: 1 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Years(u8);

impl Years {
    /// So many years, where they are 1 to 10.
    pub fn new(years: u8) -> Option<Self> {
        (1..=MOST_YEARS).contains(&years).then_some(Self(years))
    }

    /// The number.
    pub fn number(self) -> u8 {
        self.0
    }

    /// `1 year`, `3 years`.
    pub fn words(self) -> String {
        match self.0 {
            1 => "1 year".to_owned(),
            many => format!("{many} years"),
        }
    }
}

impl Default for Years {
    /// The term that most contracts begin with.
    fn default() -> Self {
        Self(3)
    }
}

/// What a cost is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// How much of everything.
    pub quantities: Quantities,
    /// People the government serves, for fees by population.
    pub population: Option<u64>,
    /// Over how long.
    pub years: Years,
    /// Price lines that would be bought, by their place in the list from 0; none where
    /// nothing was chosen.
    pub lines: Option<BTreeSet<usize>>,
}
