//! The ground is pure.

use super::{
    files::{code, rust_files},
    workspace::MEMBERS,
};

const PURE: [&str; 3] = ["catalog", "matching", "pages"];

/// Libraries that neither read nor write nor wait.
const HARMLESS: [&str; 12] = [
    "chrono",
    "interlocal-catalog",
    "interlocal-matching",
    "maud",
    "rust_decimal",
    "schemars",
    "serde",
    "serde_json",
    "serde_path_to_error",
    "sha2",
    "thiserror",
    "unicode-segmentation",
];

/// Parts of the standard library that reach outside.
const OUTSIDE: [&str; 7] = ["env", "fs", "io", "net", "process", "thread", "time"];

/// Words of code that reads a clock, draws a number, waits or shares state.
const IMPURE: [&str; 10] = [
    "async ",
    "async{",
    ".await",
    "tokio",
    "SystemTime",
    "Instant::",
    "Utc::now",
    "Local::now",
    " rand::",
    "static mut",
];

#[test]
fn the_ground_is_pure() {
    for folder in PURE {
        for path in rust_files(&format!("crates/{folder}/src")) {
            let code = code(&path);
            for word in IMPURE {
                assert!(!code.contains(word), "{path} says “{}”", word.trim());
            }
            for part in named_of_std(&code) {
                assert!(
                    !OUTSIDE.contains(&part.as_str()),
                    "{path} names std::{part}"
                );
            }
        }
    }
}

#[test]
fn the_ground_depends_on_nothing_that_reaches_outside() {
    for folder in PURE {
        let member = &MEMBERS[&format!("interlocal-{folder}")];
        for needed in &member.needs {
            assert!(
                HARMLESS.contains(&needed.as_str()),
                "{folder} depends on {needed}"
            );
        }
        let clock = ("chrono".to_owned(), "clock".to_owned());
        assert!(
            !member.features.contains(&clock),
            "{folder} can read the clock"
        );
    }
}

#[test]
fn parts_of_the_standard_library_are_seen_alone_and_in_groups() {
    let code = "use std::{collections::HashMap, fs};\nlet x = std::env::var(1);\nuse std::{\n    fmt::{self, Write}, time::Duration,\n};";
    assert_eq!(
        named_of_std(code),
        ["collections", "env", "fmt", "fs", "time"]
    );
}

/// The first-level parts of the standard library that code names, sorted.
fn named_of_std(code: &str) -> Vec<String> {
    let code: String = code.split_whitespace().collect();
    let mut found = Vec::new();
    for rest in code.split("std::").skip(1) {
        if let Some(group) = rest.strip_prefix('{') {
            found.extend(members_of(group));
        } else {
            found.push(word(rest));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The first words of the members of a group of imports, up to its end.
fn members_of(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut found = vec![word(group)];
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => found.push(word(&group[at + 1..])),
            _ => {}
        }
    }
    found.retain(|word| !word.is_empty());
    found
}

fn word(text: &str) -> String {
    text.chars()
        .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
        .collect()
}
