//! A table of a package: its columns, and a row as a line of CSV and back.

use crate::sheet::{harmless, plain, raw_line};
use serde_json::{Map, Value};

/// A row by the names of its columns; what is not known is not in it.
pub type Row = Map<String, Value>;

/// The column that holds a whole row as JSON where the others cannot say it.
pub const EXACTLY: &str = "exactly";

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text that is always there; an empty cell is empty text.
    Text,
    /// Text, or nothing.
    Word,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A number with every decimal place it was written with.
    Decimal,
    /// `true` or `false`.
    Truth,
    /// A day.
    Day,
    /// A time.
    Moment,
    /// A list, as JSON.
    List,
    /// An object, as JSON.
    Object,
    /// A word, list or object, as JSON.
    Any,
}

impl Kind {
    /// The type of the specification of tables.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Text | Kind::Word => "string",
            Kind::Integer => "integer",
            Kind::Number | Kind::Decimal => "number",
            Kind::Truth => "boolean",
            Kind::Day => "date",
            Kind::Moment => "datetime",
            Kind::List => "array",
            Kind::Object => "object",
            Kind::Any => "any",
        }
    }

    fn cell(self, value: Option<&Value>) -> String {
        match (self, value) {
            (_, None | Some(Value::Null)) => String::new(),
            (Kind::Text | Kind::Word | Kind::Day | Kind::Moment, Some(Value::String(text))) => {
                harmless(text)
            }
            (Kind::Decimal, Some(Value::String(number))) => number.clone(),
            (_, Some(value)) => value.to_string(),
        }
    }

    fn value(self, cell: &str) -> Result<Option<Value>, String> {
        if cell.is_empty() {
            return Ok((self == Kind::Text).then(|| Value::String(String::new())));
        }
        let fault = |what: &str| format!("“{cell}” is no {what}");
        let json = |what: &str| serde_json::from_str::<Value>(cell).map_err(|_| fault(what));
        let value = match self {
            Kind::Text | Kind::Word => Value::String(plain(cell).to_owned()),
            Kind::Day | Kind::Moment | Kind::Decimal => Value::String(cell.to_owned()),
            Kind::Truth => Value::Bool(cell.parse().map_err(|_| fault("truth value"))?),
            Kind::Integer => json("whole number")?,
            Kind::Number => {
                let number = cell.parse().ok().and_then(serde_json::Number::from_f64);
                Value::Number(number.ok_or_else(|| fault("number"))?)
            }
            Kind::List => json("list in JSON")?,
            Kind::Object => json("object in JSON")?,
            Kind::Any => json("JSON")?,
        };
        Ok(Some(value))
    }
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: Kind,
    /// What they mean.
    pub about: &'static str,
}

/// Columns that name a row of another table.
#[derive(Clone, Copy, Debug)]
pub struct Reference {
    /// Columns of this table.
    pub fields: &'static [&'static str],
    /// The other table.
    pub table: &'static str,
    /// Its columns.
    pub to: &'static [&'static str],
}

/// A table.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name; the file is called so.
    pub name: &'static str,
    /// What a row is.
    pub about: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
    /// The columns that tell its rows apart.
    pub key: &'static [&'static str],
    /// What its rows name of other tables.
    pub refers: &'static [Reference],
}

impl Table {
    /// The name of its file.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// The line of headings.
    pub fn head(&self) -> String {
        raw_line(self.columns.iter().map(|column| column.name.to_owned()))
    }

    /// A row as a line.
    pub fn line(&self, row: &Row) -> String {
        let cells = self.cells(row);
        let exact = row.contains_key(EXACTLY) || !self.has(EXACTLY) || self.says(&cells, row);
        if exact {
            return raw_line(cells);
        }
        let mut whole = row.clone();
        whole.insert(EXACTLY.to_owned(), Value::Object(row.clone()));
        raw_line(self.cells(&whole))
    }

    /// A row of its cells, or which column cannot be read and why.
    pub fn row<'a>(&self, cells: impl IntoIterator<Item = &'a str>) -> Result<Row, String> {
        let mut row = Row::new();
        for (column, cell) in self.columns.iter().zip(cells) {
            let value = column
                .kind
                .value(cell)
                .map_err(|why| format!("{}: {why}", column.name))?;
            if let Some(value) = value {
                row.insert(column.name.to_owned(), value);
            }
        }
        Ok(row)
    }

    /// A row as it is read after it was written.
    pub fn again(&self, row: &Row) -> Result<Row, String> {
        self.row(self.cells(row).iter().map(String::as_str))
    }

    fn has(&self, name: &str) -> bool {
        self.columns.iter().any(|column| column.name == name)
    }

    fn cells(&self, row: &Row) -> Vec<String> {
        let columns = self.columns.iter();
        columns
            .map(|column| column.kind.cell(row.get(column.name)))
            .collect()
    }

    /// Whether the cells say all of the row.
    fn says(&self, cells: &[String], row: &Row) -> bool {
        let read = self.row(cells.iter().map(String::as_str));
        let mut known = row.clone();
        known.retain(|_, value| !value.is_null());
        read.is_ok_and(|read| read == known)
    }
}
