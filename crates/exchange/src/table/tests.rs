use super::{Table, letters, lines};
use crate::{
    Cell,
    workbook::{About, Column, Workbook},
};
use interlocal_catalog::NaiveDate;
use proptest::prelude::*;

fn told(table: &Table) -> String {
    let heads: Vec<&str> = table.headings.iter().map(|h| h.name.as_str()).collect();
    let mut out = heads.join("|");
    for row in &table.rows {
        out += &format!("\n{} {}", row.line, row.cells.join("|").replace('\n', "⏎"));
    }
    out
}

fn check(bytes: &[u8], expect: &str) {
    assert_eq!(told(&Table::read("x", bytes, &[]).unwrap()), expect);
}

#[test]
fn every_line_end_is_taken_also_inside_quotes() {
    let expect = "a|b\n2 1|2\n3 once⏎upon|4\n5 5|6";
    for end in ["\n", "\r\n", "\r"] {
        let text = format!("a,b{end}1,2{end}\"once{end}upon\",4{end}5,6{end}");
        check(text.as_bytes(), expect);
    }
    check(b"a,b\n\n\n1,2\n\n3,4", "a|b\n4 1|2\n6 3|4");
    check(b"\n\na,b\n1,2", "a|b\n4 1|2");
}

#[test]
fn headings_without_words_twice_or_with_line_ends_get_a_name() {
    check(
        b"\"\t\n\x0b start \t\n end \",,A,a\n1,2,3,4\n",
        "start end|column B|A|a (2)\n4 1|2|3|4",
    );
}

#[test]
fn long_rows_are_kept_short_rows_are_filled_and_blank_ones_left_out() {
    let table = Table::read("x", b"a,b\n1,2,3\n4\n,\n,,,\n", &[]).unwrap();
    assert_eq!(told(&table), "a|b|column C\n2 1|2|3\n3 4");
    assert_eq!(
        table.notes,
        [
            "blank rows left out: 2",
            "rows with more cells than headings: 1, the first on line 2; every cell was kept"
        ]
    );
    check(b"a,b,c\n,,,\n", "a|b|c");
}

#[test]
fn what_stands_above_the_header_is_passed_over() {
    let text = b"Statewide contracts\nas of,May\ncontract,supplier,expires\n1,A,2\n";
    let table = Table::read("x", text, &["contract", "supplier", "expir"]).unwrap();
    assert_eq!(told(&table), "contract|supplier|expires\n4 1|A|2");
}

#[test]
fn other_signs_part_cells_too() {
    check(b"a;b;c\n\"1,5\";2;3\n", "a|b|c\n2 1,5|2|3");
    check(b"a\tb\n1\t2\n", "a|b\n2 1|2");
}

#[test]
fn encodings_are_told_apart() {
    check("\u{feff}a,b\nʤ,2".as_bytes(), "a|b\n2 ʤ|2");
    let latin = Table::read("x", b"a,b\n4,\xa9\n", &[]).unwrap();
    assert_eq!(told(&latin), "a|b\n2 4|©");
    assert_eq!(latin.notes, ["it is no UTF-8 and was read as Windows-1252"]);
    check(b"\xff\xfea\0,\0b\0\n\x001\0,\0\xf1\0", "a|b\n2 1|ñ");
}

#[test]
fn what_is_no_table_is_refused_with_its_line() {
    let why = |bytes: &[u8]| Table::read("x", bytes, &[]).unwrap_err().to_string();
    assert_eq!(
        why(b"a,b\nc,d\0\n"),
        "x, line 2, column 1: has a NUL character as letter 4 of this line: it is no text, or was damaged on its way"
    );
    assert_eq!(why(b" \n\n"), "x, line 1, column 1: holds nothing");
    assert!(why(b"PK\x03\x04rest").contains("cannot be read as a workbook"));
}

/// The rows of a file, and what is wrong in its cells.
fn quoted(text: &str, rows: &str, findings: &[&str]) {
    let table = Table::read("x", text.as_bytes(), &[]).unwrap();
    assert_eq!(told(&table), rows, "{text}");
    let said: Vec<String> = table.findings.iter().map(ToString::to_string).collect();
    let begun = |(said, expect): (&String, &&str)| said.starts_with(expect);
    assert!(
        said.len() == findings.len() && said.iter().zip(findings).all(begun),
        "{text}: {said:?}"
    );
}

#[test]
fn a_quotation_mark_that_is_not_closed_swallows_no_row() {
    let open = "“Acme” begins with a quotation mark that is not closed";
    quoted(
        "a,b,c\n1,2,3\n4,\"Acme,6\n7,8,9\n",
        "a|b|c\n2 1|2|3\n3 4|Acme|6\n4 7|8|9",
        &[&format!("line 3, column 2 (b): doubtful: {open}")],
    );
    // The next mark belongs to a cell of another row.
    quoted(
        "a,b,c\n4,\"Acme,6\n7,8,9\n1,\"Boro, Inc\",3\n4,5,6",
        "a|b|c\n2 4|Acme|6\n3 7|8|9\n4 1|Boro, Inc|3\n5 4|5|6",
        &[&format!("line 2, column 2 (b): doubtful: {open}")],
    );
    quoted(
        "a,b,c\n4,\"Acme,6\n7,\"Acme,9\n",
        "a|b|c\n2 4|Acme|6\n3 7|Acme|9",
        &["line 2, column 2 (b)", "line 3, column 2 (b)"],
    );
    quoted("a,b\n1,\"", "a|b\n2 1", &["line 2, column 2 (b)"]);
    let many = format!("a,b\n1,2\n\"3,4\n{}", "5,6\n".repeat(1_200));
    let table = Table::read("x", many.as_bytes(), &[]).unwrap();
    assert_eq!((table.rows.len(), table.findings.len()), (1_202, 1));
    let closed_late = format!("{many}7,8\",9\n");
    let table = Table::read("x", closed_late.as_bytes(), &[]).unwrap();
    assert_eq!((table.rows.len(), table.findings.len()), (1_203, 1));
}

#[test]
fn a_cell_whose_lines_look_like_rows_is_named_and_one_of_words_is_not() {
    quoted(
        "a,b,c\n4,\"Acme,6\n7,8,9\n1,pipe 6\",3\n4,5,6",
        "a|b|c\n2 4|Acme,6⏎7,8,9⏎1,pipe 6|3\n5 4|5|6",
        &["line 2, column 2 (b): doubtful: “Acme,6\n7,8,9\n1,pipe 6” is one cell"],
    );
    quoted(
        "a,b,c\n4,\"12 Main St\nArden, PA, 15222\",6\n\"one\n\ntwo\",\"say \"\"hi\"\"\",\"\"\n",
        "a|b|c\n2 4|12 Main St⏎Arden, PA, 15222|6\n4 one⏎⏎two|say \"hi\"",
        &[],
    );
}

proptest! {
    #[test]
    fn what_is_written_as_csv_is_read_as_it_was(
        rows in prop::collection::vec(prop::collection::vec("[a\", \n;']{0,6}", 4), 1..8)
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["head", "of", "four", "columns"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let loose = lines::read(&text).unwrap();
        let read = loose.rows[1..].iter().map(|row| row.cells.clone());
        let written = rows.iter().map(|row| row.iter().map(|cell| cell.trim().to_owned()));
        prop_assert_eq!(read.collect::<Vec<_>>(), written.map(Vec::from_iter).collect::<Vec<_>>());
        prop_assert!(loose.findings.iter().all(|one| one.what.contains("look like rows")));
    }

    #[test]
    fn no_line_of_a_file_is_lost_whatever_its_quotation_marks(
        lines in prop::collection::vec("[ab\",]{1,8}", 1..12)
    ) {
        let loose = lines::read(&lines.join("\n")).unwrap();
        let spans = loose.rows.iter().map(|row| {
            1 + row.cells.iter().map(|cell| cell.matches('\n').count()).sum::<usize>()
        });
        prop_assert!(spans.sum::<usize>() <= lines.len());
        let letters = |text: &str| text.bytes().filter(u8::is_ascii_alphabetic).count();
        let kept = loose.rows.iter().flat_map(|row| &row.cells).map(|cell| letters(cell));
        prop_assert_eq!(kept.sum::<usize>(), letters(&lines.join("\n")));
    }
}

#[test]
fn a_workbook_is_read_with_the_numbers_of_its_rows() {
    let columns = ["Number", "Supplier", "Ends"].map(|heading| Column { heading, width: 10 });
    let mut book = Workbook::new(About {
        title: "Contracts".into(),
        on: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        lines: Vec::new(),
    });
    book.sheet("Contracts", &columns).unwrap();
    let day = NaiveDate::from_ymd_opt(2027, 6, 30).unwrap();
    book.row(&[Cell::text("0042"), "Boro\rTools".into(), Cell::Date(day)])
        .unwrap();
    book.row(&[]).unwrap();
    book.row(&[Cell::Integer(43), Cell::Decimal("1234.5".parse().unwrap())])
        .unwrap();
    let bytes = book.finish().unwrap();
    let table = Table::read("x.xlsx", &bytes, &[]).unwrap();
    assert_eq!(
        told(&table).replace('\r', "␍"),
        "Number|Supplier|Ends\n2 0042|Boro␍Tools|2027-06-30\n4 43|1234.5"
    );
    assert_eq!(table.notes, ["the sheet “Contracts” was read, one of 2"]);
}

#[test]
fn columns_are_called_as_a_spreadsheet_calls_them() {
    let called: Vec<String> = [0, 25, 26, 701, 702].map(letters).to_vec();
    assert_eq!(called, ["A", "Z", "AA", "ZZ", "AAA"]);
}
