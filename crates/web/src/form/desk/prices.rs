//! Amounts, tiers and bands as people write them.

use super::text;
use crate::form::{Faults, Fields, without_thousands};
use interlocal_catalog::{
    Decimal,
    price::{PopulationBand, Tier},
};

/// An amount of money, exactly as written.
pub(super) fn amount(text: &str, name: &str, faults: &mut Faults) -> Option<Decimal> {
    let plain = without_thousands(text.trim().trim_start_matches('$'));
    let read = plain.and_then(|plain| plain.parse::<Decimal>().ok());
    let read = read.filter(|amount| !amount.is_sign_negative());
    if read.is_none() {
        faults.add(name, format!("“{text}” is no amount; write 4.25"));
    }
    read
}

/// Lines of `from: price`; a line without a threshold holds from the start.
pub(super) fn tiers(fields: &Fields, name: &str, faults: &mut Faults) -> Vec<Tier> {
    let mut tiers: Vec<Tier> = Vec::new();
    for line in text(fields, name).lines().filter(|l| !l.trim().is_empty()) {
        let (from, price) = line.split_once(':').unwrap_or(("0", line));
        let (from, price) = (amount(from, name, faults), amount(price, name, faults));
        if let (Some(from), Some(price)) = (from, price) {
            if tiers.last().is_some_and(|last| last.from >= from) {
                faults.add(name, "tiers rise: each begins at a greater quantity");
            }
            tiers.push(Tier { from, price });
        }
    }
    if tiers.is_empty() {
        faults.add(name, "give the line a price, or a percentage off a list");
    }
    tiers
}

pub(super) fn written_tiers(tiers: &[Tier]) -> String {
    let lines: Vec<String> = tiers
        .iter()
        .map(|tier| format!("{}: {}", tier.from, tier.price))
        .collect();
    lines.join("\n")
}

/// Lines of `population: amount`.
pub(super) fn bands(fields: &Fields, name: &str, faults: &mut Faults) -> Vec<PopulationBand> {
    let mut bands: Vec<PopulationBand> = Vec::new();
    for line in text(fields, name).lines().filter(|l| !l.trim().is_empty()) {
        let (from, sum) = line.split_once(':').unwrap_or(("0", line));
        let people = without_thousands(from).and_then(|plain| plain.parse::<u64>().ok());
        if people.is_none() {
            faults.add(name, format!("“{}” is no population", from.trim()));
        }
        if let (Some(from), Some(amount)) = (people, amount(sum, name, faults)) {
            if bands.last().is_some_and(|last| last.from >= from) {
                faults.add(name, "bands rise: each begins at a greater population");
            }
            bands.push(PopulationBand { from, amount });
        }
    }
    if bands.is_empty() {
        faults.add(name, "give the fee an amount");
    }
    bands
}

pub(super) fn written_bands(bands: &[PopulationBand]) -> String {
    let lines: Vec<String> = bands
        .iter()
        .map(|band| format!("{}: {}", band.from, band.amount))
        .collect();
    lines.join("\n")
}
