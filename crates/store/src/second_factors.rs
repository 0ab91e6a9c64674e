//! The second factor of an account: its key, the codes that were used, the codes
//! for when the device is lost.

use crate::{
    Error, Store, Tx,
    entity::{person, recovery_code},
    stored,
};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set, sea_query::Expr};

impl Tx {
    /// Keeps the key of a second factor; it is in force from the time that is given.
    pub async fn set_second_factor(
        &self,
        person: i32,
        key: Option<&str>,
        in_force_at: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        person::Entity::update_many()
            .col_expr(
                person::Column::TotpSecret,
                Expr::value(key.map(str::to_owned)),
            )
            .col_expr(
                person::Column::TotpConfirmedAt,
                Expr::value(in_force_at.map(stored)),
            )
            .filter(person::Column::Id.eq(person))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Notes that the code of a step was used; false when it, or a later one, was before.
    pub async fn use_step(&self, person: i32, step: i64) -> Result<bool, Error> {
        let done = person::Entity::update_many()
            .col_expr(person::Column::TotpLastStep, Expr::value(step))
            .filter(person::Column::Id.eq(person))
            .filter(person::Column::TotpLastStep.lt(step))
            .exec(&self.inner)
            .await?;
        Ok(done.rows_affected == 1)
    }

    /// Gives a person these recovery codes, by their hashes, instead of any others.
    pub async fn set_recovery_codes(&self, person: i32, hashes: &[String]) -> Result<(), Error> {
        recovery_code::Entity::delete_many()
            .filter(recovery_code::Column::PersonId.eq(person))
            .exec(&self.inner)
            .await?;
        let rows = hashes.iter().map(|hash| recovery_code::ActiveModel {
            hash: Set(hash.clone()),
            person_id: Set(person),
        });
        if !hashes.is_empty() {
            recovery_code::Entity::insert_many(rows)
                .exec_without_returning(&self.inner)
                .await?;
        }
        Ok(())
    }

    /// Uses a recovery code up; false when it is none of theirs.
    pub async fn use_recovery_code(&self, person: i32, hash: &str) -> Result<bool, Error> {
        let used = recovery_code::Entity::delete_many()
            .filter(recovery_code::Column::PersonId.eq(person))
            .filter(recovery_code::Column::Hash.eq(hash))
            .exec(&self.inner)
            .await?;
        Ok(used.rows_affected == 1)
    }
}

impl Store {
    /// How many recovery codes a person has left.
    pub async fn recovery_codes_left(&self, person: i32) -> Result<u64, Error> {
        Ok(recovery_code::Entity::find()
            .filter(recovery_code::Column::PersonId.eq(person))
            .count(&self.reader)
            .await?)
    }
}
