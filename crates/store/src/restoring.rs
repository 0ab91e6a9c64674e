//! Writing a catalog back as it was: editions with their numbers and times, documents
//! with their rows.

use crate::{
    Edition, Error, NewDocument, Tx,
    directory::to_json,
    entity::{document, edition},
    stored,
};
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseBackend, EntityTrait, Set, sea_query::OnConflict};

impl Tx {
    /// Keeps an edition of an offering with its number and its time; gives its row. The
    /// row that it had elsewhere says nothing here.
    pub async fn restore_edition(&self, one: &Edition) -> Result<i32, Error> {
        let row = edition::ActiveModel {
            offering_id: Set(one.offering),
            number: Set(one.number),
            content: Set(to_json("edition", one.content.slug.as_str(), &one.content)?),
            published_at: Set(stored(one.published_at)),
            alone: Set(one.alone),
            ..Default::default()
        };
        Ok(edition::Entity::insert(row)
            .exec(&self.inner)
            .await?
            .last_insert_id)
    }

    /// Keeps what is known of a document under the row that editions name, so that no
    /// other one ever gets it.
    pub async fn restore_document(
        &self,
        id: i32,
        new: &NewDocument<'_>,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let row = document::ActiveModel {
            id: Set(id),
            offering_id: Set(new.offering),
            sha256: Set(new.sha256.to_owned()),
            name: Set(new.name.to_owned()),
            media: Set(new.media.to_owned()),
            size: Set(i64::try_from(new.size).unwrap_or(i64::MAX)),
            uploaded_at: Set(stored(at)),
            uploaded_by: Set(new.by),
        };
        document::Entity::insert(row)
            .on_conflict(
                OnConflict::column(document::Column::Id)
                    .do_nothing()
                    .to_owned(),
            )
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// Lets the numbers of new documents go on after those that were restored.
    pub async fn go_on_after_documents(&self) -> Result<(), Error> {
        if self.inner.get_database_backend() == DatabaseBackend::Postgres {
            self.inner
                .execute_unprepared(
                    "select setval(pg_get_serial_sequence('document', 'id'), \
                     (select max(id) from document)) from document limit 1",
                )
                .await?;
        }
        Ok(())
    }
}
