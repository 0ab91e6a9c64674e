//! Undoing an import of governments.

use super::{NAMED, end};
use crate::Error;
use chrono::{DateTime, Utc};
use interlocal_catalog::policy::Actor;
use interlocal_store::{Before, ImportBatch, Store, Topic};
use serde_json::Value;

/// New ones go unless something hangs on them, and
/// the others are called again what they were called.
pub(super) async fn undo_governments(
    store: &Store,
    actor: &Actor,
    batch: &ImportBatch,
    at: DateTime<Utc>,
) -> Result<usize, Error> {
    let tx = store.begin().await?;
    let before = tx.before(batch.id).await?;
    let new = |one: &&Before| one.content == "null";
    let added: Vec<&str> = before.iter().filter(new).map(|one| &*one.key).collect();
    let used = tx.governments_in_use(&added).await?;
    if !used.is_empty() {
        let named: Vec<String> = used.into_iter().take(NAMED).collect();
        return Err(Error::Conflict(format!(
            "Something hangs on governments that this import added, so it stays: {}",
            named.join(", ")
        )));
    }
    tx.remove_governments(&added).await?;
    for one in before.iter().filter(|one| !new(one)) {
        let was: Value = serde_json::from_str(&one.content)
            .map_err(|why| Error::Internal(format!("import {}: {why}", batch.id)))?;
        let degrees = |name: &str| was["point"][name].as_f64();
        let point = degrees("lat").zip(degrees("lon"));
        let name = was["name"].as_str().unwrap_or_default();
        tx.put_government_back(&one.key, name, point).await?;
    }
    tx.announce(Topic::Directory, None, at).await?;
    end(tx, actor, batch, at).await?;
    Ok(before.len())
}
