//! Documents of offerings: what is known of their bytes, which lie elsewhere.

use crate::{Error, Store, Tx, entity::document, stored};
use chrono::{DateTime, Utc};
use sea_orm::{EntityTrait, Set};

/// A document that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRow {
    /// Its row.
    pub id: i32,
    /// The offering it belongs to.
    pub offering: i32,
    /// Hash of its bytes, in hex.
    pub sha256: String,
    /// The name to save it under.
    pub name: String,
    /// Its media type.
    pub media: String,
}

/// A document that is to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewDocument<'a> {
    /// The offering it belongs to.
    pub offering: i32,
    /// Hash of its bytes, in hex.
    pub sha256: &'a str,
    /// The name to save it under.
    pub name: &'a str,
    /// Its media type.
    pub media: &'a str,
    /// Bytes.
    pub size: u64,
    /// Who uploaded it.
    pub by: Option<i32>,
}

impl Tx {
    /// Notes a document; gives its row.
    pub async fn add_document(
        &self,
        new: &NewDocument<'_>,
        at: DateTime<Utc>,
    ) -> Result<i32, Error> {
        let row = document::ActiveModel {
            offering_id: Set(new.offering),
            sha256: Set(new.sha256.to_owned()),
            name: Set(new.name.to_owned()),
            media: Set(new.media.to_owned()),
            size: Set(i64::try_from(new.size).unwrap_or(i64::MAX)),
            uploaded_at: Set(stored(at)),
            uploaded_by: Set(new.by),
            ..Default::default()
        };
        Ok(document::Entity::insert(row)
            .exec(&self.inner)
            .await?
            .last_insert_id)
    }
}

impl Store {
    /// The document with this row.
    pub async fn document(&self, id: i32) -> Result<Option<DocumentRow>, Error> {
        let row = document::Entity::find_by_id(id).one(&self.reader).await?;
        Ok(row.map(|row| DocumentRow {
            id: row.id,
            offering: row.offering_id,
            sha256: row.sha256,
            name: row.name,
            media: row.media,
        }))
    }
}
