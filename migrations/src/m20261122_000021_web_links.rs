//! Links of listings to pages elsewhere, and what came of asking after them.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("web_link")
            .col(text("link").primary_key())
            .col(timestamp_with_time_zone("due_at"))
            .col(timestamp_with_time_zone_null("asked_at"))
            .col(text("answer"))
            .col(integer_null("status"))
            .col(text("why"))
            .col(integer("silences"))
            .col(date_null("silent_since"))
            .to_owned();
        manager.create_table(table).await?;
        let index = Index::create()
            .name("web_link_due")
            .table("web_link")
            .col("due_at")
            .to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("web_link").to_owned())
            .await
    }
}
