//! Frozen editions.

use crate::{
    Error, Store, Tx,
    directory::{from_json, to_json},
    entity::edition,
    stored,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::offering::Content;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::HashMap;

/// A frozen, numbered edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// Its row.
    pub id: i32,
    /// The offering it belongs to.
    pub offering: i32,
    /// Its number, from 1.
    pub number: i32,
    /// What it says.
    pub content: Content,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// Whether one person alone wrote and published it.
    pub alone: bool,
}

impl Tx {
    /// Freezes content as the next edition of an offering; gives its row.
    pub async fn freeze_edition(
        &self,
        offering: i32,
        content: &Content,
        alone: bool,
        at: DateTime<Utc>,
    ) -> Result<i32, Error> {
        let last: Option<i32> = edition::Entity::find()
            .select_only()
            .column(edition::Column::Number)
            .filter(edition::Column::OfferingId.eq(offering))
            .order_by_desc(edition::Column::Number)
            .into_tuple()
            .one(&self.inner)
            .await?;
        let row = edition::ActiveModel {
            offering_id: Set(offering),
            number: Set(last.unwrap_or(0) + 1),
            content: Set(to_json("edition", content.slug.as_str(), content)?),
            published_at: Set(stored(at)),
            alone: Set(alone),
            ..Default::default()
        };
        Ok(edition::Entity::insert(row)
            .exec(&self.inner)
            .await?
            .last_insert_id)
    }

    /// The number of an edition among those of its offering.
    pub async fn edition_number(&self, id: i32) -> Result<Option<i32>, Error> {
        let number = edition::Entity::find_by_id(id)
            .select_only()
            .column(edition::Column::Number)
            .into_tuple()
            .one(&self.inner)
            .await?;
        Ok(number)
    }
}

impl Store {
    /// The editions with these rows, in no particular order; one query.
    pub async fn editions(&self, ids: &[i32]) -> Result<Vec<Edition>, Error> {
        let rows = edition::Entity::find()
            .filter(edition::Column::Id.is_in(ids.iter().copied()))
            .all(&self.reader)
            .await?;
        rows.into_iter().map(edition_of).collect()
    }

    /// Every edition of each of these offerings, newest first; one query.
    pub async fn histories(&self, offerings: &[i32]) -> Result<HashMap<i32, Vec<Edition>>, Error> {
        let rows = edition::Entity::find()
            .filter(edition::Column::OfferingId.is_in(offerings.iter().copied()))
            .order_by_desc(edition::Column::Number)
            .all(&self.reader)
            .await?;
        let mut histories: HashMap<i32, Vec<Edition>> = HashMap::new();
        for row in rows {
            let edition = edition_of(row)?;
            histories.entry(edition.offering).or_default().push(edition);
        }
        Ok(histories)
    }

    /// Every edition of an offering, newest first.
    pub async fn history(&self, offering: i32) -> Result<Vec<Edition>, Error> {
        let rows = edition::Entity::find()
            .filter(edition::Column::OfferingId.eq(offering))
            .order_by_desc(edition::Column::Number)
            .all(&self.reader)
            .await?;
        rows.into_iter().map(edition_of).collect()
    }
}

pub(crate) fn edition_of(row: edition::Model) -> Result<Edition, Error> {
    Ok(Edition {
        content: from_json("edition", &row.id.to_string(), &row.content)?,
        id: row.id,
        offering: row.offering_id,
        number: row.number,
        published_at: row.published_at,
        alone: row.alone,
    })
}
