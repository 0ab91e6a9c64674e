//! A value of a table that leaves the portal, with its type: the same row goes
//! into a workbook and into a CSV file.

use chrono::{DateTime, Utc};
use interlocal_catalog::{Decimal, NaiveDate};

/// A typed value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// Words; never taken for a formula.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number with exactly these decimal places: `12.50` stays `12.50`.
    Decimal(Decimal),
    /// A day.
    Date(NaiveDate),
    /// A moment, to the second, in UTC.
    Moment(DateTime<Utc>),
    /// Words that lead to an address.
    Link {
        /// The words.
        text: String,
        /// The address: `https:`, `http:` or `mailto:`; any other stays words.
        address: String,
    },
}

impl Cell {
    /// Words.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    /// An address that is its own words.
    pub fn address(address: impl Into<String>) -> Self {
        let address = address.into();
        Self::Link {
            text: address.clone(),
            address,
        }
    }

    /// The value, or nothing.
    pub fn maybe<T: Into<Self>>(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self::Text(words.to_owned())
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<Decimal> for Cell {
    fn from(number: Decimal) -> Self {
        Self::Decimal(number)
    }
}

impl From<NaiveDate> for Cell {
    fn from(day: NaiveDate) -> Self {
        Self::Date(day)
    }
}

impl From<DateTime<Utc>> for Cell {
    fn from(at: DateTime<Utc>) -> Self {
        Self::Moment(at)
    }
}

impl From<i32> for Cell {
    fn from(number: i32) -> Self {
        Self::Integer(i64::from(number))
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Integer(i64::from(number))
    }
}
