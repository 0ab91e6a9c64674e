//! The desk: drafts that several people write, what became of an offering, who
//! did what for which body.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Columns by table, in the order in which they are added.
fn added() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("draft", text("stage").default("draft").to_owned()),
        ("draft", integer("version").default(1).to_owned()),
        ("draft", integer_null("edited_by")),
        ("draft", integer_null("submitted_by")),
        ("draft", timestamp_with_time_zone_null("submitted_at")),
        ("draft", date_null("publish_on")),
        ("offering", date_null("retire_on")),
        ("offering", date_null("withdrawn_on")),
        ("offering", text("withdrawn_reason").default("").to_owned()),
        ("offering", text_null("successor")),
        ("audit", text_null("body")),
        ("audit", integer_null("person_id")),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in added() {
            manager
                .alter_table(Table::alter().table(table).add_column(column).to_owned())
                .await?;
        }
        for (name, columns) in [
            ("audit_subject", vec!["subject"]),
            ("audit_body", vec!["body", "id"]),
        ] {
            let mut index = Index::create().name(name).table("audit").to_owned();
            for column in columns {
                index.col(column);
            }
            manager.create_index(index).await?;
        }
        manager
            .create_index(
                Index::create()
                    .name("offering_provider")
                    .table("offering")
                    .col("provider")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table) in [
            ("offering_provider", "offering"),
            ("audit_body", "audit"),
            ("audit_subject", "audit"),
        ] {
            manager
                .drop_index(Index::drop().name(name).table(table).to_owned())
                .await?;
        }
        for (table, column) in added().into_iter().rev() {
            let name = column.get_column_name();
            manager
                .alter_table(Table::alter().table(table).drop_column(name).to_owned())
                .await?;
        }
        Ok(())
    }
}
