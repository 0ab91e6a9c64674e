//! What an offering costs a government of a certain size: the price list times the
//! stated quantities, in exact decimals, with every assumption and everything that is
//! missing in words. Nothing is rounded before it is shown, and nothing is added up
//! that nobody would pay together.

mod asked;
mod assumptions;
mod comparing;
mod counting;
mod exact;
mod fees;
mod line;
mod missing;
mod quantities;
mod reckon;
mod shown;
mod totals;
mod typed;

pub use asked::{Asked, MOST_YEARS, Years};
pub use comparing::{Comparable, Difference, beside_present, comparable};
pub use fees::FeeCost;
pub use line::{LineCost, Part};
pub use missing::Missing;
pub use quantities::{Quantities, Quantity};
pub use reckon::{Cost, Standing, cost};
pub use shown::{ROUNDING, rounded, shown};
pub use totals::Total;
pub use typed::typed_number;

use crate::price::{Currency, Period};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

/// Money in one currency: what is paid once, and what is paid every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Amount {
    /// In which currency.
    pub currency: Currency,
    /// Once.
    pub one_time: Decimal,
    /// Every year.
    pub yearly: Decimal,
}

impl Amount {
    /// A sum that is paid every `period`; a month counts twelve times a year.
    fn every(period: Period, sum: Decimal, currency: Currency) -> Result<Self, Missing> {
        let (one_time, yearly) = match period {
            Period::OneTime => (sum, Decimal::ZERO),
            Period::Month => (Decimal::ZERO, exact::times(sum, Decimal::from(12))?),
            Period::Year => (Decimal::ZERO, sum),
        };
        Ok(Self {
            currency,
            one_time,
            yearly,
        })
    }
}
