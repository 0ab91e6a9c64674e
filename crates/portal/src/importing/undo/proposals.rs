//! Undoing proposals of a source.

use super::{NAMED, end};
use crate::Error;
use chrono::{DateTime, Utc};
use interlocal_catalog::policy::Actor;
use interlocal_store::{ImportBatch, Proposal, Store};

/// What a proposal stood for before: itself as it was, or nothing.
#[derive(serde::Serialize, serde::Deserialize)]
pub(in super::super) struct Stood {
    /// The source.
    pub source: String,
    /// Its key there.
    pub key: String,
    /// The offering.
    pub offering: i32,
    /// What was proposed before; none where nothing was.
    pub was: Option<Proposal>,
}

/// New proposals go, and the others say again what they said, unless somebody has
/// decided one of them.
pub(super) async fn undo_proposals(
    store: &Store,
    actor: &Actor,
    batch: &ImportBatch,
    at: DateTime<Utc>,
) -> Result<usize, Error> {
    let tx = store.begin().await?;
    let before = tx.before(batch.id).await?;
    let mut decided = Vec::new();
    for one in &before {
        let stood: Stood = serde_json::from_str(&one.content)
            .map_err(|why| Error::Internal(format!("import {}: {why}", batch.id)))?;
        let now = tx
            .proposal(&stood.source, (&stood.key, stood.offering))
            .await?;
        match (now, stood.was) {
            (Some(now), _) if !now.decision.is_empty() || now.proposed_at != batch.begun_at => {
                decided.push(now.fact);
            }
            (Some(now), None) => tx.remove_proposal(now.id).await?,
            (_, Some(was)) => tx.propose(&[was]).await?,
            (None, None) => {}
        }
    }
    if !decided.is_empty() {
        decided.truncate(NAMED);
        return Err(Error::Conflict(format!(
            "Somebody has decided what this import proposed, so it stays: {}",
            decided.join("; ")
        )));
    }
    end(tx, actor, batch, at).await?;
    Ok(before.len())
}
