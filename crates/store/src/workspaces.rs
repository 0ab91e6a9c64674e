//! What the people of a body weigh together.

use crate::{
    Error, Store, Tx,
    directory::from_word,
    entity::{person, workspace, workspace_item, workspace_link, workspace_voice},
    stored,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OrganizationId, weighing::Opinion};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set,
    sea_query::{Expr, OnConflict},
};
use std::collections::HashMap;

/// A workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkspaceRow {
    /// Its row.
    pub id: i32,
    /// The body whose it is.
    pub body: OrganizationId,
    /// What is weighed.
    pub title: String,
    /// Since when.
    pub begun_at: DateTime<Utc>,
}

/// An option in a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkspaceItem {
    /// Its row.
    pub id: i32,
    /// The row of the offering.
    pub offering: i32,
    /// Words of the body on it; may be empty.
    pub note: String,
}

/// What a member thinks of an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The row of the option.
    pub item: i32,
    /// Who.
    pub person: i32,
    /// Their name; empty where they gave none.
    pub name: String,
    /// What they think.
    pub opinion: Opinion,
    /// Why.
    pub comment: String,
    /// When they said it.
    pub said_at: DateTime<Utc>,
}

impl Tx {
    /// Begins a workspace; gives its row.
    pub async fn add_workspace(
        &self,
        body: &OrganizationId,
        title: &str,
        by: Option<i32>,
        at: DateTime<Utc>,
    ) -> Result<i32, Error> {
        let row = workspace::ActiveModel {
            body: Set(body.to_string()),
            title: Set(title.to_owned()),
            begun_by: Set(by),
            begun_at: Set(stored(at)),
            ..Default::default()
        };
        Ok(workspace::Entity::insert(row)
            .exec(&self.inner)
            .await?
            .last_insert_id)
    }

    /// Adds an option; the same again changes nothing.
    pub async fn add_to_workspace(
        &self,
        workspace: i32,
        offering: i32,
        note: &str,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let there = workspace_item::Entity::find()
            .filter(workspace_item::Column::WorkspaceId.eq(workspace))
            .filter(workspace_item::Column::OfferingId.eq(offering))
            .one(&self.inner)
            .await?;
        if there.is_some() {
            return Ok(());
        }
        let row = workspace_item::ActiveModel {
            workspace_id: Set(workspace),
            offering_id: Set(offering),
            note: Set(note.to_owned()),
            added_at: Set(stored(at)),
            ..Default::default()
        };
        workspace_item::Entity::insert(row)
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// Takes an option out with everything said of it; whether it was there.
    pub async fn take_from_workspace(&self, workspace: i32, item: i32) -> Result<bool, Error> {
        let there = workspace_item::Entity::find_by_id(item)
            .filter(workspace_item::Column::WorkspaceId.eq(workspace))
            .one(&self.inner)
            .await?;
        if there.is_none() {
            return Ok(false);
        }
        workspace_voice::Entity::delete_many()
            .filter(workspace_voice::Column::ItemId.eq(item))
            .exec(&self.inner)
            .await?;
        workspace_item::Entity::delete_by_id(item)
            .exec(&self.inner)
            .await?;
        Ok(true)
    }

    /// Keeps the body's words on an option; whether it is there.
    pub async fn note_in_workspace(
        &self,
        workspace: i32,
        item: i32,
        note: &str,
    ) -> Result<bool, Error> {
        let done = workspace_item::Entity::update_many()
            .col_expr(workspace_item::Column::Note, Expr::value(note))
            .filter(workspace_item::Column::Id.eq(item))
            .filter(workspace_item::Column::WorkspaceId.eq(workspace))
            .exec(&self.inner)
            .await?;
        Ok(done.rows_affected == 1)
    }

    /// Keeps what a member thinks of an option, in the place of what they thought.
    pub async fn say_in_workspace(
        &self,
        item: i32,
        person: i32,
        (opinion, comment): (Opinion, &str),
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let row = workspace_voice::ActiveModel {
            item_id: Set(item),
            person_id: Set(person),
            opinion: Set(opinion.word().to_owned()),
            comment: Set(comment.to_owned()),
            said_at: Set(stored(at)),
            ..Default::default()
        };
        workspace_voice::Entity::insert(row)
            .on_conflict(
                OnConflict::columns([
                    workspace_voice::Column::ItemId,
                    workspace_voice::Column::PersonId,
                ])
                .update_columns([
                    workspace_voice::Column::Opinion,
                    workspace_voice::Column::Comment,
                    workspace_voice::Column::SaidAt,
                ])
                .to_owned(),
            )
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// Lets whoever shows this secret read a workspace; none takes the link back.
    pub async fn link_workspace(
        &self,
        id: i32,
        secret: Option<&str>,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        workspace_link::Entity::delete_by_id(id)
            .exec(&self.inner)
            .await?;
        if let Some(secret) = secret {
            let row = workspace_link::ActiveModel {
                workspace_id: Set(id),
                secret: Set(secret.to_owned()),
                made_at: Set(stored(at)),
            };
            workspace_link::Entity::insert(row)
                .exec_without_returning(&self.inner)
                .await?;
        }
        Ok(())
    }

    /// Takes a workspace away with everything in it.
    pub async fn discard_workspace(&self, id: i32) -> Result<(), Error> {
        let items = workspace_item::Entity::find()
            .filter(workspace_item::Column::WorkspaceId.eq(id))
            .all(&self.inner)
            .await?;
        for item in items {
            self.take_from_workspace(id, item.id).await?;
        }
        workspace_link::Entity::delete_by_id(id)
            .exec(&self.inner)
            .await?;
        workspace::Entity::delete_by_id(id)
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// The workspace with this row.
    pub async fn workspace(&self, id: i32) -> Result<Option<WorkspaceRow>, Error> {
        let row = workspace::Entity::find_by_id(id).one(&self.reader).await?;
        Ok(row.map(workspace_of))
    }

    /// The workspaces of these bodies, the latest first.
    pub async fn workspaces_of(
        &self,
        bodies: &[OrganizationId],
    ) -> Result<Vec<WorkspaceRow>, Error> {
        let rows = workspace::Entity::find()
            .filter(workspace::Column::Body.is_in(bodies.iter().map(OrganizationId::as_str)))
            .order_by_desc(workspace::Column::Id)
            .all(&self.reader)
            .await?;
        Ok(rows.into_iter().map(workspace_of).collect())
    }

    /// The options of a workspace, in the order in which they came.
    pub async fn workspace_items(&self, id: i32) -> Result<Vec<WorkspaceItem>, Error> {
        let rows = workspace_item::Entity::find()
            .filter(workspace_item::Column::WorkspaceId.eq(id))
            .order_by_asc(workspace_item::Column::Id)
            .all(&self.reader)
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| WorkspaceItem {
                id: row.id,
                offering: row.offering_id,
                note: row.note,
            })
            .collect())
    }

    /// What was said of these options, in order.
    pub async fn voices_on(&self, items: &[i32]) -> Result<Vec<Voice>, Error> {
        let rows = workspace_voice::Entity::find()
            .filter(workspace_voice::Column::ItemId.is_in(items.iter().copied()))
            .order_by_asc(workspace_voice::Column::Id)
            .all(&self.reader)
            .await?;
        let people = person::Entity::find()
            .filter(person::Column::Id.is_in(rows.iter().map(|row| row.person_id)))
            .all(&self.reader)
            .await?;
        let names: HashMap<i32, String> = people
            .into_iter()
            .map(|person| (person.id, person.name))
            .collect();
        rows.into_iter()
            .map(|row| {
                Ok(Voice {
                    opinion: from_word("workspace voice", &row.id.to_string(), &row.opinion)?,
                    name: names.get(&row.person_id).cloned().unwrap_or_default(),
                    item: row.item_id,
                    person: row.person_id,
                    comment: row.comment,
                    said_at: row.said_at,
                })
            })
            .collect()
    }

    /// The workspace that a secret opens.
    pub async fn workspace_behind(&self, secret: &str) -> Result<Option<WorkspaceRow>, Error> {
        let link = workspace_link::Entity::find()
            .filter(workspace_link::Column::Secret.eq(secret))
            .one(&self.reader)
            .await?;
        match link {
            Some(link) => self.workspace(link.workspace_id).await,
            None => Ok(None),
        }
    }

    /// The secret that opens a workspace, where there is one.
    pub async fn link_of_workspace(&self, id: i32) -> Result<Option<String>, Error> {
        let link = workspace_link::Entity::find_by_id(id)
            .one(&self.reader)
            .await?;
        Ok(link.map(|link| link.secret))
    }
}

fn workspace_of(row: workspace::Model) -> WorkspaceRow {
    WorkspaceRow {
        id: row.id,
        body: OrganizationId::new(row.body),
        title: row.title,
        begun_at: row.begun_at,
    }
}
