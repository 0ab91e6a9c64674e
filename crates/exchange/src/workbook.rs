//! A workbook (XLSX) with typed cells: a sheet a table, its header frozen and
//! filterable, and a last sheet that says where the facts come from and of which
//! day they are. Equal tables give equal bytes.
//!
//! Text is written as text: a spreadsheet shows `=1+1` and does not reckon, also
//! after somebody has edited the cell. A number that a spreadsheet would round
//! (more than 15 digits) and a day that it does not know (before March 1900) are
//! written as text. Rows go to a file of the machine's own for such things as they
//! come; memory holds one of them.

mod look;
#[cfg(test)]
mod tests;

use crate::{Cell, sheet::formula};
use chrono::SecondsFormat;
use interlocal_catalog::{Decimal, NaiveDate};
use look::Look;
use rust_xlsxwriter as xlsx;
use rust_xlsxwriter::Worksheet;
use std::io::{Seek, Write};

/// Rows of a sheet at most, without its header.
pub const MOST_ROWS: u32 = 1_048_575;
/// Letters of a cell at most.
const MOST_LETTERS: usize = 32_767;
/// Links of a sheet at most; further ones stay words.
const MOST_LINKS: u32 = 65_000;
/// Letters of a link's address at most.
const MOST_ADDRESS: usize = 2_000;

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its heading.
    pub heading: &'static str,
    /// How many letters are seen at once.
    pub width: u8,
}

/// What the last sheet says.
#[derive(Clone, Debug)]
pub struct About {
    /// What the workbook holds: `Offerings usable by Arden, OH`.
    pub title: String,
    /// The day of which the facts are.
    pub on: NaiveDate,
    /// Sources and remarks, each with what it is: `Source`, `Filter`, `License`.
    pub lines: Vec<(String, Cell)>,
}

/// Why a workbook cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// The sheet is full.
    #[error("the sheet “{0}” would have more than {MOST_ROWS} rows; take CSV or narrow the list")]
    TooManyRows(String),
    /// The library refused.
    #[error("the workbook cannot be written: {0}")]
    Refused(#[from] xlsx::XlsxError),
}

/// A workbook that is being written, sheet after sheet.
pub struct Workbook {
    book: xlsx::Workbook,
    about: About,
    look: Look,
    current: Option<Open>,
    cut: u64,
}

/// The sheet that takes rows.
struct Open {
    place: usize,
    name: String,
    columns: u16,
    rows: u32,
    links: u32,
}

impl Workbook {
    /// An empty one.
    pub fn new(about: About) -> Self {
        Self {
            book: xlsx::Workbook::new(),
            about,
            look: Look::new(),
            current: None,
            cut: 0,
        }
    }

    /// Begins a sheet; the one before it is finished.
    pub fn sheet(&mut self, name: &str, columns: &[Column]) -> Result<(), WorkbookError> {
        self.close()?;
        let name = sheet_name(name);
        let place = self.book.worksheets().len();
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_name(&name)?;
        for (column, at) in columns.iter().zip(0u16..) {
            sheet.write_string_with_format(0, at, column.heading, &self.look.heading)?;
            sheet.set_column_width(at, f64::from(column.width))?;
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_repeat_rows(0, 0)?;
        self.current = Some(Open {
            place,
            name,
            columns: columns.len() as u16,
            rows: 0,
            links: 0,
        });
        Ok(())
    }

    /// Adds a row to the sheet that was begun last; without one it goes nowhere.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), WorkbookError> {
        let Some(open) = &mut self.current else {
            return Ok(());
        };
        if open.rows == MOST_ROWS {
            return Err(WorkbookError::TooManyRows(open.name.clone()));
        }
        open.rows += 1;
        let sheet = self.book.worksheet_from_index(open.place)?;
        for (cell, column) in cells.iter().zip(0u16..) {
            self.cut += u64::from(open.write(sheet, column, cell, &mut self.look)?);
        }
        Ok(())
    }

    /// The bytes of the file, with the sheet of sources at the end.
    pub fn finish(mut self) -> Result<Vec<u8>, WorkbookError> {
        self.end()?;
        Ok(self.book.save_to_buffer()?)
    }

    /// Writes the file, with the sheet of sources at the end.
    pub fn finish_into(
        mut self,
        file: &mut (impl Write + Seek + Send),
    ) -> Result<(), WorkbookError> {
        self.end()?;
        Ok(self.book.save_to_writer(file)?)
    }

    fn end(&mut self) -> Result<(), WorkbookError> {
        self.close()?;
        let about = self.about.clone();
        let wide = |heading, width| Column { heading, width };
        self.sheet("Sources", &[wide("What", 20), wide("Which", 100)])?;
        self.row(&["Content".into(), Cell::Text(about.title.clone())])?;
        self.row(&["As of".into(), Cell::Date(about.on)])?;
        for (what, which) in about.lines {
            self.row(&[Cell::Text(what), which])?;
        }
        if self.cut > 0 {
            let words = format!(
                "{} texts are longer than a cell holds ({MOST_LETTERS} letters) and end with “…”; the CSV file has them whole",
                self.cut
            );
            self.row(&["Remark".into(), Cell::Text(words)])?;
        }
        self.close()?;
        let mut properties = xlsx::DocProperties::new().set_title(about.title);
        if let Some(day) = excel_day(about.on) {
            properties = properties.set_creation_datetime(&day);
        }
        self.book.set_properties(&properties);
        Ok(())
    }

    fn close(&mut self) -> Result<(), WorkbookError> {
        if let Some(open) = self.current.take()
            && let Some(last) = open.columns.checked_sub(1)
        {
            let sheet = self.book.worksheet_from_index(open.place)?;
            sheet.autofilter(0, 0, open.rows, last)?;
        }
        Ok(())
    }
}

impl Open {
    /// Writes a cell; whether its text had to be cut.
    fn write(
        &mut self,
        sheet: &mut Worksheet,
        column: u16,
        cell: &Cell,
        look: &mut Look,
    ) -> Result<bool, WorkbookError> {
        let row = self.rows;
        match cell {
            Cell::Empty => {}
            Cell::Text(words) => return self.words(sheet, column, words, look),
            Cell::Integer(number) if number.unsigned_abs() < 1_000_000_000_000_000 => {
                let number = *number as f64;
                sheet.write_number_with_format(row, column, number, &look.integer)?;
            }
            Cell::Integer(number) => return self.words(sheet, column, &number.to_string(), look),
            Cell::Decimal(number) => match exact(*number) {
                Some(value) => {
                    let format = look.decimal(number.scale());
                    sheet.write_number_with_format(row, column, value, format)?;
                }
                None => return self.words(sheet, column, &number.to_string(), look),
            },
            Cell::Date(day) => match excel_day(*day) {
                Some(value) => {
                    sheet.write_datetime_with_format(row, column, &value, &look.date)?;
                }
                None => return self.words(sheet, column, &day.to_string(), look),
            },
            Cell::Moment(at) => match xlsx::ExcelDateTime::from_timestamp(at.timestamp()) {
                Ok(value) if excel_day(at.date_naive()).is_some() => {
                    sheet.write_datetime_with_format(row, column, &value, &look.moment)?;
                }
                _ => {
                    let words = at.to_rfc3339_opts(SecondsFormat::Secs, true);
                    return self.words(sheet, column, &words, look);
                }
            },
            Cell::Link { text, address } if self.links < MOST_LINKS && leads(address) => {
                self.links += 1;
                let (text, cut) = fitting(text);
                let link = xlsx::Url::new(address).set_text(text);
                sheet.write_url_with_format(row, column, link, &look.link)?;
                return Ok(cut);
            }
            Cell::Link { text, .. } => return self.words(sheet, column, text, look),
        }
        Ok(false)
    }

    fn words(
        &self,
        sheet: &mut Worksheet,
        column: u16,
        words: &str,
        look: &Look,
    ) -> Result<bool, WorkbookError> {
        let format = if formula(words) {
            &look.quoted
        } else {
            &look.text
        };
        let (words, cut) = fitting(words);
        if !words.is_empty() {
            sheet.write_string_with_format(self.rows, column, words, format)?;
        }
        Ok(cut)
    }
}

/// The text as far as a cell holds it, and whether it was cut. A spreadsheet
/// counts UTF-16 units.
fn fitting(words: &str) -> (String, bool) {
    if words.encode_utf16().count() <= MOST_LETTERS {
        return (words.to_owned(), false);
    }
    let mut room = MOST_LETTERS - 1;
    let kept = words.chars().take_while(|letter| {
        let fits = letter.len_utf16() <= room;
        room = room.saturating_sub(letter.len_utf16());
        fits
    });
    (kept.chain(['…']).collect(), true)
}

/// Whether a reader may be led there.
fn leads(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let known = ["https://", "http://", "mailto:"];
    known.iter().any(|scheme| lower.starts_with(scheme))
        && address.len() <= MOST_ADDRESS
        && !address.contains(char::is_control)
}

/// The number as a spreadsheet keeps it, where it keeps every digit.
fn exact(number: Decimal) -> Option<f64> {
    let digits = number.mantissa().unsigned_abs();
    if digits < 1_000_000_000_000_000 {
        number.to_string().parse().ok()
    } else {
        None
    }
}

/// The day as a spreadsheet keeps it; none where it would keep another one.
fn excel_day(day: NaiveDate) -> Option<xlsx::ExcelDateTime> {
    use chrono::Datelike;
    let first = NaiveDate::from_ymd_opt(1900, 3, 1)?;
    let year = u16::try_from(day.year()).ok()?;
    if day < first {
        return None;
    }
    xlsx::ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8).ok()
}

/// The name without what a spreadsheet does not allow.
fn sheet_name(name: &str) -> String {
    let clean: String = name
        .chars()
        .map(|letter| match letter {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' => ' ',
            other if other.is_control() => ' ',
            other => other,
        })
        .take(31)
        .collect();
    let clean = clean.trim().trim_matches('\'').trim();
    if clean.is_empty() {
        "Sheet".to_owned()
    } else {
        clean.to_owned()
    }
}
