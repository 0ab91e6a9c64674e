//! Taking in the .gov registry: each domain with the government that it suggests.
//! A suggestion proves nothing: somebody approves it.

use crate::Error;
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    PlaceId,
    policy::{self, Action, Actor},
};
use interlocal_exchange::dotgov::{DomainList, DomainRow, Governments, RefusedRow, Suggestion};
use interlocal_store::{Deed, RegisteredDomain, Store};

/// What became of a file; every row counts once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DotgovReport {
    /// Domains that are new.
    pub created: usize,
    /// Domains of which something changed.
    pub changed: usize,
    /// Domains that stand as they stood.
    pub unchanged: usize,
    /// Domains that suggest no government for certain, and why.
    pub doubtful: Vec<(String, String)>,
    /// Rows that were not taken, and why.
    pub refused: Vec<RefusedRow>,
}

/// Takes in a list; nothing is written on a dry run. It works on the database
/// alone, so that it can run beside a portal that serves.
pub async fn import_dotgov(
    store: &Store,
    actor: &Actor,
    list: DomainList,
    (at, dry_run): (DateTime<Utc>, bool),
) -> Result<DotgovReport, Error> {
    if !policy::may(actor, Action::Steward) {
        return Err(Error::Denied);
    }
    let jurisdictions = store.jurisdictions().await?;
    let governments = Governments::new(&jurisdictions);
    let mut report = DotgovReport {
        refused: list.refused,
        ..DotgovReport::default()
    };
    let tx = store.begin().await?;
    let known = tx.registered_domains().await?;
    let mut rows = Vec::with_capacity(list.rows.len());
    for row in &list.rows {
        let (jurisdiction, doubt) = match governments.suggested(row) {
            Suggestion::Government(place) => (Some(place), String::new()),
            Suggestion::Outside(why) => (None, why),
            Suggestion::Doubtful(why) => {
                report.doubtful.push((row.domain.to_string(), why.clone()));
                let kept = registered(row, None, why);
                if known.get(&kept.domain) != Some(&kept) {
                    rows.push(kept);
                }
                continue;
            }
        };
        let kept = registered(row, jurisdiction, doubt);
        match known.get(&kept.domain) {
            Some(same) if *same == kept => report.unchanged += 1,
            Some(_) => {
                report.changed += 1;
                rows.push(kept);
            }
            None => {
                report.created += 1;
                rows.push(kept);
            }
        }
    }
    if dry_run || rows.is_empty() {
        return Ok(report);
    }
    tx.keep_registered_domains(&rows.iter().collect::<Vec<_>>(), at)
        .await?;
    let reason = format!("{} domains written", rows.len());
    let deed = Deed {
        action: "import_dotgov",
        subject: "dotgov",
        reason: &reason,
        body: None,
    };
    tx.audit(at, actor, &deed).await?;
    tx.commit().await?;
    Ok(report)
}

fn registered(row: &DomainRow, jurisdiction: Option<PlaceId>, doubt: String) -> RegisteredDomain {
    RegisteredDomain {
        domain: row.domain.to_string(),
        kind: row.kind_words.clone(),
        election: row.election,
        organization_name: row.organization.clone(),
        suborganization_name: row.suborganization.clone(),
        city: row.city.clone(),
        state: row.state.clone(),
        jurisdiction,
        doubt,
    }
}
