use super::{About, Column, Workbook};
use crate::Cell;
use calamine::{Data, Reader, Xlsx};
use interlocal_catalog::NaiveDate;
use std::io::Cursor;

const COLUMNS: [Column; 1] = [Column {
    heading: "Value",
    width: 20,
}];

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn made(name: &str, cells: &[Cell]) -> Vec<u8> {
    let mut book = Workbook::new(About {
        title: "Values".into(),
        on: day(2026, 11, 22),
        lines: vec![("Source".into(), Cell::address("https://arden.example/"))],
    });
    book.sheet(name, &COLUMNS).unwrap();
    for cell in cells {
        book.row(std::slice::from_ref(cell)).unwrap();
    }
    book.finish().unwrap()
}

fn opened(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

fn check(cell: Cell, expect: &str) {
    let mut book = opened(made("Values", &[cell]));
    let range = book.worksheet_range("Values").unwrap();
    let value = range.get_value((1, 0)).cloned().unwrap_or_default();
    let shown = match value {
        Data::DateTime(at) => {
            let (year, month, date, hour, minute, second, _) = at.to_ymd_hms_milli();
            let on = day(year.into(), month.into(), date.into());
            match (hour, minute, second) {
                (0, 0, 0) => format!("day {on}"),
                _ => format!("moment {on} {hour}:{minute}:{second}"),
            }
        }
        Data::Float(number) => format!("number {number}"),
        Data::Int(number) => format!("number {number}"),
        Data::String(words) => format!("text {words}"),
        other => format!("{other:?}"),
    };
    assert_eq!(shown, expect);
}

#[test]
fn each_cell_has_its_type() {
    check(Cell::Integer(-3), "number -3");
    check(Cell::Decimal("12.50".parse().unwrap()), "number 12.5");
    check(Cell::Date(day(2026, 2, 28)), "day 2026-02-28");
    check(Cell::Date(day(9999, 12, 31)), "day 9999-12-31");
    let at = |seconds| Cell::Moment(chrono::DateTime::from_timestamp(seconds, 0).unwrap());
    check(at(1_795_354_245), "moment 2026-11-22 13:30:45");
    check(at(-6_106_060_800), "text 1776-07-04T00:00:00Z");
    check(Cell::text("0042"), "text 0042");
    check(Cell::Empty, "Empty");
}

#[test]
fn what_a_spreadsheet_would_round_or_shift_is_text() {
    check(
        Cell::Integer(9_007_199_254_740_993),
        "text 9007199254740993",
    );
    check(
        Cell::Decimal("1234567890123.4567".parse().unwrap()),
        "text 1234567890123.4567",
    );
    check(Cell::Date(day(1776, 7, 4)), "text 1776-07-04");
}

#[test]
fn text_that_looks_like_a_formula_is_text_and_keeps_every_letter() {
    for words in [
        "=cmd()", "+1", "-1", "@sum", "\t=1", "'=1", " a ", "_x0041_", "<b>&amp;",
    ] {
        check(Cell::text(words), &format!("text {words}"));
    }
    let bytes = made("Values", &[Cell::text("=HYPERLINK(\"http://x\")")]);
    let mut book = opened(bytes);
    let formulas = book.worksheet_formula("Values").unwrap();
    assert_eq!(formulas.used_cells().count(), 0);
}

#[test]
fn a_link_leads_only_where_a_reader_may_be_led() {
    let link = |address: &str| Cell::Link {
        text: "Arden".into(),
        address: address.into(),
    };
    let bytes = made(
        "Values",
        &[
            link("https://arden.example/a?b=c"),
            link("file:///etc/passwd"),
            link("javascript:x()"),
        ],
    );
    let mut book = opened(bytes);
    let links = book.hyperlinks_by_sheet_name("Values").unwrap();
    assert_eq!(links.len(), 1);
    let range = book.worksheet_range("Values").unwrap();
    assert_eq!(range.get_value((3, 0)), Some(&Data::String("Arden".into())));
}

#[test]
fn the_last_sheet_names_sources_and_day_and_says_what_was_cut() {
    let mut book = opened(made("Offer/ings: [all]", &[Cell::Text("ü".repeat(40_000))]));
    assert_eq!(book.sheet_names(), ["Offer ings   all", "Sources"]);
    let range = book.worksheet_range("Sources").unwrap();
    let rows: Vec<String> = range
        .rows()
        .map(|row| {
            row.iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(" | ")
        })
        .collect();
    assert!(
        rows.iter().any(|row| row.starts_with("As of | ")),
        "{rows:?}"
    );
    assert!(
        rows.contains(&"Source | https://arden.example/".to_owned()),
        "{rows:?}"
    );
    assert!(
        rows.iter()
            .any(|row| row.starts_with("Remark | 1 texts are longer"))
    );
}

#[test]
fn equal_tables_give_equal_bytes() {
    let cells = [Cell::text("a"), Cell::Integer(1)];
    assert_eq!(made("Values", &cells), made("Values", &cells));
}

#[test]
fn the_header_stays_in_sight() {
    let bytes = made("Values", &[Cell::text("a")]);
    let mut files = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for sheet in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"] {
        let mut xml = String::new();
        let mut file = files.by_name(sheet).unwrap();
        std::io::Read::read_to_string(&mut file, &mut xml).unwrap();
        let pane = xml.split("<pane ").nth(1).unwrap();
        let pane = pane.split('>').next().unwrap();
        assert!(pane.contains("ySplit=\"1\""), "{pane}");
        assert!(pane.contains("state=\"frozen\""), "{pane}");
    }
}
