//! Rows of `webhook_delivery`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook_delivery")]
#[allow(missing_docs)]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub webhook_id: i32,
    pub event: String,
    pub kind: String,
    pub payload: String,
    pub queued_at: DateTimeUtc,
    pub due_at: DateTimeUtc,
    pub attempts: i32,
    pub tried_at: Option<DateTimeUtc>,
    pub delivered_at: Option<DateTimeUtc>,
    pub given_up_at: Option<DateTimeUtc>,
    pub status: Option<i32>,
    pub said: String,
    pub fault: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
