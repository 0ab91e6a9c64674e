//! Accounts and the bodies they belong to.

use crate::{
    Error, Store, Tx,
    directory::from_word,
    entity::{membership, person, shortlisted},
    stored,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OrganizationId, policy::Role};
use sea_orm::{
    ActiveValue::NotSet, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set,
    sea_query::OnConflict,
};
use std::collections::BTreeMap;

/// An account.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// Its row.
    pub id: i32,
    /// Its address, in lower case; confirmed when `confirmed_at` is set.
    pub email: String,
    /// The name as its owner typed it.
    pub name: String,
    /// The hash of its password in PHC form; none signs in otherwise.
    pub password_hash: Option<String>,
    /// When the address was confirmed.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// The secret of the second factor, in Base32.
    pub totp_secret: Option<String>,
    /// When the second factor was set up.
    pub totp_confirmed_at: Option<DateTime<Utc>>,
    /// The newest 30-second step whose code was used.
    pub totp_last_step: i64,
    /// Whether it is a portal steward.
    pub is_steward: bool,
    /// When it was closed.
    pub disabled_at: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// An account that is to be made.
#[derive(Clone, Debug, Default)]
pub struct NewAccount<'a> {
    /// Its address, in lower case.
    pub email: &'a str,
    /// The name as its owner typed it.
    pub name: &'a str,
    /// The hash of its password.
    pub password_hash: Option<&'a str>,
    /// When the address was confirmed.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// Whether it is a portal steward.
    pub is_steward: bool,
}

impl Tx {
    /// Makes an account; gives its row.
    pub async fn add_account(
        &self,
        account: &NewAccount<'_>,
        at: DateTime<Utc>,
    ) -> Result<i32, Error> {
        let row = person::ActiveModel {
            email: Set(account.email.to_owned()),
            name: Set(account.name.to_owned()),
            password_hash: Set(account.password_hash.map(str::to_owned)),
            confirmed_at: Set(account.confirmed_at.map(stored)),
            totp_last_step: Set(0),
            is_steward: Set(account.is_steward),
            created_at: Set(stored(at)),
            ..Default::default()
        };
        Ok(person::Entity::insert(row)
            .exec(&self.inner)
            .await?
            .last_insert_id)
    }

    /// Gives a person a role in a body, instead of the one it had.
    pub async fn set_role(
        &self,
        person: i32,
        body: &OrganizationId,
        role: Role,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let row = membership::ActiveModel {
            person_id: Set(person),
            organization: Set(body.to_string()),
            role: Set(role.word().to_owned()),
            since: Set(stored(at)),
        };
        let key = [
            membership::Column::PersonId,
            membership::Column::Organization,
        ];
        membership::Entity::insert(row)
            .on_conflict(
                OnConflict::columns(key)
                    .update_column(membership::Column::Role)
                    .to_owned(),
            )
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// A person's role in a body, as this transaction sees it.
    pub async fn role_of(&self, person: i32, body: &OrganizationId) -> Result<Option<Role>, Error> {
        let row = membership::Entity::find_by_id((person, body.to_string()))
            .one(&self.inner)
            .await?;
        row.map(|row| from_word("membership", &row.organization, &row.role))
            .transpose()
    }

    /// Takes a person out of a body.
    pub async fn remove_role(&self, person: i32, body: &OrganizationId) -> Result<(), Error> {
        membership::Entity::delete_by_id((person, body.to_string()))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// The account with this address, as this transaction sees it.
    pub async fn account_by_email(&self, email: &str) -> Result<Option<Account>, Error> {
        let row = person::Entity::find()
            .filter(person::Column::Email.eq(email))
            .one(&self.inner)
            .await?;
        Ok(row.map(account_of))
    }
}

/// What of an account is changed; what is none stays.
#[derive(Clone, Copy, Debug, Default)]
pub struct AccountChange<'a> {
    /// Its address, in lower case.
    pub email: Option<&'a str>,
    /// When the address was confirmed.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// The name as its owner typed it.
    pub name: Option<&'a str>,
    /// The hash of its password.
    pub password_hash: Option<&'a str>,
    /// Whether it is a portal steward.
    pub is_steward: Option<bool>,
    /// When it was closed; none inside opens it again.
    pub disabled_at: Option<Option<DateTime<Utc>>>,
}

impl Tx {
    /// The account with this row, as this transaction sees it.
    pub async fn account(&self, id: i32) -> Result<Option<Account>, Error> {
        let row = person::Entity::find_by_id(id).one(&self.inner).await?;
        Ok(row.map(account_of))
    }

    /// Changes an account.
    pub async fn change_account(&self, id: i32, change: &AccountChange<'_>) -> Result<(), Error> {
        let row = person::ActiveModel {
            id: Set(id),
            email: change.email.map_or(NotSet, |email| Set(email.to_owned())),
            confirmed_at: change
                .confirmed_at
                .map_or(NotSet, |at| Set(Some(stored(at)))),
            name: change.name.map_or(NotSet, |name| Set(name.to_owned())),
            password_hash: change
                .password_hash
                .map_or(NotSet, |hash| Set(Some(hash.to_owned()))),
            is_steward: change.is_steward.map_or(NotSet, Set),
            disabled_at: change.disabled_at.map_or(NotSet, |at| Set(at.map(stored))),
            ..Default::default()
        };
        person::Entity::update(row).exec(&self.inner).await?;
        Ok(())
    }

    /// Forgets whose an account was: its row stays for the history alone.
    pub async fn erase_account(&self, id: i32, at: DateTime<Utc>) -> Result<(), Error> {
        membership::Entity::delete_many()
            .filter(membership::Column::PersonId.eq(id))
            .exec(&self.inner)
            .await?;
        self.revoke_tokens(id).await?;
        shortlisted::Entity::delete_many()
            .filter(shortlisted::Column::PersonId.eq(id))
            .exec(&self.inner)
            .await?;
        let row = person::ActiveModel {
            id: Set(id),
            email: Set(format!("closed-{id}")),
            name: Set(String::new()),
            password_hash: Set(None),
            totp_secret: Set(None),
            totp_confirmed_at: Set(None),
            is_steward: Set(false),
            disabled_at: Set(Some(stored(at))),
            ..Default::default()
        };
        person::Entity::update(row).exec(&self.inner).await?;
        Ok(())
    }
}

impl Store {
    /// Every account, by address.
    pub async fn accounts(&self) -> Result<Vec<Account>, Error> {
        let rows = person::Entity::find()
            .order_by_asc(person::Column::Email)
            .all(&self.reader)
            .await?;
        Ok(rows.into_iter().map(account_of).collect())
    }

    /// The account with this row.
    pub async fn account(&self, id: i32) -> Result<Option<Account>, Error> {
        let row = person::Entity::find_by_id(id).one(&self.reader).await?;
        Ok(row.map(account_of))
    }

    /// The account with this address in lower case.
    pub async fn account_by_email(&self, email: &str) -> Result<Option<Account>, Error> {
        let row = person::Entity::find()
            .filter(person::Column::Email.eq(email))
            .one(&self.reader)
            .await?;
        Ok(row.map(account_of))
    }

    /// The bodies that a person belongs to.
    pub async fn roles_of(&self, person: i32) -> Result<BTreeMap<OrganizationId, Role>, Error> {
        let rows = membership::Entity::find()
            .filter(membership::Column::PersonId.eq(person))
            .all(&self.reader)
            .await?;
        rows.into_iter()
            .map(|row| {
                let role = from_word("membership", &row.organization, &row.role)?;
                Ok((OrganizationId::new(row.organization), role))
            })
            .collect()
    }

    /// The people of a body with their roles, by address.
    pub async fn people_of(&self, body: &OrganizationId) -> Result<Vec<(Account, Role)>, Error> {
        let rows = membership::Entity::find()
            .filter(membership::Column::Organization.eq(body.as_str()))
            .all(&self.reader)
            .await?;
        let accounts = person::Entity::find()
            .filter(person::Column::Id.is_in(rows.iter().map(|row| row.person_id)))
            .order_by_asc(person::Column::Email)
            .all(&self.reader)
            .await?;
        let mut roles = BTreeMap::new();
        for row in rows {
            let role = from_word("membership", &row.organization, &row.role)?;
            roles.insert(row.person_id, role);
        }
        Ok(accounts
            .into_iter()
            .filter_map(|row| roles.get(&row.id).map(|role| (account_of(row), *role)))
            .collect())
    }
}

/// The role of a row.
pub(crate) fn role_of(row: &membership::Model) -> Result<Role, Error> {
    from_word("membership", &row.organization, &row.role)
}

pub(crate) fn account_of(row: person::Model) -> Account {
    Account {
        id: row.id,
        email: row.email,
        name: row.name,
        password_hash: row.password_hash,
        confirmed_at: row.confirmed_at,
        totp_secret: row.totp_secret,
        totp_confirmed_at: row.totp_confirmed_at,
        totp_last_step: row.totp_last_step,
        is_steward: row.is_steward,
        disabled_at: row.disabled_at,
        created_at: row.created_at,
    }
}
