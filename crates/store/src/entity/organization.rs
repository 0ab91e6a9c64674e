//! Rows of `organization`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organization")]
#[allow(missing_docs)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub slug: String,
    pub name: String,
    pub aliases: String,
    pub kind: String,
    pub level: String,
    pub state_cio: bool,
    pub of_jurisdiction: Option<String>,
    pub serves: String,
    pub website: Option<String>,
    pub merged_into: Option<String>,
    pub merged_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
