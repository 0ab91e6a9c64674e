//! Offerings that verified governments alone see.

use crate::{
    Error, Store, Tx,
    entity::{offering, offering_alias},
};
use interlocal_catalog::{ProgramId, policy::Visibility};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr};
use std::collections::HashSet;

impl Tx {
    /// Says who sees an offering, at whatever status it stands.
    pub async fn show_offering_to(&self, id: i32, visibility: Visibility) -> Result<(), Error> {
        offering::Entity::update_many()
            .col_expr(offering::Column::Visibility, Expr::value(visibility.word()))
            .filter(offering::Column::Id.eq(id))
            .filter(offering::Column::Visibility.ne(visibility.word()))
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// The slugs and aliases, as programs, of offerings that are not for everybody,
    /// at whatever status they stand.
    pub async fn hidden_offerings(&self) -> Result<HashSet<ProgramId>, Error> {
        let found: Vec<(i32, String)> = offering::Entity::find()
            .select_only()
            .column(offering::Column::Id)
            .column(offering::Column::Slug)
            .filter(offering::Column::Visibility.eq(Visibility::VerifiedGovernments.word()))
            .into_tuple()
            .all(&self.reader)
            .await?;
        if found.is_empty() {
            return Ok(HashSet::new());
        }
        let ids = found.iter().map(|(id, _)| *id);
        let aliases: Vec<String> = offering_alias::Entity::find()
            .select_only()
            .column(offering_alias::Column::Alias)
            .filter(offering_alias::Column::OfferingId.is_in(ids))
            .into_tuple()
            .all(&self.reader)
            .await?;
        let slugs = found.into_iter().map(|(_, slug)| slug);
        Ok(slugs.chain(aliases).map(ProgramId::new).collect())
    }
}
