//! What can go wrong with the database, sorted by what a caller can do about it.

use sea_orm::{DbErr, RuntimeErr, SqlErr};

/// A database fault.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A row that must be unique stands already, or one that must exist does not.
    #[error("the change conflicts with what is stored: {0}")]
    Conflict(String),
    /// The database cannot be reached or is full; trying again may help.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// A stored row does not read as what it should be.
    #[error("the stored {what} “{key}” is corrupt: {why}")]
    Corrupt {
        /// Kind of row.
        what: &'static str,
        /// Its key.
        key: String,
        /// What is wrong.
        why: String,
    },
    /// Anything else.
    #[error("database: {0}")]
    Database(DbErr),
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        if let Some(
            SqlErr::UniqueConstraintViolation(text) | SqlErr::ForeignKeyConstraintViolation(text),
        ) = error.sql_err()
        {
            return Error::Conflict(text);
        }
        let text = error.to_string();
        if is_unavailable(&error, &text) {
            Error::Unavailable(text)
        } else {
            Error::Database(error)
        }
    }
}

/// Connection lost, pool exhausted, disk full, file gone.
fn is_unavailable(error: &DbErr, text: &str) -> bool {
    let runtime = match error {
        DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => return true,
        DbErr::Exec(RuntimeErr::SqlxError(e)) | DbErr::Query(RuntimeErr::SqlxError(e)) => e,
        _ => return false,
    };
    use sqlx::Error as E;
    match &**runtime {
        E::Io(_) | E::PoolTimedOut | E::PoolClosed | E::WorkerCrashed | E::Tls(_) => true,
        E::Database(_) => [
            "database or disk is full",
            "disk I/O error",
            "unable to open database",
            "readonly database",
            "database is locked",
            "terminating connection",
            "the database system is",
            "could not extend file",
            "No space left",
        ]
        .iter()
        .any(|sign| text.contains(sign)),
        _ => false,
    }
}
