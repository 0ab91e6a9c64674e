//! A broken file stops the import with file, line and column.

use interlocal_exchange::{Fault, starter::read};
use interlocal_testkit::starter::file;

/// Reads the starter directory with one file changed; gives the fault.
fn with(changed: &str, change: impl Fn(String) -> String) -> Fault {
    let files = |name: &str| {
        let text = file(name)?;
        Ok(if name == changed { change(text) } else { text })
    };
    read(&files).expect_err("a broken file is read without a word")
}

/// The text with a line (from 1) put through a change.
fn line(text: &str, number: usize, change: impl Fn(&str) -> String) -> String {
    let lines = text.lines().zip(1..);
    lines.map(|(line, n)| if n == number { change(line) } else { line.to_owned() } + "\n").collect()
}

fn check(fault: &Fault, file: &str, line: u64, column: u64, word: &str) {
    let told = fault.to_string();
    assert_eq!(
        (fault.file.as_str(), fault.line, fault.column),
        (file, line, column),
        "{told}"
    );
    assert!(told.contains(word), "{told}");
    assert!(
        told.starts_with(&format!("{file}, line {line}, column {column}: ")),
        "{told}"
    );
}

#[test]
fn a_cell_that_cannot_be_read_is_named_with_its_line_and_column() {
    let fault = with("jurisdictions.csv", |text| {
        line(&text, 3, |row| row.replace(",59285,", ",many,"))
    });
    check(&fault, "jurisdictions.csv", 3, 6, "many");
}

#[test]
fn a_kind_that_nobody_knows_is_named() {
    let fault = with("jurisdictions.csv", |text| {
        line(&text, 2, |row| row.replace(",state,", ",kingdom,"))
    });
    check(&fault, "jurisdictions.csv", 2, 2, "kingdom");
}

#[test]
fn a_row_with_a_cell_too_many_is_named() {
    let fault = with("county_status.csv", |text| {
        line(&text, 2, |row| format!("{row},more"))
    });
    assert_eq!(
        (fault.file.as_str(), fault.line),
        ("county_status.csv", 2),
        "{fault}"
    );
}

#[test]
fn a_body_in_a_place_that_does_not_exist_is_named() {
    let fault = with("bodies.csv", |text| {
        line(&text, 3, |row| {
            row.replace(",state-02,state-02,", ",state-99,state-02,")
        })
    });
    check(&fault, "bodies.csv", 3, 5, "state-99");
}

#[test]
fn an_office_of_a_body_that_does_not_exist_is_named() {
    let fault = with("cio_offices.csv", |text| {
        line(&text, 2, |row| {
            row.replace("al-office-of-information-technology", "nobody")
        })
    });
    check(&fault, "cio_offices.csv", 2, 2, "nobody");
}

#[test]
fn an_offering_that_is_no_json_is_named_with_line_and_column() {
    let fault = with("offerings.jsonl", |text| {
        line(&text, 5, |_| "{\"slug\": oops}".to_owned())
    });
    assert_eq!(
        (fault.file.as_str(), fault.line, fault.column),
        ("offerings.jsonl", 5, 10),
        "{fault}"
    );
}

#[test]
fn an_offering_of_nobody_and_one_in_no_category_are_named() {
    let fault = with("offerings.jsonl", |text| {
        line(&text, 1, |row| {
            row.replace("\"local-government-purchasing-cooperative\"", "\"nobody\"")
        })
    });
    assert_eq!((fault.file.as_str(), fault.line), ("offerings.jsonl", 1));
    assert!(
        fault.column > 1 && fault.to_string().contains("“nobody” is not among"),
        "{fault}"
    );
    let fault = with("offerings.jsonl", |text| {
        line(&text, 1, |row| {
            row.replace("\"national-cooperatives\"", "\"magic\"")
        })
    });
    assert!(
        fault
            .to_string()
            .contains("“magic” is not in the vocabulary"),
        "{fault}"
    );
}

#[test]
fn a_slug_that_stands_twice_is_named() {
    let fault = with("offerings.jsonl", |text| {
        let first = text.lines().next().unwrap().to_owned();
        line(&text, 2, |_| first.clone())
    });
    assert_eq!(
        (fault.file.as_str(), fault.line),
        ("offerings.jsonl", 2),
        "{fault}"
    );
    assert!(fault.to_string().contains("stands twice"), "{fault}");
}

#[test]
fn a_vocabulary_that_is_no_json_is_named_with_line_and_column() {
    let fault = with("vocabulary.json", |text| {
        line(&text, 2, |_| "oops".to_owned())
    });
    let words = "has a name of a field that is not in quotation marks";
    check(&fault, "vocabulary.json", 2, 1, words);
}

#[test]
fn a_file_that_is_missing_is_named() {
    let files = |name: &str| {
        if name == "bodies.csv" {
            Err("no such file".to_owned())
        } else {
            file(name)
        }
    };
    let fault = read(&files).unwrap_err();
    check(&fault, "bodies.csv", 1, 1, "no such file");
}

#[test]
fn a_day_that_is_none_is_named() {
    let fault = with("SOURCES.md", |text| text.replace("2026-11-22", "yesterday"));
    assert_eq!(fault.file, "SOURCES.md");
    assert!(
        fault.line > 1 && fault.to_string().contains("“yesterday” is not a day"),
        "{fault}"
    );
}
