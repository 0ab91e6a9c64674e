//! `interlocal audit …` and `interlocal import dotgov FILE`, as they are typed.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use std::{
    path::Path,
    process::{Command, Output},
};

const HEAD: &str = "Domain name,Domain type,Organization name,Suborganization name,City,State,\
                    Security contact email\n";

fn interlocal(data: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_interlocal"))
        .args(arguments)
        .arg("--data")
        .arg(data)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn refused(output: &Output, words: &str) {
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let fault = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(fault.contains(words), "{fault}");
}

/// Two people were invited.
fn invited() -> tempfile::TempDir {
    let data = tempfile::tempdir().unwrap();
    for email in ["ada@arden.example", "bo@arden.example"] {
        let invite = ["user", "invite", email, "--role", "steward"];
        said(&interlocal(data.path(), &invite));
    }
    data
}

#[test]
fn the_log_is_printed_newest_first_by_filter_and_in_three_formats() {
    let data = invited();
    let audit = |more: &[&str]| {
        let output = interlocal(data.path(), &[&["audit"], more].concat());
        said(&output)
    };
    let table = audit(&[]);
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.len(), 2, "{table}");
    assert!(lines[0].contains("bo@arden.example"), "{table}");
    assert!(lines[1].contains("ada@arden.example"), "{table}");
    let json = audit(&["--format", "json"]);
    let entries: Vec<serde_json::Value> = json
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let action = entries[0]["action"].as_str().unwrap();
    assert_eq!(entries[0]["actor"], "portal");
    assert_eq!(entries[0]["subject"], "bo@arden.example");
    let csv = audit(&["--format", "csv"]);
    assert_eq!(csv.lines().count(), 3, "a head and two lines: {csv}");
    assert_eq!(audit(&["--action", action]).lines().count(), 2);
    assert_eq!(audit(&["--action", "publish"]), "");
    assert_eq!(audit(&["--actor", "portal"]).lines().count(), 2);
    assert_eq!(audit(&["--actor", "ada@arden.example"]), "");
    assert_eq!(audit(&["--body", "nobody"]), "");
    assert_eq!(audit(&["--since", "2199-01-01"]), "");
    refused(
        &interlocal(data.path(), &["audit", "--since", "yesterday"]),
        "yesterday",
    );
}

#[test]
fn a_list_of_domains_is_taken_in_row_by_row_and_the_second_time_changes_nothing() {
    let data = invited();
    let file = data.path().join("list.csv");
    let rows = "alphabet.gov,Federal - Executive,Alphabet Office,,Washington,DC,\n\
                arden.gov,City,City of Arden,,Arden,ZZ,\n\
                not a domain,City,City of Birch,,Birch,IL,\n";
    std::fs::write(&file, format!("{HEAD}{rows}")).unwrap();
    let import = |more: &[&str]| {
        let path = file.display().to_string();
        interlocal(data.path(), &[&["import", "dotgov", &path], more].concat())
    };
    let last = |output: &Output| said(output).lines().last().unwrap().to_owned();
    let dry = last(&import(&["--dry-run"]));
    let first = import(&[]);
    assert_eq!(last(&first), dry, "a dry run says what would be done");
    assert!(
        dry.starts_with("created ") && dry.ends_with("refused 1"),
        "{dry}"
    );
    let text = said(&first);
    assert!(text.contains("line 4: refused “not a domain”: "), "{text}");
    let again = last(&import(&[]));
    assert!(again.starts_with("created 0, changed 0"), "{again}");
    let nothing = interlocal(data.path(), &["import", "dotgov", "/nowhere/list.csv"]);
    refused(&nothing, "/nowhere/list.csv");
    std::fs::write(&file, "a,b\n1,2\n").unwrap();
    refused(&import(&[]), "list.csv");
}
