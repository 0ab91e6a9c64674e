//! Databases of their own for tests: a SQLite file, and a fresh PostgreSQL
//! database on the server that `INTERLOCAL_TEST_DATABASE_URL` names.

use interlocal_store::Store;
use sqlx::{AssertSqlSafe, Connection, PgConnection, Row};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};
use tempfile::TempDir;

/// The variable that names the PostgreSQL server.
pub const SERVER: &str = "INTERLOCAL_TEST_DATABASE_URL";

/// An empty database that nobody else uses.
#[derive(Clone)]
pub struct Database {
    /// Its address, as the configuration takes it.
    pub url: String,
    folder: Option<Arc<TempDir>>,
}

impl Database {
    /// A SQLite file in a folder that goes when the last clone goes.
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("test.db").display());
        Self {
            url,
            folder: Some(Arc::new(folder)),
        }
    }

    /// A new database on the PostgreSQL server.
    pub async fn postgres() -> Self {
        let server = server();
        let name = unused_name();
        execute(
            &server,
            &format!("create database {name} template template0"),
        )
        .await;
        Self {
            url: with_database(&server, &name),
            folder: None,
        }
    }

    /// Whether it is on PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        self.folder.is_none()
    }

    /// Opens it as the product does, with every migration.
    pub async fn open(&self) -> Store {
        Store::open(&self.url).await.unwrap()
    }

    /// Takes the database off the server, whoever is still connected.
    pub async fn remove(self) {
        if self.is_postgres() {
            let name = self
                .url
                .rsplit('/')
                .next()
                .unwrap()
                .split('?')
                .next()
                .unwrap();
            execute(
                &server(),
                &format!("drop database if exists {name} with (force)"),
            )
            .await;
        }
    }
}

/// Runs a test on a SQLite and on a PostgreSQL database; a test that could not
/// reach PostgreSQL fails.
pub async fn on_both<F>(test: impl Fn(Database) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    for database in [Database::sqlite(), Database::postgres().await] {
        let kind = if database.is_postgres() {
            "PostgreSQL"
        } else {
            "SQLite"
        };
        let done = tokio::spawn(test(database.clone())).await;
        database.remove().await;
        if let Err(fault) = done {
            eprintln!("this failed on {kind}");
            std::panic::resume_unwind(fault.into_panic());
        }
    }
}

/// Runs a statement on a PostgreSQL database, past the store.
pub async fn execute(url: &str, sql: &str) {
    let mut connection = PgConnection::connect(url).await.unwrap();
    sqlx::query(AssertSqlSafe(sql))
        .execute(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
}

/// The number that a query on a PostgreSQL database gives, past the store.
pub async fn number(url: &str, sql: &str) -> i64 {
    let mut connection = PgConnection::connect(url).await.unwrap();
    let row = sqlx::query(AssertSqlSafe(sql))
        .fetch_one(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
    row.get(0)
}

fn server() -> String {
    let address = std::env::var(SERVER).unwrap_or_default();
    assert!(
        !address.is_empty(),
        "{SERVER} names no PostgreSQL server; run the tests with `cargo xtask test`, \
         which starts one, or set it"
    );
    address
}

fn unused_name() -> String {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_micros();
    let count = MADE.fetch_add(1, Ordering::Relaxed);
    format!("test_{}_{now}_{count}", std::process::id())
}

/// The same server with another database.
fn with_database(server: &str, name: &str) -> String {
    let (address, parameters) = server.split_once('?').unwrap_or((server, ""));
    let (address, _) = address.rsplit_once('/').unwrap();
    assert!(
        address.contains("://"),
        "{SERVER} must name a database: {server}"
    );
    let parameters = if parameters.is_empty() {
        String::new()
    } else {
        format!("?{parameters}")
    };
    format!("{address}/{name}{parameters}")
}
