//! Reading everything page by page, for files that leave the portal. The order is that
//! of bytes on both databases, so that equal catalogs make equal files.

use crate::{
    Adoption, Edition, Error, Store,
    directory::{from_json, jurisdiction_of, organization_of},
    editions::edition_of,
    entity::{
        adoption, edition, import_batch, import_listing, import_row, jurisdiction, organization,
        participation, statement_of_no,
    },
    records::{adoption_of, statement_of},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    OfferingId, OrganizationId, answer::StatementOfNo, jurisdiction::Jurisdiction,
    organization::Organization, participation::Participation,
};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, IntoSimpleExpr, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, SimpleExpr},
};
use std::collections::{HashMap, HashSet};

/// Rows that one statement asks for by their keys.
const AT_ONCE: usize = 1_000;

impl Store {
    /// Governments with a key after this one, in order.
    pub async fn jurisdictions_after(
        &self,
        after: &str,
        limit: u64,
    ) -> Result<Vec<Jurisdiction>, Error> {
        let key = || self.bytewise(jurisdiction::Column::Key);
        let rows = jurisdiction::Entity::find()
            .filter(key().gt(after))
            .order_by_asc(key())
            .limit(limit)
            .all(&self.reader)
            .await?;
        rows.into_iter().map(jurisdiction_of).collect()
    }

    /// Bodies with a slug after this one, in order, each with the one that it was
    /// merged into.
    pub async fn bodies_after(
        &self,
        after: &str,
        limit: u64,
    ) -> Result<Vec<(Organization, Option<OrganizationId>)>, Error> {
        let slug = || self.bytewise(organization::Column::Slug);
        let rows = organization::Entity::find()
            .filter(slug().gt(after))
            .order_by_asc(slug())
            .limit(limit)
            .all(&self.reader)
            .await?;
        rows.into_iter()
            .map(|row| {
                let into = row.merged_into.clone().map(OrganizationId::new);
                Ok((organization_of(row)?, into))
            })
            .collect()
    }

    /// Participations with a name after this one, in order.
    pub async fn participations_after(
        &self,
        after: &str,
        limit: u64,
    ) -> Result<Vec<Participation>, Error> {
        let id = || self.bytewise(participation::Column::Id);
        let rows = participation::Entity::find()
            .filter(id().gt(after))
            .order_by_asc(id())
            .limit(limit)
            .all(&self.reader)
            .await?;
        rows.into_iter()
            .map(|row| from_json("participation", &row.id, &row.content))
            .collect()
    }

    /// Statements of no that were not taken back, with a name after this one, in order.
    pub async fn statements_after(
        &self,
        after: &str,
        limit: u64,
    ) -> Result<Vec<StatementOfNo>, Error> {
        let id = || self.bytewise(statement_of_no::Column::Id);
        let rows = statement_of_no::Entity::find()
            .filter(statement_of_no::Column::TakenBackOn.is_null())
            .filter(id().gt(after))
            .order_by_asc(id())
            .limit(limit)
            .all(&self.reader)
            .await?;
        rows.into_iter().map(statement_of).collect()
    }

    /// Adoptions with a row after this one, in the order in which they were recorded,
    /// each with its row.
    pub async fn adoptions_after(
        &self,
        after: i32,
        limit: u64,
    ) -> Result<Vec<(i32, Adoption)>, Error> {
        let rows = adoption::Entity::find()
            .filter(adoption::Column::Id.gt(after))
            .order_by_asc(adoption::Column::Id)
            .limit(limit)
            .all(&self.reader)
            .await?;
        rows.into_iter()
            .map(|row| Ok((row.id, adoption_of(row)?)))
            .collect()
    }

    /// Every edition of these offerings, the oldest first.
    pub async fn editions_of(
        &self,
        offerings: &[i32],
    ) -> Result<HashMap<i32, Vec<Edition>>, Error> {
        let rows = edition::Entity::find()
            .filter(edition::Column::OfferingId.is_in(offerings.iter().copied()))
            .order_by_asc(edition::Column::Number)
            .all(&self.reader)
            .await?;
        let mut found: HashMap<i32, Vec<Edition>> = HashMap::new();
        for row in rows {
            found
                .entry(row.offering_id)
                .or_default()
                .push(edition_of(row)?);
        }
        Ok(found)
    }

    /// What files of this kind said of these offerings, as it was read: JSON by slug,
    /// with the time at which it was taken in. Of several files the last one counts.
    pub async fn imported_of(
        &self,
        kind: &str,
        slugs: &[OfferingId],
    ) -> Result<HashMap<OfferingId, (String, DateTime<Utc>)>, Error> {
        let listings = import_listing::Entity::find()
            .filter(import_listing::Column::Slug.is_in(slugs.iter().map(OfferingId::as_str)))
            .order_by_asc(import_listing::Column::BatchId)
            .all(&self.reader)
            .await?;
        let mut keys: HashMap<&str, Vec<&str>> = HashMap::new();
        for listing in &listings {
            let of_source = keys.entry(&listing.source).or_default();
            of_source.push(&listing.listing_key);
        }
        let mut rows = HashMap::new();
        for (source, keys) in keys {
            for keys in keys.chunks(AT_ONCE) {
                let found = import_row::Entity::find()
                    .filter(import_row::Column::Source.eq(source))
                    .filter(import_row::Column::RowKey.is_in(keys.iter().copied()))
                    .all(&self.reader)
                    .await?;
                let found = found.into_iter();
                rows.extend(found.map(|row| ((row.source.clone(), row.row_key.clone()), row)));
            }
        }
        let batches: HashSet<i32> = rows.values().map(|row| row.batch_id).collect();
        let batches = import_batch::Entity::find()
            .filter(import_batch::Column::Id.is_in(batches))
            .filter(import_batch::Column::Kind.eq(kind))
            .filter(import_batch::Column::UndoneAt.is_null())
            .all(&self.reader)
            .await?;
        let begun: HashMap<i32, DateTime<Utc>> = batches
            .into_iter()
            .map(|batch| (batch.id, batch.begun_at))
            .collect();
        let mut found = HashMap::new();
        for listing in listings {
            let key = (listing.source, listing.listing_key);
            if let Some(row) = rows.remove(&key)
                && let Some(at) = begun.get(&row.batch_id)
            {
                found.insert(OfferingId::new(listing.slug), (row.content, *at));
            }
        }
        Ok(found)
    }

    /// A column of text in the order of its bytes.
    fn bytewise(&self, column: impl ColumnTrait) -> SimpleExpr {
        if self.is_postgres() {
            Expr::cust_with_expr("$1 collate \"C\"", column.into_simple_expr())
        } else {
            column.into_simple_expr()
        }
    }
}
