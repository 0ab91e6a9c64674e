//! Text as rows of cells. LF, CRLF and CR end a row, and stand for LF inside quotes.

use super::{Loose, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Row};

/// Lines that one row may span; more of them is a quotation mark left open.
const MOST_LINES: u64 = 1_000;

/// Reads text; errs with the line where it is no table.
pub fn read(text: &str) -> Result<Loose, (u64, String)> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut loose = Loose::default();
    let mut line = 1;
    let mut from = 0;
    let mut cells = 0;
    let mut record = csv::StringRecord::new();
    loop {
        // Rows of nothing but line ends are left out by the reader.
        let blank = text.get(from..).unwrap_or_default();
        let skipped = blank.len() - blank.trim_start_matches('\n').len();
        line += skipped as u64;
        from += skipped;
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(loose),
            Err(error) => return Err((line, format!("cannot be read as CSV: {error}"))),
        }
        let upto = reader.position().byte() as usize;
        let spans = text
            .get(from..upto)
            .unwrap_or_default()
            .matches('\n')
            .count() as u64;
        if spans > MOST_LINES {
            let why = format!(
                "begins a row that spans {spans} lines: a quotation mark is opened here and not closed"
            );
            return Err((line, why));
        }
        if loose.rows.len() > MOST_ROWS {
            return Err((line, format!("has more than {MOST_ROWS} rows: split it")));
        }
        cells += record.len();
        if record.len() > MOST_COLUMNS || cells > MOST_CELLS {
            let why = format!(
                "has more than {MOST_COLUMNS} columns, or the file more than {MOST_CELLS} cells"
            );
            return Err((line, why));
        }
        loose.rows.push(Row {
            line,
            cells: record.iter().map(|cell| cell.trim().to_owned()).collect(),
        });
        line += spans;
        from = upto;
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
