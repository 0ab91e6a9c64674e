//! The queue of events on their way to an address: written in the transaction in which
//! they happen, handed over after it, tried again, and given up in the end.

use crate::{
    Error, Store, Tx,
    entity::{webhook, webhook_delivery as delivery},
    stored,
    webhooks::{Webhook, webhook_of},
};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{Expr, Query, SelectStatement},
};
use std::collections::HashMap;

/// An event that is to be told.
#[derive(Clone, Copy, Debug)]
pub struct NewDelivery<'a> {
    /// To whom.
    pub webhook: i32,
    /// The event's own identifier, the same for everybody who is told.
    pub event: &'a str,
    /// Its word.
    pub kind: &'a str,
    /// What is sent.
    pub payload: &'a str,
}

/// An event on its way, or there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Its row.
    pub id: i32,
    /// To whom.
    pub webhook: i32,
    /// The event's own identifier.
    pub event: String,
    /// Its word.
    pub kind: String,
    /// What is sent.
    pub payload: String,
    /// When it happened.
    pub queued_at: DateTime<Utc>,
    /// When it is tried next.
    pub due_at: DateTime<Utc>,
    /// How often it was tried.
    pub attempts: i32,
    /// When it was tried the last time.
    pub tried_at: Option<DateTime<Utc>>,
    /// When it was taken.
    pub delivered_at: Option<DateTime<Utc>>,
    /// When it was given up.
    pub given_up_at: Option<DateTime<Utc>>,
    /// The status of the last answer.
    pub status: Option<u16>,
    /// How the last answer begins.
    pub said: String,
    /// What went wrong the last time.
    pub fault: String,
}

/// What came of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Try {
    /// The status of the answer.
    pub status: Option<u16>,
    /// How the answer begins.
    pub said: String,
    /// What went wrong.
    pub fault: String,
    /// What becomes of it.
    pub then: Then,
}

/// What becomes of an event that was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// It was taken.
    Delivered,
    /// It is tried again then.
    Again(DateTime<Utc>),
    /// It is given up.
    GivenUp,
}

impl Tx {
    /// Puts an event on its way; gives its row.
    pub async fn add_delivery(
        &self,
        new: &NewDelivery<'_>,
        at: DateTime<Utc>,
    ) -> Result<i32, Error> {
        let at = stored(at);
        let row = delivery::ActiveModel {
            webhook_id: Set(new.webhook),
            event: Set(new.event.to_owned()),
            kind: Set(new.kind.to_owned()),
            payload: Set(new.payload.to_owned()),
            queued_at: Set(at),
            due_at: Set(at),
            attempts: Set(0),
            tried_at: Set(None),
            delivered_at: Set(None),
            given_up_at: Set(None),
            status: Set(None),
            said: Set(String::new()),
            fault: Set(String::new()),
            ..Default::default()
        };
        let added = delivery::Entity::insert(row).exec(&self.inner).await?;
        Ok(added.last_insert_id)
    }

    /// Takes what is due for a while, oldest first, with whom it is for; each counts as
    /// tried. What is for somebody who was stopped waits.
    pub async fn take_deliveries(
        &self,
        now: DateTime<Utc>,
        lease: TimeDelta,
        limit: u64,
    ) -> Result<Vec<(Delivery, Webhook)>, Error> {
        let told = webhook::Entity::find()
            .filter(webhook::Column::StoppedAt.is_null())
            .all(&self.inner)
            .await?;
        let told: HashMap<i32, Webhook> = told
            .into_iter()
            .map(|row| (row.id, webhook_of(row)))
            .collect();
        let rows = delivery::Entity::find()
            .filter(waiting())
            .filter(delivery::Column::DueAt.lte(stored(now)))
            .filter(delivery::Column::WebhookId.is_in(told.keys().copied()))
            .order_by_asc(delivery::Column::Id)
            .limit(limit)
            .all(&self.inner)
            .await?;
        let taken: Vec<i32> = rows.iter().map(|row| row.id).collect();
        if !taken.is_empty() {
            delivery::Entity::update_many()
                .col_expr(delivery::Column::DueAt, Expr::value(stored(now + lease)))
                .col_expr(delivery::Column::Attempts, Expr::cust("attempts + 1"))
                .filter(delivery::Column::Id.is_in(taken))
                .exec(&self.inner)
                .await?;
        }
        let with_whom = rows.into_iter().filter_map(|row| {
            let mut delivery = delivery_of(row);
            delivery.attempts += 1;
            let to = told.get(&delivery.webhook)?.clone();
            Some((delivery, to))
        });
        Ok(with_whom.collect())
    }

    /// Notes what came of a try.
    pub async fn note_try(&self, id: i32, tried: &Try, at: DateTime<Utc>) -> Result<(), Error> {
        let at = stored(at);
        let mut update = delivery::Entity::update_many()
            .col_expr(delivery::Column::TriedAt, Expr::value(Some(at)))
            .col_expr(
                delivery::Column::Status,
                Expr::value(tried.status.map(i32::from)),
            )
            .col_expr(delivery::Column::Said, Expr::value(tried.said.as_str()))
            .col_expr(delivery::Column::Fault, Expr::value(tried.fault.as_str()));
        update = match tried.then {
            Then::Delivered => {
                update.col_expr(delivery::Column::DeliveredAt, Expr::value(Some(at)))
            }
            Then::Again(then) => {
                update.col_expr(delivery::Column::DueAt, Expr::value(stored(then)))
            }
            Then::GivenUp => update.col_expr(delivery::Column::GivenUpAt, Expr::value(Some(at))),
        };
        update
            .filter(delivery::Column::Id.eq(id))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Puts an event of somebody on its way again, as new; whether there is one that
    /// does not wait anyway.
    pub async fn send_again(
        &self,
        webhook: i32,
        id: i32,
        at: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let none = Option::<DateTime<Utc>>::None;
        let done = delivery::Entity::update_many()
            .col_expr(delivery::Column::DeliveredAt, Expr::value(none))
            .col_expr(delivery::Column::GivenUpAt, Expr::value(none))
            .col_expr(delivery::Column::DueAt, Expr::value(stored(at)))
            .col_expr(delivery::Column::Attempts, Expr::value(0))
            .filter(delivery::Column::Id.eq(id))
            .filter(delivery::Column::WebhookId.eq(webhook))
            .filter(
                Condition::any()
                    .add(delivery::Column::DeliveredAt.is_not_null())
                    .add(delivery::Column::GivenUpAt.is_not_null()),
            )
            .exec(&self.inner)
            .await?;
        Ok(done.rows_affected == 1)
    }

    /// Forgets what does not wait and happened before a time.
    pub async fn sweep_deliveries(&self, before: DateTime<Utc>) -> Result<(), Error> {
        delivery::Entity::delete_many()
            .filter(delivery::Column::QueuedAt.lt(stored(before)))
            .filter(
                Condition::any()
                    .add(delivery::Column::DeliveredAt.is_not_null())
                    .add(delivery::Column::GivenUpAt.is_not_null()),
            )
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// Whether anything is due, so that nobody need write.
    pub async fn some_delivery_due(&self, now: DateTime<Utc>) -> Result<bool, Error> {
        let found = delivery::Entity::find()
            .filter(waiting())
            .filter(delivery::Column::DueAt.lte(stored(now)))
            .filter(delivery::Column::WebhookId.in_subquery(told_now()))
            .one(&self.reader)
            .await?;
        Ok(found.is_some())
    }

    /// How much was told somebody, or waits, and a piece of it, the newest first: behind
    /// so many, at most so many.
    pub async fn deliveries(
        &self,
        webhook: i32,
        (offset, limit): (usize, usize),
    ) -> Result<(u64, Vec<Delivery>), Error> {
        let find = delivery::Entity::find().filter(delivery::Column::WebhookId.eq(webhook));
        let total = find.clone().count(&self.reader).await?;
        let rows = find
            .order_by_desc(delivery::Column::Id)
            .offset(offset as u64)
            .limit(limit as u64)
            .all(&self.reader)
            .await?;
        Ok((total, rows.into_iter().map(delivery_of).collect()))
    }

    /// The same before one of them, without counting.
    pub async fn deliveries_before(
        &self,
        webhook: i32,
        before: Option<i32>,
        limit: usize,
    ) -> Result<Vec<Delivery>, Error> {
        let find = delivery::Entity::find().filter(delivery::Column::WebhookId.eq(webhook));
        let find = match before {
            Some(id) => find.filter(delivery::Column::Id.lt(id)),
            None => find,
        };
        let rows = find
            .order_by_desc(delivery::Column::Id)
            .limit(limit as u64)
            .all(&self.reader)
            .await?;
        Ok(rows.into_iter().map(delivery_of).collect())
    }
}

/// The rows of those who are told now.
fn told_now() -> SelectStatement {
    Query::select()
        .column(webhook::Column::Id)
        .from(webhook::Entity)
        .and_where(webhook::Column::StoppedAt.is_null())
        .to_owned()
}

fn waiting() -> Condition {
    Condition::all()
        .add(delivery::Column::DeliveredAt.is_null())
        .add(delivery::Column::GivenUpAt.is_null())
}

fn delivery_of(row: delivery::Model) -> Delivery {
    Delivery {
        id: row.id,
        webhook: row.webhook_id,
        event: row.event,
        kind: row.kind,
        payload: row.payload,
        queued_at: row.queued_at,
        due_at: row.due_at,
        attempts: row.attempts,
        tried_at: row.tried_at,
        delivered_at: row.delivered_at,
        given_up_at: row.given_up_at,
        status: row.status.and_then(|status| u16::try_from(status).ok()),
        said: row.said,
        fault: row.fault,
    }
}
