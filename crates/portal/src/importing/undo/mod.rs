//! Undoing a batch as a whole, as long as nobody has written on what it made.

mod domains;
mod governments;
mod proposals;

pub(super) use self::proposals::Stood;

use self::{domains::undo_domains, governments::undo_governments, proposals::undo_proposals};
use crate::Error;
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    OfferingId,
    offering::{Content, Status},
    policy::{self, Action, Actor},
};
use interlocal_store::{Before, Deed, Draft, ImportBatch, ImportedListing, ImportedRow, Store, Tx};
use serde_json::Value;

/// Things that a refusal names at most.
const NAMED: usize = 10;

/// Undoes a batch: its drafts go, or say again what they said before, and so do
/// governments, domains and proposals. Gives how many of them there were.
pub async fn undo_import(
    store: &Store,
    actor: &Actor,
    batch: i32,
    at: DateTime<Utc>,
) -> Result<usize, Error> {
    let batch = store.batch(batch).await?.ok_or(Error::NotFound)?;
    let allowed = match &batch.organization {
        Some(body) => policy::may(actor, Action::Import(body)),
        None => policy::may(actor, Action::ImportForAll),
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
    let undone = match batch.kind.as_str() {
        "jurisdictions" => Some(undo_governments(store, actor, &batch, at).await),
        "dotgov" => Some(undo_domains(store, actor, &batch, at).await),
        "fedramp" => Some(undo_proposals(store, actor, &batch, at).await),
        _ => None,
    };
    if let Some(undone) = undone {
        return undone;
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
