//! Governments, bodies and what is known of the state CIO offices.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("jurisdiction")
                    .col(text("key").primary_key())
                    .col(text("kind"))
                    .col(text("geoid"))
                    .col(text("name"))
                    .col(text("state"))
                    .col(text_null("parent"))
                    .col(integer_null("population"))
                    .col(integer_null("population_year"))
                    .col(double_null("lat"))
                    .col(double_null("lon"))
                    .col(boolean("government"))
                    .col(text_null("one_government_with"))
                    .col(text_null("status_note"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("organization")
                    .col(text("slug").primary_key())
                    .col(text("name"))
                    .col(text("aliases"))
                    .col(text("kind"))
                    .col(text("level"))
                    .col(boolean("state_cio"))
                    .col(text_null("of_jurisdiction"))
                    .col(text("serves"))
                    .col(text_null("website"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("cio_office")
                    .col(text("jurisdiction").primary_key())
                    .col(text("organization"))
                    .col(text("serves_local_government"))
                    .col(text("local_contract_access"))
                    .col(text("portal_name"))
                    .col(text("portal_url"))
                    .col(text_null("purchasing_office"))
                    .col(text("note"))
                    .col(text("source"))
                    .col(text("source_confidence"))
                    .col(date("checked_on"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["cio_office", "organization", "jurisdiction"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}
