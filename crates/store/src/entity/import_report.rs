//! Rows of `import_report`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "import_report")]
#[allow(missing_docs)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub file_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub place: i32,
    pub line: i64,
    pub column_number: i64,
    pub outcome: String,
    pub row_key: String,
    pub listing: String,
    pub value: String,
    pub why: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
