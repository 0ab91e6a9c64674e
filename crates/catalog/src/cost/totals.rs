//! Sums by currency.

use super::{Amount, Missing, Years, exact, reckon::note};
use crate::price::Currency;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Sums in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Total {
    /// In which currency.
    pub currency: Currency,
    /// What is paid once.
    pub one_time: Decimal,
    /// What is paid every year.
    pub yearly: Decimal,
    /// The first year: both.
    pub first_year: Decimal,
    /// Each further year.
    pub further_year: Decimal,
    /// Over all years.
    pub total: Decimal,
}

impl Total {
    /// Nothing at all.
    pub(super) fn nothing() -> Self {
        Self {
            currency: Currency::Usd,
            one_time: Decimal::ZERO,
            yearly: Decimal::ZERO,
            first_year: Decimal::ZERO,
            further_year: Decimal::ZERO,
            total: Decimal::ZERO,
        }
    }
}

/// What is paid once and every year, as it adds up.
#[derive(Default)]
pub(super) struct Sums(BTreeMap<Currency, (Decimal, Decimal)>);

impl Sums {
    pub(super) fn add(&mut self, amount: &Amount, missing: &mut Vec<Missing>) {
        let (one_time, yearly) = self.0.get(&amount.currency).copied().unwrap_or_default();
        let added = exact::plus(one_time, amount.one_time)
            .and_then(|one_time| Ok((one_time, exact::plus(yearly, amount.yearly)?)));
        match added {
            Ok(sums) => {
                self.0.insert(amount.currency, sums);
            }
            Err(fact) => note(missing, fact),
        }
    }

    pub(super) fn amounts(&self) -> Vec<Amount> {
        self.0
            .iter()
            .map(|(currency, (one_time, yearly))| Amount {
                currency: *currency,
                one_time: *one_time,
                yearly: *yearly,
            })
            .collect()
    }
}

pub(super) fn totals(amounts: &[Amount], years: Years, missing: &mut Vec<Missing>) -> Vec<Total> {
    amounts
        .iter()
        .filter_map(|amount| {
            total(amount, years)
                .map_err(|fact| note(missing, fact))
                .ok()
        })
        .collect()
}

fn total(amount: &Amount, years: Years) -> Result<Total, Missing> {
    let all_years = exact::times(amount.yearly, Decimal::from(years.number()))?;
    Ok(Total {
        currency: amount.currency,
        one_time: amount.one_time,
        yearly: amount.yearly,
        first_year: exact::plus(amount.one_time, amount.yearly)?,
        further_year: amount.yearly,
        total: exact::plus(amount.one_time, all_years)?,
    })
}
