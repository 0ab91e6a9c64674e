//! Raw markup enters the pages in one place.

use super::files::{code, rust_files};

#[test]
fn raw_markup_enters_the_pages_in_one_file_and_nothing_writes_past_the_escaping() {
    let files = rust_files("crates/pages/src");
    let raw: Vec<&String> = files
        .iter()
        .filter(|path| code(path).contains("PreEscaped"))
        .collect();
    assert!(raw.len() <= 1, "PreEscaped stands in {raw:?}");
    for path in &files {
        assert!(
            !code(path).contains("fn render_to"),
            "{path} implements render_to"
        );
    }
}

#[test]
fn only_pages_make_html() {
    for folder in [
        "catalog", "matching", "exchange", "store", "search", "portal", "web",
    ] {
        for path in rust_files(&format!("crates/{folder}/src")) {
            let code = code(&path);
            for tag in ["<div", "<p>", "<span", "<html", "<li>", "<table"] {
                assert!(!code.contains(tag), "{path} writes {tag}");
            }
        }
    }
}
