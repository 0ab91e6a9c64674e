//! Contract lists as listings: one a contract, with all its suppliers.

use super::{Entry, FileRow, Parsed};
use interlocal_catalog::{
    details::{Award, ContractVehicle},
    line_item::{LineItem, StatedCell, StatedDay},
    offering::{CostModel, OfferingKind, Term},
};
use interlocal_exchange::{
    Finding,
    contracts::{ContractLine, ContractList, Mapping, Vehicle, vehicles},
    day::Day,
    finding::Weight,
};
use serde_json::json;
use std::collections::HashMap;

/// Letters of names that a summary gives of a list; the lines name them all.
const LETTERS: usize = 600;

impl Parsed {
    /// The listings of a contract list; what names neither goods nor a number bears the
    /// name of the list.
    pub fn contracts(list: ContractList, mapping: &Mapping, name: &str) -> Self {
        let entries = vehicles(&list.lines, mapping)
            .into_iter()
            .map(|vehicle| entry(vehicle, &list.lines, name))
            .collect();
        let mut doubts: HashMap<u64, Vec<Finding>> = HashMap::new();
        for finding in &list.findings {
            if finding.weight == Weight::Doubtful {
                doubts
                    .entry(finding.line)
                    .or_default()
                    .push(finding.clone());
            }
        }
        let rows = list.lines.iter().map(|line| FileRow {
            key: line.key.clone(),
            line: line.line,
            content: content(line),
            doubts: doubts.remove(&line.line).unwrap_or_default(),
        });
        let mut notes = list.notes;
        notes.extend(list.alike.iter().map(|alike| {
            let spellings = alike.spellings.join("” and “");
            format!("“{spellings}” may be one supplier; they were left apart")
        }));
        Self {
            rows: rows.collect(),
            entries,
            findings: list.findings,
            notes,
        }
    }
}

fn entry(vehicle: Vehicle, lines: &[ContractLine], name: &str) -> Entry {
    let own: Vec<&ContractLine> = vehicle
        .lines
        .iter()
        .filter_map(|at| lines.get(*at))
        .collect();
    let starts = own.iter().filter_map(|line| line.starts.on()).min();
    let url = own
        .iter()
        .map(|line| &line.address)
        .find(|url| !url.is_empty());
    let title = match (vehicle.title.is_empty(), vehicle.number.is_empty()) {
        (false, _) => vehicle.title.clone(),
        (true, false) => format!("Contract {}", vehicle.number),
        (true, true) => format!("Contract list {name}").trim_end().to_owned(),
    };
    Entry {
        lines: lines_of(&own, &vehicle, &title),
        title,
        kind: OfferingKind::Contract,
        summary: summary(&own),
        how_to_join: String::new(),
        cost_model: CostModel::ContractPricing,
        url: url.cloned().unwrap_or_default(),
        area_words: String::new(),
        term: Term {
            starts_on: starts,
            ends_on: vehicle.ends_on,
        },
        contract: Some(ContractVehicle {
            number: vehicle.number,
            award: (vehicle.suppliers.len() > 1).then_some(Award::Multiple),
            ..ContractVehicle::default()
        }),
        suppliers: vehicle.suppliers,
        key: vehicle.key,
        rows: vehicle.lines,
    }
}

/// What the lines say. A contract of one line that only repeats it has none.
fn lines_of(own: &[&ContractLine], vehicle: &Vehicle, title: &str) -> Vec<LineItem> {
    let lines: Vec<LineItem> = own.iter().map(|line| line_item(line)).collect();
    let repeats = |line: &LineItem| {
        let plain = LineItem {
            number: vehicle.number.clone(),
            title: title.to_owned(),
            supplier: line.supplier.clone(),
            starts: line.starts.clone(),
            ends: vehicle.ends_on.map(StatedDay::On),
            url: line.url.clone(),
            ..LineItem::default()
        };
        let starts_on_a_day = matches!(line.starts, None | Some(StatedDay::On(_)));
        starts_on_a_day && *line == plain
    };
    match lines.as_slice() {
        [line] if repeats(line) => Vec::new(),
        _ => lines,
    }
}

fn line_item(line: &ContractLine) -> LineItem {
    let day = |day: &Day| match day {
        Day::Unknown => None,
        Day::Never => Some(StatedDay::Never),
        Day::On(day) => Some(StatedDay::On(*day)),
        Day::Words(words) => Some(StatedDay::Words(words.clone())),
    };
    let stated = line.stated.iter().map(|(name, value)| StatedCell {
        name: name.clone(),
        value: value.clone(),
    });
    LineItem {
        number: line.number.clone(),
        title: line.title.clone(),
        supplier: line.supplier.clone(),
        manufacturers: line.manufacturers.clone(),
        categories: line.categories.clone(),
        not_categories: line.not_categories.clone(),
        starts: day(&line.starts),
        ends: day(&line.ends),
        amount: line.amount,
        currency: line
            .amount
            .map_or_else(String::new, |_| line.currency.clone()),
        url: line.address.clone(),
        notes: line.notes.clone(),
        other: stated.collect(),
    }
}

/// Categories, manufacturers and what is said of the end, from all lines.
fn summary(lines: &[&ContractLine]) -> String {
    let mut sentences = Vec::new();
    let mut add = |label: &str, names: Vec<&String>| {
        let mut once: Vec<&str> = Vec::new();
        for name in names {
            if !once.contains(&name.as_str()) {
                once.push(name);
            }
        }
        once.sort_unstable();
        let mut letters = 0;
        let fitting = once.iter().take_while(|name| {
            letters += name.len() + 2;
            letters <= LETTERS
        });
        let fitting = fitting.count();
        let more = once.len().saturating_sub(fitting);
        once.truncate(fitting);
        if !once.is_empty() {
            let rest = match more {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            sentences.push(format!("{label}: {}{rest}.", once.join(", ")));
        }
    };
    add(
        "Categories",
        lines.iter().flat_map(|line| &line.categories).collect(),
    );
    add(
        "Manufacturers",
        lines.iter().flat_map(|line| &line.manufacturers).collect(),
    );
    let words = lines.iter().filter_map(|line| match &line.ends {
        Day::Words(words) => Some(words),
        _ => None,
    });
    add("Its end is stated as", words.collect());
    sentences.join(" ")
}

/// The line as it is kept.
fn content(line: &ContractLine) -> String {
    let day = |day: &Day| match day {
        Day::Unknown => json!(null),
        Day::Never => json!("never"),
        Day::On(day) => json!(day),
        Day::Words(words) => json!({ "words": words }),
    };
    json!({
        "number": line.number,
        "parent": line.parent,
        "supplier": line.supplier,
        "title": line.title,
        "starts": day(&line.starts),
        "ends": day(&line.ends),
        "amount": line.amount.map(|amount| amount.to_string()),
        "currency": line.currency,
        "categories": line.categories,
        "not_categories": line.not_categories,
        "manufacturers": line.manufacturers,
        "address": line.address,
        "notes": line.notes,
        "stated": line.stated,
        "kept": line.kept,
    })
    .to_string()
}
