//! Why a figure is not there.

use crate::price::Unit;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

/// A fact without which a cost cannot be reckoned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Missing {
    /// Nothing says what it costs.
    NotPublished,
    /// How much of a unit would be bought was not stated.
    Quantity {
        /// Of what.
        unit: Unit,
    },
    /// A discount off a list that nobody prices here.
    OffList {
        /// What is priced.
        line: String,
        /// Percent off.
        percent: Decimal,
        /// Whose list.
        list: String,
    },
    /// The price list begins above the quantity.
    BelowFirstTier {
        /// What is priced.
        line: String,
        /// Where the list begins.
        from: Decimal,
        /// Of what.
        unit: Unit,
    },
    /// A price for the whole with tiers that do not say of what.
    TiersOfTheWhole {
        /// What is priced.
        line: String,
    },
    /// A line without any price.
    NoPrice {
        /// What is priced.
        line: String,
    },
    /// Lines that may be bought together or instead of each other.
    Choice {
        /// Their names.
        lines: Vec<String>,
    },
    /// A line was chosen that the list does not have.
    NoSuchLine {
        /// Its number from 1.
        number: usize,
    },
    /// A fee by population, and the population is not known.
    Population {
        /// What the fee is called.
        fee: String,
    },
    /// A fee by population that says nothing of this one.
    NoBand {
        /// What the fee is called.
        fee: String,
        /// The population.
        population: u64,
    },
    /// A fee whose amount cannot be read.
    FeeAmount {
        /// What the fee is called.
        fee: String,
    },
    /// Amounts with more digits than can be reckoned exactly.
    TooManyDigits,
}

impl Missing {
    /// The reason in a sentence.
    pub fn words(&self) -> String {
        match self {
            Missing::NotPublished => "The price is not published.".to_owned(),
            Missing::Quantity { unit } => {
                format!("The number of {} was not stated.", unit.plural())
            }
            Missing::OffList {
                line,
                percent,
                list,
            } => {
                let list = match list.as_str() {
                    "" => "a list",
                    named => named,
                };
                format!(
                    "“{line}” is {}% off {list}, a discount off a list that is not priced here.",
                    percent.normalize()
                )
            }
            Missing::BelowFirstTier { line, from, unit } => format!(
                "The prices of “{line}” begin at {} {}.",
                super::quantities::grouped(*from),
                unit.plural()
            ),
            Missing::TiersOfTheWhole { line } => format!(
                "“{line}” is priced for the whole in steps, and the list does not say of what."
            ),
            Missing::NoPrice { line } => format!("“{line}” has no price."),
            Missing::Choice { lines } => format!(
                "The list does not say whether {} are bought together: choose the lines that you \
                 would buy.",
                named(lines)
            ),
            Missing::NoSuchLine { number } => {
                format!("The price list has no line {number}.")
            }
            Missing::Population { fee } => {
                format!("“{fee}” goes by population, and yours is not known here.")
            }
            Missing::NoBand { fee, population } => format!(
                "“{fee}” names no amount for {} people.",
                super::quantities::grouped(Decimal::from(*population))
            ),
            Missing::FeeAmount { fee } => format!("The amount of “{fee}” cannot be read."),
            Missing::TooManyDigits => {
                "The amounts have more digits than can be reckoned exactly.".to_owned()
            }
        }
    }
}

/// `“A”, “B” and “C”`.
fn named(lines: &[String]) -> String {
    let quoted: Vec<String> = lines.iter().map(|line| format!("“{line}”")).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    }
}
