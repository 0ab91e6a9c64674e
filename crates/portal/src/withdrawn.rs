//! What was taken back, to be searched like what stands: whoever follows a calendar is
//! told that its days are gone.

use crate::{Error, Portal, audience::documents};
use interlocal_catalog::NaiveDate;
use interlocal_search::{Index, Query};
use std::sync::Arc;

/// Days for which it is told that something was taken back.
const TOLD_FOR: chrono::TimeDelta = chrono::TimeDelta::days(2 * 365);
/// Offerings of which it is told at most, the latest first.
const MOST: u64 = 2_000;

/// What was taken back, and the sequence and the day at which it was read.
#[derive(Clone)]
pub(crate) struct Withdrawn {
    read_at: (i64, NaiveDate),
    /// None where nothing was taken back.
    index: Option<Arc<Index>>,
}

impl Portal {
    /// Rows of offerings that were taken back and that a query would find had they not
    /// been.
    pub(crate) async fn search_withdrawn(&self, query: &Query) -> Result<Vec<i32>, Error> {
        let Some(index) = self.withdrawn().await?.index else {
            return Ok(Vec::new());
        };
        let hits = index.search(query)?.hits.into_iter();
        Ok(hits
            .filter_map(|hit| i32::try_from(hit.id.abs()).ok())
            .collect())
    }

    async fn withdrawn(&self) -> Result<Withdrawn, Error> {
        let (whole, today) = (self.whole(), self.today());
        let read_at = (whole.sequence, today);
        let mut kept = self.withdrawn.lock().await;
        if let Some(known) = kept.as_ref().filter(|known| known.read_at == read_at) {
            return Ok(known.clone());
        }
        let listings = self.store.withdrawn(today - TOLD_FOR, MOST).await?;
        let index = match listings.is_empty() {
            true => None,
            false => {
                let vocabulary = Arc::clone(&self.vocabulary);
                let directory = Arc::clone(&whole.directory);
                let built = tokio::task::spawn_blocking(move || {
                    let index = Index::in_memory(vocabulary)?;
                    let all = listings.iter();
                    let all = all.flat_map(|listing| documents(listing, &directory));
                    index.replace_all(all, read_at.0)?;
                    Ok::<_, Error>(Arc::new(index))
                });
                let built = built.await;
                Some(built.map_err(|error| Error::Internal(error.to_string()))??)
            }
        };
        let found = Withdrawn { read_at, index };
        *kept = Some(found.clone());
        Ok(found)
    }
}
