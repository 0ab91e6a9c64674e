//! Sessions of people who have signed in. Only the hash of a session's secret is kept.

use crate::{
    Account, Error, Store, Tx,
    entity::{person, session},
    people::account_of,
    stored,
};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set, sea_query::Expr};

/// A session.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The hash of its secret, in hex.
    pub hash: String,
    /// Whose it is.
    pub person: i32,
    /// When it began.
    pub begun_at: DateTime<Utc>,
    /// When it was last used, to the minute or so.
    pub seen_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// What the browser calls itself.
    pub browser: String,
    /// How the person signed in: `password`, `invitation` or a provider's name.
    pub way: String,
    /// When the second factor was shown.
    pub second_factor_at: Option<DateTime<Utc>>,
    /// The provider that vouched, for signing out there.
    pub provider: Option<String>,
    /// Its token, for signing out there.
    pub id_token: Option<String>,
}

/// A session that is to begin.
#[derive(Clone, Debug)]
pub struct NewSession<'a> {
    /// The hash of its secret, in hex.
    pub hash: &'a str,
    /// Whose it is.
    pub person: i32,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// What the browser calls itself.
    pub browser: &'a str,
    /// How the person signed in.
    pub way: &'a str,
    /// Whether the second factor was shown.
    pub second_factor: bool,
    /// The provider that vouched, and its token.
    pub provider: Option<(&'a str, &'a str)>,
}

impl Tx {
    /// Begins a session.
    pub async fn add_session(&self, new: &NewSession<'_>, at: DateTime<Utc>) -> Result<(), Error> {
        let at = stored(at);
        let row = session::ActiveModel {
            hash: Set(new.hash.to_owned()),
            person_id: Set(new.person),
            begun_at: Set(at),
            seen_at: Set(at),
            ends_at: Set(stored(new.ends_at)),
            browser: Set(new.browser.to_owned()),
            way: Set(new.way.to_owned()),
            second_factor_at: Set(new.second_factor.then_some(at)),
            provider: Set(new.provider.map(|(name, _)| name.to_owned())),
            id_token: Set(new.provider.map(|(_, token)| token.to_owned())),
        };
        session::Entity::insert(row)
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// Ends a session of a person; whether there was one.
    pub async fn end_session(&self, person: i32, hash: &str) -> Result<bool, Error> {
        let ended = session::Entity::delete_many()
            .filter(session::Column::Hash.eq(hash))
            .filter(session::Column::PersonId.eq(person))
            .exec(&self.inner)
            .await?;
        Ok(ended.rows_affected > 0)
    }

    /// Ends a session, whoever's it is.
    pub async fn end_any_session(&self, hash: &str) -> Result<(), Error> {
        session::Entity::delete_by_id(hash.to_owned())
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Ends every session of a person.
    pub async fn end_sessions(&self, person: i32) -> Result<(), Error> {
        session::Entity::delete_many()
            .filter(session::Column::PersonId.eq(person))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Forgets the sessions that are over.
    pub async fn sweep_sessions(&self, now: DateTime<Utc>) -> Result<(), Error> {
        session::Entity::delete_many()
            .filter(session::Column::EndsAt.lte(stored(now)))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Notes that a session is in use.
    pub async fn touch_session(&self, hash: &str, at: DateTime<Utc>) -> Result<(), Error> {
        session::Entity::update_many()
            .col_expr(session::Column::SeenAt, Expr::value(stored(at)))
            .filter(session::Column::Hash.eq(hash))
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// The session with this hash and whose it is.
    pub async fn session(&self, hash: &str) -> Result<Option<(Session, Account)>, Error> {
        let Some(row) = session::Entity::find_by_id(hash.to_owned())
            .one(&self.reader)
            .await?
        else {
            return Ok(None);
        };
        let owner = person::Entity::find_by_id(row.person_id)
            .one(&self.reader)
            .await?;
        Ok(owner.map(|owner| (session_of(row), account_of(owner))))
    }

    /// The sessions of a person, the last used first.
    pub async fn sessions_of(&self, person: i32) -> Result<Vec<Session>, Error> {
        let rows = session::Entity::find()
            .filter(session::Column::PersonId.eq(person))
            .order_by_desc(session::Column::SeenAt)
            .all(&self.reader)
            .await?;
        Ok(rows.into_iter().map(session_of).collect())
    }
}

fn session_of(row: session::Model) -> Session {
    Session {
        hash: row.hash,
        person: row.person_id,
        begun_at: row.begun_at,
        seen_at: row.seen_at,
        ends_at: row.ends_at,
        browser: row.browser,
        way: row.way,
        second_factor_at: row.second_factor_at,
        provider: row.provider,
        id_token: row.id_token,
    }
}
