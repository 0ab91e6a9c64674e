//! Undoing an import of the .gov registry.

use super::end;
use crate::Error;
use chrono::{DateTime, Utc};
use interlocal_catalog::policy::Actor;
use interlocal_store::{ImportBatch, RegisteredDomain, Store};

/// New domains go, and the others say again what they said. What somebody approved
/// because of them stands: it is theirs.
pub(super) async fn undo_domains(
    store: &Store,
    actor: &Actor,
    batch: &ImportBatch,
    at: DateTime<Utc>,
) -> Result<usize, Error> {
    let tx = store.begin().await?;
    let before = tx.before(batch.id).await?;
    let (mut added, mut stood) = (Vec::new(), Vec::new());
    for one in &before {
        let was: Option<RegisteredDomain> = serde_json::from_str(&one.content)
            .map_err(|why| Error::Internal(format!("import {}: {why}", batch.id)))?;
        match was {
            None => added.push(one.key.as_str()),
            Some(was) => stood.push(was),
        }
    }
    tx.remove_registered_domains(&added).await?;
    tx.keep_registered_domains(&stood.iter().collect::<Vec<_>>(), at)
        .await?;
    end(tx, actor, batch, at).await?;
    Ok(before.len())
}
