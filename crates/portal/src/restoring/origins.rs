//! What files of the field said of offerings comes back as rows of a source of its own,
//! so that it is exported again as it was.

use super::Restoring;
use crate::{Error, importing::hash_of};
use interlocal_exchange::package::Origin;
use interlocal_store::{ImportedListing, ImportedRow, NewBatch};
use std::collections::BTreeMap;

/// The source under which the origins of a package are kept.
const SOURCE: &str = "restored package";

impl Restoring<'_> {
    pub(super) async fn origins(&mut self, all: Vec<Origin>) -> Result<(), Error> {
        let mut kinds: BTreeMap<String, Vec<Origin>> = BTreeMap::new();
        for one in all {
            if !self.offerings.contains_key(&one.offering) {
                let why = format!("origins.csv: “{}” is not in offerings.csv", one.offering);
                return Err(Error::field("offering", why));
            }
            kinds.entry(one.kind.clone()).or_default().push(one);
        }
        for (kind, all) in kinds {
            let batch = self.batch_of(&kind).await?;
            let source = format!("{SOURCE}: {kind}");
            let rows: Vec<ImportedRow> = all.iter().map(row).collect();
            let rows: Vec<&ImportedRow> = rows.iter().collect();
            self.tx.keep_rows(&source, batch, &rows).await?;
            let listings = all.into_iter().map(|one| ImportedListing {
                key: one.offering.to_string(),
                hash: String::new(),
                slug: one.offering,
                draft_version: 0,
                batch,
            });
            let listings: Vec<ImportedListing> = listings.collect();
            self.tx.keep_listings(&source, &listings).await?;
        }
        Ok(())
    }

    /// The batch of a kind. It is as old as the oldest edition: what it says was taken in
    /// before anything of it was published.
    async fn batch_of(&mut self, kind: &str) -> Result<i32, Error> {
        if let Some(batch) = self.origins.get(kind) {
            return Ok(*batch);
        }
        let source = format!("{SOURCE}: {kind}");
        let new = NewBatch {
            source: &source,
            kind,
            file_name: "origins.csv",
            file_hash: "",
            organization: None,
            begun_by: self.actor.audit_name(),
        };
        let at = self.first_published.unwrap_or(self.at);
        let batch = self.tx.begin_batch(&new, at).await?;
        self.tx.finish_batch(batch, self.at).await?;
        self.origins.insert(kind.to_owned(), batch);
        Ok(batch)
    }
}

fn row(one: &Origin) -> ImportedRow {
    let content = one.content.to_string();
    ImportedRow {
        key: one.offering.to_string(),
        hash: hash_of(content.as_bytes()),
        content,
    }
}
