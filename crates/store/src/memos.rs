//! Decision memos: drafts, and what is frozen for good.

use crate::{
    Error, Store, Tx,
    directory::{from_json, to_json},
    entity::{memo, memo_link},
    stored,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OrganizationId, memo::MemoDraft};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set,
    sea_query::{Expr, OnConflict},
};

/// A memo as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct MemoRow {
    /// Its row, which is its number.
    pub id: i32,
    /// The body whose memo it is.
    pub body: OrganizationId,
    /// What is written.
    pub draft: MemoDraft,
    /// Counts the changes of the draft.
    pub version: i32,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
    /// What is frozen.
    pub frozen: Option<FrozenText>,
}

/// The frozen part of a memo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenText {
    /// When it was frozen.
    pub at: DateTime<Utc>,
    /// Its canonical text.
    pub content: String,
    /// The hash of that text.
    pub sha256: String,
}

impl Tx {
    /// Begins a memo; gives its row.
    pub async fn add_memo(
        &self,
        body: &OrganizationId,
        draft: &MemoDraft,
        by: Option<i32>,
        at: DateTime<Utc>,
    ) -> Result<i32, Error> {
        let row = memo::ActiveModel {
            body: Set(body.to_string()),
            title: Set(draft.title.clone()),
            draft: Set(to_json("memo", &draft.title, draft)?),
            version: Set(1),
            begun_by: Set(by),
            begun_at: Set(stored(at)),
            changed_at: Set(stored(at)),
            ..Default::default()
        };
        Ok(memo::Entity::insert(row)
            .exec(&self.inner)
            .await?
            .last_insert_id)
    }

    /// The memo with this row.
    pub async fn memo(&self, id: i32) -> Result<Option<MemoRow>, Error> {
        let row = memo::Entity::find_by_id(id).one(&self.inner).await?;
        row.map(memo_of).transpose()
    }

    /// Keeps a draft in the place of the version it was made from; whether that
    /// version still stood.
    pub async fn save_memo(
        &self,
        id: i32,
        version: i32,
        draft: &MemoDraft,
        at: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let done = memo::Entity::update_many()
            .col_expr(memo::Column::Title, Expr::value(draft.title.as_str()))
            .col_expr(
                memo::Column::Draft,
                Expr::value(to_json("memo", &id.to_string(), draft)?),
            )
            .col_expr(memo::Column::Version, Expr::value(version + 1))
            .col_expr(memo::Column::ChangedAt, Expr::value(stored(at)))
            .filter(memo::Column::Id.eq(id))
            .filter(memo::Column::Version.eq(version))
            .filter(memo::Column::FrozenAt.is_null())
            .exec(&self.inner)
            .await?;
        Ok(done.rows_affected == 1)
    }

    /// Freezes a memo for good; whether the version still stood.
    pub async fn freeze_memo(
        &self,
        id: i32,
        version: i32,
        frozen: &FrozenText,
    ) -> Result<bool, Error> {
        let done = memo::Entity::update_many()
            .col_expr(memo::Column::FrozenAt, Expr::value(stored(frozen.at)))
            .col_expr(memo::Column::ChangedAt, Expr::value(stored(frozen.at)))
            .col_expr(memo::Column::Content, Expr::value(frozen.content.as_str()))
            .col_expr(memo::Column::Sha256, Expr::value(frozen.sha256.as_str()))
            .filter(memo::Column::Id.eq(id))
            .filter(memo::Column::Version.eq(version))
            .filter(memo::Column::FrozenAt.is_null())
            .exec(&self.inner)
            .await?;
        Ok(done.rows_affected == 1)
    }

    /// Takes a draft away with everything that belongs to it.
    pub async fn discard_memo(&self, id: i32) -> Result<(), Error> {
        self.forget_memo_parts(id).await?;
        memo_link::Entity::delete_by_id(id)
            .exec(&self.inner)
            .await?;
        memo::Entity::delete_by_id(id).exec(&self.inner).await?;
        Ok(())
    }

    /// Lets whoever shows this secret read a memo; none takes the link back.
    pub async fn link_memo(
        &self,
        id: i32,
        secret: Option<&str>,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let Some(secret) = secret else {
            memo_link::Entity::delete_by_id(id)
                .exec(&self.inner)
                .await?;
            return Ok(());
        };
        let row = memo_link::ActiveModel {
            memo_id: Set(id),
            secret: Set(secret.to_owned()),
            made_at: Set(stored(at)),
        };
        memo_link::Entity::insert(row)
            .on_conflict(
                OnConflict::column(memo_link::Column::MemoId)
                    .update_columns([memo_link::Column::Secret, memo_link::Column::MadeAt])
                    .to_owned(),
            )
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// The memo with this row.
    pub async fn memo(&self, id: i32) -> Result<Option<MemoRow>, Error> {
        let row = memo::Entity::find_by_id(id).one(&self.reader).await?;
        row.map(memo_of).transpose()
    }

    /// The memos of these bodies, the last changed first.
    pub async fn memos_of(&self, bodies: &[OrganizationId]) -> Result<Vec<MemoRow>, Error> {
        let rows = memo::Entity::find()
            .filter(memo::Column::Body.is_in(bodies.iter().map(OrganizationId::as_str)))
            .order_by_desc(memo::Column::ChangedAt)
            .order_by_desc(memo::Column::Id)
            .all(&self.reader)
            .await?;
        rows.into_iter().map(memo_of).collect()
    }

    /// The number of the memo that was frozen under this hash.
    pub async fn memo_with_hash(&self, sha256: &str) -> Result<Option<i32>, Error> {
        let row = memo::Entity::find()
            .filter(memo::Column::Sha256.eq(sha256))
            .one(&self.reader)
            .await?;
        Ok(row.map(|row| row.id))
    }

    /// The memo that a secret opens.
    pub async fn memo_behind(&self, secret: &str) -> Result<Option<MemoRow>, Error> {
        let link = memo_link::Entity::find()
            .filter(memo_link::Column::Secret.eq(secret))
            .one(&self.reader)
            .await?;
        match link {
            Some(link) => self.memo(link.memo_id).await,
            None => Ok(None),
        }
    }

    /// The secret that opens a memo, where there is one.
    pub async fn link_of_memo(&self, id: i32) -> Result<Option<String>, Error> {
        let link = memo_link::Entity::find_by_id(id).one(&self.reader).await?;
        Ok(link.map(|link| link.secret))
    }
}

fn memo_of(row: memo::Model) -> Result<MemoRow, Error> {
    let frozen = match (row.frozen_at, row.content, row.sha256) {
        (Some(at), Some(content), Some(sha256)) => Some(FrozenText {
            at,
            content,
            sha256,
        }),
        _ => None,
    };
    Ok(MemoRow {
        draft: from_json("memo", &row.id.to_string(), &row.draft)?,
        id: row.id,
        body: OrganizationId::new(row.body),
        version: row.version,
        changed_at: row.changed_at,
        frozen,
    })
}
