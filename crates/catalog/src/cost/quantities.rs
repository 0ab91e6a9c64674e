//! How much of everything a government would buy.

use super::Missing;
use crate::price::Unit;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// How much of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// So many.
    Of(Decimal),
    /// So many for each of another unit: the conversion that somebody states.
    Per(Decimal, Unit),
}

/// The stated quantities; a unit that is absent is not stated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quantities {
    stated: BTreeMap<&'static str, (Unit, Quantity)>,
}

/// A quantity, and where it comes from.
pub(super) struct Found {
    pub quantity: Decimal,
    pub because: String,
}

impl Quantities {
    /// Units of which there is a quantity, in the order of forms; the whole has none.
    pub const UNITS: [Unit; 7] = [
        Unit::User,
        Unit::Endpoint,
        Unit::Device,
        Unit::Mbps,
        Unit::Tb,
        Unit::Hour,
        Unit::Each,
    ];

    /// The same with a quantity stated. The whole is one and cannot be stated.
    pub fn with(mut self, unit: Unit, quantity: Quantity) -> Self {
        if unit != Unit::Flat {
            self.stated.insert(unit.word(), (unit, quantity));
        }
        self
    }

    /// What is stated of a unit.
    pub fn of(&self, unit: Unit) -> Option<Quantity> {
        self.stated.get(unit.word()).map(|(_, quantity)| *quantity)
    }

    /// Whether nothing is stated.
    pub fn is_empty(&self) -> bool {
        self.stated.is_empty()
    }

    /// What is stated, in the order of forms.
    pub fn stated(&self) -> impl Iterator<Item = (Unit, Quantity)> {
        Self::UNITS
            .into_iter()
            .filter_map(|unit| Some((unit, self.of(unit)?)))
    }

    /// How many of a unit are stated, with what was stated for each of another unit
    /// multiplied out.
    pub fn number_of(&self, unit: Unit) -> Option<Decimal> {
        self.find(unit).ok().map(|found| found.quantity)
    }

    /// The quantity of a unit; one of the whole.
    pub(super) fn find(&self, unit: Unit) -> Result<Found, Missing> {
        if unit == Unit::Flat {
            return Ok(Found {
                quantity: Decimal::ONE,
                because: String::new(),
            });
        }
        match self.of(unit).ok_or(Missing::Quantity { unit })? {
            Quantity::Of(quantity) => Ok(Found {
                quantity,
                because: format!("{} {}, as you stated.", grouped(quantity), unit.plural()),
            }),
            Quantity::Per(factor, base) => {
                let Some(Quantity::Of(number)) = self.of(base) else {
                    return Err(Missing::Quantity { unit: base });
                };
                let quantity = super::exact::times(factor, number)?;
                Ok(Found {
                    quantity,
                    because: format!(
                        "{} {}: {} {} times {} for each, as you stated.",
                        grouped(quantity),
                        unit.plural(),
                        grouped(number),
                        base.plural(),
                        factor.normalize(),
                    ),
                })
            }
        }
    }
}

/// `1,200`, `0.5`.
pub(super) fn grouped(number: Decimal) -> String {
    let text = number.normalize().to_string();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !rest.is_empty() {
        out.push('.');
        out.push_str(rest);
    }
    out
}
