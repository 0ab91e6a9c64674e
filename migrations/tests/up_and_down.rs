//! Every migration goes up, down and up again, on both databases.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use interlocal_migrations::Migrator;
use interlocal_testkit::{Database, on_both};
use sea_orm_migration::{
    MigratorTrait,
    sea_orm::{
        ConnectOptions, ConnectionTrait, Database as Connect, DatabaseConnection, Statement,
    },
};
use std::collections::BTreeSet;

async fn connect(database: &Database) -> DatabaseConnection {
    let url = if database.is_postgres() {
        database.url.clone()
    } else {
        format!("{}?mode=rwc", database.url)
    };
    let mut options = ConnectOptions::new(url);
    options.max_connections(1);
    Connect::connect(options).await.unwrap()
}

/// Everything that was made: tables, indexes, triggers and functions.
async fn shape(db: &DatabaseConnection, postgres: bool) -> BTreeSet<String> {
    let sql = if postgres {
        "select relkind::text || ' ' || relname::text as thing from pg_class \
           where relnamespace = 'public'::regnamespace \
         union select 'trigger ' || tgname::text from pg_trigger where not tgisinternal \
         union select 'function ' || proname::text from pg_proc \
           where pronamespace = 'public'::regnamespace"
    } else {
        "select type || ' ' || name as thing from sqlite_master"
    };
    let query = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(query).await.unwrap();
    rows.iter()
        .map(|row| row.try_get::<String>("", "thing").unwrap())
        .filter(|thing| !thing.contains("seaql_migrations") && !thing.contains("sqlite_sequence"))
        .collect()
}

#[tokio::test]
async fn everything_goes_up_and_down_and_up_again() {
    on_both(async |database| {
        let postgres = database.is_postgres();
        let db = connect(&database).await;
        Migrator::up(&db, None).await.unwrap();
        let up = shape(&db, postgres).await;
        assert!(
            up.iter().any(|thing| thing.ends_with(" jurisdiction")),
            "{up:?}"
        );
        assert!(
            up.iter()
                .any(|thing| thing.ends_with("edition_update_refused")),
            "{up:?}"
        );
        Migrator::down(&db, None).await.unwrap();
        assert_eq!(shape(&db, postgres).await, BTreeSet::new());
        Migrator::up(&db, None).await.unwrap();
        assert_eq!(shape(&db, postgres).await, up);
        db.close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn every_step_goes_down_and_up_by_itself() {
    on_both(async |database| {
        let postgres = database.is_postgres();
        let db = connect(&database).await;
        let mut shapes = vec![shape(&db, postgres).await];
        for _ in Migrator::migrations() {
            Migrator::up(&db, Some(1)).await.unwrap();
            shapes.push(shape(&db, postgres).await);
        }
        for below in shapes.iter().rev().skip(1) {
            Migrator::down(&db, Some(1)).await.unwrap();
            assert_eq!(shape(&db, postgres).await, *below);
        }
        db.close().await.unwrap();
    })
    .await;
}
