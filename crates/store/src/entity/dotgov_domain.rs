//! Rows of `dotgov_domain`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "dotgov_domain")]
#[allow(missing_docs)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub domain: String,
    pub kind: String,
    pub election: bool,
    pub organization_name: String,
    pub suborganization_name: String,
    pub city: String,
    pub state: String,
    pub jurisdiction: Option<String>,
    pub doubt: String,
    pub read_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
