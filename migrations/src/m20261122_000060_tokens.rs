//! Tokens of the API, and answers that are given again to a request that is sent again.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(token()).await?;
        manager.create_table(answer()).await?;
        manager
            .create_index(
                Index::create()
                    .name("api_token_person")
                    .table("api_token")
                    .col("person_id")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("kept_answer_at")
                    .table("kept_answer")
                    .col("at")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["kept_answer", "api_token"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

fn token() -> TableCreateStatement {
    Table::create()
        .table("api_token")
        .col(pk_auto("id"))
        .col(integer("person_id"))
        .col(text("name"))
        .col(text("hash").unique_key())
        .col(text("scopes"))
        .col(timestamp_with_time_zone("made_at"))
        .col(timestamp_with_time_zone("ends_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .foreign_key(
            ForeignKey::create()
                .from("api_token", "person_id")
                .to("person", "id"),
        )
        .to_owned()
}

fn answer() -> TableCreateStatement {
    Table::create()
        .table("kept_answer")
        .col(text("key").primary_key())
        .col(text("body_hash"))
        .col(timestamp_with_time_zone("at"))
        .col(integer_null("status"))
        .col(text("headers"))
        .col(text("body"))
        .to_owned()
}
