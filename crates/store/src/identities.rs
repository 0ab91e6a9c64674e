//! What providers vouch for: an issuer and its subject belong to one account.

use crate::{Error, Store, Tx, entity::identity, stored};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};

impl Tx {
    /// The account that a subject of an issuer belongs to.
    pub async fn identity(&self, issuer: &str, subject: &str) -> Result<Option<i32>, Error> {
        let row = identity::Entity::find_by_id((issuer.to_owned(), subject.to_owned()))
            .one(&self.inner)
            .await?;
        Ok(row.map(|row| row.person_id))
    }

    /// Gives a subject of an issuer to an account; it conflicts when it has one.
    pub async fn link_identity(
        &self,
        person: i32,
        (issuer, subject): (&str, &str),
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let row = identity::ActiveModel {
            issuer: Set(issuer.to_owned()),
            subject: Set(subject.to_owned()),
            person_id: Set(person),
            linked_at: Set(stored(at)),
        };
        identity::Entity::insert(row)
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// Takes every subject from an account.
    pub async fn unlink_identities(&self, person: i32) -> Result<(), Error> {
        identity::Entity::delete_many()
            .filter(identity::Column::PersonId.eq(person))
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// The issuers that vouch for an account, with their subjects, oldest first.
    pub async fn identities_of(&self, person: i32) -> Result<Vec<(String, String)>, Error> {
        let rows = identity::Entity::find()
            .filter(identity::Column::PersonId.eq(person))
            .order_by_asc(identity::Column::LinkedAt)
            .all(&self.reader)
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| (row.issuer, row.subject))
            .collect())
    }
}
