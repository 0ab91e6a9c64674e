//! Documents of offerings, kept by the hash of their bytes.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("document")
                    .col(pk_auto("id"))
                    .col(integer("offering_id"))
                    .col(text("sha256"))
                    .col(text("name"))
                    .col(text("media"))
                    .col(big_integer("size"))
                    .col(timestamp_with_time_zone("uploaded_at"))
                    .col(integer_null("uploaded_by"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("document", "offering_id")
                            .to("offering", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("document_offering")
                    .table("document")
                    .col("offering_id")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("document").to_owned())
            .await
    }
}
