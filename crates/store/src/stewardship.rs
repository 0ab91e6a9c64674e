//! Accounts as a steward looks after them.

use crate::{
    Account, Error, Store, Tx,
    directory::from_word,
    entity::{membership, person},
    people::account_of,
    stored,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OrganizationId, policy::Role};
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};

impl Tx {
    /// Makes a person a portal steward, or no longer.
    pub async fn set_steward(&self, person: i32, is_steward: bool) -> Result<(), Error> {
        person::Entity::update_many()
            .col_expr(person::Column::IsSteward, Expr::value(is_steward))
            .filter(person::Column::Id.eq(person))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Closes an account, or opens it again.
    pub async fn set_disabled(
        &self,
        person: i32,
        disabled_at: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        person::Entity::update_many()
            .col_expr(
                person::Column::DisabledAt,
                Expr::value(disabled_at.map(stored)),
            )
            .filter(person::Column::Id.eq(person))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// How many stewards can act.
    pub async fn steward_count(&self) -> Result<u64, Error> {
        Ok(person::Entity::find()
            .filter(person::Column::IsSteward.eq(true))
            .filter(person::Column::DisabledAt.is_null())
            .count(&self.inner)
            .await?)
    }
}

impl Store {
    /// Accounts whose address contains these letters, by address, at most `limit`.
    pub async fn find_accounts(
        &self,
        letters: &str,
        stewards_only: bool,
        limit: u64,
    ) -> Result<Vec<Account>, Error> {
        let letters = letters.to_lowercase();
        let found = self
            .accounts_behind(&letters, stewards_only, ("", limit))
            .await?;
        let fits = |account: &Account| account.email.contains(&letters);
        Ok(found.into_iter().filter(fits).collect())
    }

    /// Accounts by their address, behind one of them, at most so many. Letters that a
    /// database takes for any letter may let others in: who asks looks again.
    pub async fn accounts_behind(
        &self,
        letters: &str,
        stewards_only: bool,
        (behind, limit): (&str, u64),
    ) -> Result<Vec<Account>, Error> {
        let mut query = person::Entity::find();
        if !letters.is_empty() {
            query = query.filter(person::Column::Email.contains(letters));
        }
        if stewards_only {
            query = query.filter(person::Column::IsSteward.eq(true));
        }
        if !behind.is_empty() {
            query = query.filter(person::Column::Email.gt(behind));
        }
        let rows = query
            .order_by_asc(person::Column::Email)
            .limit(limit)
            .all(&self.reader)
            .await?;
        Ok(rows.into_iter().map(account_of).collect())
    }

    /// What these people are in which bodies.
    pub async fn memberships_of(
        &self,
        people: &[i32],
    ) -> Result<Vec<(i32, OrganizationId, Role)>, Error> {
        let rows = membership::Entity::find()
            .filter(membership::Column::PersonId.is_in(people.iter().copied()))
            .order_by_asc(membership::Column::Organization)
            .all(&self.reader)
            .await?;
        rows.into_iter()
            .map(|row| {
                let role = from_word("membership", &row.organization, &row.role)?;
                Ok((row.person_id, OrganizationId::new(row.organization), role))
            })
            .collect()
    }
}
