//! Rows of `jurisdiction`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "jurisdiction")]
#[allow(missing_docs)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    pub kind: String,
    pub geoid: String,
    pub name: String,
    pub state: String,
    pub parent: Option<String>,
    pub population: Option<i32>,
    pub population_year: Option<i32>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub government: bool,
    pub one_government_with: Option<String>,
    pub status_note: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
