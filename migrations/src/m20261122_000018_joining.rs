//! Joining a body: requests and how they were decided, people who were taken out,
//! and what the .gov registry says of domains.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

const DECISION: [&str; 2] = ["decided_by", "decision"];
/// One open request of a person for the same thing.
const ONE_OPEN: [(&str, &str); 2] = [
    ("membership_request", "organization"),
    ("government_request", "jurisdiction"),
];

fn to(
    table: &'static str,
    column: &'static str,
    other: [&'static str; 2],
) -> ForeignKeyCreateStatement {
    let [other, key] = other;
    ForeignKey::create()
        .from(table, column)
        .to(other, key)
        .to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in DECISION {
            let column = text(column).default("").to_owned();
            let request = Table::alter()
                .table("membership_request")
                .add_column(column)
                .to_owned();
            manager.alter_table(request).await?;
        }
        let tables = [
            Table::create()
                .table("government_request")
                .col(pk_auto("id"))
                .col(integer("person_id"))
                .col(text("jurisdiction"))
                .col(text("message"))
                .col(timestamp_with_time_zone("asked_at"))
                .col(timestamp_with_time_zone_null("decided_at"))
                .col(boolean_null("granted"))
                .col(text("decided_by"))
                .col(text("decision"))
                .foreign_key(&mut to("government_request", "person_id", ["person", "id"]))
                .foreign_key(&mut to(
                    "government_request",
                    "jurisdiction",
                    ["jurisdiction", "key"],
                ))
                .to_owned(),
            Table::create()
                .table("removed_member")
                .col(integer("person_id"))
                .col(text("organization"))
                .col(timestamp_with_time_zone("removed_at"))
                .primary_key(Index::create().col("person_id").col("organization"))
                .foreign_key(&mut to("removed_member", "person_id", ["person", "id"]))
                .foreign_key(&mut to(
                    "removed_member",
                    "organization",
                    ["organization", "slug"],
                ))
                .to_owned(),
            Table::create()
                .table("dotgov_domain")
                .col(text("domain").primary_key())
                .col(text("kind"))
                .col(boolean("election"))
                .col(text("organization_name"))
                .col(text("suborganization_name"))
                .col(text("city"))
                .col(text("state"))
                .col(text_null("jurisdiction"))
                .col(text("doubt"))
                .col(timestamp_with_time_zone("read_at"))
                .to_owned(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for (name, column) in [
            ("dotgov_domain_jurisdiction", "jurisdiction"),
            ("dotgov_domain_state", "state"),
        ] {
            let index = Index::create()
                .name(name)
                .table("dotgov_domain")
                .col(column)
                .to_owned();
            manager.create_index(index).await?;
        }
        for (table, column) in ONE_OPEN {
            let sql = format!(
                "create unique index {table}_open on {table} (person_id, {column}) \
                 where decided_at is null"
            );
            manager.get_connection().execute_unprepared(&sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, _) in ONE_OPEN {
            let index = Index::drop()
                .name(format!("{table}_open"))
                .table(table)
                .to_owned();
            manager.drop_index(index).await?;
        }
        for table in ["dotgov_domain", "removed_member", "government_request"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        for column in DECISION.into_iter().rev() {
            let request = Table::alter()
                .table("membership_request")
                .drop_column(column)
                .to_owned();
            manager.alter_table(request).await?;
        }
        Ok(())
    }
}
