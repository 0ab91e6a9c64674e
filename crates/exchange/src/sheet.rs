//! Lines of a CSV file that a spreadsheet may open: a cell that it would take for
//! a formula begins with an apostrophe, so that it stays what it is.

/// One line of cells, with its line end.
pub fn line<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let cells = cells.into_iter().map(harmless);
    // Writing to memory cannot fail, and what was text stays text.
    let _ = writer.write_record(cells.map(String::into_bytes));
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn harmless(cell: &str) -> String {
    let begins = cell.trim_start_matches([' ', '\u{a0}', '\u{feff}']);
    if begins.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::line;

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
}
