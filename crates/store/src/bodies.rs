//! Single bodies: read, added, changed, merged into another one.

use crate::{
    Error, Store, Tx,
    directory::{organization_of, organization_row},
    entity::{
        cio_office, email_domain, membership, membership_request, offering, organization,
        statement_of_no,
    },
    people::role_of,
    stored,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OrganizationId, organization::Organization};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr};
use std::collections::HashMap;

impl Tx {
    /// The body with this slug, as this transaction sees it; a merged one is none.
    pub async fn organization(&self, id: &OrganizationId) -> Result<Option<Organization>, Error> {
        let row = organization::Entity::find_by_id(id.to_string())
            .filter(organization::Column::MergedInto.is_null())
            .one(&self.inner)
            .await?;
        row.map(organization_of).transpose()
    }

    /// Whether a body has or had this slug.
    pub async fn is_slug_taken(&self, slug: &str) -> Result<bool, Error> {
        let row = organization::Entity::find_by_id(slug.to_owned())
            .one(&self.inner)
            .await?;
        Ok(row.is_some())
    }

    /// Writes what a body says of itself.
    pub async fn change_organization(&self, body: &Organization) -> Result<(), Error> {
        let row = organization_row(body)?;
        let columns = organization::Column::MergedInto;
        let result = organization::Entity::update_many()
            .set(organization::ActiveModel {
                slug: sea_orm::NotSet,
                merged_into: sea_orm::NotSet,
                merged_at: sea_orm::NotSet,
                ..row
            })
            .filter(organization::Column::Slug.eq(body.id.as_str()))
            .filter(columns.is_null())
            .exec(&self.inner)
            .await?;
        if result.rows_affected == 1 {
            Ok(())
        } else {
            Err(Error::Conflict(format!("body {} is not there", body.id)))
        }
    }

    /// Marks a body as merged, and everything that was merged into it with it.
    pub async fn mark_merged(
        &self,
        from: &OrganizationId,
        into: &OrganizationId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        organization::Entity::update_many()
            .col_expr(
                organization::Column::MergedInto,
                Expr::value(into.as_str().to_owned()),
            )
            .col_expr(organization::Column::MergedAt, Expr::value(stored(at)))
            .filter(
                organization::Column::Slug
                    .eq(from.as_str())
                    .or(organization::Column::MergedInto.eq(from.as_str())),
            )
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Moves what points to a body to another one: offerings, statements, domains
    /// and the office of a state.
    pub async fn move_of_body(
        &self,
        from: &OrganizationId,
        into: &OrganizationId,
    ) -> Result<(), Error> {
        let (old, new) = (from.as_str(), || Expr::value(into.as_str().to_owned()));
        offering::Entity::update_many()
            .col_expr(offering::Column::Provider, new())
            .filter(offering::Column::Provider.eq(old))
            .exec(&self.inner)
            .await?;
        statement_of_no::Entity::update_many()
            .col_expr(statement_of_no::Column::Organization, new())
            .filter(statement_of_no::Column::Organization.eq(old))
            .exec(&self.inner)
            .await?;
        email_domain::Entity::update_many()
            .col_expr(email_domain::Column::Organization, new())
            .filter(email_domain::Column::Organization.eq(old))
            .exec(&self.inner)
            .await?;
        cio_office::Entity::update_many()
            .col_expr(cio_office::Column::Organization, new())
            .filter(cio_office::Column::Organization.eq(old))
            .exec(&self.inner)
            .await?;
        cio_office::Entity::update_many()
            .col_expr(cio_office::Column::PurchasingOffice, new())
            .filter(cio_office::Column::PurchasingOffice.eq(old))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Moves the people of a body to another one; who is in both keeps the role
    /// that may more, and one of two open requests.
    pub async fn move_people(
        &self,
        from: &OrganizationId,
        into: &OrganizationId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let there = self.roles_in(into).await?;
        for (person, role) in self.roles_in(from).await? {
            let own = there.iter().find(|(other, _)| *other == person);
            if own.is_none_or(|(_, own)| *own < role) {
                self.set_role(person, into, role, at).await?;
            }
            self.remove_role(person, from).await?;
        }
        let open = membership_request::Entity::find()
            .filter(membership_request::Column::Organization.is_in([from.as_str(), into.as_str()]))
            .filter(membership_request::Column::DecidedAt.is_null())
            .all(&self.inner)
            .await?;
        let (moving, standing): (Vec<_>, Vec<_>) = open
            .into_iter()
            .partition(|row| row.organization == from.as_str());
        for row in moving {
            if standing
                .iter()
                .any(|other| other.person_id == row.person_id)
            {
                membership_request::Entity::delete_by_id(row.id)
                    .exec(&self.inner)
                    .await?;
            }
        }
        membership_request::Entity::update_many()
            .col_expr(
                membership_request::Column::Organization,
                Expr::value(into.as_str().to_owned()),
            )
            .filter(membership_request::Column::Organization.eq(from.as_str()))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// The people of a body who can act, and their roles, as this transaction sees them.
    pub async fn roles_in(
        &self,
        body: &OrganizationId,
    ) -> Result<Vec<(i32, interlocal_catalog::policy::Role)>, Error> {
        let rows = membership::Entity::find()
            .filter(membership::Column::Organization.eq(body.as_str()))
            .all(&self.inner)
            .await?;
        rows.iter()
            .map(|row| Ok((row.person_id, role_of(row)?)))
            .collect()
    }

    /// Adds one body; a conflict when its slug is taken.
    pub async fn add_organization(&self, body: &Organization) -> Result<(), Error> {
        organization::Entity::insert(organization_row(body)?)
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// These bodies, as they stand; merged ones are left out.
    pub async fn organizations_of(
        &self,
        ids: &[OrganizationId],
    ) -> Result<Vec<Organization>, Error> {
        let rows = organization::Entity::find()
            .filter(organization::Column::Slug.is_in(ids.iter().map(OrganizationId::as_str)))
            .filter(organization::Column::MergedInto.is_null())
            .all(&self.reader)
            .await?;
        rows.into_iter().map(organization_of).collect()
    }

    /// Bodies that were merged, and into which.
    pub async fn merged_bodies(&self) -> Result<HashMap<OrganizationId, OrganizationId>, Error> {
        let rows = organization::Entity::find()
            .filter(organization::Column::MergedInto.is_not_null())
            .all(&self.reader)
            .await?;
        Ok(rows
            .into_iter()
            .filter_map(|row| {
                let into = OrganizationId::new(row.merged_into?);
                Some((OrganizationId::new(row.slug), into))
            })
            .collect())
    }
}
