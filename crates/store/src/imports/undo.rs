//! What a batch found before it wrote, and how it is put back.

use crate::{
    Error, Store, Tx, chunk_of,
    entity::{import_batch, import_before, import_listing, import_row},
    imports::{ImportedListing, ImportedRow, listing_of},
    stored,
};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set, sea_query::Expr};

/// What stood there before a batch wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// `row`, `listing` or `draft`.
    pub subject: String,
    /// Its key.
    pub key: String,
    /// What stood there, as JSON; `null` where nothing did.
    pub content: String,
}

impl Tx {
    /// Keeps what stood there before.
    pub async fn keep_before(&self, batch: i32, before: &[Before]) -> Result<(), Error> {
        for chunk in before.chunks(chunk_of(4)) {
            let models = chunk.iter().map(|one| import_before::ActiveModel {
                batch_id: Set(batch),
                subject: Set(one.subject.clone()),
                subject_key: Set(one.key.clone()),
                content: Set(one.content.clone()),
                ..Default::default()
            });
            import_before::Entity::insert_many(models)
                .exec_without_returning(&self.inner)
                .await?;
        }
        Ok(())
    }

    /// What stood there before a batch, the last that was written first.
    pub async fn before(&self, batch: i32) -> Result<Vec<Before>, Error> {
        let rows = import_before::Entity::find()
            .filter(import_before::Column::BatchId.eq(batch))
            .order_by_desc(import_before::Column::Id)
            .all(&self.inner)
            .await?;
        let before = rows.into_iter().map(|row| Before {
            subject: row.subject,
            key: row.subject_key,
            content: row.content,
        });
        Ok(before.collect())
    }

    /// The rows of a source with these keys.
    pub async fn rows_with(&self, source: &str, keys: &[&str]) -> Result<Vec<ImportedRow>, Error> {
        let mut found = Vec::new();
        for chunk in keys.chunks(chunk_of(1)) {
            let rows = import_row::Entity::find()
                .filter(import_row::Column::Source.eq(source))
                .filter(import_row::Column::RowKey.is_in(chunk.iter().copied()))
                .all(&self.inner)
                .await?;
            found.extend(rows.into_iter().map(|row| ImportedRow {
                key: row.row_key,
                hash: row.hash,
                content: row.content,
            }));
        }
        Ok(found)
    }

    /// Takes rows of a source away.
    pub async fn remove_rows(&self, source: &str, keys: &[&str]) -> Result<(), Error> {
        for chunk in keys.chunks(chunk_of(1)) {
            import_row::Entity::delete_many()
                .filter(import_row::Column::Source.eq(source))
                .filter(import_row::Column::RowKey.is_in(chunk.iter().copied()))
                .exec(&self.inner)
                .await?;
        }
        Ok(())
    }

    /// A listing of a source, as this transaction sees it.
    pub async fn imported_listing(
        &self,
        source: &str,
        key: &str,
    ) -> Result<Option<ImportedListing>, Error> {
        let row = import_listing::Entity::find_by_id((source.to_owned(), key.to_owned()))
            .one(&self.inner)
            .await?;
        Ok(row.map(listing_of))
    }

    /// Takes a listing of a source away; its offering stays.
    pub async fn remove_listing(&self, source: &str, key: &str) -> Result<(), Error> {
        import_listing::Entity::delete_by_id((source.to_owned(), key.to_owned()))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Notes that a batch was undone.
    pub async fn mark_undone(&self, batch: i32, at: DateTime<Utc>) -> Result<(), Error> {
        import_batch::Entity::update_many()
            .col_expr(
                import_batch::Column::UndoneAt,
                Expr::value(Some(stored(at))),
            )
            .filter(import_batch::Column::Id.eq(batch))
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// The listings that a batch was the last to write.
    pub async fn listings_of_batch(&self, batch: i32) -> Result<Vec<ImportedListing>, Error> {
        let rows = import_listing::Entity::find()
            .filter(import_listing::Column::BatchId.eq(batch))
            .all(&self.reader)
            .await?;
        Ok(rows.into_iter().map(listing_of).collect())
    }
}
