//! The FedRAMP marketplace: what it says of products becomes proposals, which a person
//! of the body confirms or dismisses. The import alone changes nothing.

use super::{Outcome, Report, Reported, undo::Stood};
use crate::Error;
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    OrganizationId,
    offering::{Content, Status},
    policy::{self, Action, Actor},
};
use interlocal_exchange::{
    contracts::bare_name,
    fedramp::{Marketplace, Product},
    finding::Weight,
    recognize::FileKind,
};
use interlocal_store::{Before, Deed, NewBatch, Proposal, Store};
use std::collections::HashMap;

/// The source of these proposals.
pub const SOURCE: &str = "FedRAMP marketplace";

/// Letters of a product's name below which it is found everywhere.
const SHORTEST: usize = 4;

/// An offering as products are looked for in it.
struct Sold {
    row: i32,
    slug: String,
    title: String,
    suppliers: Vec<String>,
    words: String,
}

/// A file of the marketplace, and for whom it is looked through.
pub struct MarketplaceFile<'a> {
    /// What it holds.
    pub found: Marketplace,
    /// Its name.
    pub name: &'a str,
    /// The hash of its bytes.
    pub hash: &'a str,
    /// The source as which it can be undone.
    pub source: &'a str,
    /// The body whose offerings are looked at; those of all where none is named, which
    /// is for stewards.
    pub body: Option<&'a OrganizationId>,
}

/// Proposes what a file says of products that offerings name; nothing is written on a
/// dry run. It works on the database alone, so that it can run beside a portal that
/// serves.
pub async fn import_fedramp(
    store: &Store,
    actor: &Actor,
    file: MarketplaceFile<'_>,
    (at, dry_run): (DateTime<Utc>, bool),
) -> Result<Report, Error> {
    let allowed = match file.body {
        Some(body) => policy::may(actor, Action::Import(body)),
        None => policy::may(actor, Action::ImportForAll),
    };
    if !allowed {
        return Err(Error::Denied);
    }
    let found = file.found;
    let sold = sold(store, file.body).await?;
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
    let (mut fresh, mut stood) = (Vec::new(), Vec::new());
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
            let before = known.get(&(product.id.clone(), one.row));
            match before {
                Some(said) if said.fact == fact => continue,
                Some(_) if outcome == Outcome::Unchanged => outcome = Outcome::Changed,
                Some(_) => {}
                None => outcome = Outcome::Created,
            }
            stood.push(before_of(product, one, before)?);
            fresh.push(proposal(product, &fact, (one.row, file.name, at)));
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
            line: product.place.line,
            column: 0,
            outcome,
            key: product.id.clone(),
            listing: named
                .first()
                .map(|slug| (*slug).to_owned())
                .unwrap_or_default(),
            title: naming
                .first()
                .map(|one| one.title.clone())
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
                title: String::new(),
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
    let batch = NewBatch {
        source: file.source,
        kind: FileKind::Fedramp.word(),
        file_name: file.name,
        file_hash: file.hash,
        organization: file.body,
        begun_by: actor.audit_name(),
    };
    let batch = tx.begin_batch(&batch, at).await?;
    tx.keep_before(batch, &stood).await?;
    tx.finish_batch(batch, at).await?;
    report.batch = Some(batch);
    let reason = format!("{} facts proposed from {}", fresh.len(), file.name);
    let deed = Deed {
        action: "import_fedramp",
        subject: SOURCE,
        reason: &reason,
        body: file.body,
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
        decided_at: None,
    }
}

/// What was proposed for an offering before.
fn before_of(product: &Product, one: &Sold, was: Option<&Proposal>) -> Result<Before, Error> {
    let stood = Stood {
        source: SOURCE.to_owned(),
        key: product.id.clone(),
        offering: one.row,
        was: was.cloned(),
    };
    Ok(Before {
        subject: "proposal".to_owned(),
        key: format!("{} {}", product.id, one.slug),
        content: serde_json::to_string(&stood).map_err(|why| Error::Internal(why.to_string()))?,
    })
}

/// Every offering of a body, or of all, that is not withdrawn, by its draft where it
/// has one.
async fn sold(store: &Store, body: Option<&OrganizationId>) -> Result<Vec<Sold>, Error> {
    let bodies = match body {
        Some(body) => vec![body.clone()],
        None => {
            let all = store.organizations().await?.into_iter();
            all.map(|body| body.id).collect()
        }
    };
    let mut sold = Vec::new();
    for body in bodies {
        for row in store.desk(&body).await? {
            if row.offering.status == Status::Withdrawn {
                continue;
            }
            let edition = row.edition.map(|edition| edition.content);
            let draft = row.draft.map(|draft| draft.content);
            if let Some(content) = draft.or(edition) {
                sold.push(Sold {
                    row: row.offering.id,
                    slug: row.offering.slug.to_string(),
                    title: content.title.clone(),
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
