//! Taking in governments of a Gazetteer file: new ones are added, names and points of
//! known ones follow the file. Population, parents and what is known of a county's
//! government stay as they are.

use crate::{
    Error,
    importing::{Outcome, Report, Reported},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    jurisdiction::{Jurisdiction, JurisdictionKey},
    policy::{self, Action, Actor},
};
use interlocal_exchange::{finding::Weight, gazetteer::Gazetteer, recognize::FileKind};
use interlocal_store::{Before, Deed, NewBatch, Store, Topic};
use serde_json::json;
use std::collections::HashMap;

/// The source under which imports of governments stand: the next one is undone first.
pub const SOURCE: &str = "jurisdictions";

/// Takes a file in, by its name and the hash of its bytes; nothing is written on a dry
/// run. It works on the database alone, so that it can run beside a portal that serves.
pub async fn import_jurisdictions(
    store: &Store,
    actor: &Actor,
    (found, file_name, file_hash): (Gazetteer, &str, &str),
    (at, dry_run): (DateTime<Utc>, bool),
) -> Result<Report, Error> {
    if !policy::may(actor, Action::ImportForAll) {
        return Err(Error::Denied);
    }
    let rows = store.jurisdictions().await?;
    let mut known: HashMap<JurisdictionKey, Jurisdiction> =
        rows.into_iter().map(|row| (row.key.clone(), row)).collect();
    let mut report = Report {
        notes: found.notes,
        whole: true,
        ..Report::default()
    };
    let (mut new, mut changed) = (Vec::new(), Vec::new());
    let mut stood = Vec::new();
    for (line, row) in found.rows {
        let outside = row.parent.as_ref().filter(|key| !known.contains_key(*key));
        let (outcome, why) = match (known.get(&row.key), outside) {
            (Some(before), _) => match followed(before, &row) {
                Some(after) => {
                    stood.push(noted(
                        &before.key,
                        json!({"name": before.name, "point": before.point}),
                    ));
                    changed.push(after);
                    (Outcome::Changed, String::new())
                }
                None => (Outcome::Unchanged, String::new()),
            },
            (None, Some(parent)) => {
                let why = format!(
                    "lies in {parent}, which is not known; it was not taken: import that file first"
                );
                (Outcome::Doubtful, why)
            }
            (None, None) => {
                known.insert(row.key.clone(), row.clone());
                stood.push(noted(&row.key, json!(null)));
                new.push(row.clone());
                (Outcome::Created, String::new())
            }
        };
        report.rows.push(Reported {
            line,
            column: 0,
            outcome,
            key: row.key.to_string(),
            listing: String::new(),
            title: String::new(),
            value: row.name,
            why,
        });
    }
    for finding in found.findings {
        let mend = format!("{}; {}", finding.what, finding.mend);
        let row = report.rows.iter_mut().find(|row| row.line == finding.line);
        match (finding.weight, row) {
            (Weight::Refused, _) | (_, None) => report.rows.push(Reported {
                line: finding.line,
                column: finding.column,
                outcome: Outcome::Refused,
                key: String::new(),
                listing: String::new(),
                title: String::new(),
                value: finding.value,
                why: mend,
            }),
            (_, Some(row)) => {
                row.outcome = Outcome::Doubtful;
                row.why = mend;
            }
        }
    }
    report.rows.sort_by_key(|row| row.line);
    if dry_run || (new.is_empty() && changed.is_empty()) {
        return Ok(report);
    }
    let tx = store.begin().await?;
    tx.add_jurisdictions(&new).await?;
    for row in &changed {
        tx.follow_jurisdiction(row).await?;
    }
    tx.announce(Topic::Directory, None, at).await?;
    let batch = NewBatch {
        source: SOURCE,
        kind: FileKind::Jurisdictions.word(),
        file_name,
        file_hash,
        organization: None,
        begun_by: actor.audit_name(),
    };
    let batch = tx.begin_batch(&batch, at).await?;
    tx.keep_before(batch, &stood).await?;
    tx.finish_batch(batch, at).await?;
    report.batch = Some(batch);
    let reason = format!("{} added, {} changed", new.len(), changed.len());
    let deed = Deed {
        action: "import_jurisdictions",
        subject: "jurisdictions",
        reason: &reason,
        body: None,
    };
    tx.audit(at, actor, &deed).await?;
    tx.commit().await?;
    Ok(report)
}

/// What stood there before; null where nothing did.
fn noted(key: &JurisdictionKey, was: serde_json::Value) -> Before {
    Before {
        subject: "jurisdiction".to_owned(),
        key: key.to_string(),
        content: was.to_string(),
    }
}

/// The government with name and point of the file; none where they are the same.
fn followed(before: &Jurisdiction, file: &Jurisdiction) -> Option<Jurisdiction> {
    let mut after = before.clone();
    after.name.clone_from(&file.name);
    after.point = file.point.or(before.point);
    (after != *before).then_some(after)
}
