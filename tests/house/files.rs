//! The files of the repository, without what is made or fetched.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Folders that are made or fetched, wherever they lie.
const MADE: [&str; 7] = [
    ".venv",
    ".git",
    "target",
    "node_modules",
    "data",
    "screenshots",
    "proptest-regressions",
];

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_path_buf()
}

/// Every file under a folder of the root, as a path from the root.
pub fn files(under: &str) -> Vec<String> {
    let root = root();
    let mut found = Vec::new();
    let mut open = vec![root.join(under)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !MADE.contains(&name.as_str()) {
                    open.push(path);
                }
            } else {
                let path = path.strip_prefix(&root).unwrap();
                found.push(path.to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}

/// Every Rust file under a folder of the root.
pub fn rust_files(under: &str) -> Vec<String> {
    let all = files(under);
    assert!(!all.is_empty(), "{under} holds files");
    all.into_iter()
        .filter(|path| path.ends_with(".rs"))
        .collect()
}

/// The text of a file; none when it is no text.
pub fn text(path: &str) -> Option<String> {
    String::from_utf8(fs::read(root().join(path)).unwrap()).ok()
}

/// The code of a Rust file without comments.
pub fn code(path: &str) -> String {
    let text = text(path).unwrap();
    let lines = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}
