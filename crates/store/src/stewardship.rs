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
    /// How many accounts have an address that contains these letters, and a piece of
    /// them by address: behind so many, at most so many.
    pub async fn find_accounts(
        &self,
        letters: &str,
        stewards_only: bool,
        (offset, limit): (usize, usize),
    ) -> Result<(u64, Vec<Account>), Error> {
        let letters = letters.to_lowercase();
        let mut query = person::Entity::find();
        if !letters.is_empty() {
            query = query.filter(person::Column::Email.contains(&letters));
        }
        if stewards_only {
            query = query.filter(person::Column::IsSteward.eq(true));
        }
        let found: Vec<(i32, String)> = query
            .select_only()
            .column(person::Column::Id)
            .column(person::Column::Email)
            .order_by_asc(person::Column::Email)
            .into_tuple()
            .all(&self.reader)
            .await?;
        // What a database takes for any letter may have let others in.
        let fits = found.iter().filter(|(_, email)| email.contains(&letters));
        let ids: Vec<i32> = fits.map(|(id, _)| *id).collect();
        let piece = ids.iter().skip(offset).take(limit).copied();
        let rows = person::Entity::find()
            .filter(person::Column::Id.is_in(piece))
            .order_by_asc(person::Column::Email)
            .all(&self.reader)
            .await?;
        let total = ids.len() as u64;
        Ok((total, rows.into_iter().map(account_of).collect()))
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
