//! Quantities as people type them, as rows keep them, and as memos say them.

use super::Quantity;
use crate::price::Unit;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// The greatest quantity, population and amount that are read.
const GREATEST: i64 = 1_000_000_000_000;
/// Decimal places of a quantity at most.
const PLACES: u32 = 4;

/// A number that was typed, with thousands set off by commas or not, and with so many
/// decimal places at most; none where it is no such number.
pub fn typed_number(text: &str, places: u32) -> Option<Decimal> {
    let plain = text.trim().replace(',', "");
    let digits = plain.chars().all(|c| c.is_ascii_digit() || c == '.');
    let number: Decimal = plain.parse().ok()?;
    let fits = digits && number <= Decimal::from(GREATEST) && number.normalize().scale() <= places;
    fits.then_some(number)
}

impl Quantity {
    /// A quantity of a unit as it was typed: `1,200`, or `1.5 per user`.
    pub fn typed(text: &str, unit: Unit) -> Option<Self> {
        let Some((factor, base)) = text.split_once(" per ") else {
            return typed_number(text, PLACES).map(Self::Of);
        };
        let base = unit_called(base).filter(|base| *base != unit)?;
        Some(Self::Per(typed_number(factor, PLACES)?, base))
    }

    /// As it is typed, without commas: `1200`, `1.5 per user`.
    pub fn plain(self) -> String {
        match self {
            Self::Of(many) => many.normalize().to_string(),
            Self::Per(factor, base) => format!("{} per {}", factor.normalize(), base.singular()),
        }
    }

    fn of_row(text: &str) -> Option<Self> {
        match text.split_once(" per ") {
            None => text.parse().ok().map(Self::Of),
            Some((factor, base)) => Some(Self::Per(factor.parse().ok()?, unit_called(base)?)),
        }
    }
}

/// The unit of which there is a quantity, by one or several of it.
fn unit_called(text: &str) -> Option<Unit> {
    let text = text.trim();
    super::Quantities::UNITS.into_iter().find(|unit| {
        let names = [unit.singular(), unit.plural(), unit.word()];
        names.iter().any(|name| name.eq_ignore_ascii_case(text))
    })
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.plain())
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Quantity::of_row(&text).ok_or_else(|| D::Error::custom(format!("“{text}” is no quantity")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_is_typed_kept_and_said_alike() {
        for (text, unit, plain) in [
            ("1,200", Unit::User, Some("1200")),
            (" 4.50 ", Unit::Tb, Some("4.5")),
            ("0.1234", Unit::Tb, Some("0.1234")),
            ("1.5 per user", Unit::Device, Some("1.5 per user")),
            ("2 per Endpoints", Unit::Device, Some("2 per endpoint")),
            ("0.25 per tb", Unit::Hour, Some("0.25 per TB")),
            ("3 per piece", Unit::User, Some("3 per piece")),
            ("3 per each", Unit::User, Some("3 per piece")),
            ("0.12345", Unit::Tb, None),
            ("2 per user", Unit::User, None),
            ("2 per town", Unit::User, None),
            ("-4", Unit::User, None),
            ("1e9", Unit::User, None),
            ("many", Unit::User, None),
            ("1000000000001", Unit::User, None),
            ("", Unit::User, None),
        ] {
            let read = Quantity::typed(text, unit);
            assert_eq!(read.map(Quantity::plain).as_deref(), plain, "{text}");
            if let Some(quantity) = read {
                let row = serde_json::to_string(&quantity).unwrap();
                assert_eq!(serde_json::from_str::<Quantity>(&row).unwrap(), quantity);
            }
        }
    }

    #[test]
    fn what_was_kept_before_is_read_as_it_stood() {
        let kept: Quantity = serde_json::from_str("\"4.500\"").unwrap();
        assert_eq!(kept, Quantity::Of(Decimal::new(45, 1)));
        assert!(serde_json::from_str::<Quantity>("\"so many\"").is_err());
    }
}
