//! How much of something: 350 endpoints, 100 Mbps.

use crate::price::{Unit, grouped};
use rust_decimal::Decimal;
use std::{fmt, str::FromStr};
use thiserror::Error;

/// A quantity of a unit; at least 0, and never of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    quantity: Decimal,
    unit: Unit,
}

/// Why something is no size.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NoSize {
    /// Not a number, or below zero.
    #[error("“{0}” is no quantity; write a number such as 350")]
    Quantity(String),
    /// Not a unit, or the whole.
    #[error(
        "“{0}” is no unit of a size; it is one of user, endpoint, device, mbps, tb, hour, each"
    )]
    Unit(String),
}

impl Size {
    /// A size from what was typed; thousands may be set off by commas.
    pub fn parse(quantity: &str, unit: &str) -> Result<Size, NoSize> {
        let parsed = quantity.trim().replace(',', "").parse::<Decimal>();
        let amount = parsed.ok().filter(|amount| !amount.is_sign_negative());
        let known = Unit::of(unit.trim()).filter(|known| *known != Unit::Flat);
        Ok(Size {
            quantity: amount.ok_or_else(|| NoSize::Quantity(quantity.to_owned()))?,
            unit: known.ok_or_else(|| NoSize::Unit(unit.to_owned()))?,
        })
    }

    /// How many.
    pub fn quantity(self) -> Decimal {
        self.quantity
    }

    /// Of what.
    pub fn unit(self) -> Unit {
        self.unit
    }

    /// The words on pages: `350 endpoints`.
    pub fn words(self) -> String {
        let name = match self.quantity == Decimal::ONE {
            true => self.unit.singular(),
            false => self.unit.plural(),
        };
        format!("{} {name}", grouped(self.quantity))
    }
}

/// As it stands in rows: `350 endpoint`.
impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.quantity.normalize(), self.unit.word())
    }
}

impl FromStr for Size {
    type Err = NoSize;

    fn from_str(text: &str) -> Result<Self, NoSize> {
        let (quantity, unit) = text.split_once(' ').unwrap_or((text, ""));
        Size::parse(quantity, unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_read_from_what_people_type_and_said_in_words() {
        for (quantity, unit, words, row) in [
            ("350", "endpoint", "350 endpoints", "350 endpoint"),
            ("1,200", "user", "1,200 users", "1200 user"),
            ("1", "device", "1 device", "1 device"),
            ("2.5", "tb", "2.5 TB", "2.5 tb"),
            ("1000", "mbps", "1,000 Mbps", "1000 mbps"),
        ] {
            let size = Size::parse(quantity, unit).unwrap();
            assert_eq!(size.words(), words);
            assert_eq!(size.to_string(), row);
            assert_eq!(row.parse::<Size>().unwrap(), size);
        }
    }

    #[test]
    fn what_is_no_size_is_refused_with_its_words() {
        let refused = |quantity, unit| Size::parse(quantity, unit).unwrap_err();
        assert_eq!(refused("many", "user"), NoSize::Quantity("many".into()));
        assert_eq!(refused("-1", "user"), NoSize::Quantity("-1".into()));
        assert_eq!(refused("1", "flat"), NoSize::Unit("flat".into()));
        assert_eq!(refused("1", ""), NoSize::Unit(String::new()));
    }
}
