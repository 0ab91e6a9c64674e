//! Facts of a source that a person of the body confirms or dismisses.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("proposal")
                    .col(pk_auto("id"))
                    .col(text("source"))
                    .col(text("row_key"))
                    .col(integer("offering_id"))
                    .col(text("supplier"))
                    .col(text("product"))
                    .col(text("fact"))
                    .col(text("evidence"))
                    .col(text("url"))
                    .col(timestamp_with_time_zone("proposed_at"))
                    .col(text("decision"))
                    .col(timestamp_with_time_zone_null("decided_at"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("proposal", "offering_id")
                            .to("offering", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("proposal_one")
                    .table("proposal")
                    .col("source")
                    .col("row_key")
                    .col("offering_id")
                    .unique()
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("proposal").to_owned())
            .await
    }
}
