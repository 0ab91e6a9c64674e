//! What governments ask bodies, one question however many ask it.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("question")
                    .col(pk_auto("id"))
                    .col(text("organization"))
                    .col(text("category"))
                    .col(text("kind"))
                    .col(text_null("offering"))
                    .col(timestamp_with_time_zone("asked_at"))
                    .col(timestamp_with_time_zone_null("answered_at"))
                    .col(text_null("reply"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("question", "organization")
                            .to("organization", "slug"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("question_once")
                    .table("question")
                    .col("organization")
                    .col("category")
                    .col("kind")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("asker")
                    .col(pk_auto("id"))
                    .col(integer("question_id"))
                    .col(text("jurisdiction"))
                    .col(text("email"))
                    .col(text("message"))
                    .col(timestamp_with_time_zone("asked_at"))
                    .col(timestamp_with_time_zone_null("told_at"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("asker", "question_id")
                            .to("question", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("asker_once")
                    .table("asker")
                    .col("question_id")
                    .col("jurisdiction")
                    .col("email")
                    .unique()
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["asker", "question"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}
