//! Rows of `web_link`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "web_link")]
#[allow(missing_docs)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub link: String,
    pub due_at: DateTimeUtc,
    pub asked_at: Option<DateTimeUtc>,
    pub answer: String,
    pub status: Option<i32>,
    pub why: String,
    pub silences: i32,
    pub silent_since: Option<Date>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
