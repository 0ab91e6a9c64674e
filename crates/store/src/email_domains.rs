//! Domains by which a body is known.

use crate::{
    Account, Error, Store, Tx,
    entity::{email_domain, person},
    people::account_of,
    stored,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OrganizationId, email_domain::EmailDomain};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};

/// A domain that was approved for a body.
#[derive(Clone, Debug, PartialEq)]
pub struct ApprovedDomain {
    /// The domain.
    pub domain: String,
    /// The body.
    pub body: OrganizationId,
    /// When.
    pub approved_at: DateTime<Utc>,
    /// By whom, as the audit log names them.
    pub approved_by: String,
}

impl Tx {
    /// Approves a domain; a conflict when it is another body's.
    pub async fn approve_domain(&self, approved: &ApprovedDomain) -> Result<(), Error> {
        let row = email_domain::ActiveModel {
            domain: Set(approved.domain.clone()),
            organization: Set(approved.body.to_string()),
            approved_at: Set(stored(approved.approved_at)),
            approved_by: Set(approved.approved_by.clone()),
        };
        email_domain::Entity::insert(row)
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// Takes an approval back; whether the body had it.
    pub async fn take_back_domain(
        &self,
        domain: &EmailDomain,
        body: &OrganizationId,
    ) -> Result<bool, Error> {
        let gone = email_domain::Entity::delete_many()
            .filter(email_domain::Column::Domain.eq(domain.as_str()))
            .filter(email_domain::Column::Organization.eq(body.as_str()))
            .exec(&self.inner)
            .await?;
        Ok(gone.rows_affected > 0)
    }

    /// The body that a domain is approved for.
    pub async fn body_of_domain(
        &self,
        domain: &EmailDomain,
    ) -> Result<Option<OrganizationId>, Error> {
        let row = email_domain::Entity::find_by_id(domain.to_string())
            .one(&self.inner)
            .await?;
        Ok(row.map(|row| OrganizationId::new(row.organization)))
    }

    /// Accounts that can act with a confirmed address on exactly this domain.
    pub async fn people_at(&self, domain: &EmailDomain) -> Result<Vec<Account>, Error> {
        let rows = person::Entity::find()
            .filter(person::Column::Email.ends_with(format!("@{domain}")))
            .filter(person::Column::ConfirmedAt.is_not_null())
            .filter(person::Column::DisabledAt.is_null())
            .all(&self.inner)
            .await?;
        let exact =
            |account: &Account| EmailDomain::of_address(&account.email).as_ref() == Some(domain);
        Ok(rows.into_iter().map(account_of).filter(exact).collect())
    }
}

impl Store {
    /// The domains of a body, by name.
    pub async fn domains_of(&self, body: &OrganizationId) -> Result<Vec<ApprovedDomain>, Error> {
        let rows = email_domain::Entity::find()
            .filter(email_domain::Column::Organization.eq(body.as_str()))
            .order_by_asc(email_domain::Column::Domain)
            .all(&self.reader)
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| ApprovedDomain {
                domain: row.domain,
                body: OrganizationId::new(row.organization),
                approved_at: row.approved_at,
                approved_by: row.approved_by,
            })
            .collect())
    }
}
