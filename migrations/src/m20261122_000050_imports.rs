//! Files that were taken in: batches, the rows of each source, the listings that they
//! made, and what stood there before, so that a batch can be undone.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("import_batch")
                    .col(pk_auto("id"))
                    .col(text("source"))
                    .col(text("kind"))
                    .col(text("file_name"))
                    .col(text("file_hash"))
                    .col(text("organization"))
                    .col(text("begun_by"))
                    .col(timestamp_with_time_zone("begun_at"))
                    .col(timestamp_with_time_zone_null("finished_at"))
                    .col(timestamp_with_time_zone_null("undone_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("import_row")
                    .col(text("source"))
                    .col(text("row_key"))
                    .col(integer("batch_id"))
                    .col(text("hash"))
                    .col(text("content"))
                    .primary_key(Index::create().col("source").col("row_key"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("import_row", "batch_id")
                            .to("import_batch", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("import_listing")
                    .col(text("source"))
                    .col(text("listing_key"))
                    .col(integer("batch_id"))
                    .col(text("hash"))
                    .col(text("slug"))
                    .col(integer("draft_version"))
                    .primary_key(Index::create().col("source").col("listing_key"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("import_listing", "batch_id")
                            .to("import_batch", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("import_before")
                    .col(pk_auto("id"))
                    .col(integer("batch_id"))
                    .col(text("subject"))
                    .col(text("subject_key"))
                    .col(text("content"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("import_before", "batch_id")
                            .to("import_batch", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("import_before_batch")
                    .table("import_before")
                    .col("batch_id")
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("import_mapping")
                    .col(text("source").primary_key())
                    .col(text("mapping"))
                    .col(timestamp_with_time_zone("saved_at"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "import_mapping",
            "import_before",
            "import_listing",
            "import_row",
            "import_batch",
        ] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}
