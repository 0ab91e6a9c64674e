//! Who is told of events over HTTP, and what was handed over or waits.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let webhook = Table::create()
            .table("webhook")
            .col(pk_auto("id"))
            .col(text_null("body"))
            .col(text("address"))
            .col(text("secret"))
            .col(text("events"))
            .col(text("made_by"))
            .col(timestamp_with_time_zone("made_at"))
            .col(timestamp_with_time_zone_null("failing_since"))
            .col(timestamp_with_time_zone_null("stopped_at"))
            .col(text("stopped_why"))
            .to_owned();
        manager.create_table(webhook).await?;
        let delivery = Table::create()
            .table("webhook_delivery")
            .col(pk_auto("id"))
            .col(integer("webhook_id"))
            .col(text("event"))
            .col(text("kind"))
            .col(text("payload"))
            .col(timestamp_with_time_zone("queued_at"))
            .col(timestamp_with_time_zone("due_at"))
            .col(integer("attempts"))
            .col(timestamp_with_time_zone_null("tried_at"))
            .col(timestamp_with_time_zone_null("delivered_at"))
            .col(timestamp_with_time_zone_null("given_up_at"))
            .col(integer_null("status"))
            .col(text("said"))
            .col(text("fault"))
            .foreign_key(
                ForeignKey::create()
                    .name("webhook_delivery_webhook")
                    .from("webhook_delivery", "webhook_id")
                    .to("webhook", "id")
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        manager.create_table(delivery).await?;
        for (name, columns) in [
            ("webhook_delivery_due", ["due_at", "id"]),
            ("webhook_delivery_of", ["webhook_id", "id"]),
        ] {
            let mut index = Index::create();
            index.name(name).table("webhook_delivery");
            for column in columns {
                index.col(column);
            }
            manager.create_index(index.to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["webhook_delivery", "webhook"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}
