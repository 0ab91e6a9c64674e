//! Rows of `proposal`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "proposal")]
#[allow(missing_docs)]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub source: String,
    pub row_key: String,
    pub offering_id: i32,
    pub supplier: String,
    pub product: String,
    pub fact: String,
    pub evidence: String,
    pub url: String,
    pub proposed_at: DateTimeUtc,
    pub decision: String,
    pub decided_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
