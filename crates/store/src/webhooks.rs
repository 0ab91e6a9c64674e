//! Who is told of events over HTTP.

use crate::{Error, Store, Tx, entity::webhook, stored};
use chrono::{DateTime, Utc};
use interlocal_catalog::OrganizationId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set, sea_query::Expr};
use std::fmt;

/// Whom to tell of what.
pub struct NewWebhook<'a> {
    /// The body whose events they are; none for everything that is public.
    pub body: Option<&'a OrganizationId>,
    /// Where to.
    pub address: &'a str,
    /// With what it is signed.
    pub secret: &'a str,
    /// Words of the events.
    pub events: &'a [&'a str],
    /// Who wants it.
    pub by: &'a str,
}

/// Somebody who is told.
#[derive(Clone, PartialEq, Eq)]
pub struct Webhook {
    /// Its row.
    pub id: i32,
    /// The body whose events they are; none for everything that is public.
    pub body: Option<OrganizationId>,
    /// Where to.
    pub address: String,
    /// With what it is signed.
    pub secret: String,
    /// Words of the events.
    pub events: Vec<String>,
    /// Who wanted it.
    pub made_by: String,
    /// When.
    pub made_at: DateTime<Utc>,
    /// Since when nothing arrives; none where the last one did.
    pub failing_since: Option<DateTime<Utc>>,
    /// When it was stopped, and why.
    pub stopped: Option<(DateTime<Utc>, String)>,
}

impl fmt::Debug for Webhook {
    /// Without the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Webhook {} to {}", self.id, self.address)
    }
}

impl Tx {
    /// Tells somebody from now on; gives the row.
    pub async fn add_webhook(&self, new: &NewWebhook<'_>, at: DateTime<Utc>) -> Result<i32, Error> {
        let row = webhook::ActiveModel {
            body: Set(new.body.map(ToString::to_string)),
            address: Set(new.address.to_owned()),
            secret: Set(new.secret.to_owned()),
            events: Set(new.events.join(" ")),
            made_by: Set(new.by.to_owned()),
            made_at: Set(stored(at)),
            failing_since: Set(None),
            stopped_at: Set(None),
            stopped_why: Set(String::new()),
            ..Default::default()
        };
        let added = webhook::Entity::insert(row).exec(&self.inner).await?;
        Ok(added.last_insert_id)
    }

    /// Forgets somebody, and what was to be told.
    pub async fn remove_webhook(&self, id: i32) -> Result<(), Error> {
        webhook::Entity::delete_by_id(id).exec(&self.inner).await?;
        Ok(())
    }

    /// Those who are told now.
    pub async fn webhooks(&self) -> Result<Vec<Webhook>, Error> {
        let rows = webhook::Entity::find()
            .filter(webhook::Column::StoppedAt.is_null())
            .order_by_asc(webhook::Column::Id)
            .all(&self.inner)
            .await?;
        Ok(rows.into_iter().map(webhook_of).collect())
    }

    /// Notes since when nothing arrives at an address; none where something did.
    pub async fn webhook_fails_since(
        &self,
        id: i32,
        since: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        webhook::Entity::update_many()
            .col_expr(
                webhook::Column::FailingSince,
                Expr::value(since.map(stored)),
            )
            .filter(webhook::Column::Id.eq(id))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Stops telling somebody, saying why; none goes on.
    pub async fn stop_webhook(
        &self,
        id: i32,
        stop: Option<(DateTime<Utc>, &str)>,
    ) -> Result<(), Error> {
        webhook::Entity::update_many()
            .col_expr(
                webhook::Column::StoppedAt,
                Expr::value(stop.map(|(at, _)| stored(at))),
            )
            .col_expr(
                webhook::Column::StoppedWhy,
                Expr::value(stop.map_or("", |(_, why)| why)),
            )
            .filter(webhook::Column::Id.eq(id))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Gives the webhooks of a body to the one that it was merged into.
    pub async fn move_webhooks(
        &self,
        from: &OrganizationId,
        into: &OrganizationId,
    ) -> Result<(), Error> {
        webhook::Entity::update_many()
            .col_expr(webhook::Column::Body, Expr::value(into.as_str()))
            .filter(webhook::Column::Body.eq(from.as_str()))
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// Those whom a body told of, or the portal where none is named; oldest first.
    pub async fn webhooks_of(&self, body: Option<&OrganizationId>) -> Result<Vec<Webhook>, Error> {
        let of = match body {
            Some(body) => webhook::Column::Body.eq(body.as_str()),
            None => webhook::Column::Body.is_null(),
        };
        let rows = webhook::Entity::find()
            .filter(of)
            .order_by_asc(webhook::Column::Id)
            .all(&self.reader)
            .await?;
        Ok(rows.into_iter().map(webhook_of).collect())
    }
}

pub(crate) fn webhook_of(row: webhook::Model) -> Webhook {
    Webhook {
        id: row.id,
        body: row.body.map(OrganizationId::new),
        address: row.address,
        secret: row.secret,
        events: row.events.split(' ').map(str::to_owned).collect(),
        made_by: row.made_by,
        made_at: row.made_at,
        failing_since: row.failing_since,
        stopped: row.stopped_at.map(|at| (at, row.stopped_why)),
    }
}
