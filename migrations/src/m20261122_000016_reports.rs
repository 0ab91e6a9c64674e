//! Reported problems: each has an owner, an answer, and an end.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("report")
                    .col(pk_auto("id"))
                    .col(integer("offering_id"))
                    .col(text("organization"))
                    .col(text("message"))
                    .col(text("email"))
                    .col(timestamp_with_time_zone("reported_at"))
                    .col(integer_null("owner_id"))
                    .col(text("answer"))
                    .col(timestamp_with_time_zone_null("closed_at"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("report", "offering_id")
                            .to("offering", "id"),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("report", "owner_id")
                            .to("person", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("report_organization")
                    .table("report")
                    .col("organization")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("report").to_owned())
            .await
    }
}
