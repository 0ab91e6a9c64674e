//! Published editions and audit entries are never edited: the database itself refuses.

use sea_orm_migration::{prelude::*, sea_orm::DatabaseBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

const FROZEN: [&str; 2] = ["edition", "audit"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let postgres = manager.get_database_backend() == DatabaseBackend::Postgres;
        if postgres {
            db.execute_unprepared(
                "create function refuse_change() returns trigger language plpgsql as \
                 $$ begin raise exception '% rows are frozen', tg_table_name; end $$",
            )
            .await?;
        }
        for table in FROZEN {
            for verb in ["update", "delete"] {
                let sql = if postgres {
                    format!(
                        "create trigger {table}_{verb}_refused before {verb} on {table} \
                         for each row execute function refuse_change()"
                    )
                } else {
                    format!(
                        "create trigger {table}_{verb}_refused before {verb} on {table} \
                         begin select raise(abort, '{table} rows are frozen'); end"
                    )
                };
                db.execute_unprepared(&sql).await?;
            }
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let postgres = manager.get_database_backend() == DatabaseBackend::Postgres;
        for table in FROZEN {
            for verb in ["update", "delete"] {
                let on = if postgres {
                    format!(" on {table}")
                } else {
                    String::new()
                };
                db.execute_unprepared(&format!("drop trigger {table}_{verb}_refused{on}"))
                    .await?;
            }
        }
        if postgres {
            db.execute_unprepared("drop function refuse_change()")
                .await?;
        }
        Ok(())
    }
}
