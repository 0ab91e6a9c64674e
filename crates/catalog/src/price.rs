//! Prices as data: exact decimals, units, periods and tiers, so that costs can be
//! computed and compared without rounding on the way.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a price is for one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A person who uses it.
    User,
    /// A computer, server or phone.
    Endpoint,
    /// Any other device.
    Device,
    /// A megabit a second.
    Mbps,
    /// A terabyte.
    Tb,
    /// An hour of work.
    Hour,
    /// A piece.
    Each,
    /// The whole, whatever the size.
    Flat,
}

impl Unit {
    /// Every unit, in the order of forms.
    pub const ALL: [Unit; 8] = [
        Unit::User,
        Unit::Endpoint,
        Unit::Device,
        Unit::Mbps,
        Unit::Tb,
        Unit::Hour,
        Unit::Each,
        Unit::Flat,
    ];

    /// The word in rows and forms.
    pub fn word(self) -> &'static str {
        match self {
            Unit::User => "user",
            Unit::Endpoint => "endpoint",
            Unit::Device => "device",
            Unit::Mbps => "mbps",
            Unit::Tb => "tb",
            Unit::Hour => "hour",
            Unit::Each => "each",
            Unit::Flat => "flat",
        }
    }

    /// The words on pages: `per user`.
    pub fn label(self) -> &'static str {
        match self {
            Unit::User => "per user",
            Unit::Endpoint => "per endpoint",
            Unit::Device => "per device",
            Unit::Mbps => "per Mbps",
            Unit::Tb => "per TB",
            Unit::Hour => "per hour",
            Unit::Each => "each",
            Unit::Flat => "for the whole",
        }
    }

    /// What there is a quantity of: `endpoints`; nothing for the whole.
    pub fn plural(self) -> &'static str {
        match self {
            Unit::User => "users",
            Unit::Endpoint => "endpoints",
            Unit::Device => "devices",
            Unit::Mbps => "Mbps",
            Unit::Tb => "TB",
            Unit::Hour => "hours",
            Unit::Each => "pieces",
            Unit::Flat => "",
        }
    }

    /// One of what there is a quantity of: `endpoint`; nothing for the whole.
    pub fn singular(self) -> &'static str {
        match self {
            Unit::Mbps => "Mbps",
            _ => self.plural().strip_suffix('s').unwrap_or(self.plural()),
        }
    }

    /// The unit that a word names.
    pub fn of(word: &str) -> Option<Unit> {
        Unit::ALL.into_iter().find(|unit| unit.word() == word)
    }
}

/// How often a price is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// Once.
    OneTime,
    /// Every month.
    Month,
    /// Every year.
    Year,
}

impl Period {
    /// Every period, in the order of forms.
    pub const ALL: [Period; 3] = [Period::OneTime, Period::Month, Period::Year];

    /// The word in rows and forms.
    pub fn word(self) -> &'static str {
        match self {
            Period::OneTime => "one_time",
            Period::Month => "month",
            Period::Year => "year",
        }
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            Period::OneTime => "once",
            Period::Month => "a month",
            Period::Year => "a year",
        }
    }

    /// The period that a word names.
    pub fn of(word: &str) -> Option<Period> {
        Period::ALL.into_iter().find(|period| period.word() == word)
    }

    /// Whether it is paid again and again.
    pub fn is_recurring(self) -> bool {
        self != Period::OneTime
    }
}

/// A currency. Sums are made within one; nothing is ever exchanged into another.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
pub enum Currency {
    /// US dollars.
    #[default]
    #[serde(rename = "USD")]
    Usd,
    /// Canadian dollars, in which cooperatives of both countries list prices.
    #[serde(rename = "CAD")]
    Cad,
}

impl Currency {
    /// Every currency, in the order of forms.
    pub const ALL: [Currency; 2] = [Currency::Usd, Currency::Cad];

    /// The word in rows, forms and files.
    pub fn word(self) -> &'static str {
        match self {
            Currency::Usd => "USD",
            Currency::Cad => "CAD",
        }
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            Currency::Usd => "US dollars",
            Currency::Cad => "Canadian dollars",
        }
    }

    /// The currency that a word names.
    pub fn of(word: &str) -> Option<Currency> {
        Currency::ALL
            .into_iter()
            .find(|currency| currency.word() == word)
    }
}

/// The price of one unit from a quantity on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Least quantity at which it holds.
    #[serde(with = "rust_decimal::serde::str")]
    #[schemars(with = "String")]
    pub from: Decimal,
    /// For one unit.
    #[serde(with = "rust_decimal::serde::str")]
    #[schemars(with = "String")]
    pub price: Decimal,
}

/// Which units a tier prices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TierReach {
    /// Every unit, at the price of the tier that the quantity falls into.
    #[default]
    AllUnits,
    /// Only the units above its threshold.
    UnitsAbove,
}

impl TierReach {
    /// The word in rows and forms.
    pub fn word(self) -> &'static str {
        match self {
            TierReach::AllUnits => "all_units",
            TierReach::UnitsAbove => "units_above",
        }
    }
}

/// What a line costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Price {
    /// By quantity; tiers rise by their thresholds. Below the first threshold nothing is
    /// priced, so the first is 0 where there is a price from the start.
    Tiers {
        /// At least one.
        tiers: Vec<Tier>,
        /// Which units a tier prices.
        #[serde(default)]
        reach: TierReach,
    },
    /// A percentage off a list price that is published elsewhere.
    OffList {
        /// Percent, 0 to 100.
        #[serde(with = "rust_decimal::serde::str")]
        #[schemars(with = "String")]
        percent: Decimal,
        /// Whose list, and where it stands.
        list: String,
    },
}

/// One line of a price list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PriceLine {
    /// What is priced.
    pub name: String,
    /// For one of what.
    pub unit: Unit,
    /// How often.
    pub period: Period,
    /// In which currency.
    #[serde(default)]
    pub currency: Currency,
    /// How much.
    pub price: Price,
    /// Least quantity that can be bought.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "rust_decimal::serde::str_option"
    )]
    #[schemars(with = "Option<String>")]
    pub least: Option<Decimal>,
    /// What else has to be known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A fee beside the prices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddedFee {
    /// What it is called.
    pub name: String,
    /// How much.
    pub amount: FeeAmount,
}

/// The amount of a fee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FeeAmount {
    /// The same for everybody.
    Fixed {
        /// How much.
        #[serde(with = "rust_decimal::serde::str")]
        #[schemars(with = "String")]
        amount: Decimal,
        /// How often.
        period: Period,
        /// In which currency.
        #[serde(default)]
        currency: Currency,
    },
    /// A percentage of what is bought: an administrative fee.
    Percent {
        /// Percent, 0 to 100.
        #[serde(with = "rust_decimal::serde::str")]
        #[schemars(with = "String")]
        percent: Decimal,
        /// Whether it is already inside the prices.
        included: bool,
    },
    /// By population: a membership.
    ByPopulation {
        /// Bands that rise by their thresholds.
        bands: Vec<PopulationBand>,
        /// How often.
        period: Period,
        /// In which currency.
        #[serde(default)]
        currency: Currency,
    },
}

/// A fee from a population on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PopulationBand {
    /// Least population.
    pub from: u64,
    /// How much.
    #[serde(with = "rust_decimal::serde::str")]
    #[schemars(with = "String")]
    pub amount: Decimal,
}

impl PriceLine {
    /// The line in words: `$4.25 per endpoint a month, from 500: $3.90`.
    pub fn words(&self) -> String {
        let mut out = match &self.price {
            Price::OffList { percent, list } => format!("{}% off {list}", percent.normalize()),
            Price::Tiers { tiers, reach } => {
                let mut words = String::new();
                for (index, tier) in tiers.iter().enumerate() {
                    if index == 0 {
                        words = money(tier.price, self.currency);
                        if !tier.from.is_zero() {
                            words.push_str(&format!(" from {}", tier.from.normalize()));
                        }
                    } else {
                        words.push_str(&format!(
                            "; from {} on: {}",
                            tier.from.normalize(),
                            money(tier.price, self.currency)
                        ));
                    }
                }
                if tiers.len() > 1 && *reach == TierReach::UnitsAbove {
                    words.push_str(" for the units above");
                }
                words
            }
        };
        out.push_str(&format!(", {} {}", self.unit.label(), self.period.label()));
        if let Some(least) = self.least {
            out.push_str(&format!(", at least {}", least.normalize()));
        }
        if !self.note.is_empty() {
            out.push_str(&format!(". {}", self.note));
        }
        out
    }
}

impl AddedFee {
    /// The amount in words.
    pub fn words(&self) -> String {
        match &self.amount {
            FeeAmount::Fixed {
                amount,
                period,
                currency,
            } => format!("{} {}", money(*amount, *currency), period.label()),
            FeeAmount::Percent { percent, included } => {
                let inside = if *included {
                    "inside the prices"
                } else {
                    "on top of the prices"
                };
                format!("{}% of what is bought, {inside}", percent.normalize())
            }
            FeeAmount::ByPopulation {
                bands,
                period,
                currency,
            } => {
                let bands: Vec<String> = bands
                    .iter()
                    .map(|band| {
                        let amount = money(band.amount, *currency);
                        format!("from {} people {amount}", band.from)
                    })
                    .collect();
                format!("{}, {}", bands.join("; "), period.label())
            }
        }
    }
}

/// `$4.25` in US dollars, `CA$4.25` in Canadian ones; every digit is shown.
pub fn money(amount: Decimal, currency: Currency) -> String {
    match currency {
        Currency::Usd => dollars(amount),
        Currency::Cad => format!("CA{}", dollars(amount)),
    }
}

/// `$4.25`, `$1,200`, `$0.0015`.
fn dollars(amount: Decimal) -> String {
    let text = grouped(amount);
    match text.split_once('.') {
        None => format!("${text}"),
        Some((whole, cents)) => format!("${whole}.{cents:0<2}"),
    }
}

/// `1,200`, `2.5`: every digit, thousands set off.
pub fn grouped(amount: Decimal) -> String {
    let text = amount.normalize().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match fraction {
        "" => grouped,
        _ => format!("{grouped}.{fraction}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(json: &str) -> PriceLine {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_price_keeps_every_digit_it_was_written_with() {
        let json = r#"{"name":"Sensor","unit":"endpoint","period":"month","currency":"USD","price":{"kind":"tiers","tiers":[{"from":"0","price":"4.2500"},{"from":"500","price":"0.0015"}],"reach":"all_units"}}"#;
        let line = line(json);
        assert_eq!(serde_json::to_string(&line).unwrap(), json);
        assert_eq!(
            line.words(),
            "$4.25; from 500 on: $0.0015, per endpoint a month"
        );
    }

    #[test]
    fn a_discount_and_a_fee_are_said_in_words() {
        let line = line(
            r#"{"name":"Laptop","unit":"each","period":"one_time","price":{"kind":"off_list","percent":"12.50","list":"the maker's list"}}"#,
        );
        assert_eq!(line.words(), "12.5% off the maker's list, each once");
        let fee = AddedFee {
            name: "Membership".into(),
            amount: FeeAmount::ByPopulation {
                bands: vec![PopulationBand {
                    from: 0,
                    amount: Decimal::new(1200, 0),
                }],
                period: Period::Year,
                currency: Currency::Usd,
            },
        };
        assert_eq!(fee.words(), "from 0 people $1,200, a year");
    }
}
