//! What a memo of a state's government should consider, with its source.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("consider_rule")
                    .col(pk_auto("id"))
                    .col(text("state"))
                    .col(text("kind"))
                    .col(text("name"))
                    .col(text("url"))
                    .col(text("words"))
                    .col(text("source"))
                    .col(date("checked_on"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("consider_rule_state")
                    .table("consider_rule")
                    .col("state")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("consider_rule").to_owned())
            .await
    }
}
