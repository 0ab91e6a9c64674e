//! What is noticed in a file that can be read: where, at which value, and how to
//! mend it.

use crate::json::Place;
use serde::Serialize;
use std::fmt;

/// How much it weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// The reader should know; nothing is lost.
    Note,
    /// A person should look: something could not be taken as it should.
    Doubtful,
    /// The row was not taken.
    Refused,
}

impl Weight {
    /// The word in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Doubtful => "doubtful",
            Self::Refused => "refused",
        }
    }
}

/// Something noticed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Finding {
    /// How much it weighs.
    pub weight: Weight,
    /// Line, from 1; the row of a workbook, the text of a JSON Lines file.
    pub line: u64,
    /// Column of the table from 1, 0 where it is the whole row; in JSON the letter of the
    /// line.
    pub column: u64,
    /// The heading of a table, the path in JSON: `awards/0/value`.
    pub field: String,
    /// The value that stands there, shortened.
    pub value: String,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

/// Letters of a value that a report repeats.
const SHOWN: usize = 120;

impl Finding {
    /// Something noticed in a field, still without its place.
    pub fn new(weight: Weight, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            weight,
            line: 1,
            column: 0,
            field: String::new(),
            value: String::new(),
            what: what.into(),
            mend: mend.into(),
        }
    }

    /// On this line.
    pub fn line(mut self, line: u64) -> Self {
        self.line = line;
        self
    }

    /// At this place of a text.
    pub fn at(mut self, place: Place) -> Self {
        (self.line, self.column) = (place.line, place.column);
        self
    }

    /// In this field.
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = field.into();
        self
    }

    /// In this column of a table, from 1.
    pub fn column(mut self, column: usize) -> Self {
        self.column = column as u64;
        self
    }

    /// At this value.
    pub fn value(mut self, value: &str) -> Self {
        self.value = match value.char_indices().nth(SHOWN) {
            Some((at, _)) => format!("{}…", value.get(..at).unwrap_or_default()),
            None => value.to_owned(),
        };
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if self.column > 0 {
            write!(f, ", column {}", self.column)?;
        }
        if !self.field.is_empty() {
            write!(f, " ({})", self.field)?;
        }
        write!(f, ": {}: ", self.weight.word())?;
        if !self.value.is_empty() {
            write!(f, "“{}” ", self.value)?;
        }
        write!(f, "{}", self.what)?;
        if !self.mend.is_empty() {
            write!(f, "; {}", self.mend)?;
        }
        Ok(())
    }
}
