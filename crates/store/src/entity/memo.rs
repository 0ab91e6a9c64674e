//! Rows of `memo`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "memo")]
#[allow(missing_docs)]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub body: String,
    pub title: String,
    pub draft: String,
    pub version: i32,
    pub begun_by: Option<i32>,
    pub begun_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
    pub frozen_at: Option<DateTimeUtc>,
    pub content: Option<String>,
    pub sha256: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
