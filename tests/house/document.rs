//! `docs/ARCHITECTURE.md` tells the truth.

use super::{
    files::{root, text},
    workspace::{MEMBERS, is_member, short},
};
use std::collections::{BTreeMap, BTreeSet};

const DOCUMENT: &str = "docs/ARCHITECTURE.md";
const INVARIANTS: usize = 10;

#[test]
fn every_path_in_the_document_exists() {
    let document = text(DOCUMENT).unwrap();
    let paths: Vec<&str> = quoted(&document).filter(|word| is_path(word)).collect();
    assert!(paths.len() > 20, "the document names paths: {paths:?}");
    for path in paths {
        let file = path.split("::").next().unwrap();
        assert!(
            root().join(file).exists(),
            "{DOCUMENT} names {path}, which does not exist"
        );
    }
}

#[test]
fn the_crate_table_is_what_cargo_sees() {
    let document = text(DOCUMENT).unwrap();
    let table: BTreeMap<String, BTreeSet<String>> = document
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
            let name = quoted(cells[0]).next().unwrap();
            (
                name.to_owned(),
                quoted(cells[2]).map(str::to_owned).collect(),
            )
        })
        .collect();
    let seen: BTreeMap<String, BTreeSet<String>> = MEMBERS
        .iter()
        .map(|(name, member)| {
            let needs = member.needs.iter().filter(|needed| is_member(needed));
            (
                short(name).to_owned(),
                needs.map(|needed| short(needed).to_owned()).collect(),
            )
        })
        .collect();
    assert_eq!(table, seen);
}

#[test]
fn every_invariant_names_a_guard_that_exists() {
    let document = text(DOCUMENT).unwrap();
    let (_, section) = document.split_once("## Invariants").unwrap();
    let section = section.split("\n## ").next().unwrap();
    for number in 1..=INVARIANTS {
        let (_, told) = section
            .split_once(&format!("\n{number}. **"))
            .unwrap_or_else(|| {
                panic!("{DOCUMENT} has no invariant {number}");
            });
        let told = told.split(&format!("\n{}. **", number + 1)).next().unwrap();
        let guards: Vec<&str> = quoted(told).filter(|word| word.contains(".rs::")).collect();
        assert!(!guards.is_empty(), "invariant {number} names no guard");
        for guard in guards {
            let (file, test) = guard.split_once("::").unwrap();
            assert!(is_test(file, test), "{guard} is no test");
        }
    }
    assert!(
        !section.contains(&format!("\n{}. **", INVARIANTS + 1)),
        "one more invariant"
    );
}

/// Whether a file holds a test of this name.
fn is_test(file: &str, test: &str) -> bool {
    let Some(code) = root().join(file).is_file().then(|| text(file)).flatten() else {
        return false;
    };
    let Some((before, _)) = code.split_once(&format!("fn {test}(")) else {
        return false;
    };
    let attribute = before.trim_end().trim_end_matches("async").trim_end();
    attribute.lines().next_back().is_some_and(|line| {
        let line = line.trim();
        line.starts_with("#[test]") || line.starts_with("#[tokio::test")
    })
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Whether it looks like a path of the repository.
fn is_path(word: &str) -> bool {
    let plain = |letter: char| letter.is_alphanumeric() || "./-_:".contains(letter);
    word.contains('/') && !word.starts_with('/') && !word.contains("//") && word.chars().all(plain)
}
