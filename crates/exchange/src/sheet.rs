//! Lines of a CSV file that a spreadsheet may open: text that it would take for
//! a formula begins with an apostrophe, so that it stays what it is. Text that
//! begins with apostrophes before such a beginning gets one more, so that
//! [`plain`] gives back exactly what was written.

use crate::Cell;
use chrono::SecondsFormat;

/// One line of cells, with its line end.
pub fn line<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    written(cells.into_iter().map(harmless))
}

/// One line of typed cells, with its line end: numbers and days as they are
/// (`-12.50`, `2026-11-22`), a link as its address, text harmless.
pub fn row<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> String {
    written(cells.into_iter().map(|cell| match cell {
        Cell::Empty => String::new(),
        Cell::Text(words) => harmless(words),
        Cell::Integer(number) => number.to_string(),
        Cell::Decimal(number) => number.to_string(),
        Cell::Date(day) => day.to_string(),
        Cell::Moment(at) => at.to_rfc3339_opts(SecondsFormat::Secs, true),
        Cell::Link { address, .. } => harmless(address),
    }))
}

/// The text of a cell that [`line`] or [`row`] has written.
pub fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if formula(rest) => rest,
        _ => cell,
    }
}

fn written(cells: impl Iterator<Item = String>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing to memory cannot fail, and what was text stays text.
    let _ = writer.write_record(cells.map(String::into_bytes));
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// One line of cells as they are, with its line end: for writers that made text
/// [`harmless`] themselves.
pub(crate) fn raw_line(cells: impl IntoIterator<Item = String>) -> String {
    written(cells.into_iter())
}

/// Text that no spreadsheet takes for a formula.
pub(crate) fn harmless(cell: &str) -> String {
    if formula(cell) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// Whether a spreadsheet would take the text for a formula, behind any spaces
/// and apostrophes.
pub(crate) fn formula(cell: &str) -> bool {
    cell.trim_start_matches([' ', '\u{a0}', '\u{feff}', '\''])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::{line, plain, row};
    use crate::Cell;
    use interlocal_catalog::NaiveDate;

    fn check(cells: &[&str], expect: &str) {
        assert_eq!(line(cells.iter().copied()), expect);
    }

    #[test]
    fn a_cell_that_looks_like_a_formula_is_made_harmless() {
        check(&["=1+1", "+1", "-1", "@x"], "'=1+1,'+1,'-1,'@x\r\n");
        check(&[" =cmd", "\tx", "＝1"], "' =cmd,'\tx,'＝1\r\n");
        check(&["a=1", "2026-11-22"], "a=1,2026-11-22\r\n");
    }

    #[test]
    fn quotes_commas_and_line_ends_stay_inside_their_cell() {
        check(
            &["a,b", "c\"d", "e\nf", ""],
            "\"a,b\",\"c\"\"d\",\"e\nf\",\r\n",
        );
        check(
            &["=HYPERLINK(\"http://x\",1)"],
            "\"'=HYPERLINK(\"\"http://x\"\",1)\"\r\n",
        );
    }

    #[test]
    fn numbers_and_days_stand_as_they_are_and_text_beside_them_is_harmless() {
        let cells = [
            Cell::Integer(-3),
            Cell::Decimal("-12.50".parse().unwrap()),
            Cell::maybe(NaiveDate::from_ymd_opt(2026, 11, 22)),
            Cell::Empty,
            Cell::text("-3"),
            Cell::address("https://arden.example/x"),
        ];
        assert_eq!(
            row(&cells),
            "-3,-12.50,2026-11-22,,'-3,https://arden.example/x\r\n"
        );
    }

    #[test]
    fn what_was_made_harmless_is_read_back_as_it_was() {
        for words in ["=1", "'=1", "''=1", "' =1", "'tis", "it's", "", "-", "'"] {
            let written = line([words]);
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(written.as_bytes());
            let record = reader.records().next().unwrap().unwrap();
            assert_eq!(plain(record.get(0).unwrap()), words, "{written}");
        }
    }
}
