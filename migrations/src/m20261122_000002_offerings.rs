//! Offerings with their editions and rule sets, and the records around them.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

const STATUSES: &str = "status in ('draft','in_review','published','expired','withdrawn')";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("rule_set")
                    .col(pk_auto("id"))
                    .col(text("fingerprint").unique_key())
                    .col(text("content"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("offering")
                    .col(pk_auto("id"))
                    .col(text("slug").unique_key())
                    .col(text("status"))
                    .col(text("provider"))
                    .col(integer_null("edition_id"))
                    .col(integer("rule_set_id"))
                    .col(timestamp_with_time_zone("changed_at"))
                    .col(integer("version"))
                    .check(Expr::cust(STATUSES))
                    .foreign_key(
                        ForeignKey::create()
                            .from("offering", "provider")
                            .to("organization", "slug"),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("offering", "rule_set_id")
                            .to("rule_set", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("offering_alias")
                    .col(text("alias").primary_key())
                    .col(integer("offering_id"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("offering_alias", "offering_id")
                            .to("offering", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("edition")
                    .col(pk_auto("id"))
                    .col(integer("offering_id"))
                    .col(integer("number"))
                    .col(text("content"))
                    .col(timestamp_with_time_zone("published_at"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("edition", "offering_id")
                            .to("offering", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("edition_offering_number")
                    .table("edition")
                    .col("offering_id")
                    .col("number")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("draft")
                    .col(integer("offering_id").primary_key())
                    .col(text("content"))
                    .col(timestamp_with_time_zone("updated_at"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("draft", "offering_id")
                            .to("offering", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("participation")
                    .col(text("id").primary_key())
                    .col(text("who"))
                    .col(text("program"))
                    .col(text("content"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("adoption")
                    .col(pk_auto("id"))
                    .col(text("jurisdiction"))
                    .col(integer("offering_id"))
                    .col(date_null("since"))
                    .col(text("source"))
                    .col(date("checked_on"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("adoption", "offering_id")
                            .to("offering", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("adoption_jurisdiction_offering")
                    .table("adoption")
                    .col("jurisdiction")
                    .col("offering_id")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("statement_of_no")
                    .col(text("id").primary_key())
                    .col(text("organization"))
                    .col(text("category"))
                    .col(text("kinds"))
                    .col(date("said_on"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("statement_of_no", "organization")
                            .to("organization", "slug"),
                    )
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "statement_of_no",
            "adoption",
            "participation",
            "draft",
            "edition",
            "offering_alias",
            "offering",
            "rule_set",
        ] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}
