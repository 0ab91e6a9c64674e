//! Taking in the .gov registry: each domain with the government that it suggests.
//! A suggestion proves nothing: somebody approves it.

use crate::{
    Error,
    importing::{Outcome, Report, Reported},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    PlaceId,
    policy::{self, Action, Actor},
};
use interlocal_exchange::{
    dotgov::{DomainList, DomainRow, Governments, Suggestion},
    recognize::FileKind,
};
use interlocal_store::{Before, Deed, NewBatch, RegisteredDomain, Store};
use std::collections::HashMap;

/// The source under which imports of the registry stand: the next one is undone first.
pub const SOURCE: &str = "dotgov";

/// Takes in a list, by its name and the hash of its bytes; nothing is written on a dry
/// run. Every row counts once; one that suggests no government for certain is doubtful.
/// It works on the database alone, so that it can run beside a portal that serves.
pub async fn import_dotgov(
    store: &Store,
    actor: &Actor,
    (list, file_name, file_hash): (DomainList, &str, &str),
    (at, dry_run): (DateTime<Utc>, bool),
) -> Result<Report, Error> {
    if !policy::may(actor, Action::ImportForAll) {
        return Err(Error::Denied);
    }
    let jurisdictions = store.jurisdictions().await?;
    let governments = Governments::new(&jurisdictions);
    let names: HashMap<String, String> = jurisdictions
        .iter()
        .map(|row| (row.key.to_string(), format!("{}, {}", row.name, row.state)))
        .collect();
    let mut report = Report {
        notes: list.notes,
        whole: true,
        ..Report::default()
    };
    let tx = store.begin().await?;
    let known = tx.registered_domains().await?;
    let (mut rows, mut stood) = (Vec::new(), Vec::new());
    for (line, row) in &list.rows {
        let (jurisdiction, doubt, is_doubtful) = match governments.suggested(row) {
            Suggestion::Government(place) => (Some(place), String::new(), false),
            Suggestion::Outside(why) => (None, why, false),
            Suggestion::Doubtful(why) => (None, why, true),
        };
        let suggests = jurisdiction.as_ref().map(ToString::to_string);
        let kept = registered(row, jurisdiction, doubt.clone());
        let before = known.get(&kept.domain);
        let outcome = match before {
            _ if is_doubtful => Outcome::Doubtful,
            Some(same) if *same == kept => Outcome::Unchanged,
            Some(_) => Outcome::Changed,
            None => Outcome::Created,
        };
        report.rows.push(Reported {
            line: *line,
            column: 0,
            outcome,
            key: kept.domain.clone(),
            listing: String::new(),
            title: String::new(),
            value: said(row),
            why: match suggests {
                Some(place) => match names.get(&place) {
                    Some(name) => format!("suggests {name} ({place})"),
                    None => format!("suggests {place}"),
                },
                None if is_doubtful => format!("{doubt}; approve it at the desk of its body"),
                None => doubt,
            },
        });
        if before != Some(&kept) {
            stood.push(Before {
                subject: "domain".to_owned(),
                key: kept.domain.clone(),
                content: serde_json::to_string(&before)
                    .map_err(|why| Error::Internal(why.to_string()))?,
            });
            rows.push(kept);
        }
    }
    report
        .rows
        .extend(list.refused.into_iter().map(|row| Reported {
            line: row.line,
            column: 0,
            outcome: Outcome::Refused,
            key: String::new(),
            listing: String::new(),
            title: String::new(),
            value: row.domain,
            why: row.reason,
        }));
    report.rows.sort_by_key(|row| row.line);
    if dry_run || rows.is_empty() {
        return Ok(report);
    }
    tx.keep_registered_domains(&rows.iter().collect::<Vec<_>>(), at)
        .await?;
    let batch = NewBatch {
        source: SOURCE,
        kind: FileKind::Dotgov.word(),
        file_name,
        file_hash,
        organization: None,
        begun_by: actor.audit_name(),
    };
    let batch = tx.begin_batch(&batch, at).await?;
    tx.keep_before(batch, &stood).await?;
    tx.finish_batch(batch, at).await?;
    report.batch = Some(batch);
    let reason = format!("{} domains written", rows.len());
    let deed = Deed {
        action: "import_dotgov",
        subject: SOURCE,
        reason: &reason,
        body: None,
    };
    tx.audit(at, actor, &deed).await?;
    tx.commit().await?;
    Ok(report)
}

/// Who registered a domain, in one line.
fn said(row: &DomainRow) -> String {
    let parts = [
        &row.organization,
        &row.suborganization,
        &row.city,
        &row.state,
    ];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join(", ")
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
