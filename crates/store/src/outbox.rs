//! The outbox: what changed, in the order of commits.

use crate::{Error, Store, Tx, directory::from_word, entity::outbox, stored};
use chrono::{DateTime, Utc};
use interlocal_catalog::OrganizationId;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseBackend, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Set,
};
use serde::{Deserialize, Serialize};

/// The channel on which PostgreSQL wakes the followers.
pub(crate) const CHANNEL: &str = "interlocal_outbox";

/// What kind of thing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// An offering was published, changed or taken back.
    Offering,
    /// Governments, bodies or state offices changed.
    Directory,
    /// Participations, adoptions or statements changed.
    Records,
    /// One body was added, changed or merged into another one.
    Body,
    /// What every page announces changed.
    Announcement,
}

impl Topic {
    fn word(self) -> &'static str {
        match self {
            Topic::Offering => "offering",
            Topic::Directory => "directory",
            Topic::Records => "records",
            Topic::Body => "body",
            Topic::Announcement => "announcement",
        }
    }
}

/// One entry of the outbox.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its place in the order of commits.
    pub sequence: i64,
    /// What changed.
    pub topic: Topic,
    /// Which offering.
    pub offering: Option<i32>,
    /// Which body.
    pub body: Option<OrganizationId>,
}

impl Tx {
    /// Tells the followers that something changed; they hear of it on commit.
    pub async fn announce(
        &self,
        topic: Topic,
        offering: Option<i32>,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.put_out(outbox::ActiveModel {
            topic: Set(topic.word().to_owned()),
            offering_id: Set(offering),
            at: Set(stored(at)),
            ..Default::default()
        })
        .await
    }

    /// Tells the followers that one body changed, so that they need not read all.
    pub async fn announce_body(
        &self,
        body: &OrganizationId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.put_out(outbox::ActiveModel {
            topic: Set(Topic::Body.word().to_owned()),
            at: Set(stored(at)),
            body: Set(Some(body.to_string())),
            ..Default::default()
        })
        .await
    }

    async fn put_out(&self, row: outbox::ActiveModel) -> Result<(), Error> {
        outbox::Entity::insert(row)
            .exec_without_returning(&self.inner)
            .await?;
        if self.inner.get_database_backend() == DatabaseBackend::Postgres {
            self.inner
                .execute_unprepared(&format!("notify {CHANNEL}"))
                .await?;
        }
        Ok(())
    }
}

impl Store {
    /// Entries after a sequence, oldest first, at most `limit`.
    pub async fn events_after(&self, sequence: i64, limit: u64) -> Result<Vec<Event>, Error> {
        let rows = outbox::Entity::find()
            .filter(outbox::Column::Sequence.gt(sequence))
            .order_by_asc(outbox::Column::Sequence)
            .limit(limit)
            .all(&self.reader)
            .await?;
        rows.into_iter()
            .map(|row| {
                Ok(Event {
                    sequence: row.sequence,
                    topic: from_word("outbox entry", &row.sequence.to_string(), &row.topic)?,
                    offering: row.offering_id,
                    body: row.body.map(OrganizationId::new),
                })
            })
            .collect()
    }

    /// The newest sequence; zero when nothing was ever announced.
    pub async fn newest_sequence(&self) -> Result<i64, Error> {
        let newest = outbox::Entity::find()
            .order_by_desc(outbox::Column::Sequence)
            .one(&self.reader)
            .await?;
        Ok(newest.map_or(0, |row| row.sequence))
    }
}
