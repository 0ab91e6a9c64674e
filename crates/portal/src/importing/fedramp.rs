//! The FedRAMP marketplace: what it says of products becomes proposals, which a person
//! of the body confirms or dismisses. The import alone changes nothing.

use super::{Outcome, Report, Reported};
use crate::Error;
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    offering::{Content, Status},
    policy::{self, Action, Actor},
};
use interlocal_exchange::{
    contracts::bare_name,
    fedramp::{Marketplace, Product},
    finding::Weight,
};
use interlocal_store::{Deed, Proposal, Store};
use std::collections::HashMap;

/// The source of these proposals.
pub const SOURCE: &str = "FedRAMP marketplace";

/// Letters of a product's name below which it is found everywhere.
const SHORTEST: usize = 4;

/// An offering as products are looked for in it.
struct Sold {
    row: i32,
    slug: String,
    suppliers: Vec<String>,
    words: String,
}

/// Proposes what a file says of products that offerings name; nothing is written on a
/// dry run. It works on the database alone, so that it can run beside a portal that
/// serves.
pub async fn import_fedramp(
    store: &Store,
    actor: &Actor,
    (found, file_name): (Marketplace, &str),
    (at, dry_run): (DateTime<Utc>, bool),
) -> Result<Report, Error> {
    if !policy::may(actor, Action::Steward) {
        return Err(Error::Denied);
    }
    let sold = sold(store).await?;
    let mut by_supplier: HashMap<&str, Vec<&Sold>> = HashMap::new();
    for one in &sold {
        for supplier in &one.suppliers {
            by_supplier.entry(supplier).or_default().push(one);
        }
    }
    let known = store.proposed(SOURCE).await?;
    let mut report = Report {
        notes: found.notes,
        whole: true,
        ..Report::default()
    };
    let mut fresh = Vec::new();
    for product in &found.products {
        let company = bare_name(&product.company);
        let sellers = by_supplier.get(company.as_str());
        let sellers = sellers.map(Vec::as_slice).unwrap_or_default();
        let name = bare_name(&product.name);
        let naming: Vec<&&Sold> = sellers
            .iter()
            .filter(|one| name.len() >= SHORTEST && one.words.contains(&name))
            .collect();
        let fact = fact(product);
        let mut outcome = Outcome::Unchanged;
        for one in &naming {
            match known.get(&(product.id.clone(), one.row)) {
                Some(said) if *said == fact => continue,
                Some(_) if outcome == Outcome::Unchanged => outcome = Outcome::Changed,
                Some(_) => {}
                None => outcome = Outcome::Created,
            }
            fresh.push(proposal(product, &fact, (one.row, file_name, at)));
        }
        let named: Vec<&str> = naming.iter().map(|one| one.slug.as_str()).collect();
        let why = match (naming.is_empty(), sellers.first()) {
            (false, _) => format!("proposed for {}: {fact}", named.join(", ")),
            (true, Some(seller)) => {
                outcome = Outcome::Doubtful;
                format!(
                    "its company sells through {}, which does not name the product; name it there where it is sold",
                    seller.slug
                )
            }
            (true, None) => "no offering has its company as a supplier".to_owned(),
        };
        report.rows.push(Reported {
            line: product.line,
            column: 0,
            outcome,
            key: product.id.clone(),
            listing: named
                .first()
                .map(|slug| (*slug).to_owned())
                .unwrap_or_default(),
            value: format!("{}, {}", product.company, product.name),
            why,
        });
    }
    for finding in found.findings {
        if finding.weight == Weight::Refused {
            report.rows.push(Reported {
                line: finding.line,
                column: finding.column,
                outcome: Outcome::Refused,
                key: finding.field,
                listing: String::new(),
                value: finding.value,
                why: format!("{}; {}", finding.what, finding.mend),
            });
        } else {
            report.notes.push(finding.to_string());
        }
    }
    if dry_run || fresh.is_empty() {
        return Ok(report);
    }
    let tx = store.begin().await?;
    tx.propose(&fresh).await?;
    let reason = format!("{} facts proposed from {file_name}", fresh.len());
    let deed = Deed {
        action: "import_fedramp",
        subject: SOURCE,
        reason: &reason,
        body: None,
    };
    tx.audit(at, actor, &deed).await?;
    tx.commit().await?;
    Ok(report)
}

/// What is proposed, as it will stand among the regimes of the listing; no commas,
/// which part regimes there.
fn fact(product: &Product) -> String {
    let level = match product.level.as_str() {
        "" => String::new(),
        level => format!(" {level}"),
    };
    let fact = format!("{}{level}: {}", product.standing.label(), product.name);
    fact.replace(',', " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn proposal(
    product: &Product,
    fact: &str,
    (offering, file_name, at): (i32, &str, DateTime<Utc>),
) -> Proposal {
    let since = match product.authorized_on {
        Some(day) => format!(", authorized on {day}"),
        None => String::new(),
    };
    Proposal {
        id: 0,
        source: SOURCE.to_owned(),
        key: product.id.clone(),
        offering,
        supplier: product.company.clone(),
        product: product.name.clone(),
        fact: fact.to_owned(),
        evidence: format!("{SOURCE}, {} in {file_name}{since}", product.id),
        url: product.url.clone(),
        proposed_at: at,
        decision: String::new(),
    }
}

/// Every offering that is not withdrawn, by its draft where it has one.
async fn sold(store: &Store) -> Result<Vec<Sold>, Error> {
    let mut sold = Vec::new();
    for body in store.organizations().await? {
        for row in store.desk(&body.id).await? {
            if row.offering.status == Status::Withdrawn {
                continue;
            }
            let edition = row.edition.map(|edition| edition.content);
            let draft = row.draft.map(|draft| draft.content);
            if let Some(content) = draft.or(edition) {
                sold.push(Sold {
                    row: row.offering.id,
                    slug: row.offering.slug.to_string(),
                    suppliers: content
                        .suppliers
                        .iter()
                        .map(|name| bare_name(name))
                        .collect(),
                    words: words(&content),
                });
            }
        }
    }
    Ok(sold)
}

/// Where a product may be named: title, summary, what is sold at which price.
fn words(content: &Content) -> String {
    let prices = content.details.prices.iter().map(|line| line.name.as_str());
    let all = [content.title.as_str(), content.summary.as_str()];
    let parts = all.into_iter().chain(prices).map(bare_name);
    parts.collect::<Vec<_>>().join(" ")
}
