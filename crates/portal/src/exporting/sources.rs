//! What the files said that listings were taken from.

use super::public::Shown;
use crate::Error;
use chrono::{DateTime, Utc};
use interlocal_catalog::OfferingId;
use interlocal_store::Store;
use serde_json::Value;
use std::collections::HashMap;

/// What files of this kind said of offerings that were published at these times; nothing
/// of a file that came after what is published.
pub async fn sources(
    store: &Store,
    kind: &str,
    published: HashMap<&OfferingId, DateTime<Utc>>,
) -> Result<HashMap<OfferingId, Value>, Error> {
    let slugs: Vec<OfferingId> = published.keys().map(|slug| (*slug).clone()).collect();
    let found = store.imported_of(kind, &slugs).await?;
    let told = found.into_iter().filter_map(|(slug, (text, taken_at))| {
        let in_time = published.get(&slug).is_some_and(|at| taken_at <= *at);
        let value = serde_json::from_str(&text).ok().filter(|_| in_time)?;
        Some((slug, value))
    });
    Ok(told.collect())
}

/// The same of a page; nothing where something of an offering is restricted.
pub async fn sources_of(
    store: &Store,
    kind: &str,
    page: &[Shown],
) -> Result<HashMap<OfferingId, Value>, Error> {
    let whole = page.iter().filter(|one| one.is_whole);
    let published = whole.map(|one| (&one.offering.slug, one.edition.published_at));
    sources(store, kind, published.collect()).await
}
