//! Merging two offerings: what pointed to one points to the other. Editions and
//! audit entries are frozen and stay.

use crate::{
    Error, Store, Tx,
    directory::{from_json, to_json},
    entity::{adoption, draft, offering, offering_alias, participation},
};
use interlocal_catalog::{
    NaiveDate, OfferingId, OrganizationId, ProgramId, offering::Content,
    participation::Participation,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set, sea_query::Expr};
use std::collections::{HashMap, HashSet};

impl Store {
    /// Every alias of an offering, and the slug that it leads to.
    pub async fn offering_aliases(&self) -> Result<Vec<(OfferingId, OfferingId)>, Error> {
        let aliases = offering_alias::Entity::find().all(&self.reader).await?;
        let offerings = offering::Entity::find()
            .filter(offering::Column::Id.is_in(aliases.iter().map(|row| row.offering_id)))
            .all(&self.reader)
            .await?;
        let slugs: HashMap<i32, String> = offerings
            .into_iter()
            .map(|row| (row.id, row.slug))
            .collect();
        Ok(aliases
            .into_iter()
            .filter_map(|row| {
                let slug = slugs.get(&row.offering_id)?;
                Some((OfferingId::new(row.alias), OfferingId::new(slug.as_str())))
            })
            .collect())
    }
}

impl Tx {
    /// Makes the slug and the aliases of an offering lead to another one for good.
    pub async fn redirect_offering(
        &self,
        from: (i32, &OfferingId),
        into: i32,
    ) -> Result<(), Error> {
        let (row, slug) = from;
        offering_alias::Entity::update_many()
            .col_expr(offering_alias::Column::OfferingId, Expr::value(into))
            .filter(offering_alias::Column::OfferingId.eq(row))
            .exec(&self.inner)
            .await?;
        let alias = offering_alias::ActiveModel {
            alias: Set(slug.to_string()),
            offering_id: Set(into),
        };
        offering_alias::Entity::insert(alias)
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// Moves the adoptions of an offering to another one; a government that uses
    /// both is on record once.
    pub async fn move_adoptions(&self, from: i32, into: i32) -> Result<(), Error> {
        let there: HashSet<String> = adoption::Entity::find()
            .filter(adoption::Column::OfferingId.eq(into))
            .all(&self.inner)
            .await?
            .into_iter()
            .map(|row| row.jurisdiction)
            .collect();
        adoption::Entity::delete_many()
            .filter(adoption::Column::OfferingId.eq(from))
            .filter(adoption::Column::Jurisdiction.is_in(there))
            .exec(&self.inner)
            .await?;
        adoption::Entity::update_many()
            .col_expr(adoption::Column::OfferingId, Expr::value(into))
            .filter(adoption::Column::OfferingId.eq(from))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Moves the participations in one program to another one.
    pub async fn move_participations(
        &self,
        from: &ProgramId,
        into: &ProgramId,
    ) -> Result<(), Error> {
        let rows = participation::Entity::find()
            .filter(participation::Column::Program.eq(from.as_str()))
            .all(&self.inner)
            .await?;
        for row in rows {
            let record: Participation = from_json("participation", &row.id, &row.content)?;
            let record = Participation {
                program: into.clone(),
                ..record
            };
            let moved = participation::ActiveModel {
                id: Set(row.id.clone()),
                who: Set(row.who),
                recorded_by: Set(row.recorded_by),
                program: Set(into.to_string()),
                content: Set(to_json("participation", &row.id, &record)?),
            };
            participation::Entity::update(moved)
                .exec(&self.inner)
                .await?;
        }
        Ok(())
    }

    /// Every participation, as this transaction sees it.
    pub async fn participations(&self) -> Result<Vec<Participation>, Error> {
        let rows = participation::Entity::find().all(&self.inner).await?;
        rows.into_iter()
            .map(|row| from_json("participation", &row.id, &row.content))
            .collect()
    }

    /// Rewrites the provider and the partners in drafts, which are not frozen.
    pub async fn move_drafts(
        &self,
        from: &OrganizationId,
        into: &OrganizationId,
    ) -> Result<(), Error> {
        for row in draft::Entity::find().all(&self.inner).await? {
            let key = row.offering_id.to_string();
            let mut content: Content = from_json("draft", &key, &row.content)?;
            if content.provider != *from && !content.partners.contains(from) {
                continue;
            }
            for body in std::iter::once(&mut content.provider).chain(&mut content.partners) {
                if body == from {
                    body.clone_from(into);
                }
            }
            draft::Entity::update_many()
                .col_expr(
                    draft::Column::Content,
                    Expr::value(to_json("draft", &key, &content)?),
                )
                .filter(draft::Column::OfferingId.eq(row.offering_id))
                .exec(&self.inner)
                .await?;
        }
        Ok(())
    }

    /// Notes when and why an offering was taken back, and where it is to be found.
    pub async fn note_merge(
        &self,
        offering: i32,
        successor: &OfferingId,
        (on, reason): (NaiveDate, &str),
    ) -> Result<(), Error> {
        use offering::Column;
        offering::Entity::update_many()
            .col_expr(Column::Successor, Expr::value(Some(successor.to_string())))
            .col_expr(Column::WithdrawnOn, Expr::value(Some(on)))
            .col_expr(Column::WithdrawnReason, Expr::value(reason.to_owned()))
            .filter(Column::Id.eq(offering))
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}
