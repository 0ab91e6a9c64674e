//! SQLite alone lets one statement put a row in the place of another without asking the
//! triggers on delete. What is frozen refuses that too.

use sea_orm_migration::{prelude::*, sea_orm::DatabaseBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// A table, a name for the guard, and which of its rows a new one would replace.
const GUARDS: [(&str, &str, &str, &str); 5] = [
    (
        "memo",
        "insert",
        "insert",
        "exists (select 1 from memo where id = new.id and frozen_at is not null)",
    ),
    (
        "memo",
        "number",
        "update",
        "new.id <> old.id and exists (select 1 from memo where id = new.id and frozen_at is not null)",
    ),
    (
        "edition",
        "insert",
        "insert",
        "exists (select 1 from edition where id = new.id)",
    ),
    (
        "edition",
        "number",
        "insert",
        "exists (select 1 from edition where offering_id = new.offering_id and number = new.number)",
    ),
    (
        "audit",
        "insert",
        "insert",
        "exists (select 1 from audit where id = new.id)",
    ),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() != DatabaseBackend::Sqlite {
            return Ok(());
        }
        for (table, name, verb, replaces) in GUARDS {
            let sql = format!(
                "create trigger {table}_{name}_replaces_nothing before {verb} on {table} \
                 when {replaces} begin select raise(abort, '{table} rows are frozen'); end"
            );
            manager.get_connection().execute_unprepared(&sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() != DatabaseBackend::Sqlite {
            return Ok(());
        }
        for (table, name, _, _) in GUARDS {
            let sql = format!("drop trigger {table}_{name}_replaces_nothing");
            manager.get_connection().execute_unprepared(&sql).await?;
        }
        Ok(())
    }
}
