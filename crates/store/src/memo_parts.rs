//! What belongs to a memo: who approves it, and what is attached to it.

use crate::{
    Error, Store, Tx,
    directory::from_word,
    entity::{memo_approval, memo_attachment},
    stored,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::memo::{Decision, FrozenFile};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set, sea_query::OnConflict};

/// What somebody of the body said of a memo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// Who.
    pub person: i32,
    /// The name as they typed it.
    pub name: String,
    /// What they said.
    pub decision: Decision,
    /// Their words.
    pub comment: String,
    /// When.
    pub given_at: DateTime<Utc>,
    /// The version of the draft that they had before them.
    pub version: i32,
}

/// A document or link of a memo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its row.
    pub id: i32,
    /// What it is.
    pub title: String,
    /// Where it is, for a link; else empty.
    pub url: String,
    /// The file, for a document.
    pub file: Option<FrozenFile>,
}

impl Tx {
    /// Keeps what somebody says of a memo in the place of what they said before.
    pub async fn approve_memo(&self, memo: i32, approval: &Approval) -> Result<(), Error> {
        let row = memo_approval::ActiveModel {
            memo_id: Set(memo),
            person_id: Set(approval.person),
            name: Set(approval.name.clone()),
            decision: Set(approval.decision.word().to_owned()),
            comment: Set(approval.comment.clone()),
            given_at: Set(stored(approval.given_at)),
            version: Set(approval.version),
            ..Default::default()
        };
        memo_approval::Entity::insert(row)
            .on_conflict(
                OnConflict::columns([
                    memo_approval::Column::MemoId,
                    memo_approval::Column::PersonId,
                ])
                .update_columns([
                    memo_approval::Column::Name,
                    memo_approval::Column::Decision,
                    memo_approval::Column::Comment,
                    memo_approval::Column::GivenAt,
                    memo_approval::Column::Version,
                ])
                .to_owned(),
            )
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// What was said of a memo, as this transaction sees it.
    pub async fn approvals_of(&self, memo: i32) -> Result<Vec<Approval>, Error> {
        let rows = memo_approval::Entity::find()
            .filter(memo_approval::Column::MemoId.eq(memo))
            .order_by_asc(memo_approval::Column::Id)
            .all(&self.inner)
            .await?;
        rows.into_iter().map(approval_of).collect()
    }

    /// Attaches a document or a link; gives its row.
    pub async fn attach_to_memo(
        &self,
        memo: i32,
        attachment: &Attachment,
        by: Option<i32>,
        at: DateTime<Utc>,
    ) -> Result<i32, Error> {
        let file = attachment.file.as_ref();
        let row = memo_attachment::ActiveModel {
            memo_id: Set(memo),
            title: Set(attachment.title.clone()),
            url: Set(attachment.url.clone()),
            sha256: Set(file.map(|file| file.sha256.clone())),
            name: Set(file.map(|file| file.name.clone()).unwrap_or_default()),
            media: Set(file.map(|file| file.media.clone()).unwrap_or_default()),
            size: Set(file.map_or(0, |file| file.size)),
            added_at: Set(stored(at)),
            added_by: Set(by),
            ..Default::default()
        };
        Ok(memo_attachment::Entity::insert(row)
            .exec(&self.inner)
            .await?
            .last_insert_id)
    }

    /// Takes an attachment away; whether there was one.
    pub async fn detach_from_memo(&self, memo: i32, id: i32) -> Result<bool, Error> {
        let done = memo_attachment::Entity::delete_many()
            .filter(memo_attachment::Column::Id.eq(id))
            .filter(memo_attachment::Column::MemoId.eq(memo))
            .exec(&self.inner)
            .await?;
        Ok(done.rows_affected == 1)
    }

    /// The attachments of a memo, as this transaction sees them.
    pub async fn attachments_of(&self, memo: i32) -> Result<Vec<Attachment>, Error> {
        let rows = memo_attachment::Entity::find()
            .filter(memo_attachment::Column::MemoId.eq(memo))
            .order_by_asc(memo_attachment::Column::Id)
            .all(&self.inner)
            .await?;
        Ok(rows.into_iter().map(attachment_of).collect())
    }

    pub(crate) async fn forget_memo_parts(&self, memo: i32) -> Result<(), Error> {
        memo_approval::Entity::delete_many()
            .filter(memo_approval::Column::MemoId.eq(memo))
            .exec(&self.inner)
            .await?;
        memo_attachment::Entity::delete_many()
            .filter(memo_attachment::Column::MemoId.eq(memo))
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// What was said of a memo, in order.
    pub async fn approvals_of(&self, memo: i32) -> Result<Vec<Approval>, Error> {
        let rows = memo_approval::Entity::find()
            .filter(memo_approval::Column::MemoId.eq(memo))
            .order_by_asc(memo_approval::Column::Id)
            .all(&self.reader)
            .await?;
        rows.into_iter().map(approval_of).collect()
    }

    /// The attachments of a memo, in order.
    pub async fn attachments_of(&self, memo: i32) -> Result<Vec<Attachment>, Error> {
        let rows = memo_attachment::Entity::find()
            .filter(memo_attachment::Column::MemoId.eq(memo))
            .order_by_asc(memo_attachment::Column::Id)
            .all(&self.reader)
            .await?;
        Ok(rows.into_iter().map(attachment_of).collect())
    }
}

fn approval_of(row: memo_approval::Model) -> Result<Approval, Error> {
    Ok(Approval {
        decision: from_word("memo approval", &row.id.to_string(), &row.decision)?,
        person: row.person_id,
        name: row.name,
        comment: row.comment,
        given_at: row.given_at,
        version: row.version,
    })
}

fn attachment_of(row: memo_attachment::Model) -> Attachment {
    Attachment {
        id: row.id,
        title: row.title,
        url: row.url,
        file: row.sha256.map(|sha256| FrozenFile {
            name: row.name,
            media: row.media,
            size: row.size,
            sha256,
        }),
    }
}
