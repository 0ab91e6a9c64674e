//! Drafts: the edition that is being written beside the published one.

use crate::{
    Error, Store, Tx,
    directory::{from_json, from_word, to_json},
    entity::draft,
    stored,
};
use chrono::{DateTime, NaiveDate, Utc};
use interlocal_catalog::{
    editing::Unread,
    offering::{Content, Status},
};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, Set, sea_query::Expr};

/// A draft edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The offering it belongs to.
    pub offering: i32,
    /// What could be read of it.
    pub content: Content,
    /// Steps that could not be read, as typed.
    pub unread: Unread,
    /// Counts its changes; a writer that read an older one conflicts.
    pub version: i32,
    /// Where it stands.
    pub stage: Stage,
    /// Who wrote last.
    pub edited_by: Option<i32>,
    /// When it was last written.
    pub updated_at: DateTime<Utc>,
    /// The day on which it is to be published.
    pub publish_on: Option<NaiveDate>,
}

/// Where a draft stands on its way to publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Draft or in review.
    pub status: Status,
    /// Who handed it in.
    pub submitted_by: Option<i32>,
    /// When it was handed in.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Who approved it; it then waits for its day.
    pub approved_by: Option<i32>,
    /// When it was approved.
    pub approved_at: Option<DateTime<Utc>>,
}

impl Stage {
    /// A stage at which nobody handed it in.
    pub fn at(status: Status) -> Self {
        Self {
            status,
            submitted_by: None,
            submitted_at: None,
            approved_by: None,
            approved_at: None,
        }
    }
}

impl Tx {
    /// The draft of an offering, as this transaction sees it.
    pub async fn draft(&self, offering: i32) -> Result<Option<Draft>, Error> {
        let row = draft::Entity::find_by_id(offering).one(&self.inner).await?;
        row.map(draft_of).transpose()
    }

    /// Begins a draft of an offering; a conflict where it has one.
    pub async fn begin_draft(
        &self,
        offering: i32,
        content: &Content,
        by: Option<i32>,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let row = draft::ActiveModel {
            offering_id: Set(offering),
            content: Set(to_json("draft", content.slug.as_str(), content)?),
            updated_at: Set(stored(at)),
            stage: Set(Status::Draft.word().to_owned()),
            version: Set(1),
            edited_by: Set(by),
            unread: Set("{}".to_owned()),
            ..Default::default()
        };
        draft::Entity::insert(row)
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// Writes the words of a draft; a conflict when somebody else changed it since
    /// `draft.version`, which grows by one.
    pub async fn write_draft(&self, draft: &Draft, at: DateTime<Utc>) -> Result<(), Error> {
        let slug = draft.content.slug.as_str();
        let result = draft::Entity::update_many()
            .col_expr(
                draft::Column::Content,
                Expr::value(to_json("draft", slug, &draft.content)?),
            )
            .col_expr(
                draft::Column::Unread,
                Expr::value(to_json("draft", slug, &draft.unread)?),
            )
            .col_expr(draft::Column::PublishOn, Expr::value(draft.publish_on))
            .col_expr(draft::Column::EditedBy, Expr::value(draft.edited_by))
            .col_expr(draft::Column::UpdatedAt, Expr::value(stored(at)))
            .col_expr(
                draft::Column::Version,
                Expr::col(draft::Column::Version).add(1),
            )
            .filter(draft::Column::OfferingId.eq(draft.offering))
            .filter(draft::Column::Version.eq(draft.version))
            .exec(&self.inner)
            .await?;
        changed(result.rows_affected, slug)
    }

    /// Moves a draft that was read as `before` to another stage; a conflict when
    /// somebody else changed it since.
    pub async fn move_draft(&self, before: &Draft, stage: &Stage) -> Result<(), Error> {
        let result = draft::Entity::update_many()
            .col_expr(draft::Column::Stage, Expr::value(stage.status.word()))
            .col_expr(draft::Column::SubmittedBy, Expr::value(stage.submitted_by))
            .col_expr(
                draft::Column::SubmittedAt,
                Expr::value(stage.submitted_at.map(stored)),
            )
            .col_expr(draft::Column::ApprovedBy, Expr::value(stage.approved_by))
            .col_expr(
                draft::Column::ApprovedAt,
                Expr::value(stage.approved_at.map(stored)),
            )
            .col_expr(
                draft::Column::Version,
                Expr::col(draft::Column::Version).add(1),
            )
            .filter(draft::Column::OfferingId.eq(before.offering))
            .filter(draft::Column::Version.eq(before.version))
            .exec(&self.inner)
            .await?;
        changed(result.rows_affected, before.content.slug.as_str())
    }

    /// Takes the draft of an offering away.
    pub async fn remove_draft(&self, offering: i32) -> Result<(), Error> {
        draft::Entity::delete_by_id(offering)
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// The draft of an offering.
    pub async fn draft(&self, offering: i32) -> Result<Option<Draft>, Error> {
        let row = draft::Entity::find_by_id(offering)
            .one(&self.reader)
            .await?;
        row.map(draft_of).transpose()
    }

    /// Drafts that were approved and whose day has come.
    pub async fn approved_drafts(&self, day: NaiveDate) -> Result<Vec<Draft>, Error> {
        let rows = draft::Entity::find()
            .filter(draft::Column::ApprovedAt.is_not_null())
            .filter(draft::Column::PublishOn.lte(day))
            .all(&self.reader)
            .await?;
        rows.into_iter().map(draft_of).collect()
    }
}

fn changed(rows: u64, slug: &str) -> Result<(), Error> {
    if rows == 1 {
        Ok(())
    } else {
        Err(Error::Conflict(format!(
            "the draft of {slug} changed meanwhile"
        )))
    }
}

pub(crate) fn draft_of(row: draft::Model) -> Result<Draft, Error> {
    let key = row.offering_id.to_string();
    Ok(Draft {
        offering: row.offering_id,
        content: from_json("draft", &key, &row.content)?,
        unread: from_json("draft", &key, &row.unread)?,
        version: row.version,
        stage: Stage {
            status: from_word("draft", &key, &row.stage)?,
            submitted_by: row.submitted_by,
            submitted_at: row.submitted_at,
            approved_by: row.approved_by,
            approved_at: row.approved_at,
        },
        edited_by: row.edited_by,
        updated_at: row.updated_at,
        publish_on: row.publish_on,
    })
}
