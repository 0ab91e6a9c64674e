//! The members of the workspace and what they depend on, as cargo sees it.

use super::files::root;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
    sync::LazyLock,
};

/// A member of the workspace.
pub struct Member {
    /// Names of what it depends on, also to build.
    pub needs: BTreeSet<String>,
    /// Names of what its tests depend on.
    pub tests_need: BTreeSet<String>,
    /// Name and feature of what it depends on.
    pub features: BTreeSet<(String, String)>,
}

/// Every member by name.
pub static MEMBERS: LazyLock<BTreeMap<String, Member>> = LazyLock::new(read);

/// Whether a package is a member.
pub fn is_member(name: &str) -> bool {
    MEMBERS.contains_key(name)
}

/// The folder of a member under the root, as the document names it.
pub fn short(name: &str) -> &str {
    name.strip_prefix("interlocal-").unwrap_or(name)
}

fn read() -> BTreeMap<String, Member> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| (text(&package["name"]), member(package)))
        .collect()
}

fn member(package: &Value) -> Member {
    let dependencies = package["dependencies"].as_array().unwrap();
    let names = |tests: bool| {
        dependencies
            .iter()
            .filter(|needed| (needed["kind"] == "dev") == tests)
            .map(|needed| text(&needed["name"]))
            .collect()
    };
    let features = dependencies.iter().flat_map(|needed| {
        let features = needed["features"].as_array().unwrap();
        features
            .iter()
            .map(|feature| (text(&needed["name"]), text(feature)))
    });
    Member {
        needs: names(false),
        tests_need: names(true),
        features: features.collect(),
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
