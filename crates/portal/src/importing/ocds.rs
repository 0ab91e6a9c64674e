//! Contracting processes as listings: one an ocid.

use super::{Entry, FileRow, Parsed};
use interlocal_catalog::{
    details::{Award, ContractVehicle},
    line_item::{LineItem, StatedCell, StatedDay},
    offering::{CostModel, OfferingKind},
};
use interlocal_exchange::ocds::{Gathered, Party, Period, Process, Worth};

impl Parsed {
    /// The listings of OCDS releases and records.
    pub fn ocds(found: Gathered) -> Self {
        let mut parsed = Self {
            findings: found.findings,
            notes: found.notes,
            ..Self::default()
        };
        if !found.extensions.is_empty() {
            let list = found.extensions.join(", ");
            parsed.notes.push(format!(
                "extensions that the packages declare; none was fetched: {list}"
            ));
        }
        for (at, one) in found.processes.into_iter().enumerate() {
            let mut entry = entry(&one.process);
            entry.rows.push(at);
            parsed.entries.push(entry);
            parsed.rows.push(FileRow {
                key: one.process.ocid.clone(),
                line: one.line,
                content: one.compiled.to_string(),
                doubts: one.doubts,
            });
        }
        parsed
    }
}

fn entry(process: &Process) -> Entry {
    let suppliers: Vec<String> = process
        .suppliers()
        .into_iter()
        .map(|one| one.name)
        .collect();
    let buyers: Vec<&str> = process.buyers.iter().map(|one| one.name.as_str()).collect();
    let framework = process.techniques.framework == Some(true);
    Entry {
        key: process.ocid.clone(),
        rows: Vec::new(),
        title: match process.title.as_str() {
            "" => format!("Contracting process {}", process.ocid),
            title => title.to_owned(),
        },
        kind: OfferingKind::Contract,
        summary: process.description.clone(),
        how_to_join: String::new(),
        cost_model: CostModel::ContractPricing,
        url: String::new(),
        area_words: String::new(),
        term: process.term(),
        contract: Some(ContractVehicle {
            number: process.ocid.clone(),
            lead: buyers.join(", "),
            competed: if framework {
                "Framework agreement".to_owned()
            } else {
                String::new()
            },
            award: (suppliers.len() > 1).then_some(Award::Multiple),
            ..ContractVehicle::default()
        }),
        suppliers,
        lines: lines(process),
    }
}

/// A line a contract; where there is none an award, and where there is none a lot.
fn lines(process: &Process) -> Vec<LineItem> {
    let contracts = process.contracts.iter().map(|one| {
        let what: [&str; 3] = [&one.id, &one.title, &one.status];
        line(what, &one.suppliers, (&one.worth, &one.period))
    });
    let awards = process.awards.iter().map(|one| {
        let what: [&str; 3] = [&one.id, &one.title, &one.status];
        line(what, &one.suppliers, (&one.worth, &one.period))
    });
    let lots = process.lots.iter().map(|one| {
        let what: [&str; 3] = [&one.id, &one.title, &one.status];
        line(what, &[], (&one.worth, &one.period))
    });
    let mut lines: Vec<LineItem> = match (process.contracts.len(), process.awards.len()) {
        (0, 0) => lots.collect(),
        (0, _) => awards.collect(),
        _ => contracts.collect(),
    };
    let says_something = |line: &LineItem| {
        let known = LineItem {
            number: line.number.clone(),
            other: line.other.clone(),
            ..LineItem::default()
        };
        *line != known
    };
    lines.retain(says_something);
    lines
}

fn line(
    [id, title, status]: [&str; 3],
    suppliers: &[Party],
    (worth, period): (&Option<Worth>, &Option<Period>),
) -> LineItem {
    let suppliers: Vec<&str> = suppliers.iter().map(|one| one.name.as_str()).collect();
    let (worth, period) = (worth.as_ref(), period.as_ref());
    let lasts = period.filter(|period| period.starts_on.is_none());
    let lasts = lasts.and_then(|period| period.days);
    let lasts = lasts.map_or_else(String::new, |days| format!("{days} days"));
    let other = [("Status", status), ("Lasts", &lasts)];
    let other = other.into_iter().filter(|(_, value)| !value.is_empty());
    let other = other.map(|(name, value)| StatedCell {
        name: name.to_owned(),
        value: value.to_owned(),
    });
    LineItem {
        number: id.to_owned(),
        title: title.to_owned(),
        supplier: suppliers.join("; "),
        starts: period
            .and_then(|period| period.starts_on)
            .map(StatedDay::On),
        ends: period.and_then(|period| period.ends_on).map(StatedDay::On),
        amount: worth.map(|worth| worth.amount),
        currency: worth
            .map(|worth| worth.currency.clone())
            .unwrap_or_default(),
        other: other.collect(),
        ..LineItem::default()
    }
}
