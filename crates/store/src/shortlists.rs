//! What people set aside for themselves.

use crate::{Error, Store, Tx, entity::shortlisted, stored};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set, sea_query::Expr};

/// An offering that somebody set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Starred {
    /// The row of the offering.
    pub offering: i32,
    /// Their own words; may be empty.
    pub note: String,
}

impl Tx {
    /// Sets an offering aside; the same again changes nothing.
    pub async fn star(&self, person: i32, offering: i32, at: DateTime<Utc>) -> Result<(), Error> {
        let there = shortlisted::Entity::find()
            .filter(shortlisted::Column::PersonId.eq(person))
            .filter(shortlisted::Column::OfferingId.eq(offering))
            .one(&self.inner)
            .await?;
        if there.is_some() {
            return Ok(());
        }
        let row = shortlisted::ActiveModel {
            person_id: Set(person),
            offering_id: Set(offering),
            note: Set(String::new()),
            added_at: Set(stored(at)),
            ..Default::default()
        };
        shortlisted::Entity::insert(row)
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// Takes an offering off somebody's list.
    pub async fn unstar(&self, person: i32, offering: i32) -> Result<(), Error> {
        shortlisted::Entity::delete_many()
            .filter(shortlisted::Column::PersonId.eq(person))
            .filter(shortlisted::Column::OfferingId.eq(offering))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Keeps somebody's words on an offering of their list; whether it is on it.
    pub async fn note_star(&self, person: i32, offering: i32, note: &str) -> Result<bool, Error> {
        let done = shortlisted::Entity::update_many()
            .col_expr(shortlisted::Column::Note, Expr::value(note))
            .filter(shortlisted::Column::PersonId.eq(person))
            .filter(shortlisted::Column::OfferingId.eq(offering))
            .exec(&self.inner)
            .await?;
        Ok(done.rows_affected == 1)
    }

    /// What somebody set aside, as this transaction sees it.
    pub async fn shortlist_of(&self, person: i32) -> Result<Vec<Starred>, Error> {
        let rows = shortlisted::Entity::find()
            .filter(shortlisted::Column::PersonId.eq(person))
            .order_by_asc(shortlisted::Column::Id)
            .all(&self.inner)
            .await?;
        Ok(rows.into_iter().map(starred_of).collect())
    }
}

impl Store {
    /// What somebody set aside, in the order in which they did.
    pub async fn shortlist_of(&self, person: i32) -> Result<Vec<Starred>, Error> {
        let rows = shortlisted::Entity::find()
            .filter(shortlisted::Column::PersonId.eq(person))
            .order_by_asc(shortlisted::Column::Id)
            .all(&self.reader)
            .await?;
        Ok(rows.into_iter().map(starred_of).collect())
    }
}

fn starred_of(row: shortlisted::Model) -> Starred {
    Starred {
        offering: row.offering_id,
        note: row.note,
    }
}
