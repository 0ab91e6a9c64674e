//! Rows of `offering`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "offering")]
#[allow(missing_docs)]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub slug: String,
    pub status: String,
    pub provider: String,
    pub edition_id: Option<i32>,
    pub rule_set_id: i32,
    pub changed_at: DateTimeUtc,
    pub version: i32,
    pub retire_on: Option<Date>,
    pub withdrawn_on: Option<Date>,
    pub withdrawn_reason: String,
    pub successor: Option<String>,
    pub visibility: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
