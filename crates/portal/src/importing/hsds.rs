//! Services of a directory as listings.

use super::{Entry, FileRow, Parsed};
use interlocal_catalog::{
    Decimal,
    offering::{CostModel, OfferingKind, Term},
};
use interlocal_exchange::{
    Finding,
    finding::Weight,
    hsds::{Directory, Service, left_out},
};

impl Parsed {
    /// The listings of a service directory. Addresses of persons are not taken.
    pub fn hsds(found: Directory) -> Self {
        let mut parsed = Self {
            findings: found.findings,
            notes: found
                .notes
                .into_iter()
                .chain(left_out(&found.services))
                .collect(),
            ..Self::default()
        };
        for (at, service) in found.services.iter().enumerate() {
            let begin = format!("{}/", service.id);
            let doubts = parsed.findings.iter().filter(|finding| {
                finding.weight == Weight::Doubtful && finding.field.starts_with(&begin)
            });
            let mut doubts: Vec<Finding> = doubts.cloned().collect();
            if ["inactive", "defunct"].contains(&service.status.as_str()) {
                let what = "the service is no longer active";
                let mend = "give the draft up, or see whether it is offered again";
                let finding = Finding::new(Weight::Doubtful, what, mend);
                doubts.push(finding.field("status").value(&service.status));
            }
            parsed.rows.push(FileRow {
                key: service.id.clone(),
                line: service.place.line,
                content: service.whole.to_string(),
                doubts,
            });
            parsed.entries.push(entry(at, service));
        }
        parsed
    }
}

fn entry(at: usize, service: &Service) -> Entry {
    let free = !service.costs.is_empty()
        && service
            .costs
            .iter()
            .all(|cost| cost.amount == Some(Decimal::ZERO));
    let mut summary = vec![service.description.clone()];
    for (label, words) in [("Who", &service.eligibility), ("Fees", &service.fees)] {
        if !words.is_empty() {
            summary.push(format!("{label}: {words}"));
        }
    }
    summary.retain(|words| !words.is_empty());
    Entry {
        key: service.id.clone(),
        rows: vec![at],
        title: service.name.clone(),
        kind: OfferingKind::Service,
        summary: summary.join("\n\n"),
        how_to_join: service.application.clone(),
        cost_model: if free {
            CostModel::Free
        } else {
            CostModel::NotStated
        },
        url: service.url.clone(),
        area_words: service.areas.join("; "),
        suppliers: Vec::new(),
        term: Term::default(),
        contract: None,
        lines: Vec::new(),
    }
}
