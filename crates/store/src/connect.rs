//! Opening the database that the address names: SQLite or PostgreSQL.

use crate::Error;
use sea_orm::{
    ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, DatabaseTransaction,
    SqlxSqliteConnector, TransactionOptions, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use std::{str::FromStr, time::Duration};

/// Any number; the same on every node, so that two that start together migrate in turn.
const MIGRATION_LOCK: i64 = 7_263_541;
/// Serializes writers of the outbox, so that its order is the order of commits.
const OUTBOX_LOCK: i64 = 7_263_542;

/// The database: one writer and several readers.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) writer: DatabaseConnection,
    pub(crate) reader: DatabaseConnection,
}

impl Store {
    /// Opens `sqlite://path` or `postgres://…`, migrating it to the newest shape.
    pub async fn open(url: &str) -> Result<Self, Error> {
        if url.starts_with("sqlite:") {
            open_sqlite(url).await
        } else {
            open_postgres(url).await
        }
    }

    /// Whether this is PostgreSQL, which several nodes may share.
    pub fn is_postgres(&self) -> bool {
        self.writer.get_database_backend() == DatabaseBackend::Postgres
    }

    /// Begins a write: the only way to change anything.
    pub async fn begin(&self) -> Result<Tx, Error> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(sea_orm::SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let tx = self.writer.begin_with_options(options).await?;
        if self.is_postgres() {
            tx.execute_unprepared(&format!("select pg_advisory_xact_lock({OUTBOX_LOCK})"))
                .await?;
        }
        Ok(Tx { inner: tx })
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), Error> {
        self.reader.execute_unprepared("select 1").await?;
        Ok(())
    }

    /// Closes every connection.
    pub async fn close(self) -> Result<(), Error> {
        self.reader.close().await?;
        self.writer.close().await?;
        Ok(())
    }
}

/// A write in progress; nothing of it stands until it is committed.
pub struct Tx {
    pub(crate) inner: DatabaseTransaction,
}

impl Tx {
    /// Makes every change stand at once.
    pub async fn commit(self) -> Result<(), Error> {
        Ok(self.inner.commit().await?)
    }
}

async fn open_sqlite(url: &str) -> Result<Store, Error> {
    let fault = |e: sqlx::Error| Error::Unavailable(format!("{url}: {e}"));
    let options = SqliteConnectOptions::from_str(url)
        .map_err(fault)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .busy_timeout(Duration::from_secs(5))
        .foreign_keys(true)
        .pragma("cache_size", "-65536")
        .pragma("temp_store", "memory");
    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(options.clone())
        .await
        .map_err(fault)?;
    let writer = SqlxSqliteConnector::from_sqlx_sqlite_pool(writer);
    interlocal_migrations::Migrator::up(&writer, None).await?;
    let reader = SqlitePoolOptions::new()
        .max_connections(4)
        .connect_with(
            options
                .pragma("mmap_size", "268435456")
                .pragma("query_only", "on"),
        )
        .await
        .map_err(fault)?;
    Ok(Store {
        writer,
        reader: SqlxSqliteConnector::from_sqlx_sqlite_pool(reader),
    })
}

async fn open_postgres(url: &str) -> Result<Store, Error> {
    let mut options = sea_orm::ConnectOptions::new(url);
    options
        .max_connections(8)
        .acquire_timeout(Duration::from_secs(3))
        .connect_timeout(Duration::from_secs(5))
        .sqlx_logging(false);
    let db = Database::connect(options).await?;
    let tx = db.begin().await?;
    tx.execute_unprepared(&format!("select pg_advisory_xact_lock({MIGRATION_LOCK})"))
        .await?;
    interlocal_migrations::Migrator::up(&tx, None).await?;
    tx.commit().await?;
    Ok(Store {
        writer: db.clone(),
        reader: db,
    })
}
