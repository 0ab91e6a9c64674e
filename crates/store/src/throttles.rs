//! Throttles: how often something was tried since when.

use crate::{Error, Tx, entity::throttle, stored};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set, sea_query::OnConflict};

/// Tries within a span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tries {
    /// How many, with the one that was just counted.
    pub count: i32,
    /// When the first of them was.
    pub begun_at: DateTime<Utc>,
}

impl Tx {
    /// Counts a try; after `span` the count begins anew.
    pub async fn count_try(
        &self,
        key: &str,
        span: TimeDelta,
        now: DateTime<Utc>,
    ) -> Result<Tries, Error> {
        let before = throttle::Entity::find_by_id(key.to_owned())
            .one(&self.inner)
            .await?
            .filter(|row| now < row.begun_at + span);
        let tries = match before {
            Some(row) => Tries {
                count: row.count.saturating_add(1),
                begun_at: row.begun_at,
            },
            None => Tries {
                count: 1,
                begun_at: stored(now),
            },
        };
        let row = throttle::ActiveModel {
            key: Set(key.to_owned()),
            count: Set(tries.count),
            begun_at: Set(tries.begun_at),
        };
        let columns = [throttle::Column::Count, throttle::Column::BegunAt];
        throttle::Entity::insert(row)
            .on_conflict(
                OnConflict::column(throttle::Column::Key)
                    .update_columns(columns)
                    .to_owned(),
            )
            .exec_without_returning(&self.inner)
            .await?;
        Ok(tries)
    }

    /// Forgets the tries of a key.
    pub async fn forget_tries(&self, key: &str) -> Result<(), Error> {
        throttle::Entity::delete_by_id(key.to_owned())
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Forgets every count that began before a time.
    pub async fn sweep_tries(&self, before: DateTime<Utc>) -> Result<(), Error> {
        throttle::Entity::delete_many()
            .filter(throttle::Column::BegunAt.lt(stored(before)))
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}
