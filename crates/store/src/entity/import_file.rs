//! Rows of `import_file`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "import_file")]
#[allow(missing_docs)]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub organization: String,
    pub kind: String,
    pub source: String,
    pub category: String,
    pub file_name: String,
    pub sha256: String,
    pub size: i64,
    pub mapping: String,
    pub stage: String,
    pub done: i32,
    pub total: i32,
    pub counts: String,
    pub notes: String,
    pub fault: String,
    pub batch_id: Option<i32>,
    pub sent_by: Option<i32>,
    pub sent_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
    pub leased_until: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
