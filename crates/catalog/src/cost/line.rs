//! One line of a price list at a quantity.

use super::{Amount, Missing, Quantities, exact};
use crate::price::{Currency, Period, Price, PriceLine, Tier, TierReach, Unit};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

/// So many at a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Part {
    /// How many.
    pub quantity: Decimal,
    /// For one.
    pub price: Decimal,
    /// Both multiplied.
    pub sum: Decimal,
}

/// What one line of a price list costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LineCost {
    /// Its place in the list, from 0.
    pub index: usize,
    /// What is priced.
    pub name: String,
    /// The price in words, as the list has it.
    pub price: String,
    /// For one of what.
    pub unit: Unit,
    /// How often.
    pub period: Period,
    /// In which currency.
    pub currency: Currency,
    /// Whether it is part of the cost.
    pub counted: bool,
    /// How many are paid for; none where that is not known.
    pub quantity: Option<Decimal>,
    /// Quantities at their prices, which add up to a period's sum.
    pub parts: Vec<Part>,
    /// What it costs; none where something is missing.
    pub amount: Option<Amount>,
    /// What is missing.
    pub missing: Option<Missing>,
    /// What was assumed, in sentences.
    pub assumptions: Vec<String>,
}

/// A line at the stated quantities, not counted yet.
pub(super) fn line_cost(index: usize, line: &PriceLine, quantities: &Quantities) -> LineCost {
    let mut out = LineCost {
        index,
        name: line.name.clone(),
        price: line.words(),
        unit: line.unit,
        period: line.period,
        currency: line.currency,
        counted: false,
        quantity: None,
        parts: Vec::new(),
        amount: None,
        missing: None,
        assumptions: Vec::new(),
    };
    match reckoned(line, quantities, &mut out) {
        Ok(amount) => out.amount = Some(amount),
        Err(missing) => out.missing = Some(missing),
    }
    out
}

fn reckoned(
    line: &PriceLine,
    quantities: &Quantities,
    out: &mut LineCost,
) -> Result<Amount, Missing> {
    let (tiers, reach) = match &line.price {
        Price::Tiers { tiers, reach } => (sorted(tiers), *reach),
        Price::OffList { percent, list } => {
            return Err(Missing::OffList {
                line: line.name.clone(),
                percent: *percent,
                list: list.clone(),
            });
        }
    };
    if line.unit == Unit::Flat && tiers.len() > 1 {
        return Err(Missing::TiersOfTheWhole {
            line: line.name.clone(),
        });
    }
    let quantity = bought(line, quantities, out)?;
    out.quantity = Some(quantity);
    out.parts = match reach {
        TierReach::AllUnits => at_one_price(line, &tiers, quantity)?,
        TierReach::UnitsAbove => tier_by_tier(line, &tiers, quantity)?,
    };
    let mut sum = Decimal::ZERO;
    for part in &out.parts {
        sum = exact::plus(sum, part.sum)?;
    }
    Amount::every(line.period, sum, line.currency)
}

/// How many are paid for: the stated quantity, or the least that can be bought. Of
/// what a government needs none of, it buys none.
fn bought(
    line: &PriceLine,
    quantities: &Quantities,
    out: &mut LineCost,
) -> Result<Decimal, Missing> {
    let found = quantities.find(line.unit)?;
    if !found.because.is_empty() {
        out.assumptions.push(found.because);
    }
    if line.unit == Unit::Hour && line.period.is_recurring() {
        let words = line.period.label();
        out.assumptions
            .push(format!("So many hours are bought {words}."));
    }
    match line.least {
        Some(least) if !found.quantity.is_zero() && found.quantity < least => {
            let least_words = super::quantities::grouped(least);
            out.assumptions.push(format!(
                "At least {least_words} are bought of “{}”, so {least_words} are paid for.",
                line.name
            ));
            Ok(least)
        }
        _ => Ok(found.quantity),
    }
}

fn sorted(tiers: &[Tier]) -> Vec<&Tier> {
    let mut tiers: Vec<&Tier> = tiers.iter().collect();
    tiers.sort_by_key(|tier| (tier.from, tier.price));
    tiers
}

/// Every unit at the price of the tier that the quantity falls into.
fn at_one_price(
    line: &PriceLine,
    tiers: &[&Tier],
    quantity: Decimal,
) -> Result<Vec<Part>, Missing> {
    if quantity.is_zero() && !tiers.is_empty() {
        return Ok(Vec::new());
    }
    let tier = tiers.iter().rev().find(|tier| tier.from <= quantity);
    match (tier, tiers.first()) {
        (Some(tier), _) => Ok(vec![part(quantity, tier.price)?]),
        (None, Some(first)) => Err(below(line, first)),
        (None, None) => Err(no_price(line)),
    }
}

/// The units above each threshold, up to the next one, at the price of that tier.
fn tier_by_tier(
    line: &PriceLine,
    tiers: &[&Tier],
    quantity: Decimal,
) -> Result<Vec<Part>, Missing> {
    let first = tiers.first().ok_or_else(|| no_price(line))?;
    if quantity.is_zero() {
        return Ok(Vec::new());
    }
    // A list that begins at 1 means the first unit; one that begins higher is silent
    // about the units below.
    if first.from > Decimal::ONE {
        return Err(below(line, first));
    }
    let mut parts = Vec::new();
    for (index, tier) in tiers.iter().enumerate() {
        let from = if index == 0 { Decimal::ZERO } else { tier.from };
        let until = tiers.get(index + 1).map_or(quantity, |next| next.from);
        let inside = exact::minus(until.min(quantity), from)?;
        if inside > Decimal::ZERO {
            parts.push(part(inside, tier.price)?);
        }
    }
    Ok(parts)
}

fn part(quantity: Decimal, price: Decimal) -> Result<Part, Missing> {
    Ok(Part {
        quantity,
        price,
        sum: exact::times(quantity, price)?,
    })
}

fn below(line: &PriceLine, first: &Tier) -> Missing {
    Missing::BelowFirstTier {
        line: line.name.clone(),
        from: first.from,
        unit: line.unit,
    }
}

fn no_price(line: &PriceLine) -> Missing {
    Missing::NoPrice {
        line: line.name.clone(),
    }
}
