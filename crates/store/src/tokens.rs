//! Tokens of the API. Only the hash of a token's secret is kept.

use crate::{
    Account, Error, Store, Tx,
    entity::{api_token, person},
    people::account_of,
    stored,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::policy::Scope;
use sea_orm::{
    ActiveValue::NotSet, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Set,
    sea_query::Expr,
};
use std::collections::BTreeSet;

/// A token as its owner sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// Its row.
    pub id: i32,
    /// Whose it is.
    pub person: i32,
    /// What its owner calls it.
    pub name: String,
    /// What it lets its holder do.
    pub scopes: BTreeSet<Scope>,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// When it was last used, to the minute or so.
    pub used_at: Option<DateTime<Utc>>,
}

/// A token that is to be made.
#[derive(Clone, Debug)]
pub struct NewToken<'a> {
    /// Whose it is.
    pub person: i32,
    /// What its owner calls it.
    pub name: &'a str,
    /// The hash of its secret, in hex.
    pub hash: &'a str,
    /// What it lets its holder do.
    pub scopes: &'a BTreeSet<Scope>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
}

impl Tx {
    /// Makes a token; gives its row.
    pub async fn add_token(&self, new: &NewToken<'_>, at: DateTime<Utc>) -> Result<i32, Error> {
        let words: Vec<&str> = new.scopes.iter().map(|scope| scope.word()).collect();
        let row = api_token::ActiveModel {
            id: NotSet,
            person_id: Set(new.person),
            name: Set(new.name.to_owned()),
            hash: Set(new.hash.to_owned()),
            scopes: Set(words.join(" ")),
            made_at: Set(stored(at)),
            ends_at: Set(stored(new.ends_at)),
            used_at: Set(None),
        };
        let added = api_token::Entity::insert(row)
            .exec_with_returning(&self.inner)
            .await?;
        Ok(added.id)
    }

    /// How many tokens of a person have not ended.
    pub async fn token_count(&self, person: i32, now: DateTime<Utc>) -> Result<u64, Error> {
        let count = api_token::Entity::find()
            .filter(api_token::Column::PersonId.eq(person))
            .filter(api_token::Column::EndsAt.gt(stored(now)))
            .count(&self.inner)
            .await?;
        Ok(count)
    }

    /// Takes a token of a person away; gives what it was.
    pub async fn revoke_token(&self, person: i32, id: i32) -> Result<Option<Token>, Error> {
        let Some(row) = api_token::Entity::find_by_id(id)
            .filter(api_token::Column::PersonId.eq(person))
            .one(&self.inner)
            .await?
        else {
            return Ok(None);
        };
        api_token::Entity::delete_by_id(id)
            .exec(&self.inner)
            .await?;
        Ok(Some(token_of(row)))
    }

    /// Takes every token of a person away.
    pub async fn revoke_tokens(&self, person: i32) -> Result<(), Error> {
        api_token::Entity::delete_many()
            .filter(api_token::Column::PersonId.eq(person))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Notes that a token is in use.
    pub async fn touch_token(&self, id: i32, at: DateTime<Utc>) -> Result<(), Error> {
        api_token::Entity::update_many()
            .col_expr(api_token::Column::UsedAt, Expr::value(stored(at)))
            .filter(api_token::Column::Id.eq(id))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Forgets the tokens that ended before a time.
    pub async fn sweep_tokens(&self, before: DateTime<Utc>) -> Result<(), Error> {
        api_token::Entity::delete_many()
            .filter(api_token::Column::EndsAt.lt(stored(before)))
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// A token by the hash of its secret, with whose it is.
    pub async fn token(&self, hash: &str) -> Result<Option<(Token, Account)>, Error> {
        let Some(row) = api_token::Entity::find()
            .filter(api_token::Column::Hash.eq(hash))
            .one(&self.reader)
            .await?
        else {
            return Ok(None);
        };
        let account = person::Entity::find_by_id(row.person_id)
            .one(&self.reader)
            .await?;
        Ok(account.map(|account| (token_of(row), account_of(account))))
    }

    /// The tokens of a person, the newest first.
    pub async fn tokens_of(&self, person: i32) -> Result<Vec<Token>, Error> {
        let rows = api_token::Entity::find()
            .filter(api_token::Column::PersonId.eq(person))
            .order_by_desc(api_token::Column::Id)
            .all(&self.reader)
            .await?;
        Ok(rows.into_iter().map(token_of).collect())
    }
}

fn token_of(row: api_token::Model) -> Token {
    Token {
        id: row.id,
        person: row.person_id,
        name: row.name,
        scopes: row
            .scopes
            .split_whitespace()
            .filter_map(Scope::of)
            .collect(),
        made_at: row.made_at,
        ends_at: row.ends_at,
        used_at: row.used_at,
    }
}
