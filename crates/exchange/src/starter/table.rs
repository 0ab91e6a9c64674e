//! Reading a CSV table with faults that name line and column.

use super::{Files, at, text};
use crate::Fault;
use csv::StringRecord;
use std::str::FromStr;

/// A table with a header.
pub(super) struct Table {
    file: String,
    header: StringRecord,
    rows: Vec<StringRecord>,
}

/// One row of a table.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    table: &'a Table,
    record: &'a StringRecord,
}

impl Table {
    /// Reads a file; every row must have as many cells as the header.
    pub(super) fn read(files: Files<'_>, file: &str) -> Result<Self, Fault> {
        let text = text(files, file)?;
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let fault = |error: csv::Error| {
            let line = error.position().map_or(1, csv::Position::line);
            at(file, line, 1, error.to_string())
        };
        let header = reader.headers().map_err(fault)?.clone();
        let rows = reader
            .records()
            .collect::<Result<Vec<_>, _>>()
            .map_err(fault)?;
        Ok(Self {
            file: file.to_owned(),
            header,
            rows,
        })
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(move |record| Row {
            table: self,
            record,
        })
    }
}

impl<'a> Row<'a> {
    /// A fault in this row's cell of the named column.
    pub(super) fn fault(&self, column: &str, message: impl std::fmt::Display) -> Fault {
        let line = self.record.position().map_or(1, csv::Position::line);
        let position = self.table.header.iter().position(|name| name == column);
        let number = position.map_or(1, |index| index as u64 + 1);
        at(
            &self.table.file,
            line,
            number,
            format!("{column}: {message}"),
        )
    }

    /// The cell's text.
    pub(super) fn text(&self, column: &str) -> Result<&'a str, Fault> {
        self.table
            .header
            .iter()
            .position(|name| name == column)
            .and_then(|index| self.record.get(index))
            .ok_or_else(|| self.fault(column, "the table has no such column"))
    }

    /// The cell's text, none when it is empty.
    pub(super) fn some(&self, column: &str) -> Result<Option<&'a str>, Fault> {
        Ok(Some(self.text(column)?).filter(|text| !text.is_empty()))
    }

    /// The cell as a value.
    pub(super) fn parse<T: FromStr>(&self, column: &str) -> Result<T, Fault>
    where
        T::Err: std::fmt::Display,
    {
        let text = self.text(column)?;
        text.parse()
            .map_err(|e: T::Err| self.fault(column, format!("“{text}”: {e}")))
    }

    /// The cell as a value, none when it is empty.
    pub(super) fn parse_some<T: FromStr>(&self, column: &str) -> Result<Option<T>, Fault>
    where
        T::Err: std::fmt::Display,
    {
        match self.some(column)? {
            None => Ok(None),
            Some(_) => self.parse(column).map(Some),
        }
    }
}
