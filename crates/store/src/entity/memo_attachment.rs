//! Rows of `memo_attachment`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "memo_attachment")]
#[allow(missing_docs)]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub memo_id: i32,
    pub title: String,
    pub url: String,
    pub sha256: Option<String>,
    pub name: String,
    pub media: String,
    pub size: i64,
    pub added_at: DateTimeUtc,
    pub added_by: Option<i32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
