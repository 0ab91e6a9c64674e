//! The first sheet of a workbook that holds anything, cell by cell, so that a
//! small file cannot claim a huge sheet.

use super::{Loose, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Row};
use calamine::{Data, DataRef, Reader, Xlsx};
use std::io::{Cursor, Read};

/// Bytes of a workbook at most, unpacked.
const MOST_UNPACKED: u64 = 512 * 1024 * 1024;

/// Reads a workbook.
pub fn read(bytes: &[u8]) -> Result<Loose, String> {
    let none = |why: String| format!("cannot be read as a workbook: {why}");
    measure(bytes).map_err(none)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|e| none(e.to_string()))?;
    let names = book.sheet_names();
    for name in &names {
        let rows = sheet(&mut book, name).map_err(|why| format!("sheet “{name}”: {why}"))?;
        if !rows.is_empty() {
            let mut loose = Loose {
                rows,
                ..Loose::default()
            };
            if names.len() > 1 {
                let of = names.len();
                loose
                    .notes
                    .push(format!("the sheet “{name}” was read, one of {of}"));
            }
            return Ok(loose);
        }
    }
    Ok(Loose::default())
}

/// Unpacks everything once without keeping it: a small file may hold much.
fn measure(bytes: &[u8]) -> Result<(), String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| e.to_string())?;
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|e| e.to_string())?;
        let read = std::io::copy(&mut file.take(left + 1), &mut std::io::sink())
            .map_err(|e| e.to_string())?;
        left = left
            .checked_sub(read)
            .ok_or("it is too large when it is unpacked")?;
    }
    Ok(())
}

fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<Row>, String> {
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        // A sheet of charts has no cells.
        Err(calamine::XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()),
        Err(error) => return Err(error.to_string()),
    };
    let mut rows: Vec<Row> = Vec::new();
    let mut count = 0;
    while let Some(cell) = cells.next_cell().map_err(|e| e.to_string())? {
        let (row, column) = cell.get_position();
        let (line, column) = (u64::from(row) + 1, column as usize);
        let text = shown(cell.get_value());
        if text.is_empty() {
            continue;
        }
        count += 1;
        if count > MOST_CELLS || column >= MOST_COLUMNS {
            return Err("it has too many cells: split it".to_owned());
        }
        match rows.last_mut() {
            Some(last) if last.line == line => put(&mut last.cells, column, text),
            Some(last) if last.line > line => {
                return Err(format!("row {line} stands behind row {}", last.line));
            }
            _ => {
                if rows.len() > MOST_ROWS {
                    return Err(format!("it has more than {MOST_ROWS} rows: split it"));
                }
                let mut cells = Vec::new();
                put(&mut cells, column, text);
                rows.push(Row { line, cells });
            }
        }
    }
    Ok(rows)
}

fn put(cells: &mut Vec<String>, column: usize, text: String) {
    if cells.len() <= column {
        cells.resize(column + 1, String::new());
    }
    if let Some(cell) = cells.get_mut(column) {
        *cell = text;
    }
}

/// The value as text: a day as in 2026-11-22, a number with all its digits.
fn shown(value: &DataRef<'_>) -> String {
    match Data::from(value.clone()) {
        Data::Empty => String::new(),
        Data::String(text) => text.trim().to_owned(),
        Data::Float(number) => format!("{number}"),
        Data::Int(number) => number.to_string(),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(at) if at.is_duration() => format!("{}", at.as_f64()),
        Data::DateTime(at) => {
            let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
            let on = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute, second) == (0, 0, 0) {
                on
            } else {
                format!("{on}T{hour:02}:{minute:02}:{second:02}")
            }
        }
        Data::DateTimeIso(text) | Data::DurationIso(text) => text,
        Data::Error(error) => error.to_string(),
    }
}
