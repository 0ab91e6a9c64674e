//! Questions, reports and who recorded a fact, when their body or offering is
//! merged into another one.

use crate::{
    Error, Tx,
    entity::{adoption, asker, participation, question, report},
};
use interlocal_catalog::{OfferingId, OrganizationId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use std::collections::HashSet;

impl Tx {
    /// Moves the questions of a body to another one. Where both were asked the same,
    /// one question remains, with everybody who asked and a reply if there was one.
    pub async fn move_questions(
        &self,
        from: &OrganizationId,
        into: &OrganizationId,
    ) -> Result<(), Error> {
        let of = |body: &OrganizationId| {
            question::Entity::find()
                .filter(question::Column::Organization.eq(body.as_str()))
                .all(&self.inner)
        };
        let standing = of(into).await?;
        for old in of(from).await? {
            let same = standing
                .iter()
                .find(|one| one.category == old.category && one.kind == old.kind);
            match same {
                Some(same) => self.join_questions(old, same).await?,
                None => {
                    question::Entity::update_many()
                        .col_expr(
                            question::Column::Organization,
                            Expr::value(into.as_str().to_owned()),
                        )
                        .filter(question::Column::Id.eq(old.id))
                        .exec(&self.inner)
                        .await?;
                }
            }
        }
        Ok(())
    }

    async fn join_questions(
        &self,
        old: question::Model,
        same: &question::Model,
    ) -> Result<(), Error> {
        let askers = |question: i32| {
            asker::Entity::find()
                .filter(asker::Column::QuestionId.eq(question))
                .all(&self.inner)
        };
        let there: HashSet<(String, String)> = askers(same.id)
            .await?
            .into_iter()
            .map(|row| (row.jurisdiction, row.email))
            .collect();
        for row in askers(old.id).await? {
            if there.contains(&(row.jurisdiction, row.email)) {
                asker::Entity::delete_by_id(row.id)
                    .exec(&self.inner)
                    .await?;
            } else {
                asker::Entity::update_many()
                    .col_expr(asker::Column::QuestionId, Expr::value(same.id))
                    .filter(asker::Column::Id.eq(row.id))
                    .exec(&self.inner)
                    .await?;
            }
        }
        if same.reply.is_none() && old.reply.is_some() {
            question::Entity::update_many()
                .col_expr(question::Column::Reply, Expr::value(old.reply))
                .col_expr(question::Column::AnsweredAt, Expr::value(old.answered_at))
                .filter(question::Column::Id.eq(same.id))
                .exec(&self.inner)
                .await?;
        }
        question::Entity::delete_by_id(old.id)
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Moves the reports to a body, and what it recorded, to another one.
    pub async fn move_reports_of_body(
        &self,
        from: &OrganizationId,
        into: &OrganizationId,
    ) -> Result<(), Error> {
        let (old, new) = (from.as_str(), || Expr::value(into.as_str().to_owned()));
        report::Entity::update_many()
            .col_expr(report::Column::Organization, new())
            .filter(report::Column::Organization.eq(old))
            .exec(&self.inner)
            .await?;
        participation::Entity::update_many()
            .col_expr(participation::Column::RecordedBy, new())
            .filter(participation::Column::RecordedBy.eq(old))
            .exec(&self.inner)
            .await?;
        adoption::Entity::update_many()
            .col_expr(adoption::Column::RecordedBy, new())
            .filter(adoption::Column::RecordedBy.eq(old))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Moves the reports of an offering to another one, and questions asked on its page.
    pub async fn move_reports_of_offering(
        &self,
        (from, slug): (i32, &OfferingId),
        (into, other): (i32, &OfferingId),
        body: &OrganizationId,
    ) -> Result<(), Error> {
        report::Entity::update_many()
            .col_expr(report::Column::OfferingId, Expr::value(into))
            .col_expr(
                report::Column::Organization,
                Expr::value(body.as_str().to_owned()),
            )
            .filter(report::Column::OfferingId.eq(from))
            .exec(&self.inner)
            .await?;
        question::Entity::update_many()
            .col_expr(
                question::Column::Offering,
                Expr::value(other.as_str().to_owned()),
            )
            .filter(question::Column::Offering.eq(slug.as_str()))
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}
