//! A line of a contract list.

use crate::day::Day;
use interlocal_catalog::Decimal;

/// A supplier on a contract, as one row of a list has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractLine {
    /// Its line in the file.
    pub line: u64,
    /// What the row is known by among those of its source: number, contract above,
    /// supplier; `#2` behind it where the same stands a second time.
    pub key: String,
    /// The number of the contract, as written; empty when not said.
    pub number: String,
    /// The number of the contract above it; empty when not said.
    pub parent: String,
    /// The supplier, as written but on one line; empty when not said.
    pub supplier: String,
    /// What is bought.
    pub title: String,
    /// The first day.
    pub starts: Day,
    /// The last day.
    pub ends: Day,
    /// What it is worth.
    pub amount: Option<Decimal>,
    /// The currency of that, by ISO 4217; empty when not said.
    pub currency: String,
    /// Categories for which the supplier is on the contract.
    pub categories: Vec<String>,
    /// Categories for which it is not; a blank says neither.
    pub not_categories: Vec<String>,
    /// Manufacturers whose goods it sells.
    pub manufacturers: Vec<String>,
    /// The page of the contract.
    pub address: String,
    /// Remarks.
    pub notes: Vec<String>,
    /// Filled cells that everybody may read, under their headings.
    pub stated: Vec<(String, String)>,
    /// Filled cells of columns without a use of their own, under their headings.
    pub kept: Vec<(String, String)>,
}

impl ContractLine {
    pub(super) fn at(line: u64) -> Self {
        Self {
            line,
            key: String::new(),
            number: String::new(),
            parent: String::new(),
            supplier: String::new(),
            title: String::new(),
            starts: Day::Unknown,
            ends: Day::Unknown,
            amount: None,
            currency: String::new(),
            categories: Vec::new(),
            not_categories: Vec::new(),
            manufacturers: Vec::new(),
            address: String::new(),
            notes: Vec::new(),
            stated: Vec::new(),
            kept: Vec::new(),
        }
    }
}
