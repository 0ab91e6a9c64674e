//! Costs as properties: tiers at their boundaries, order, currencies, years.

use super::worked_costs::content;
use interlocal_catalog::{
    Decimal,
    cost::{
        Asked, Comparable, Cost, Quantities, Quantity, Standing, Years, beside_present, comparable,
        cost,
    },
    offering::Content,
    price::{AddedFee, Currency, FeeAmount, Period, Price, PriceLine, Tier, TierReach, Unit},
};
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeSet;

fn cents() -> impl Strategy<Value = Decimal> {
    (0i64..2_000_000).prop_map(|n| Decimal::new(n, 4))
}

fn tiers() -> impl Strategy<Value = Vec<Tier>> {
    (
        cents(),
        prop::collection::btree_map(1u32..5_000, cents(), 0..5),
    )
        .prop_map(|(first, above)| {
            let first = Tier {
                from: Decimal::ZERO,
                price: first,
            };
            let above = above.into_iter().map(|(from, price)| Tier {
                from: Decimal::from(from),
                price,
            });
            std::iter::once(first).chain(above).collect()
        })
}

fn reach() -> impl Strategy<Value = TierReach> {
    prop_oneof![Just(TierReach::AllUnits), Just(TierReach::UnitsAbove)]
}

fn currency() -> impl Strategy<Value = Currency> {
    prop_oneof![Just(Currency::Usd), Just(Currency::Cad)]
}

fn period() -> impl Strategy<Value = Period> {
    prop_oneof![
        Just(Period::OneTime),
        Just(Period::Month),
        Just(Period::Year)
    ]
}

fn line() -> impl Strategy<Value = PriceLine> {
    (
        prop::sample::select(&Quantities::UNITS[..]),
        period(),
        currency(),
        tiers(),
        reach(),
        prop::option::of(1u32..800),
    )
        .prop_map(|(unit, period, currency, tiers, reach, least)| PriceLine {
            name: format!("{} {}", unit.word(), period.word()),
            unit,
            period,
            currency,
            price: Price::Tiers { tiers, reach },
            least: least.map(Decimal::from),
            note: String::new(),
        })
}

fn fee() -> impl Strategy<Value = AddedFee> {
    let fixed =
        (cents(), period(), currency()).prop_map(|(amount, period, currency)| FeeAmount::Fixed {
            amount,
            period,
            currency,
        });
    let percent =
        (0i64..10_000, any::<bool>()).prop_map(|(hundredths, included)| FeeAmount::Percent {
            percent: Decimal::new(hundredths, 2),
            included,
        });
    prop_oneof![fixed, percent].prop_map(|amount| AddedFee {
        name: "Fee".to_owned(),
        amount,
    })
}

fn quantities(numbers: &[u32]) -> Quantities {
    Quantities::UNITS
        .into_iter()
        .zip(numbers)
        .fold(Quantities::default(), |all, (unit, number)| {
            all.with(unit, Quantity::Of(Decimal::from(*number)))
        })
}

fn priced(prices: Vec<PriceLine>, fees: Vec<AddedFee>) -> Content {
    let mut content = content(&json!({
        "rules": [], "cost_model": "contract_pricing", "prices": [], "fees": [],
    }));
    content.details.prices = prices;
    content.details.fees = fees;
    content
}

fn all_of(content: &Content) -> BTreeSet<usize> {
    (0..content.details.prices.len()).collect()
}

/// The sums of a cost by currency.
fn sums(cost: &Cost) -> Vec<(Currency, Decimal, Decimal)> {
    let totals = cost.totals.iter();
    totals.map(|t| (t.currency, t.one_time, t.yearly)).collect()
}

/// The price of a quantity by counting, unit by unit.
fn counted_out(tiers: &[Tier], reach: TierReach, quantity: u32) -> Decimal {
    let price_at = |number: Decimal, may_equal: bool| {
        let fits = |tier: &&Tier| tier.from < number || (may_equal && tier.from == number);
        tiers.iter().rfind(fits).map_or(Decimal::ZERO, |t| t.price)
    };
    (1..=quantity)
        .map(|number| match reach {
            TierReach::AllUnits => price_at(Decimal::from(quantity), true),
            TierReach::UnitsAbove => price_at(Decimal::from(number), false),
        })
        .sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_tier_holds_exactly_from_its_threshold(tiers in tiers(), reach in reach()) {
        let thresholds: Vec<u32> = tiers
            .iter()
            .filter_map(|tier| tier.from.to_string().parse().ok())
            .collect();
        for quantity in thresholds.iter().flat_map(|t| [t.saturating_sub(1), *t, t + 1]) {
            let line = PriceLine {
                name: "Line".into(), unit: Unit::User, period: Period::Year,
                currency: Currency::Usd,
                price: Price::Tiers { tiers: tiers.clone(), reach },
                least: None, note: String::new(),
            };
            let asked = Asked { quantities: quantities(&[quantity]), ..Asked::default() };
            let found = cost(&priced(vec![line], Vec::new()), None, &asked);
            prop_assert_eq!(found.standing, Standing::Reckoned);
            prop_assert_eq!(found.totals[0].yearly, counted_out(&tiers, reach, quantity));
        }
    }

    #[test]
    fn the_order_of_lines_fees_and_tiers_changes_no_sum(
        lines in prop::collection::vec(line(), 1..5),
        fees in prop::collection::vec(fee(), 0..4),
        numbers in prop::collection::vec(0u32..6_000, 7),
    ) {
        let content = priced(lines, fees);
        let asked = Asked {
            quantities: quantities(&numbers),
            lines: Some(all_of(&content)),
            ..Asked::default()
        };
        let mut turned = content.clone();
        turned.details.prices.reverse();
        turned.details.fees.reverse();
        for line in &mut turned.details.prices {
            if let Price::Tiers { tiers, .. } = &mut line.price {
                tiers.reverse();
            }
        }
        let (one, other) = (cost(&content, None, &asked), cost(&turned, None, &asked));
        prop_assert_eq!(one.standing, other.standing);
        prop_assert_eq!(sums(&one), sums(&other));
    }

    #[test]
    fn a_currency_is_as_if_the_other_were_not_there(
        lines in prop::collection::vec(line(), 1..6),
        numbers in prop::collection::vec(0u32..6_000, 7),
        percent in 0i64..2_000,
    ) {
        let fee = AddedFee {
            name: "Fee".into(),
            amount: FeeAmount::Percent { percent: Decimal::new(percent, 2), included: false },
        };
        let content = priced(lines, vec![fee]);
        let asked = Asked {
            quantities: quantities(&numbers),
            lines: Some(all_of(&content)),
            ..Asked::default()
        };
        let both = sums(&cost(&content, None, &asked));
        for currency in Currency::ALL {
            let mut alone = content.clone();
            alone.details.prices.retain(|line| line.currency == currency);
            let asked = Asked { lines: Some(all_of(&alone)), ..asked.clone() };
            let alone = if alone.details.prices.is_empty() {
                Vec::new()
            } else {
                sums(&cost(&alone, None, &asked))
            };
            let own: Vec<_> = both.iter().copied().filter(|sum| sum.0 == currency).collect();
            prop_assert_eq!(own, alone);
        }
    }

    #[test]
    fn years_multiply_what_recurs_and_nothing_else(
        lines in prop::collection::vec(line(), 1..4),
        numbers in prop::collection::vec(0u32..6_000, 7),
        years in 1u8..=10,
    ) {
        let content = priced(lines, Vec::new());
        let years = Years::new(years).expect("1 to 10");
        let asked = Asked {
            quantities: quantities(&numbers),
            years,
            lines: Some(all_of(&content)),
            ..Asked::default()
        };
        for total in cost(&content, None, &asked).totals {
            prop_assert_eq!(total.first_year, total.one_time + total.yearly);
            prop_assert_eq!(total.further_year, total.yearly);
            let further = total.further_year * Decimal::from(years.number() - 1);
            prop_assert_eq!(total.total, total.first_year + further);
        }
    }

    #[test]
    fn nothing_is_added_up_that_was_not_chosen_where_lines_may_be_alternatives(
        lines in prop::collection::vec(line(), 2..5),
        numbers in prop::collection::vec(0u32..6_000, 7),
    ) {
        let recurring = lines.iter().filter(|line| line.period.is_recurring()).count();
        let once = lines.len() - recurring;
        let asked = Asked { quantities: quantities(&numbers), ..Asked::default() };
        let found = cost(&priced(lines, Vec::new()), None, &asked);
        prop_assert_eq!(found.is_whole(), recurring < 2 && once < 2);
    }
}

fn seat(currency: Currency, unit: Unit) -> Content {
    let line = PriceLine {
        name: "Seat".into(),
        unit,
        period: Period::Year,
        currency,
        price: Price::Tiers {
            tiers: vec![Tier {
                from: Decimal::ZERO,
                price: Decimal::from(10),
            }],
            reach: TierReach::AllUnits,
        },
        least: None,
        note: String::new(),
    };
    priced(vec![line], Vec::new())
}

#[test]
fn prices_for_different_units_compare_only_where_both_quantities_are_stated() {
    let users = Quantities::default().with(Unit::User, Quantity::Of(Decimal::from(100)));
    let both = |asked: &Asked| {
        let one = cost(&seat(Currency::Usd, Unit::User), None, asked);
        let other = cost(&seat(Currency::Usd, Unit::Endpoint), None, asked);
        comparable(&[&one, &other])
    };
    let asked = Asked {
        quantities: users.clone(),
        ..Asked::default()
    };
    assert_eq!(
        both(&asked),
        Comparable::No {
            reasons: vec![(1, "The number of endpoints was not stated.".to_owned())]
        }
    );
    let each = Quantity::Per(Decimal::new(15, 1), Unit::User);
    let asked = Asked {
        quantities: users.with(Unit::Endpoint, each),
        ..Asked::default()
    };
    let currency = Currency::Usd;
    assert_eq!(both(&asked), Comparable::Yes { currency });
}

#[test]
fn totals_in_different_currencies_are_not_compared() {
    let asked = Asked {
        quantities: quantities(&[100]),
        ..Asked::default()
    };
    let one = cost(&seat(Currency::Usd, Unit::User), None, &asked);
    let other = cost(&seat(Currency::Cad, Unit::User), None, &asked);
    let Comparable::No { reasons } = comparable(&[&one, &other]) else {
        panic!("compared");
    };
    assert_eq!(reasons.len(), 1);
    assert!(reasons[0].1.contains("Canadian dollars"), "{reasons:?}");
    let typed = Decimal::from(2_000);
    let years = Years::default();
    assert_eq!(beside_present(&other, typed, Currency::Usd, years), None);
    let found = beside_present(&one, typed, Currency::Usd, years).expect("a difference");
    assert_eq!((found.present, found.less), (6_000.into(), 3_000.into()));
}
