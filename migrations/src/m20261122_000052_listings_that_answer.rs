//! Listings that are written to answer a question, until they are published.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let reference = |table: &'static str, column: &'static str| {
            ForeignKey::create()
                .from("answering_listing", column)
                .to(table, "id")
                .on_delete(ForeignKeyAction::Cascade)
                .to_owned()
        };
        let table = Table::create()
            .table("answering_listing")
            .col(integer("offering_id").primary_key())
            .col(integer("question_id"))
            .foreign_key(&mut reference("offering", "offering_id"))
            .foreign_key(&mut reference("question", "question_id"))
            .to_owned();
        manager.create_table(table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("answering_listing").to_owned())
            .await
    }
}
