//! Fees beside the prices: fixed, a percentage of what is bought, by population, and
//! what the access rule asks for a step.

use super::{Amount, Asked, Missing, exact};
use crate::{
    access::{AccessRule, Fee, StepKind, Steps},
    price::{AddedFee, Currency, FeeAmount, Period, PopulationBand},
};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

/// What one fee comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FeeCost {
    /// What it is called.
    pub name: String,
    /// Its amount in words, as the list has it.
    pub words: String,
    /// What it adds, by currency; nothing where it is inside the prices.
    pub amounts: Vec<Amount>,
    /// What is missing.
    pub missing: Option<Missing>,
    /// What was assumed, in a sentence.
    pub assumption: String,
}

/// What is bought, before fees: the counted lines by currency, or that some of it is
/// not known.
pub(super) struct Bought<'a> {
    pub amounts: &'a [Amount],
    pub is_known: bool,
}

pub(super) fn fee_cost(fee: &AddedFee, bought: &Bought<'_>, asked: &Asked) -> FeeCost {
    let mut assumption = String::new();
    let amounts = match &fee.amount {
        FeeAmount::Fixed {
            amount,
            period,
            currency,
        } => Amount::every(*period, *amount, *currency).map(|amount| vec![amount]),
        FeeAmount::Percent {
            percent,
            included: true,
        } => {
            assumption = format!(
                "“{}”, {}% of what is bought, is inside the prices and adds nothing.",
                fee.name,
                percent.normalize()
            );
            Ok(Vec::new())
        }
        FeeAmount::Percent { percent, .. } if bought.is_known => {
            bought.amounts.iter().map(|sum| of(*percent, sum)).collect()
        }
        // Whatever keeps the prices from being known is named with them.
        FeeAmount::Percent { .. } => Ok(Vec::new()),
        FeeAmount::ByPopulation {
            bands,
            period,
            currency,
        } => by_population(fee, bands, asked.population).and_then(|amount| {
            assumption = people(asked.population, &fee.name);
            Ok(vec![Amount::every(*period, amount, *currency)?])
        }),
    };
    finished(fee.name.clone(), fee.words(), amounts, assumption)
}

/// Fees for the steps of a way in; they stay due in every year.
pub(super) fn step_fees(rule: &AccessRule, asked: &Asked) -> Vec<FeeCost> {
    let Steps::Listed(steps) = &rule.steps else {
        return Vec::new();
    };
    steps
        .iter()
        .filter_map(|step| {
            let fee = step.fee.as_ref()?;
            let name = match step.kind {
                StepKind::Membership => "Membership",
                StepKind::Agreement => "Fee for the agreement",
                StepKind::Registration => "Registration",
                StepKind::Resolution => "Fee for the resolution",
                StepKind::Certificate => "Certificate",
            };
            let amount = step_amount(fee, name, asked.population)
                .and_then(|amount| Ok(vec![Amount::every(Period::Year, amount, Currency::Usd)?]));
            let known = asked.population.is_some();
            let assumption = format!(
                "{} It is due in every year, also where you take part already.",
                people(asked.population, name)
            );
            let words = "By population, a year, as the access rule states it".to_owned();
            let assumption = if known { assumption } else { String::new() };
            Some(finished(name.to_owned(), words, amount, assumption))
        })
        .collect()
}

fn finished(
    name: String,
    words: String,
    amounts: Result<Vec<Amount>, Missing>,
    assumption: String,
) -> FeeCost {
    let (amounts, missing) = match amounts {
        Ok(amounts) => (amounts, None),
        Err(missing) => (Vec::new(), Some(missing)),
    };
    let assumption = if missing.is_none() {
        assumption
    } else {
        String::new()
    };
    FeeCost {
        name,
        words,
        amounts,
        missing,
        assumption,
    }
}

fn of(percent: Decimal, sum: &Amount) -> Result<Amount, Missing> {
    Ok(Amount {
        currency: sum.currency,
        one_time: exact::percent_of(percent, sum.one_time)?,
        yearly: exact::percent_of(percent, sum.yearly)?,
    })
}

fn by_population(
    fee: &AddedFee,
    bands: &[PopulationBand],
    population: Option<u64>,
) -> Result<Decimal, Missing> {
    let population = population.ok_or_else(|| Missing::Population {
        fee: fee.name.clone(),
    })?;
    let fits = bands.iter().filter(|band| band.from <= population);
    fits.max_by_key(|band| (band.from, std::cmp::Reverse(band.amount)))
        .map(|band| band.amount)
        .ok_or_else(|| Missing::NoBand {
            fee: fee.name.clone(),
            population,
        })
}

fn step_amount(fee: &Fee, name: &str, population: Option<u64>) -> Result<Decimal, Missing> {
    let named = || name.to_owned();
    let population = population.ok_or_else(|| Missing::Population { fee: named() })?;
    let band = fee
        .bands
        .iter()
        .find(|band| band.min <= population && band.max.is_none_or(|max| population <= max))
        .ok_or_else(|| Missing::NoBand {
            fee: named(),
            population,
        })?;
    let text = band.usd.to_string();
    text.parse()
        .or_else(|_| Decimal::from_scientific(&text))
        .map_err(|_| Missing::FeeAmount { fee: named() })
}

fn people(population: Option<u64>, fee: &str) -> String {
    population.map_or_else(String::new, |population| {
        let people = super::quantities::grouped(Decimal::from(population));
        format!("“{fee}” is for {people} people.")
    })
}
