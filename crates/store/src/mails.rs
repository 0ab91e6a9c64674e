//! The queue of mail: written in the transaction that has a reason to write, sent
//! after it, tried again, and given up in the end.

use crate::{Error, Store, Tx, entity::mail, stored};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select, Set,
    sea_query::Expr,
};

/// A mail that is to be sent.
#[derive(Clone, Copy, Debug)]
pub struct NewMail<'a> {
    /// To whom.
    pub recipient: &'a str,
    /// What about.
    pub subject: &'a str,
    /// What it says.
    pub body: &'a str,
}

/// A mail of the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Its row.
    pub id: i32,
    /// To whom.
    pub recipient: String,
    /// What about.
    pub subject: String,
    /// What it says; empty once it was sent, for it may hold a secret.
    pub body: String,
    /// When it was written.
    pub queued_at: DateTime<Utc>,
    /// How often it was tried.
    pub attempts: i32,
    /// When it is tried next.
    pub due_at: DateTime<Utc>,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// When it was given up.
    pub given_up_at: Option<DateTime<Utc>>,
    /// What went wrong the last time; may be empty.
    pub fault: String,
}

/// Where a mail stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailState {
    /// It will be tried.
    Waiting,
    /// It was sent.
    Sent,
    /// It was tried too often, or is of no use to try.
    GivenUp,
}

impl Tx {
    /// Puts a mail into the queue; gives its row.
    pub async fn add_mail(&self, new: &NewMail<'_>, at: DateTime<Utc>) -> Result<i32, Error> {
        let at = stored(at);
        let row = mail::ActiveModel {
            recipient: Set(new.recipient.to_owned()),
            subject: Set(new.subject.to_owned()),
            body: Set(new.body.to_owned()),
            queued_at: Set(at),
            attempts: Set(0),
            due_at: Set(at),
            sent_at: Set(None),
            given_up_at: Set(None),
            fault: Set(String::new()),
            ..Default::default()
        };
        Ok(mail::Entity::insert(row)
            .exec(&self.inner)
            .await?
            .last_insert_id)
    }

    /// Takes mails that are due for a while, oldest first; each counts as tried.
    pub async fn take_mails(
        &self,
        now: DateTime<Utc>,
        lease: TimeDelta,
        limit: u64,
    ) -> Result<Vec<Mail>, Error> {
        let rows = mail::Entity::find()
            .filter(mail::Column::SentAt.is_null())
            .filter(mail::Column::GivenUpAt.is_null())
            .filter(mail::Column::DueAt.lte(stored(now)))
            .order_by_asc(mail::Column::Id)
            .limit(limit)
            .all(&self.inner)
            .await?;
        let taken: Vec<i32> = rows.iter().map(|row| row.id).collect();
        if !taken.is_empty() {
            mail::Entity::update_many()
                .col_expr(mail::Column::DueAt, Expr::value(stored(now + lease)))
                .col_expr(mail::Column::Attempts, Expr::cust("attempts + 1"))
                .filter(mail::Column::Id.is_in(taken))
                .exec(&self.inner)
                .await?;
        }
        let tried = |mail: Mail| Mail {
            attempts: mail.attempts + 1,
            ..mail
        };
        Ok(rows.into_iter().map(mail_of).map(tried).collect())
    }

    /// Notes that a mail was sent, and forgets what it said.
    pub async fn mail_sent(&self, id: i32, at: DateTime<Utc>) -> Result<(), Error> {
        mail::Entity::update_many()
            .col_expr(mail::Column::SentAt, Expr::value(Some(stored(at))))
            .col_expr(mail::Column::Body, Expr::value(""))
            .col_expr(mail::Column::Fault, Expr::value(""))
            .filter(mail::Column::Id.eq(id))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Notes why a mail was not sent, and when it is tried again.
    pub async fn mail_failed(
        &self,
        id: i32,
        fault: &str,
        again_at: DateTime<Utc>,
    ) -> Result<(), Error> {
        mail::Entity::update_many()
            .col_expr(mail::Column::DueAt, Expr::value(stored(again_at)))
            .col_expr(mail::Column::Fault, Expr::value(fault))
            .filter(mail::Column::Id.eq(id))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Gives a mail up, saying why.
    pub async fn give_mail_up(&self, id: i32, fault: &str, at: DateTime<Utc>) -> Result<(), Error> {
        mail::Entity::update_many()
            .col_expr(mail::Column::GivenUpAt, Expr::value(Some(stored(at))))
            .col_expr(mail::Column::Fault, Expr::value(fault))
            .filter(mail::Column::Id.eq(id))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Puts a mail that was given up back into the queue; whether there was one.
    pub async fn retry_mail(&self, id: i32, at: DateTime<Utc>) -> Result<bool, Error> {
        let done = mail::Entity::update_many()
            .col_expr(
                mail::Column::GivenUpAt,
                Expr::value(Option::<DateTime<Utc>>::None),
            )
            .col_expr(mail::Column::DueAt, Expr::value(stored(at)))
            .col_expr(mail::Column::Attempts, Expr::value(0))
            .filter(mail::Column::Id.eq(id))
            .filter(mail::Column::GivenUpAt.is_not_null())
            .exec(&self.inner)
            .await?;
        Ok(done.rows_affected == 1)
    }
}

impl Store {
    /// Mails that stand somewhere, the newest first.
    pub async fn mails(&self, state: MailState, limit: u64) -> Result<Vec<Mail>, Error> {
        self.mails_before(state, None, limit).await
    }

    /// How many stand somewhere, and a piece of them, the newest first: behind so many,
    /// at most so many.
    pub async fn piece_of_mails(
        &self,
        state: MailState,
        (offset, limit): (usize, usize),
    ) -> Result<(u64, Vec<Mail>), Error> {
        let find = standing(state);
        let total = find.clone().count(&self.reader).await?;
        let rows = find
            .order_by_desc(mail::Column::Id)
            .offset(offset as u64)
            .limit(limit as u64)
            .all(&self.reader)
            .await?;
        Ok((total, rows.into_iter().map(mail_of).collect()))
    }

    /// Those that are older than one of them.
    pub async fn mails_before(
        &self,
        state: MailState,
        before: Option<i32>,
        limit: u64,
    ) -> Result<Vec<Mail>, Error> {
        let find = standing(state);
        let find = match before {
            Some(id) => find.filter(mail::Column::Id.lt(id)),
            None => find,
        };
        let rows = find
            .order_by_desc(mail::Column::Id)
            .limit(limit)
            .all(&self.reader)
            .await?;
        Ok(rows.into_iter().map(mail_of).collect())
    }
}

fn mail_of(row: mail::Model) -> Mail {
    Mail {
        id: row.id,
        recipient: row.recipient,
        subject: row.subject,
        body: row.body,
        queued_at: row.queued_at,
        attempts: row.attempts,
        due_at: row.due_at,
        sent_at: row.sent_at,
        given_up_at: row.given_up_at,
        fault: row.fault,
    }
}

/// Those that stand somewhere in the queue.
fn standing(state: MailState) -> Select<mail::Entity> {
    let find = mail::Entity::find();
    match state {
        MailState::Waiting => find
            .filter(mail::Column::SentAt.is_null())
            .filter(mail::Column::GivenUpAt.is_null()),
        MailState::Sent => find.filter(mail::Column::SentAt.is_not_null()),
        MailState::GivenUp => find.filter(mail::Column::GivenUpAt.is_not_null()),
    }
}
