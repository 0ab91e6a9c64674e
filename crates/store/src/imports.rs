//! Files that were taken in: batches, the rows of each source, the listings that
//! they made, and what stood there before.

mod files;
mod governments;
mod reports;
mod undo;

pub use files::{FileStage, ImportFile};
pub use reports::ReportLine;
pub use undo::Before;

use crate::{
    Error, Store, Tx, chunk_of,
    entity::{import_batch, import_listing, import_mapping, import_row, offering, offering_alias},
    stored,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OfferingId, OrganizationId};
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{Expr, OnConflict},
};
use std::collections::{HashMap, HashSet};

/// A file that was taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportBatch {
    /// Its row.
    pub id: i32,
    /// Where the file comes from.
    pub source: String,
    /// What it holds: `contracts`, `ocds` …
    pub kind: String,
    /// The file's name.
    pub file_name: String,
    /// The hash of its bytes.
    pub file_hash: String,
    /// The body whose desk took the drafts; none where there were none.
    pub organization: Option<OrganizationId>,
    /// When it was begun.
    pub begun_at: DateTime<Utc>,
    /// When it was finished; none while a part is still to come.
    pub finished_at: Option<DateTime<Utc>>,
    /// When it was undone.
    pub undone_at: Option<DateTime<Utc>>,
}

/// A batch that begins.
#[derive(Clone, Debug)]
pub struct NewBatch<'a> {
    /// Where the file comes from.
    pub source: &'a str,
    /// What it holds.
    pub kind: &'a str,
    /// The file's name.
    pub file_name: &'a str,
    /// The hash of its bytes.
    pub file_hash: &'a str,
    /// The body whose desk takes the drafts.
    pub organization: Option<&'a OrganizationId>,
    /// Who begins it.
    pub begun_by: &'a str,
}

/// A row of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedRow {
    /// Its key among those of its source.
    pub key: String,
    /// The hash of its content.
    pub hash: String,
    /// The row as it was read, as JSON.
    pub content: String,
}

/// A listing that a source has made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedListing {
    /// Its key among those of its source.
    pub key: String,
    /// The hash of what the source says of it.
    pub hash: String,
    /// The slug of its offering.
    pub slug: OfferingId,
    /// The version of the draft as the import left it.
    pub draft_version: i32,
    /// The batch that was the last to write it.
    pub batch: i32,
}

impl Tx {
    /// Begins a batch; gives its row.
    pub async fn begin_batch(&self, new: &NewBatch<'_>, at: DateTime<Utc>) -> Result<i32, Error> {
        let row = import_batch::ActiveModel {
            source: Set(new.source.to_owned()),
            kind: Set(new.kind.to_owned()),
            file_name: Set(new.file_name.to_owned()),
            file_hash: Set(new.file_hash.to_owned()),
            organization: Set(new
                .organization
                .map(ToString::to_string)
                .unwrap_or_default()),
            begun_by: Set(new.begun_by.to_owned()),
            begun_at: Set(stored(at)),
            ..Default::default()
        };
        let done = import_batch::Entity::insert(row).exec(&self.inner).await?;
        Ok(done.last_insert_id)
    }

    /// Notes that nothing of a batch is still to come.
    pub async fn finish_batch(&self, batch: i32, at: DateTime<Utc>) -> Result<(), Error> {
        import_batch::Entity::update_many()
            .col_expr(
                import_batch::Column::FinishedAt,
                Expr::value(Some(stored(at))),
            )
            .filter(import_batch::Column::Id.eq(batch))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Adds or replaces rows of a source.
    pub async fn keep_rows(
        &self,
        source: &str,
        batch: i32,
        rows: &[&ImportedRow],
    ) -> Result<(), Error> {
        use import_row::Column;
        for chunk in rows.chunks(chunk_of(5)) {
            let models = chunk.iter().map(|row| import_row::ActiveModel {
                source: Set(source.to_owned()),
                row_key: Set(row.key.clone()),
                batch_id: Set(batch),
                hash: Set(row.hash.clone()),
                content: Set(row.content.clone()),
            });
            import_row::Entity::insert_many(models)
                .on_conflict(
                    OnConflict::columns([Column::Source, Column::RowKey])
                        .update_columns([Column::BatchId, Column::Hash, Column::Content])
                        .to_owned(),
                )
                .exec_without_returning(&self.inner)
                .await?;
        }
        Ok(())
    }

    /// Adds or replaces a listing of a source.
    pub async fn keep_listing(&self, source: &str, listing: &ImportedListing) -> Result<(), Error> {
        self.keep_listings(source, std::slice::from_ref(listing))
            .await
    }

    /// Adds or replaces listings of a source, each with a key of its own.
    pub async fn keep_listings(
        &self,
        source: &str,
        listings: &[ImportedListing],
    ) -> Result<(), Error> {
        use import_listing::Column;
        for chunk in listings.chunks(chunk_of(6)) {
            let models = chunk.iter().map(|listing| import_listing::ActiveModel {
                source: Set(source.to_owned()),
                listing_key: Set(listing.key.clone()),
                batch_id: Set(listing.batch),
                hash: Set(listing.hash.clone()),
                slug: Set(listing.slug.to_string()),
                draft_version: Set(listing.draft_version),
            });
            import_listing::Entity::insert_many(models)
                .on_conflict(
                    OnConflict::columns([Column::Source, Column::ListingKey])
                        .update_columns([
                            Column::BatchId,
                            Column::Hash,
                            Column::Slug,
                            Column::DraftVersion,
                        ])
                        .to_owned(),
                )
                .exec_without_returning(&self.inner)
                .await?;
        }
        Ok(())
    }

    /// Keeps how the columns of a source are read.
    pub async fn keep_mapping(
        &self,
        source: &str,
        mapping: &str,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let row = import_mapping::ActiveModel {
            source: Set(source.to_owned()),
            mapping: Set(mapping.to_owned()),
            saved_at: Set(stored(at)),
        };
        import_mapping::Entity::insert(row)
            .on_conflict(
                OnConflict::column(import_mapping::Column::Source)
                    .update_columns([
                        import_mapping::Column::Mapping,
                        import_mapping::Column::SavedAt,
                    ])
                    .to_owned(),
            )
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// How the columns of a source are read, as it was kept.
    pub async fn mapping(&self, source: &str) -> Result<Option<String>, Error> {
        let row = import_mapping::Entity::find_by_id(source.to_owned())
            .one(&self.reader)
            .await?;
        Ok(row.map(|row| row.mapping))
    }

    /// The hashes of the rows of a source by key.
    pub async fn row_hashes(&self, source: &str) -> Result<HashMap<String, String>, Error> {
        let rows: Vec<(String, String)> = import_row::Entity::find()
            .select_only()
            .column(import_row::Column::RowKey)
            .column(import_row::Column::Hash)
            .filter(import_row::Column::Source.eq(source))
            .into_tuple()
            .all(&self.reader)
            .await?;
        Ok(rows.into_iter().collect())
    }

    /// The listings that a source has made, by key.
    pub async fn imported_listings(
        &self,
        source: &str,
    ) -> Result<HashMap<String, ImportedListing>, Error> {
        let rows = import_listing::Entity::find()
            .filter(import_listing::Column::Source.eq(source))
            .all(&self.reader)
            .await?;
        let listings = rows.into_iter().map(|row| {
            let listing = listing_of(row);
            (listing.key.clone(), listing)
        });
        Ok(listings.collect())
    }

    /// Every slug that leads to an offering, aliases among them.
    pub async fn slugs(&self) -> Result<HashSet<String>, Error> {
        let slugs: Vec<String> = offering::Entity::find()
            .select_only()
            .column(offering::Column::Slug)
            .into_tuple()
            .all(&self.reader)
            .await?;
        let aliases: Vec<String> = offering_alias::Entity::find()
            .select_only()
            .column(offering_alias::Column::Alias)
            .into_tuple()
            .all(&self.reader)
            .await?;
        Ok(slugs.into_iter().chain(aliases).collect())
    }

    /// The newest batches, the newest first.
    pub async fn batches(&self, limit: u64) -> Result<Vec<ImportBatch>, Error> {
        let rows = import_batch::Entity::find()
            .order_by_desc(import_batch::Column::Id)
            .limit(limit)
            .all(&self.reader)
            .await?;
        Ok(rows.into_iter().map(batch_of).collect())
    }

    /// How many batches a body has, or stewards have, and a piece of them, the newest
    /// first: behind so many, at most so many.
    pub async fn batches_of(
        &self,
        body: Option<&OrganizationId>,
        (offset, limit): (usize, usize),
    ) -> Result<(u64, Vec<ImportBatch>), Error> {
        let own = import_batch::Column::Organization.eq(files::slug_or_nothing(body));
        let find = import_batch::Entity::find().filter(own);
        let total = find.clone().count(&self.reader).await?;
        let rows = find
            .order_by_desc(import_batch::Column::Id)
            .offset(offset as u64)
            .limit(limit as u64)
            .all(&self.reader)
            .await?;
        Ok((total, rows.into_iter().map(batch_of).collect()))
    }

    /// Whether a file of this source was taken in for a body, by its exact name.
    pub async fn has_source(&self, body: &OrganizationId, source: &str) -> Result<bool, Error> {
        let row = import_batch::Entity::find()
            .filter(import_batch::Column::Organization.eq(body.as_str()))
            .filter(import_batch::Column::Source.eq(source))
            .one(&self.reader)
            .await?;
        Ok(row.is_some())
    }

    /// The newest batch of a source that was not undone.
    pub async fn newest_batch(&self, source: &str) -> Result<Option<ImportBatch>, Error> {
        let row = import_batch::Entity::find()
            .filter(import_batch::Column::Source.eq(source))
            .filter(import_batch::Column::UndoneAt.is_null())
            .order_by_desc(import_batch::Column::Id)
            .one(&self.reader)
            .await?;
        Ok(row.map(batch_of))
    }

    /// A batch.
    pub async fn batch(&self, id: i32) -> Result<Option<ImportBatch>, Error> {
        let row = import_batch::Entity::find_by_id(id)
            .one(&self.reader)
            .await?;
        Ok(row.map(batch_of))
    }
}

pub(crate) fn listing_of(row: import_listing::Model) -> ImportedListing {
    ImportedListing {
        key: row.listing_key,
        hash: row.hash,
        slug: OfferingId::new(row.slug),
        draft_version: row.draft_version,
        batch: row.batch_id,
    }
}

fn batch_of(row: import_batch::Model) -> ImportBatch {
    ImportBatch {
        id: row.id,
        source: row.source,
        kind: row.kind,
        file_name: row.file_name,
        file_hash: row.file_hash,
        organization: (!row.organization.is_empty()).then(|| OrganizationId::new(row.organization)),
        begun_at: row.begun_at,
        finished_at: row.finished_at,
        undone_at: row.undone_at,
    }
}
