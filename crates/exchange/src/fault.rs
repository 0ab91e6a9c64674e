//! A fault in a file, with the place where it stands.

use crate::json::plain;

/// What is wrong in a file, where, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}, column {column}: {message}")]
pub struct Fault {
    /// The file's name.
    pub file: String,
    /// Line, from 1.
    pub line: u64,
    /// Column, from 1: of the text in JSON, of the table in CSV.
    pub column: u64,
    /// What is wrong and how to mend it.
    pub message: String,
}

impl Fault {
    /// A fault that the JSON reader found; `first_line` is the line on which its text begins.
    pub fn json(file: &str, first_line: u64, error: &serde_json::Error) -> Self {
        Self {
            file: file.to_owned(),
            line: first_line + (error.line() as u64).saturating_sub(1),
            column: error.column() as u64,
            message: plain(error),
        }
    }
}
