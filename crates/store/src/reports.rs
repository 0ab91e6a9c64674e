//! Problems that readers report about an offering.

use crate::{Error, Store, Tx, entity::report, stored};
use chrono::{DateTime, Utc};
use interlocal_catalog::OrganizationId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set, sea_query::Expr};

/// A reported problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Its row.
    pub id: i32,
    /// The offering it is about.
    pub offering: i32,
    /// The body whose offering it is.
    pub organization: OrganizationId,
    /// What is wrong, in the reader's words.
    pub message: String,
    /// Where to tell; empty when nobody is to be told.
    pub email: String,
    /// When it was reported.
    pub reported_at: DateTime<Utc>,
    /// Who looks after it.
    pub owner: Option<i32>,
    /// What was answered; empty until it is.
    pub answer: String,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
}

impl Tx {
    /// Keeps a report; gives its row.
    pub async fn add_report(
        &self,
        offering: i32,
        body: &OrganizationId,
        (message, email): (&str, &str),
        at: DateTime<Utc>,
    ) -> Result<i32, Error> {
        let row = report::ActiveModel {
            offering_id: Set(offering),
            organization: Set(body.to_string()),
            message: Set(message.to_owned()),
            email: Set(email.to_owned()),
            reported_at: Set(stored(at)),
            answer: Set(String::new()),
            ..Default::default()
        };
        Ok(report::Entity::insert(row)
            .exec(&self.inner)
            .await?
            .last_insert_id)
    }

    /// Gives an open report an owner; whether it was open.
    pub async fn own_report(&self, id: i32, owner: i32) -> Result<bool, Error> {
        let changed = report::Entity::update_many()
            .col_expr(report::Column::OwnerId, Expr::value(owner))
            .filter(report::Column::Id.eq(id))
            .filter(report::Column::ClosedAt.is_null())
            .exec(&self.inner)
            .await?;
        Ok(changed.rows_affected == 1)
    }

    /// Closes an open report with an answer; whether it was open.
    pub async fn close_report(
        &self,
        id: i32,
        owner: Option<i32>,
        answer: &str,
        at: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let mut change = report::Entity::update_many()
            .col_expr(report::Column::Answer, Expr::value(answer))
            .col_expr(report::Column::ClosedAt, Expr::value(stored(at)));
        if let Some(owner) = owner {
            change = change.col_expr(report::Column::OwnerId, Expr::value(owner));
        }
        let changed = change
            .filter(report::Column::Id.eq(id))
            .filter(report::Column::ClosedAt.is_null())
            .exec(&self.inner)
            .await?;
        Ok(changed.rows_affected == 1)
    }
}

impl Store {
    /// The reports of a body, open ones first, then the latest first.
    pub async fn reports_of(&self, body: &OrganizationId) -> Result<Vec<Report>, Error> {
        let rows = report::Entity::find()
            .filter(report::Column::Organization.eq(body.as_str()))
            .order_by_desc(report::Column::Id)
            .all(&self.reader)
            .await?;
        let mut reports: Vec<Report> = rows.into_iter().map(report_of).collect();
        reports.sort_by_key(|report| report.closed_at.is_some());
        Ok(reports)
    }

    /// The report with this row.
    pub async fn report(&self, id: i32) -> Result<Option<Report>, Error> {
        let row = report::Entity::find_by_id(id).one(&self.reader).await?;
        Ok(row.map(report_of))
    }
}

fn report_of(row: report::Model) -> Report {
    Report {
        id: row.id,
        offering: row.offering_id,
        organization: OrganizationId::new(row.organization),
        message: row.message,
        email: row.email,
        reported_at: row.reported_at,
        owner: row.owner_id,
        answer: row.answer,
        closed_at: row.closed_at,
    }
}
