//! What every page announces, and how the work fares that is done by itself.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            Table::create()
                .table("announcement")
                .col(pk_auto("id"))
                .col(text("words"))
                .col(text("kind"))
                .col(date("from_on"))
                .col(date_null("until_on"))
                .check(Expr::cust("kind in ('information','warning')"))
                .to_owned(),
            Table::create()
                .table("job_run")
                .col(text("name").primary_key())
                .col(timestamp_with_time_zone("ran_at"))
                .col(timestamp_with_time_zone_null("failed_at"))
                .col(text("fault"))
                .to_owned(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["job_run", "announcement"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}
