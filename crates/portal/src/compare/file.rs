//! A comparison as a file: the same table as CSV and as a workbook.

use crate::{Error, Portal};
use interlocal_catalog::NaiveDate;
pub use interlocal_exchange::Cell;
use interlocal_exchange::{
    sheet,
    workbook::{About, Column, Workbook},
};

/// Columns of the editions, by number.
const EDITIONS: [&str; super::MOST] = ["Edition A", "Edition B", "Edition C", "Edition D"];
/// Columns of the sheet of costs.
const COSTS: [Column; 9] = [
    column("Edition", 32),
    column("Line or fee", 36),
    column("Counted", 10),
    column("Quantity", 12),
    column("Unit", 14),
    column("Price for one", 14),
    column("Sum of a period", 16),
    column("Period", 10),
    column("Currency", 10),
];

const fn column(heading: &'static str, width: u8) -> Column {
    Column { heading, width }
}

/// What a file of a comparison says.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What it is of: titles and the government.
    pub title: String,
    /// A row a fact: its name, then what each edition says.
    pub rows: Vec<Vec<Cell>>,
    /// A row for each part of a cost, under the columns of the sheet of costs.
    pub costs: Vec<Vec<Cell>>,
    /// Sources, assumptions and remarks, each with what it is.
    pub remarks: Vec<(String, Cell)>,
}

/// A file to take away.
#[derive(Clone, Debug)]
pub struct Download {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub media: &'static str,
}

impl Table {
    /// As CSV: facts, then costs, then remarks.
    pub fn csv(&self) -> Download {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(1);
        let heads = std::iter::once("Fact").chain(EDITIONS).take(columns);
        let mut text = sheet::line(heads);
        for row in &self.rows {
            text += &sheet::row(row);
        }
        if !self.costs.is_empty() {
            text += "\r\n";
            text += &sheet::line(COSTS.map(|column| column.heading));
            for row in &self.costs {
                text += &sheet::row(row);
            }
        }
        text += "\r\n";
        for (what, which) in &self.remarks {
            text += &sheet::row([&Cell::text(what.as_str()), which]);
        }
        Download {
            bytes: text.into_bytes(),
            media: "text/csv; charset=utf-8",
        }
    }

    /// As a workbook of `day`.
    fn workbook(self, day: NaiveDate) -> Result<Download, Error> {
        let refused = |error: interlocal_exchange::workbook::WorkbookError| {
            Error::Internal(error.to_string())
        };
        let mut book = Workbook::new(About {
            title: self.title,
            on: day,
            lines: self.remarks,
        });
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(1);
        let editions = EDITIONS.map(|heading| column(heading, 44));
        let heads: Vec<Column> = std::iter::once(column("Fact", 28))
            .chain(editions)
            .take(columns)
            .collect();
        book.sheet("Comparison", &heads).map_err(refused)?;
        for row in &self.rows {
            book.row(row).map_err(refused)?;
        }
        if !self.costs.is_empty() {
            book.sheet("Costs", &COSTS).map_err(refused)?;
            for row in &self.costs {
                book.row(row).map_err(refused)?;
            }
        }
        Ok(Download {
            bytes: book.finish().map_err(refused)?,
            media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        })
    }
}

impl Portal {
    /// A comparison as a workbook of today.
    pub fn comparison_workbook(&self, table: Table) -> Result<Download, Error> {
        table.workbook(self.clock.today())
    }
}
