//! A list as a table: the same rows become CSV, a piece at a time, and a workbook with
//! typed cells and a sheet of sources. Who gives rows says nothing of either form.

use super::{
    OfferingList,
    desk::{Deliveries, Listings},
    steward::{Letters, Logged, People},
};
use crate::{Error, Portal};
use interlocal_catalog::NaiveDate;
use interlocal_exchange::{
    Cell, sheet,
    workbook::{About, Column, Workbook, WorkbookError},
};
use std::{
    fs::File,
    io::{Seek, SeekFrom},
};
use tokio::sync::mpsc;

/// Pieces that are read before the first of them is written.
const AHEAD: usize = 2;
/// Rows of a piece.
pub(super) const PIECE: usize = 500;

/// A row of a table: a cell a column.
pub(super) type Row = Vec<Cell>;

/// A column by its heading and how many letters of it are seen at once.
pub(super) const fn column(heading: &'static str, width: u8) -> Column {
    Column { heading, width }
}

/// What a table is called and has for columns.
pub(super) struct Frame {
    /// The name of its file, without its ending: `members`.
    pub file: String,
    /// What it holds, for people: `Members of Arden`.
    pub title: String,
    /// The name of its sheet.
    pub sheet: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
    /// The page that shows the same, by its path.
    pub page: String,
    /// Where its facts come from.
    pub source: &'static str,
}

/// A list that leaves the portal as a file. One piece of it is in memory, however long
/// it is.
pub struct ListTable {
    /// The name of its file, without its ending.
    pub file: String,
    sheet: &'static str,
    columns: &'static [Column],
    about: About,
    rows: Rows,
    begun: bool,
}

/// Where rows come from.
pub(super) enum Rows {
    /// From what was read already.
    Known(Box<dyn Iterator<Item = Row> + Send>),
    /// From a search.
    Offerings(Box<OfferingList>),
    /// From the desk of a body.
    Listings(Box<Listings>),
    /// From a log.
    Logged(Box<Logged>),
    /// From the queue of mail.
    Letters(Box<Letters>),
    /// From the accounts.
    People(Box<People>),
    /// From the events of a webhook.
    Deliveries(Box<Deliveries>),
}

impl Rows {
    /// Rows of what was read already.
    pub fn known<I>(rows: I) -> Self
    where
        I: IntoIterator<Item = Row>,
        I::IntoIter: Send + 'static,
    {
        Self::Known(Box::new(rows.into_iter()))
    }

    /// The next ones; none when all were given.
    async fn next(&mut self) -> Result<Option<Vec<Row>>, Error> {
        match self {
            Self::Known(rows) => {
                let piece: Vec<Row> = rows.by_ref().take(PIECE).collect();
                Ok((!piece.is_empty()).then_some(piece))
            }
            Self::Offerings(list) => list.rows().await,
            Self::Listings(listings) => listings.rows().await,
            Self::Logged(log) => log.rows().await,
            Self::Letters(letters) => letters.rows().await,
            Self::People(people) => people.rows().await,
            Self::Deliveries(deliveries) => deliveries.rows().await,
        }
    }
}

impl Portal {
    /// A table of today.
    pub(super) fn table(&self, frame: Frame, rows: Rows) -> ListTable {
        let page = self.public_url().of(&frame.page);
        ListTable {
            file: frame.file,
            sheet: frame.sheet,
            columns: frame.columns,
            about: About {
                title: frame.title,
                on: self.today(),
                lines: vec![
                    ("Source".to_owned(), Cell::text(frame.source)),
                    ("Page".to_owned(), Cell::address(page)),
                ],
            },
            rows,
            begun: false,
        }
    }
}

impl ListTable {
    /// The same with one more line on the sheet of sources.
    pub(super) fn remarked(mut self, what: &str, which: Cell) -> Self {
        self.about.lines.push((what.to_owned(), which));
        self
    }

    /// The day of which its facts are.
    pub fn on(&self) -> NaiveDate {
        self.about.on
    }

    /// The next lines of CSV, the headings first; none at the end.
    pub async fn lines(&mut self) -> Result<Option<String>, Error> {
        let rows = self.rows.next().await?;
        let head = match std::mem::replace(&mut self.begun, true) {
            true => String::new(),
            false => sheet::line(self.columns.iter().map(|column| column.heading)),
        };
        match rows {
            Some(rows) => Ok(Some(rows.iter().map(sheet::row).fold(head, |a, b| a + &b))),
            None => Ok((!head.is_empty()).then_some(head)),
        }
    }

    /// The whole list as a workbook: a file that is gone when it is closed, from its
    /// beginning. It is written beside other work while rows are read.
    pub async fn workbook(mut self) -> Result<File, Error> {
        let (told, hears) = mpsc::channel(AHEAD);
        let (about, sheet, columns) = (self.about, self.sheet, self.columns);
        let written = tokio::task::spawn_blocking(move || write(about, (sheet, columns), hears));
        while let Some(rows) = self.rows.next().await? {
            if told.send(rows).await.is_err() {
                // The writer says why it has stopped.
                break;
            }
        }
        // Nothing more comes.
        drop(told);
        let written = written.await;
        written.map_err(|error| Error::Internal(error.to_string()))?
    }
}

/// Writes rows as they come.
fn write(
    about: About,
    (sheet, columns): (&str, &[Column]),
    mut rows: mpsc::Receiver<Vec<Row>>,
) -> Result<File, Error> {
    let broken = |error: std::io::Error| Error::Internal(error.to_string());
    let failed = |error: WorkbookError| match error {
        WorkbookError::TooManyRows(_) => Error::field("format", error.to_string()),
        other => Error::Internal(other.to_string()),
    };
    let mut book = Workbook::new(about);
    book.sheet(sheet, columns).map_err(failed)?;
    while let Some(rows) = rows.blocking_recv() {
        for row in &rows {
            book.row(row).map_err(failed)?;
        }
    }
    let mut file = tempfile::tempfile().map_err(broken)?;
    book.finish_into(&mut file).map_err(failed)?;
    file.seek(SeekFrom::Start(0)).map_err(broken)?;
    Ok(file)
}
