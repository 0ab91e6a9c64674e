//! Whether there is a doctest at all: cargo takes a while to find none.

use crate::repository::rust_files;

/// Whether a documentation comment holds a block of code.
pub fn exist() -> bool {
    ["crates", "migrations"]
        .into_iter()
        .flat_map(rust_files)
        .any(|file| {
            let text = std::fs::read_to_string(file).unwrap_or_default();
            text.lines().any(|line| {
                let line = line.trim_start();
                line.starts_with("/// ```") || line.starts_with("//! ```")
            })
        })
}
