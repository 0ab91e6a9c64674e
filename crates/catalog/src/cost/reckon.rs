//! The whole cost of an edition: lines, fees, sums by currency.

use super::{
    Asked, FeeCost, LineCost, Missing, Total,
    assumptions::said,
    counting::count,
    fees::{Bought, fee_cost, step_fees},
    line::line_cost,
    totals::{Sums, totals},
};
use crate::{
    offering::{Content, CostModel},
    price::{AddedFee, FeeAmount},
};
use schemars::JsonSchema;
use serde::Serialize;

/// How far a cost is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Everything that would be paid is in the totals.
    Reckoned,
    /// The provider charges nothing.
    NoCharge,
    /// No price is published.
    NotPublished,
    /// Something is missing; totals are then only what is known of it.
    Incomplete,
}

/// What an offering costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cost {
    /// How far it is known.
    pub standing: Standing,
    /// Over how many years.
    pub years: u8,
    /// Every line of the price list, counted or not.
    pub lines: Vec<LineCost>,
    /// Every fee.
    pub fees: Vec<FeeCost>,
    /// Sums by currency, never mixed.
    pub totals: Vec<Total>,
    /// What was assumed, in sentences.
    pub assumptions: Vec<String>,
    /// What is missing.
    pub missing: Vec<Missing>,
}

impl Cost {
    /// The sums, where they are the whole cost in one currency.
    pub fn total(&self) -> Option<&Total> {
        match (self.standing, self.totals.as_slice()) {
            (Standing::Reckoned | Standing::NoCharge, [only]) => Some(only),
            _ => None,
        }
    }

    /// Whether the totals are the whole cost.
    pub fn is_whole(&self) -> bool {
        matches!(self.standing, Standing::Reckoned | Standing::NoCharge)
    }
}

/// What an edition costs. `way_in` names the access rule that counts for the
/// government, whose steps may have fees.
pub fn cost(content: &Content, way_in: Option<&str>, asked: &Asked) -> Cost {
    let details = &content.details;
    let mut lines: Vec<LineCost> = details
        .prices
        .iter()
        .enumerate()
        .map(|(index, line)| line_cost(index, line, &asked.quantities))
        .collect();
    let mut missing = count(&mut lines, asked);
    let mut sums = Sums::default();
    for line in lines.iter().filter(|line| line.counted) {
        match &line.missing {
            Some(fact) => note(&mut missing, fact.clone()),
            None => line
                .amount
                .iter()
                .for_each(|amount| sums.add(amount, &mut missing)),
        }
    }
    let bought = sums.amounts();
    let is_known = missing.is_empty() && (!lines.is_empty() || is_free(content));
    let known = Bought {
        amounts: &bought,
        is_known,
    };
    let mut fees: Vec<FeeCost> = details
        .fees
        .iter()
        .map(|fee| fee_cost(fee, &known, asked))
        .collect();
    let mut assumptions = Vec::new();
    fees.extend(fees_of_the_way_in(content, way_in, asked, &mut assumptions));
    for fee in &fees {
        if let Some(fact) = &fee.missing {
            note(&mut missing, fact.clone());
        }
        for amount in &fee.amounts {
            sums.add(amount, &mut missing);
        }
    }
    if lines.is_empty() && !fees_are_all(content, &fees) {
        missing.insert(0, Missing::NotPublished);
    }
    let mut totals = totals(&sums.amounts(), asked.years, &mut missing);
    let standing = match (missing.as_slice(), totals.is_empty()) {
        ([], true) => Standing::NoCharge,
        ([], false) => Standing::Reckoned,
        ([Missing::NotPublished], true) => Standing::NotPublished,
        _ => Standing::Incomplete,
    };
    if standing == Standing::NoCharge {
        assumptions.push("The provider charges nothing.".to_owned());
        totals.push(Total::nothing());
    }
    let assumptions = said(&lines, &fees, asked, assumptions);
    Cost {
        standing,
        years: asked.years.number(),
        lines,
        fees,
        totals,
        assumptions,
        missing,
    }
}

fn is_free(content: &Content) -> bool {
    content.cost_model == CostModel::Free
}

/// Whether there is nothing to pay beside the fees: nothing at all, or a membership.
fn fees_are_all(content: &Content, fees: &[FeeCost]) -> bool {
    let is_percent = |fee: &AddedFee| matches!(fee.amount, FeeAmount::Percent { .. });
    is_free(content)
        || (content.cost_model == CostModel::MemberFee
            && !fees.is_empty()
            && !content.details.fees.iter().any(is_percent))
}

/// Fees of the steps of the way in. A fee by population in the price list is taken for
/// the same fee.
fn fees_of_the_way_in(
    content: &Content,
    way_in: Option<&str>,
    asked: &Asked,
    assumptions: &mut Vec<String>,
) -> Vec<FeeCost> {
    let rule = match (way_in, content.rules.as_slice()) {
        (Some(id), rules) => rules.iter().find(|rule| rule.id == id),
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    let due = rule.map_or_else(Vec::new, |rule| step_fees(rule, asked));
    let listed = content
        .details
        .fees
        .iter()
        .find(|fee| matches!(fee.amount, FeeAmount::ByPopulation { .. }) && !due.is_empty());
    match listed {
        Some(listed) => {
            assumptions.push(format!(
                "The fee that the access rule names is taken to be “{}” and counted once.",
                listed.name
            ));
            Vec::new()
        }
        None => due,
    }
}

/// Names a missing fact once.
pub(super) fn note(missing: &mut Vec<Missing>, fact: Missing) {
    if !missing.contains(&fact) {
        missing.push(fact);
    }
}
