//! Rows of `webhook`.

use sea_orm::entity::prelude::*;

#[derive(Clone, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook")]
#[allow(missing_docs, missing_debug_implementations)]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub body: Option<String>,
    pub address: String,
    pub secret: String,
    pub events: String,
    pub made_by: String,
    pub made_at: DateTimeUtc,
    pub failing_since: Option<DateTimeUtc>,
    pub stopped_at: Option<DateTimeUtc>,
    pub stopped_why: String,
}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "webhook {}", self.id)
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
