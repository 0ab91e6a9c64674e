//! Text as rows of cells. LF, CRLF and CR end a row, and stand for LF inside quotes. A
//! quotation mark that is opened and not closed swallows no row: it is left out, and the
//! row ends where its line ends.

use super::{Loose, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Row};
use crate::{Finding, finding::Weight};

/// Lines that one row may span; more of them is a quotation mark left open.
const MOST_LINES: u64 = 1_000;

/// Reads text; errs with the line where it is no table.
pub fn read(text: &str) -> Result<Loose, (u64, String)> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = Reader {
        text: &text,
        delimiter: delimiter(&text),
        at: 0,
        line: 1,
    };
    let mut loose = Loose::default();
    let mut cells = 0;
    while let Some(record) = reader.record() {
        let line = record.line;
        if loose.rows.len() > MOST_ROWS {
            return Err((line, format!("has more than {MOST_ROWS} rows: split it")));
        }
        cells += record.cells.len();
        if record.cells.len() > MOST_COLUMNS || cells > MOST_CELLS {
            let why = format!(
                "has more than {MOST_COLUMNS} columns, or the file more than {MOST_CELLS} cells"
            );
            return Err((line, why));
        }
        let width = loose.rows.first().map_or(0, |first| first.cells.len());
        let noticed = record.noticed(width, reader.delimiter);
        loose.findings.extend(noticed);
        loose.rows.push(Row {
            line,
            cells: record
                .cells
                .iter()
                .map(|cell| cell.text.trim().to_owned())
                .collect(),
        });
    }
    Ok(loose)
}

/// A row as it is read.
struct Record {
    line: u64,
    cells: Vec<ReadCell>,
}

/// A cell as it is read.
struct ReadCell {
    /// The line on which it begins.
    line: u64,
    text: String,
    /// Whether a quotation mark before it is never closed.
    open: bool,
    /// Whether it stands in quotation marks and goes over several lines.
    long: bool,
}

impl Record {
    /// What a person should know of its quotation marks.
    fn noticed(&self, width: usize, delimiter: u8) -> impl Iterator<Item = Finding> {
        let cells = (1..).zip(&self.cells);
        cells.filter_map(move |(column, cell)| {
            let (what, mend) = if cell.open {
                (
                    "begins with a quotation mark that is not closed; the mark was left out, and the row was read to the end of its line",
                    "close it behind the cell, or write it twice inside of quotation marks",
                )
            } else if cell.long && self.swallows(column, width, delimiter) {
                (
                    "is one cell by its quotation marks, but its lines look like rows of their own",
                    "see whether the mark is closed where the cell ends",
                )
            } else {
                return None;
            };
            let finding = Finding::new(Weight::Doubtful, what, mend);
            Some(finding.line(cell.line).column(column).value(cell.text.trim()))
        })
    }

    /// Whether the lines of a cell have just as many cells as rows of this width that
    /// begin before it and end behind it.
    fn swallows(&self, column: usize, width: usize, delimiter: u8) -> bool {
        let Some(cell) = column.checked_sub(1).and_then(|at| self.cells.get(at)) else {
            return false;
        };
        let signs = |line: &str| line.bytes().filter(|byte| *byte == delimiter).count();
        let counts: Vec<usize> = cell.text.lines().map(signs).collect();
        let [first, inner @ .., last] = counts.as_slice() else {
            return false;
        };
        width >= 3
            && column + first == width
            && inner.iter().all(|signs| signs + 1 == width)
            && self.cells.len() + last == column - 1 + width
            && first + last + 1 >= width
    }
}

struct Reader<'a> {
    text: &'a str,
    delimiter: u8,
    at: usize,
    line: u64,
}

impl Reader<'_> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// The next row that is not of nothing but line ends.
    fn record(&mut self) -> Option<Record> {
        while self.byte(self.at) == Some(b'\n') {
            self.at += 1;
            self.line += 1;
        }
        self.byte(self.at)?;
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell());
            let ended = self.byte(self.at);
            self.at += 1;
            match ended {
                Some(byte) if byte == self.delimiter => {}
                Some(_) => {
                    self.line += 1;
                    break;
                }
                None => break,
            }
        }
        Some(Record { line, cells })
    }

    /// A cell; what ends it comes next.
    fn cell(&mut self) -> ReadCell {
        let mut cell = ReadCell {
            line: self.line,
            text: String::new(),
            open: false,
            long: false,
        };
        if self.byte(self.at) == Some(b'"') {
            self.at += 1;
            match self.quoted() {
                Some((text, behind)) => {
                    let lines = text.matches('\n').count() as u64;
                    cell.text = text;
                    cell.long = lines > 0;
                    self.at = behind;
                    self.line += lines;
                }
                None => cell.open = true,
            }
        }
        let rest = self.text.get(self.at..).unwrap_or_default();
        let ends = |byte: &u8| *byte == self.delimiter || *byte == b'\n';
        let end = rest.as_bytes().iter().position(ends);
        let end = end.unwrap_or(rest.len());
        cell.text += rest.get(..end).unwrap_or_default();
        self.at += end;
        cell
    }

    /// What stands up to the closing quotation mark, and where it goes on behind that.
    /// None where nothing closes it: the text ends, or what closes it after some lines
    /// stands inside of another cell.
    fn quoted(&self) -> Option<(String, usize)> {
        let mut text = String::new();
        let mut from = self.at;
        let mut lines = 0;
        loop {
            let rest = self.text.get(from..)?;
            let end = rest.find('"')?;
            let part = rest.get(..end)?;
            lines += part.matches('\n').count() as u64;
            if lines > MOST_LINES {
                return None;
            }
            text += part;
            from += end + 1;
            match self.byte(from) {
                Some(b'"') => {
                    text.push('"');
                    from += 1;
                }
                None | Some(b'\n') => return Some((text, from)),
                Some(byte) if byte == self.delimiter || lines == 0 => return Some((text, from)),
                Some(_) => return None,
            }
        }
    }
}

/// What parts the cells: the sign that stands most often in the first lines
/// outside quotes; a comma where none does.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut quoted = false;
    let mut lines = 0;
    for byte in text.bytes().take(64 * 1024) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => lines += 1,
            _ if quoted => {}
            other => {
                for (sign, count) in &mut counts {
                    *count += i32::from(*sign == other);
                }
            }
        }
        if lines == 5 {
            break;
        }
    }
    let [comma, rest @ ..] = counts;
    rest.into_iter()
        .fold(
            comma,
            |best, next| if next.1 > best.1 { next } else { best },
        )
        .0
}
