//! Answers that are given again to a request that is sent again.

use crate::{Error, Store, Tx, entity::kept_answer, stored};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set, TryInsertResult, sea_query::Expr};

/// A request that was sent under a key of its sender.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAnswer {
    /// The hash of what was sent.
    pub body_hash: String,
    /// When it came.
    pub at: DateTime<Utc>,
    /// Status, headers as lines, and body; none as long as it is worked at.
    pub answer: Option<(u16, String, String)>,
}

impl Tx {
    /// Notes that a request came under this key; whether it is the first.
    pub async fn begin_answer(
        &self,
        key: &str,
        body_hash: &str,
        at: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let row = kept_answer::ActiveModel {
            key: Set(key.to_owned()),
            body_hash: Set(body_hash.to_owned()),
            at: Set(stored(at)),
            status: Set(None),
            headers: Set(String::new()),
            body: Set(String::new()),
        };
        let inserted = kept_answer::Entity::insert(row)
            .on_conflict_do_nothing_on([kept_answer::Column::Key])
            .exec_without_returning(&self.inner)
            .await?;
        Ok(matches!(inserted, TryInsertResult::Inserted(count) if count > 0))
    }

    /// Keeps the answer to the request under this key.
    pub async fn keep_answer(
        &self,
        key: &str,
        (status, headers, body): (u16, &str, &str),
    ) -> Result<(), Error> {
        use kept_answer::Column;
        kept_answer::Entity::update_many()
            .col_expr(Column::Status, Expr::value(i32::from(status)))
            .col_expr(Column::Headers, Expr::value(headers))
            .col_expr(Column::Body, Expr::value(body))
            .filter(Column::Key.eq(key))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Forgets the request under this key, so that it may be tried again.
    pub async fn forget_answer(&self, key: &str) -> Result<(), Error> {
        kept_answer::Entity::delete_by_id(key.to_owned())
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Forgets the requests that came before a time.
    pub async fn sweep_answers(&self, before: DateTime<Utc>) -> Result<(), Error> {
        kept_answer::Entity::delete_many()
            .filter(kept_answer::Column::At.lt(stored(before)))
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// What is known of the request under this key.
    pub async fn kept_answer(&self, key: &str) -> Result<Option<KeptAnswer>, Error> {
        let row = kept_answer::Entity::find_by_id(key.to_owned())
            .one(&self.writer)
            .await?;
        Ok(row.map(|row| KeptAnswer {
            body_hash: row.body_hash,
            at: row.at,
            answer: row
                .status
                .and_then(|status| u16::try_from(status).ok())
                .map(|status| (status, row.headers, row.body)),
        }))
    }
}
