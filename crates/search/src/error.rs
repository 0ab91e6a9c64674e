//! What can go wrong with an index. A user's query never does.

use tantivy::{TantivyError, directory::error::LockError};

/// Why the index could not do its work.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another process writes to the same directory.
    #[error("another process holds the search index in this directory")]
    Busy,
    /// The directory cannot be used: missing rights, disk full, no directory.
    #[error("the search index cannot be read or written: {0}")]
    Unavailable(String),
    /// The engine failed in a way that a rebuild may cure.
    #[error("the search engine failed: {0}")]
    Engine(String),
}

impl From<TantivyError> for Error {
    fn from(fault: TantivyError) -> Self {
        match fault {
            TantivyError::LockFailure(LockError::LockBusy, _) => Error::Busy,
            TantivyError::IoError(_)
            | TantivyError::LockFailure(_, _)
            | TantivyError::OpenDirectoryError(_)
            | TantivyError::OpenWriteError(_) => Error::Unavailable(fault.to_string()),
            other => Error::Engine(other.to_string()),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(fault: std::io::Error) -> Self {
        Error::Unavailable(fault.to_string())
    }
}
