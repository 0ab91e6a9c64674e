//! Contracting processes as listings: one an ocid.

use super::{Entry, FileRow, Parsed};
use interlocal_catalog::{
    details::{Award, ContractVehicle},
    offering::{CostModel, OfferingKind},
};
use interlocal_exchange::ocds::{Gathered, Process};

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
                doubts: Vec::new(),
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
    }
}
