//! Shipped migrations are never edited.

use super::files::{root, rust_files, text};
use sha2::{Digest, Sha256};
use std::process::Command;

/// Hash and path of every migration, as `sha256sum` writes them.
const SHIPPED: &str = "migrations/shipped.sha256";

#[test]
fn a_shipped_migration_is_never_edited() {
    let mut expected = String::new();
    for path in rust_files("migrations/src") {
        let path = path.strip_prefix("migrations/").unwrap();
        if path.starts_with("src/m") {
            let hash = Sha256::digest(text(&format!("migrations/{path}")).unwrap());
            let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
            expected += &format!("{hash}  {path}\n");
        }
    }
    assert_eq!(
        text(SHIPPED).unwrap(),
        expected,
        "{SHIPPED} is not what lies in migrations/src: add a line for a new migration, \
         and leave those that shipped as they are"
    );
}

#[test]
fn the_list_of_shipped_migrations_only_grows() {
    let now = text(SHIPPED).unwrap();
    let history = git(&["log", "--format=%H", "--", SHIPPED]).unwrap_or_default();
    for commit in history.lines() {
        if let Some(before) = git(&["show", &format!("{commit}:{SHIPPED}")]) {
            assert!(
                now.starts_with(&before),
                "{SHIPPED} lost what it held at {commit}"
            );
        }
    }
}

#[test]
fn a_migration_knows_no_entity() {
    for path in rust_files("migrations/src") {
        let text = text(&path).unwrap();
        for word in [
            "interlocal_store",
            "interlocal_catalog",
            "DeriveEntityModel",
        ] {
            assert!(!text.contains(word), "{path} names {word}");
        }
    }
}

/// What git says; none where there is no history.
fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git")
        .args(arguments)
        .current_dir(root())
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    output.status.success().then_some(said)
}
