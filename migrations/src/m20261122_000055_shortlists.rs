//! What people set aside for themselves, and what a body weighs together.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [shortlisted(), workspace(), item(), voice(), link()] {
            manager.create_table(table).await?;
        }
        for (name, table, columns) in [
            (
                "shortlisted_one",
                "shortlisted",
                ["person_id", "offering_id"],
            ),
            (
                "workspace_item_one",
                "workspace_item",
                ["workspace_id", "offering_id"],
            ),
            (
                "workspace_voice_one",
                "workspace_voice",
                ["item_id", "person_id"],
            ),
        ] {
            let mut index = Index::create();
            index.name(name).table(table).unique();
            for column in columns {
                index.col(column);
            }
            manager.create_index(index).await?;
        }
        manager
            .create_index(
                Index::create()
                    .name("workspace_body")
                    .table("workspace")
                    .col("body")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "workspace_link",
            "workspace_voice",
            "workspace_item",
            "workspace",
            "shortlisted",
        ] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

fn key(table: &'static str, column: &'static str, to: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, column)
        .to(to, "id")
        .to_owned()
}

fn shortlisted() -> TableCreateStatement {
    Table::create()
        .table("shortlisted")
        .col(pk_auto("id"))
        .col(integer("person_id"))
        .col(integer("offering_id"))
        .col(text("note"))
        .col(timestamp_with_time_zone("added_at"))
        .foreign_key(&mut key("shortlisted", "person_id", "person"))
        .foreign_key(&mut key("shortlisted", "offering_id", "offering"))
        .to_owned()
}

fn workspace() -> TableCreateStatement {
    Table::create()
        .table("workspace")
        .col(pk_auto("id"))
        .col(text("body"))
        .col(text("title"))
        .col(integer_null("begun_by"))
        .col(timestamp_with_time_zone("begun_at"))
        .foreign_key(&mut key("workspace", "begun_by", "person"))
        .to_owned()
}

fn item() -> TableCreateStatement {
    Table::create()
        .table("workspace_item")
        .col(pk_auto("id"))
        .col(integer("workspace_id"))
        .col(integer("offering_id"))
        .col(text("note"))
        .col(timestamp_with_time_zone("added_at"))
        .foreign_key(&mut key("workspace_item", "workspace_id", "workspace"))
        .foreign_key(&mut key("workspace_item", "offering_id", "offering"))
        .to_owned()
}

fn voice() -> TableCreateStatement {
    Table::create()
        .table("workspace_voice")
        .col(pk_auto("id"))
        .col(integer("item_id"))
        .col(integer("person_id"))
        .col(text("opinion"))
        .col(text("comment"))
        .col(timestamp_with_time_zone("said_at"))
        .foreign_key(&mut key("workspace_voice", "item_id", "workspace_item"))
        .foreign_key(&mut key("workspace_voice", "person_id", "person"))
        .to_owned()
}

fn link() -> TableCreateStatement {
    Table::create()
        .table("workspace_link")
        .col(integer("workspace_id").primary_key())
        .col(text("secret").unique_key())
        .col(timestamp_with_time_zone("made_at"))
        .foreign_key(&mut key("workspace_link", "workspace_id", "workspace"))
        .to_owned()
}
