//! What it costs: how it is paid for, price lines with tiers, fees.

use super::{
    boxes,
    facts::percent,
    line, pair,
    prices::{amount, bands, tiers, written_bands, written_tiers},
    select, text,
};
use crate::form::{Faults, Fields};
use interlocal_catalog::{
    editing::Typed,
    offering::{Content, CostModel},
    price::{AddedFee, Currency, FeeAmount, Period, Price, PriceLine, TierReach, Unit},
};
use interlocal_pages::components::form_items::FormItem;

/// Price lines and fees of a listing at most.
const MOST: usize = 40;

const FEES: [(&str, &str); 4] = [
    ("fixed", "The same for everybody"),
    ("percent", "A percentage on top of the prices"),
    ("percent_included", "A percentage inside the prices"),
    ("by_population", "By population"),
];

fn periods() -> Vec<(&'static str, &'static str)> {
    Period::ALL.iter().map(|p| (p.word(), p.label())).collect()
}

pub(super) fn items(typed: &Fields) -> Vec<FormItem> {
    let models: Vec<(&str, &str)> = CostModel::ALL
        .iter()
        .map(|model| (model.word(), model.label()))
        .collect();
    let mut items = vec![
        select("cost_model", "How it is paid for", typed, &models),
        FormItem::Heading("Prices".to_owned()),
    ];
    for index in 0..(rows(typed, 'p') + 1).min(MOST) {
        items.push(super::group(
            format!("Price {}", index + 1),
            price_items(index, typed),
        ));
    }
    items.push(FormItem::Heading("Fees beside the prices".to_owned()));
    for index in 0..(rows(typed, 'f') + 1).min(MOST) {
        items.push(super::group(
            format!("Fee {}", index + 1),
            fee_items(index, typed),
        ));
    }
    items
}

fn currencies() -> Vec<(&'static str, &'static str)> {
    Currency::ALL
        .iter()
        .map(|c| (c.word(), c.label()))
        .collect()
}

fn currency(fields: &Fields, name: &str) -> Currency {
    Currency::of(text(fields, name)).unwrap_or_default()
}

fn price_items(index: usize, typed: &Fields) -> Vec<FormItem> {
    let name = |field: &str| format!("p{index}-{field}");
    let units: Vec<(&str, &str)> = Unit::ALL.iter().map(|u| (u.word(), u.label())).collect();
    let tiers = "One price a line; for tiers the quantity from which it holds comes \
                 first: “0: 4.25”, “500: 3.90”.";
    vec![
        line(
            &name("name"),
            "What is priced",
            "Leave empty to leave the line out.",
            typed,
        ),
        select(&name("unit"), "Unit", typed, &units),
        select(&name("period"), "How often", typed, &periods()),
        select(&name("currency"), "Currency", typed, &currencies()),
        super::few_lines(&name("tiers"), "Price", tiers, typed),
        super::fold(
            "Tiers, discounts off a list, least quantity, notes",
            typed,
            &[
                &name("above"),
                &name("off"),
                &name("list"),
                &name("least"),
                &name("note"),
            ],
            vec![
                boxes(
                    &name("above"),
                    "Tiers",
                    typed,
                    &[("yes", "A tier prices only the units above its threshold")],
                ),
                line(
                    &name("off"),
                    "Percent off a list, instead of a price",
                    "",
                    typed,
                ),
                line(&name("list"), "Whose list, and where it stands", "", typed),
                line(&name("least"), "Least quantity", "", typed),
                line(&name("note"), "What else has to be known", "", typed),
            ],
        ),
    ]
}

fn fee_items(index: usize, typed: &Fields) -> Vec<FormItem> {
    let name = |field: &str| format!("f{index}-{field}");
    let hint = "An amount, or percent. By population, one band a line: “0: 500”, “10000: 1200”.";
    vec![
        line(
            &name("name"),
            "What it is called",
            "Leave empty to leave the fee out.",
            typed,
        ),
        select(&name("kind"), "How it is reckoned", typed, &FEES),
        super::few_lines(&name("amount"), "How much", hint, typed),
        select(&name("period"), "How often", typed, &periods()),
        select(&name("currency"), "Currency", typed, &currencies()),
    ]
}

fn rows(typed: &Fields, letter: char) -> usize {
    let filled = |index: &usize| {
        ["name", "tiers", "off", "amount", "note"]
            .iter()
            .any(|field| !text(typed, &format!("{letter}{index}-{field}")).is_empty())
    };
    (0..MOST).rfind(filled).map_or(0, |last| last + 1)
}

pub(super) fn fill(content: &Content) -> Typed {
    let mut typed = vec![pair("cost_model", content.cost_model.word())];
    for (index, line) in content.details.prices.iter().enumerate() {
        let name = |field: &str| format!("p{index}-{field}");
        typed.extend([
            pair(name("name"), &line.name),
            pair(name("unit"), line.unit.word()),
            pair(name("period"), line.period.word()),
            pair(name("currency"), line.currency.word()),
            pair(name("note"), &line.note),
            pair(
                name("least"),
                line.least.map(|d| d.to_string()).unwrap_or_default(),
            ),
        ]);
        match &line.price {
            Price::Tiers { tiers, reach } => {
                typed.push(pair(name("tiers"), written_tiers(tiers)));
                if *reach == TierReach::UnitsAbove {
                    typed.push(pair(name("above"), "yes"));
                }
            }
            Price::OffList { percent, list } => {
                typed.push(pair(name("off"), percent.to_string()));
                typed.push(pair(name("list"), list));
            }
        }
    }
    for (index, fee) in content.details.fees.iter().enumerate() {
        let name = |field: &str| format!("f{index}-{field}");
        typed.push(pair(name("name"), &fee.name));
        let (kind, amount, period, currency) = match &fee.amount {
            FeeAmount::Fixed {
                amount,
                period,
                currency,
            } => ("fixed", amount.to_string(), *period, *currency),
            FeeAmount::Percent { percent, included } => {
                let kind = if *included {
                    "percent_included"
                } else {
                    "percent"
                };
                let currency = Currency::default();
                (kind, percent.to_string(), Period::OneTime, currency)
            }
            FeeAmount::ByPopulation {
                bands,
                period,
                currency,
            } => ("by_population", written_bands(bands), *period, *currency),
        };
        typed.extend([
            pair(name("kind"), kind),
            pair(name("amount"), amount),
            pair(name("period"), period.word()),
            pair(name("currency"), currency.word()),
        ]);
    }
    typed
}

pub(super) fn read(fields: &Fields, content: &mut Content, faults: &mut Faults) {
    match CostModel::of(text(fields, "cost_model")) {
        Some(model) => content.cost_model = model,
        None => faults.add("cost_model", "choose how it is paid for"),
    }
    content.details.prices = (0..rows(fields, 'p'))
        .filter_map(|index| read_price(index, fields, faults))
        .collect();
    content.details.fees = (0..rows(fields, 'f'))
        .filter_map(|index| read_fee(index, fields, faults))
        .collect();
}

fn read_price(index: usize, fields: &Fields, faults: &mut Faults) -> Option<PriceLine> {
    let name = |field: &str| format!("p{index}-{field}");
    let title = text(fields, &name("name"));
    if title.is_empty() {
        let said = ["tiers", "off", "list", "least", "note"];
        if said
            .iter()
            .any(|field| !text(fields, &name(field)).is_empty())
        {
            faults.add(
                &name("name"),
                "give the line a name, or empty its other boxes",
            );
        }
        return None;
    }
    let off = percent(fields, &name("off"), faults);
    let price = match off {
        Some(percent) => Price::OffList {
            percent,
            list: text(fields, &name("list")).to_owned(),
        },
        None => Price::Tiers {
            tiers: tiers(fields, &name("tiers"), faults),
            reach: if fields.on(&name("above")) {
                TierReach::UnitsAbove
            } else {
                TierReach::AllUnits
            },
        },
    };
    let least = text(fields, &name("least"));
    let least = (!least.is_empty())
        .then(|| amount(least, &name("least"), faults))
        .flatten();
    Some(PriceLine {
        name: title.to_owned(),
        unit: Unit::of(text(fields, &name("unit"))).unwrap_or(Unit::Flat),
        period: Period::of(text(fields, &name("period"))).unwrap_or(Period::OneTime),
        currency: currency(fields, &name("currency")),
        price,
        least,
        note: text(fields, &name("note")).to_owned(),
    })
}

fn read_fee(index: usize, fields: &Fields, faults: &mut Faults) -> Option<AddedFee> {
    let name = |field: &str| format!("f{index}-{field}");
    let title = text(fields, &name("name"));
    if title.is_empty() {
        if !text(fields, &name("amount")).is_empty() {
            faults.add(&name("name"), "give the fee a name, or empty its amount");
        }
        return None;
    }
    let period = Period::of(text(fields, &name("period"))).unwrap_or(Period::Year);
    let how = text(fields, &name("kind"));
    let field = name("amount");
    let amount = match how {
        "percent" | "percent_included" => FeeAmount::Percent {
            percent: percent(fields, &field, faults)?,
            included: how == "percent_included",
        },
        "by_population" => FeeAmount::ByPopulation {
            bands: bands(fields, &field, faults),
            period,
            currency: currency(fields, &name("currency")),
        },
        _ => FeeAmount::Fixed {
            amount: amount(text(fields, &field), &field, faults)?,
            period,
            currency: currency(fields, &name("currency")),
        },
    };
    Some(AddedFee {
        name: title.to_owned(),
        amount,
    })
}
