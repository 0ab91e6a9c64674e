//! What an option costs, line by line, in the words in which a memo keeps it.

use crate::{
    cost::{Amount, Asked, Cost, Years, cost, shown},
    memo::{MemoDraft, OptionDraft},
    offering::Content,
    price::money,
};

/// What an option costs at the quantities of a memo. `way_in` names the access rule
/// that counts, `population` is that of the government.
pub fn cost_of(
    draft: &MemoDraft,
    option: &OptionDraft,
    content: &Content,
    (way_in, population): (Option<&str>, Option<u64>),
) -> Cost {
    let years = u8::try_from(draft.years).ok().and_then(Years::new);
    let asked = Asked {
        quantities: draft.stated(),
        population,
        years: years.unwrap_or_default(),
        lines: (!option.lines.is_empty()).then(|| option.lines.clone()),
    };
    cost(content, way_in, &asked)
}

/// A cost in lines of text: what is counted, the sums, what was assumed, what is missing.
pub fn cost_words(cost: &Cost) -> Vec<String> {
    let mut out = Vec::new();
    for line in cost.lines.iter().filter(|line| line.counted) {
        if let Some(amount) = &line.amount {
            let parts: Vec<String> = line
                .parts
                .iter()
                .map(|part| {
                    let price = money(part.price, line.currency);
                    let many = part.quantity.normalize();
                    format!("{many} × {price} {}", line.period.label())
                })
                .collect();
            let (parts, amount) = (parts.join(" + "), amount_words(amount));
            out.push(match parts.as_str() {
                "" => format!("{}: {amount}", line.name),
                parts => format!("{}: {parts}: {amount}", line.name),
            });
        }
    }
    for fee in &cost.fees {
        for amount in &fee.amounts {
            out.push(format!("{}: {}", fee.name, amount_words(amount)));
        }
    }
    for total in &cost.totals {
        let sum = |amount| shown(amount, total.currency);
        let years = match cost.years {
            1 => "1 year".to_owned(),
            many => format!("{many} years"),
        };
        let known = if cost.is_whole() {
            "In total over"
        } else {
            "What is known of it over"
        };
        out.push(format!(
            "{known} {years}: {} (once {}, a year {})",
            sum(total.total),
            sum(total.one_time),
            sum(total.yearly)
        ));
    }
    out.extend(cost.assumptions.iter().cloned());
    out.extend(cost.missing.iter().map(|missing| missing.words()));
    out
}

fn amount_words(amount: &Amount) -> String {
    let once = !amount.one_time.is_zero();
    let yearly = !amount.yearly.is_zero();
    let words = |sum| shown(sum, amount.currency);
    match (once, yearly) {
        (true, true) => format!(
            "{} once and {} a year",
            words(amount.one_time),
            words(amount.yearly)
        ),
        (true, false) => format!("{} once", words(amount.one_time)),
        (false, _) => format!("{} a year", words(amount.yearly)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cost::Quantity;
    use std::collections::{BTreeMap, BTreeSet};

    fn content() -> Content {
        serde_json::from_value(serde_json::json!({
            "slug": "edr", "title": "EDR", "kind": "service", "category": "gis",
            "provider": "b", "summary": "", "cost_model": "contract_pricing", "states": [],
            "source": "public_source", "checked_on": "2026-11-22", "review_days": 180,
            "rules": [],
            "details": {"prices": [
                {"name": "Sensor", "unit": "endpoint", "period": "month",
                 "price": {"kind": "tiers", "tiers": [{"from": "0", "price": "4.25"}]}},
                {"name": "Start", "unit": "flat", "period": "one_time",
                 "price": {"kind": "tiers", "tiers": [{"from": "0", "price": "500"}]}},
            ]},
        }))
        .unwrap()
    }

    fn words(quantities: &[(&str, Quantity)], lines: &[usize]) -> Vec<String> {
        let option = OptionDraft {
            offering: 1,
            edition: 1,
            number: 1,
            slug: "edr".into(),
            choice: Default::default(),
            why: String::new(),
            price_basis: String::new(),
            lines: lines.iter().copied().collect::<BTreeSet<usize>>(),
        };
        let draft = MemoDraft {
            title: String::new(),
            government: "county-17031".into(),
            need: String::new(),
            years: 3,
            quantities: quantities
                .iter()
                .map(|(unit, many)| ((*unit).to_owned(), *many))
                .collect::<BTreeMap<_, _>>(),
            options: Vec::new(),
            considered: Vec::new(),
        };
        cost_words(&cost_of(&draft, &option, &content(), (None, Some(1000))))
    }

    #[test]
    fn a_cost_opens_to_its_lines_and_its_sum() {
        let said = words(&[("endpoint", Quantity::Of(120.into()))], &[0, 1]);
        assert!(
            said.contains(&"Sensor: 120 × $4.25 a month: $6,120 a year".to_owned()),
            "{said:?}"
        );
        assert!(
            said.contains(&"Start: 1 × $500 once: $500 once".to_owned()),
            "{said:?}"
        );
        let total = "In total over 3 years: $18,860 (once $500, a year $6,120)";
        assert!(said.contains(&total.to_owned()), "{said:?}");
    }

    #[test]
    fn a_conversion_that_was_stated_counts_and_stands_in_the_words() {
        let each = Quantity::Per(rust_decimal::Decimal::new(15, 1), crate::price::Unit::User);
        let said = words(
            &[("user", Quantity::Of(80.into())), ("endpoint", each)],
            &[0],
        );
        assert!(
            said.contains(&"Sensor: 120 × $4.25 a month: $6,120 a year".to_owned()),
            "{said:?}"
        );
        assert!(
            said.iter().any(|line| line.contains("1.5 for each")),
            "{said:?}"
        );
    }

    #[test]
    fn what_is_missing_is_said_and_nothing_is_added_up() {
        let said = words(&[], &[0]);
        assert!(
            !said.iter().any(|line| line.starts_with("In total")),
            "{said:?}"
        );
        assert!(
            said.iter().any(|line| line.contains("endpoint")),
            "{said:?}"
        );
    }
}
