//! Whether costs can stand beside each other, and beside what is paid now.

use super::{Cost, Missing, Standing, Years, exact};
use crate::price::Currency;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

/// Whether the totals of several offerings can be compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Comparable {
    /// They are whole and in one currency.
    Yes {
        /// Which one.
        currency: Currency,
    },
    /// They are not.
    No {
        /// For each one that stands in the way, its place and why in a sentence.
        reasons: Vec<(usize, String)>,
    },
}

/// Whether these costs can be compared: each is whole, and all are in one currency.
/// Prices for different units meet in the totals when the quantity of each unit is
/// stated, or so many of one for each of another; nothing else converts them.
pub fn comparable(costs: &[&Cost]) -> Comparable {
    let mut reasons = Vec::new();
    let mut currencies: Vec<Currency> = Vec::new();
    for (place, cost) in costs.iter().enumerate() {
        if !cost.is_whole() {
            let why: Vec<String> = cost.missing.iter().map(Missing::words).collect();
            reasons.push((place, why.join(" ")));
        } else if cost.totals.len() > 1 {
            let words = "It is paid in more than one currency, and none is exchanged here.";
            reasons.push((place, words.to_owned()));
        }
        // What costs nothing costs nothing in every currency.
        if cost.standing != Standing::NoCharge {
            currencies.extend(cost.totals.iter().map(|total| total.currency));
        }
    }
    let first = currencies.first().copied().unwrap_or_default();
    if reasons.is_empty() && currencies.iter().any(|currency| *currency != first) {
        for (place, cost) in costs.iter().enumerate() {
            if let Some(total) = cost.total().filter(|total| total.currency != first) {
                let (own, other) = (total.currency.label(), first.label());
                reasons.push((
                    place,
                    format!(
                        "It is priced in {own}, not in {other}, and nothing is exchanged here."
                    ),
                ));
            }
        }
    }
    if reasons.is_empty() {
        Comparable::Yes { currency: first }
    } else {
        Comparable::No { reasons }
    }
}

/// How a total stands to what is paid now, by the user's own figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Difference {
    /// What is paid now over the same years: the user's own figure times the years.
    pub present: Decimal,
    /// Present less total: above zero, the offering costs less.
    pub less: Decimal,
}

/// How a whole cost stands to a present cost a year that the user typed, in the same
/// currency; none where it is not whole or not in that currency.
pub fn beside_present(
    cost: &Cost,
    a_year: Decimal,
    currency: Currency,
    years: Years,
) -> Option<Difference> {
    let total = cost
        .total()
        .filter(|total| total.currency == currency || cost.standing == Standing::NoCharge)?;
    let present = exact::times(a_year, Decimal::from(years.number())).ok()?;
    Some(Difference {
        present,
        less: exact::minus(present, total.total).ok()?,
    })
}
