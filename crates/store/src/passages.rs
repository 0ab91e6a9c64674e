//! Passages: short-lived things that somebody shows a secret for – an invitation,
//! a link to a new password, a sign-in that is under way. Only the hash is kept.

use crate::{Error, Store, Tx, entity::passage, stored};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

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
