//! A table that somebody else has made, as text cells with their places: a CSV
//! file with any line ends and encoding, or a sheet of an XLSX workbook.

mod book;
pub(crate) mod lines;
mod top;

use crate::{Fault, Finding, decode::decode};

/// Bytes of a file at most.
pub const MOST_BYTES: usize = 128 * 1024 * 1024;
/// Rows of a table at most.
pub const MOST_ROWS: usize = 200_000;
/// Cells of a table at most.
pub const MOST_CELLS: usize = 8_000_000;
/// Columns of a table at most.
pub const MOST_COLUMNS: usize = 1_000;

/// A heading of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its words, without line ends and doubled spaces; `column R` where it has
    /// none, with ` (2)` behind it where it stands twice.
    pub name: String,
    /// Whether the file has words for it.
    pub named: bool,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line on which it begins, from 1; the row's number in a workbook.
    pub line: u64,
    /// Its cells as far as it has any, without spaces around them.
    pub cells: Vec<String>,
}

impl Row {
    /// The cell of a column; empty where the row has none.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its headings.
    pub headings: Vec<Heading>,
    /// Its rows, without those that are blank.
    pub rows: Vec<Row>,
    /// What the reader should know of the file.
    pub notes: Vec<String>,
    /// What is wrong in a cell; no row is lost for it.
    pub findings: Vec<Finding>,
}

/// Cells of a file with their lines, before anybody knows which row is the header.
#[derive(Debug, Default)]
pub(crate) struct Loose {
    pub(crate) rows: Vec<Row>,
    notes: Vec<String>,
    pub(crate) findings: Vec<Finding>,
}

impl Table {
    /// Reads a CSV file or the first sheet of a workbook that holds anything;
    /// errs only where the file is none. `words` tell a header from what stands
    /// above it: the row that holds most of them.
    pub fn read(file: &str, bytes: &[u8], words: &[&str]) -> Result<Self, Fault> {
        let fault = |line: u64, message: String| Fault {
            file: file.to_owned(),
            line,
            column: 1,
            message,
        };
        if bytes.len() > MOST_BYTES {
            let most = MOST_BYTES / 1024 / 1024;
            return Err(fault(1, format!("is larger than {most} MB: split it")));
        }
        let loose = if bytes.starts_with(b"PK\x03\x04") {
            book::read(bytes).map_err(|why| fault(1, why))?
        } else if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            let why = "is an old or an encrypted Excel file: save it as XLSX without a password or as CSV";
            return Err(fault(1, why.to_owned()));
        } else {
            let decoded = decode(bytes).map_err(|no_text| fault(no_text.line, no_text.why))?;
            let mut loose = lines::read(&decoded.text).map_err(|(line, why)| fault(line, why))?;
            loose.notes.extend(decoded.note.map(str::to_owned));
            loose
        };
        top::table(loose, words).map_err(|why| fault(1, why))
    }

    /// Where a heading stands, by its words in any case.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.headings
            .iter()
            .position(|heading| heading.name.eq_ignore_ascii_case(name))
    }
}

/// The text on one line: no line ends, no spaces around it, single ones inside.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The letters of a column, from 0: `A`, `Z`, `AA`.
pub(crate) fn letters(column: usize) -> String {
    let mut left = column + 1;
    let mut letters = Vec::new();
    while left > 0 {
        left -= 1;
        letters.push(char::from(b'A' + (left % 26) as u8));
        left /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests;
