//! Rows of `session`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
#[allow(missing_docs)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: String,
    pub person_id: i32,
    pub begun_at: DateTimeUtc,
    pub seen_at: DateTimeUtc,
    pub ends_at: DateTimeUtc,
    pub browser: String,
    pub way: String,
    pub second_factor_at: Option<DateTimeUtc>,
    pub provider: Option<String>,
    pub id_token: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
