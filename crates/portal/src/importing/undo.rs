//! Undoing a batch as a whole, as long as nobody has written on what it made.

use crate::Error;
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    OfferingId,
    offering::{Content, Status},
    policy::{self, Action, Actor},
};
use interlocal_store::{
    Before, Deed, Draft, ImportBatch, ImportedListing, ImportedRow, Store, Topic, Tx,
};
use serde_json::Value;

/// Things that a refusal names at most.
const NAMED: usize = 10;

/// Undoes a batch: its drafts go, or say again what they said before. Gives how many
/// listings, or governments, that were.
pub async fn undo_import(
    store: &Store,
    actor: &Actor,
    batch: i32,
    at: DateTime<Utc>,
) -> Result<usize, Error> {
    let batch = store.batch(batch).await?.ok_or(Error::NotFound)?;
    let allowed = match &batch.organization {
        Some(body) => policy::may(actor, Action::Import(body)),
        None => policy::may(actor, Action::Steward),
    };
    if !allowed {
        return Err(Error::Denied);
    }
    if batch.undone_at.is_some() {
        return Err(Error::Conflict(
            "This import was undone already.".to_owned(),
        ));
    }
    let newest = store.newest_batch(&batch.source).await?;
    if newest.is_some_and(|newest| newest.id != batch.id) {
        return Err(Error::Conflict(format!(
            "A later file of “{}” was taken in; undo that one first.",
            batch.source
        )));
    }
    if batch.kind == "jurisdictions" {
        return undo_governments(store, actor, &batch, at).await;
    }
    let listings = store.listings_of_batch(batch.id).await?;
    let tx = store.begin().await?;
    let mut edited = Vec::new();
    for listing in &listings {
        if !untouched(&tx, listing).await? {
            edited.push(listing.slug.to_string());
        }
    }
    if !edited.is_empty() {
        edited.truncate(NAMED);
        return Err(Error::Conflict(format!(
            "Somebody has written on what this import made, so it stays: {}",
            edited.join(", ")
        )));
    }
    let mut rewritten: Vec<(OfferingId, i32)> = Vec::new();
    for before in tx.before(batch.id).await? {
        put_back(&tx, &batch, &before, (&mut rewritten, at)).await?;
    }
    end(tx, actor, &batch, at).await?;
    Ok(listings.len())
}

/// Notes that a batch is undone.
async fn end(tx: Tx, actor: &Actor, batch: &ImportBatch, at: DateTime<Utc>) -> Result<(), Error> {
    tx.mark_undone(batch.id, at).await?;
    let reason = format!("batch {} from {}", batch.id, batch.source);
    let deed = Deed {
        action: "undo_import",
        subject: &batch.source,
        reason: &reason,
        body: batch.organization.as_ref(),
    };
    tx.audit(at, actor, &deed).await?;
    Ok(tx.commit().await?)
}

/// Undoes an import of governments: new ones go unless something hangs on them, and
/// the others are called again what they were called.
async fn undo_governments(
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

/// Whether the draft stands as the import left it.
async fn untouched(tx: &Tx, listing: &ImportedListing) -> Result<bool, Error> {
    let Some(row) = tx.offering(&listing.slug).await? else {
        return Ok(false);
    };
    let draft = tx.draft(row.id).await?;
    Ok(draft.is_some_and(|draft| {
        draft.edited_by.is_none()
            && draft.version == listing.draft_version
            && draft.stage.status == Status::Draft
    }))
}

async fn put_back(
    tx: &Tx,
    batch: &ImportBatch,
    before: &Before,
    (rewritten, at): (&mut Vec<(OfferingId, i32)>, DateTime<Utc>),
) -> Result<(), Error> {
    let (source, key) = (batch.source.as_str(), before.key.as_str());
    let was: Value = serde_json::from_str(&before.content)
        .map_err(|why| Error::Internal(format!("import {}: {why}", batch.id)))?;
    let text = |name: &str| was[name].as_str().unwrap_or_default().to_owned();
    match (before.subject.as_str(), was.is_null()) {
        ("row", true) => tx.remove_rows(source, &[key]).await?,
        ("row", false) => {
            let row = ImportedRow {
                key: key.to_owned(),
                hash: text("hash"),
                content: text("content"),
            };
            tx.keep_rows(source, batch.id, &[&row]).await?;
        }
        ("listing", true) => {
            let listing = tx.imported_listing(source, key).await?;
            if let Some(listing) = listing
                && let Some(row) = tx.offering(&listing.slug).await?
                && row.edition.is_none()
            {
                tx.remove_draft(row.id).await?;
                tx.remove_unpublished(row.id).await?;
            }
            tx.remove_listing(source, key).await?;
        }
        ("listing", false) => {
            let slug = OfferingId::new(text("slug"));
            let number = |name: &str| {
                let number = was[name].as_i64().unwrap_or_default();
                i32::try_from(number).unwrap_or_default()
            };
            let now = rewritten.iter().find(|(known, _)| *known == slug);
            let listing = ImportedListing {
                key: key.to_owned(),
                hash: text("hash"),
                draft_version: now.map_or_else(|| number("draft_version"), |(_, now)| *now),
                batch: number("batch"),
                slug,
            };
            tx.keep_listing(source, &listing).await?;
        }
        (_, true) => {
            if let Some(row) = tx.offering(&OfferingId::from(key)).await? {
                tx.remove_draft(row.id).await?;
            }
        }
        (_, false) => {
            let content: Content = serde_json::from_value(was["content"].clone())
                .map_err(|why| Error::Internal(format!("draft of {key}: {why}")))?;
            let slug = OfferingId::from(key);
            let row = tx.offering(&slug).await?.ok_or(Error::NotFound)?;
            let draft = tx.draft(row.id).await?.ok_or(Error::NotFound)?;
            let version = draft.version + 1;
            tx.write_draft(&Draft { content, ..draft }, at).await?;
            rewritten.push((slug, version));
        }
    }
    Ok(())
}
