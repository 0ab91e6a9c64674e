//! What lies where, how large it is and how it is called.

use super::files::{files, root, rust_files, text};

/// What may lie at the top.
const TOP: [&str; 26] = [
    ".cargo",
    ".ci",
    ".config",
    ".dockerignore",
    ".git",
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "Dockerfile",
    "LICENSE",
    "README.md",
    "assets",
    "clippy.toml",
    "config",
    "crates",
    "data",
    "docs",
    "migrations",
    "rustfmt.toml",
    "screenshots",
    "target",
    "tests",
    "rust-toolchain.toml",
];

/// Names that say nothing.
const EMPTY_NAMES: [&str; 12] = [
    "common",
    "helper",
    "helpers",
    "manager",
    "managers",
    "misc",
    "service",
    "services",
    "shared",
    "util",
    "utilities",
    "utils",
];

/// Lines from which on a file needs to be split.
const TOO_LONG: usize = 500;

#[test]
fn nothing_lies_at_the_top_that_does_not_belong_there() {
    for entry in std::fs::read_dir(root()).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(TOP.contains(&name.as_str()), "{name} lies at the top");
    }
}

#[test]
fn no_file_is_too_long() {
    for path in rust_files("crates")
        .into_iter()
        .chain(rust_files("migrations"))
    {
        let lines = text(&path).unwrap().lines().count();
        let is_test = path.contains("/tests/");
        assert!(is_test || lines <= TOO_LONG, "{path} has {lines} lines");
    }
}

#[test]
fn no_file_or_folder_has_a_name_that_says_nothing() {
    for folder in ["crates", "migrations", "tests"] {
        for path in rust_files(folder) {
            for part in path.trim_end_matches(".rs").split('/') {
                assert!(
                    !EMPTY_NAMES.contains(&part),
                    "{path}: name it by what it does"
                );
            }
        }
    }
}

#[test]
fn lock_files_name_packages_and_no_registry() {
    let settings = text("assets/.npmrc").unwrap();
    assert!(
        settings
            .lines()
            .any(|line| line == "omit-lockfile-registry-resolved=true")
    );
    let locks: Vec<String> = files("")
        .into_iter()
        .filter(|path| path.ends_with("package-lock.json"))
        .collect();
    assert!(
        locks.contains(&"assets/package-lock.json".to_owned()),
        "{locks:?}"
    );
    for lock in locks {
        assert!(
            !text(&lock).unwrap().contains("\"resolved\""),
            "{lock} names a registry"
        );
    }
}

#[test]
fn no_text_speaks_of_somebodys_machine() {
    let machines = ["work", "root", "home"].map(|folder| format!("/{folder}/"));
    let data = ["assets/starter/", "tests/cases/", "Cargo.lock"];
    for path in files("")
        .into_iter()
        .filter(|path| !data.iter().any(|d| path.starts_with(d)))
    {
        let Some(text) = text(&path) else { continue };
        for (line, number) in text.lines().zip(1..) {
            for machine in &machines {
                let named = line.match_indices(machine.as_str()).any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    before
                        .is_none_or(|letter| !letter.is_alphanumeric() && !"./-_}".contains(letter))
                });
                assert!(!named, "{path}, line {number} speaks of {machine}");
            }
        }
    }
}
