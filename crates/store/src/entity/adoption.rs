//! Rows of `adoption`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "adoption")]
#[allow(missing_docs)]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub jurisdiction: String,
    pub offering_id: i32,
    pub since: Option<Date>,
    pub source: String,
    pub checked_on: Date,
    pub recorded_by: Option<String>,
    pub size: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
