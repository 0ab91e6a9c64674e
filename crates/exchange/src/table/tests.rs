use super::{Table, letters};
use crate::{
    Cell,
    workbook::{About, Column, Workbook},
};
use interlocal_catalog::NaiveDate;

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
        why(b"a\0b"),
        "x, line 1, column 1: it holds NUL characters: it is no text"
    );
    assert_eq!(why(b" \n\n"), "x, line 1, column 1: holds nothing");
    assert!(why(b"PK\x03\x04rest").contains("cannot be read as a workbook"));
    let open = format!("a,b\n1,2\n\"3,4\n{}", "5,6\n".repeat(1_200));
    let why = why(open.as_bytes());
    assert!(why.starts_with("x, line 3"), "{why}");
    assert!(why.contains("a quotation mark is opened here and not closed"));
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
