//! Publishing: drafts that keep what could not be read, approvals that wait for
//! their day, editions that say whether one person alone published them.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Columns by table, in the order in which they are added.
fn added() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("draft", text("unread").default("{}").to_owned()),
        ("draft", timestamp_with_time_zone_null("approved_at")),
        ("draft", integer_null("approved_by")),
        ("edition", boolean("alone").default(false).to_owned()),
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
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in added().into_iter().rev() {
            let name = column.get_column_name();
            manager
                .alter_table(Table::alter().table(table).drop_column(name).to_owned())
                .await?;
        }
        Ok(())
    }
}
