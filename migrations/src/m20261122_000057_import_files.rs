//! Files that wait at a desk to be taken in, and what a report says of their rows.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(file()).await?;
        manager.create_table(report()).await?;
        manager
            .create_index(
                Index::create()
                    .name("import_file_organization")
                    .table("import_file")
                    .col("organization")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["import_report", "import_file"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

fn file() -> TableCreateStatement {
    Table::create()
        .table("import_file")
        .col(pk_auto("id"))
        .col(text("organization"))
        .col(text("kind"))
        .col(text("source"))
        .col(text("category"))
        .col(text("file_name"))
        .col(text("sha256"))
        .col(big_integer("size"))
        .col(text("mapping"))
        .col(text("stage"))
        .col(integer("done"))
        .col(integer("total"))
        .col(text("counts"))
        .col(text("notes"))
        .col(text("fault"))
        .col(integer_null("batch_id"))
        .col(integer_null("sent_by"))
        .col(timestamp_with_time_zone("sent_at"))
        .col(timestamp_with_time_zone("changed_at"))
        .col(timestamp_with_time_zone_null("leased_until"))
        .foreign_key(
            ForeignKey::create()
                .from("import_file", "batch_id")
                .to("import_batch", "id"),
        )
        .to_owned()
}

fn report() -> TableCreateStatement {
    Table::create()
        .table("import_report")
        .col(integer("file_id"))
        .col(integer("place"))
        .col(big_integer("line"))
        .col(big_integer("column_number"))
        .col(text("outcome"))
        .col(text("row_key"))
        .col(text("listing"))
        .col(text("value"))
        .col(text("why"))
        .primary_key(Index::create().col("file_id").col("place"))
        .foreign_key(
            ForeignKey::create()
                .from("import_report", "file_id")
                .to("import_file", "id"),
        )
        .to_owned()
}
