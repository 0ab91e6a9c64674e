//! Rows of `cio_office`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "cio_office")]
#[allow(missing_docs)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub jurisdiction: String,
    pub organization: String,
    pub serves_local_government: String,
    pub local_contract_access: String,
    pub portal_name: String,
    pub portal_url: String,
    pub purchasing_office: Option<String>,
    pub note: String,
    pub source: String,
    pub source_confidence: String,
    pub checked_on: Date,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
