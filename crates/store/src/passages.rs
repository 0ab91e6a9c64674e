//! Passages: short-lived things that somebody shows a secret for – an invitation,
//! a link to a new password, a sign-in that is under way. Only the hash is kept.

use crate::{Error, Store, Tx, entity::passage, stored};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};

/// A passage that is to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewPassage<'a> {
    /// The hash of its secret, in hex.
    pub hash: &'a str,
    /// What it is for: `invitation`, `reset`.
    pub kind: &'a str,
    /// Whom it concerns, so that all of somebody's can be ended; may be empty.
    pub subject: &'a str,
    /// What it carries, in JSON.
    pub content: &'a str,
    /// When it is over.
    pub ends_at: DateTime<Utc>,
}

/// A passage that is kept under the hash of its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPassage {
    /// The hash of its secret, in hex.
    pub hash: String,
    /// The passage.
    pub passage: Passage,
}

/// A passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Whom it concerns.
    pub subject: String,
    /// What it carries, in JSON.
    pub content: String,
    /// When it is over.
    pub ends_at: DateTime<Utc>,
}

impl Tx {
    /// Keeps a passage.
    pub async fn add_passage(&self, new: &NewPassage<'_>) -> Result<(), Error> {
        let row = passage::ActiveModel {
            hash: Set(new.hash.to_owned()),
            kind: Set(new.kind.to_owned()),
            content: Set(new.content.to_owned()),
            ends_at: Set(stored(new.ends_at)),
            subject: Set(new.subject.to_owned()),
        };
        passage::Entity::insert(row)
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// Takes a passage of a kind that is not over: it can be taken once.
    pub async fn take_passage(
        &self,
        hash: &str,
        kind: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<Passage>, Error> {
        let found = passage::Entity::find_by_id(hash.to_owned())
            .filter(passage::Column::Kind.eq(kind))
            .one(&self.inner)
            .await?;
        let Some(row) = found else {
            return Ok(None);
        };
        let gone = passage::Entity::delete_by_id(hash.to_owned())
            .exec(&self.inner)
            .await?;
        let taken = gone.rows_affected == 1 && row.ends_at > now;
        Ok(taken.then(|| passage_of(row)))
    }

    /// Ends one passage of a kind; whether there was one.
    pub async fn end_passage(&self, hash: &str, kind: &str) -> Result<bool, Error> {
        let gone = passage::Entity::delete_many()
            .filter(passage::Column::Hash.eq(hash))
            .filter(passage::Column::Kind.eq(kind))
            .exec(&self.inner)
            .await?;
        Ok(gone.rows_affected == 1)
    }

    /// Ends every passage of a kind that concerns somebody.
    pub async fn end_passages(&self, kind: &str, subject: &str) -> Result<(), Error> {
        passage::Entity::delete_many()
            .filter(passage::Column::Kind.eq(kind))
            .filter(passage::Column::Subject.eq(subject))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Forgets the passages that are over.
    pub async fn sweep_passages(&self, now: DateTime<Utc>) -> Result<(), Error> {
        passage::Entity::delete_many()
            .filter(passage::Column::EndsAt.lte(stored(now)))
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// Every passage of a kind that is not over, the first to end first.
    pub async fn passages(
        &self,
        kind: &str,
        now: DateTime<Utc>,
    ) -> Result<Vec<KeptPassage>, Error> {
        let rows = passage::Entity::find()
            .filter(passage::Column::Kind.eq(kind))
            .filter(passage::Column::EndsAt.gt(stored(now)))
            .order_by_asc(passage::Column::EndsAt)
            .order_by_asc(passage::Column::Hash)
            .all(&self.reader)
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| KeptPassage {
                hash: row.hash.clone(),
                passage: passage_of(row),
            })
            .collect())
    }

    /// A passage of a kind that is not over, without taking it.
    pub async fn passage(
        &self,
        hash: &str,
        kind: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<Passage>, Error> {
        let row = passage::Entity::find_by_id(hash.to_owned())
            .filter(passage::Column::Kind.eq(kind))
            .filter(passage::Column::EndsAt.gt(stored(now)))
            .one(&self.reader)
            .await?;
        Ok(row.map(passage_of))
    }
}

fn passage_of(row: passage::Model) -> Passage {
    Passage {
        subject: row.subject,
        content: row.content,
        ends_at: row.ends_at,
    }
}
