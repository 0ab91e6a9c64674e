//! What the tests need beside Rust: found, installed where this may be done, or named.

use crate::process::{ask, is_root, on_path, run};
use anyhow::{Context, bail};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// The least major version of Node.
const NODE: u32 = 20;

/// Where the needed programs are.
pub struct Prerequisites {
    /// The folder of `initdb` and `postgres`.
    pub postgres_binaries: PathBuf,
    /// The browser.
    pub chromium: PathBuf,
    /// What runs the HTML validator.
    pub java: PathBuf,
    /// Whether `cargo nextest` is installed; `cargo test` does without.
    pub nextest: bool,
}

/// Finds everything, installing what is missing when this is root on Debian.
pub fn provide() -> anyhow::Result<Prerequisites> {
    node()?;
    let missing = missing();
    if !missing.is_empty() {
        let debian = Path::new("/etc/debian_version").exists();
        install(&missing, debian && is_root())?;
    }
    let found = Prerequisites {
        postgres_binaries: postgres_binaries().context("PostgreSQL is still missing")?,
        chromium: chromium().context("Chromium is still missing")?,
        java: on_path("java").context("Java is still missing")?,
        nextest: on_path("cargo-nextest").is_some(),
    };
    println!("   PostgreSQL {}", found.postgres_binaries.display());
    println!("   Chromium   {}", found.chromium.display());
    println!("   Java       {}", found.java.display());
    let runner = if found.nextest {
        "cargo nextest"
    } else {
        "cargo test"
    };
    println!("   tests by   {runner}");
    Ok(found)
}

/// Debian's packages for what is not there.
fn missing() -> Vec<&'static str> {
    [
        ("postgresql", postgres_binaries().is_none()),
        ("chromium", chromium().is_none()),
        ("default-jre-headless", on_path("java").is_none()),
    ]
    .into_iter()
    .filter_map(|(package, gone)| gone.then_some(package))
    .collect()
}

fn install(packages: &[&str], allowed: bool) -> anyhow::Result<()> {
    if !allowed {
        bail!("{}", advice(packages));
    }
    println!("   installing {}", packages.join(", "));
    run(apt().arg("update").arg("-qq"))?;
    run(apt()
        .args(["install", "-y", "-qq", "--no-install-recommends"])
        .args(packages))
}

fn advice(packages: &[&str]) -> String {
    format!(
        "install what is missing and run this again, on Debian: apt-get install {}",
        packages.join(" ")
    )
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn node() -> anyhow::Result<()> {
    let wanted = || format!("install Node {NODE} or newer with npm (https://nodejs.org)");
    if on_path("npm").is_none() {
        bail!("npm is missing: {}", wanted());
    }
    let version = ask(Command::new("node").arg("--version")).with_context(wanted)?;
    if major(&version).is_none_or(|major| major < NODE) {
        bail!("Node {version} is too old: {}", wanted());
    }
    Ok(())
}

/// The major version in `v20.11.1`.
fn major(version: &str) -> Option<u32> {
    version
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// The newest server under Debian's folder, else the one on PATH.
fn postgres_binaries() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path())))
        .map(|(version, folder)| (version, folder.join("bin")))
        .filter(|(_, folder)| is_server(folder))
        .collect();
    versions.sort();
    versions.pop().map(|(_, folder)| folder).or_else(|| {
        let real = on_path("initdb")?.canonicalize().ok()?;
        real.parent()
            .map(Path::to_path_buf)
            .filter(|folder| is_server(folder))
    })
}

fn is_server(folder: &Path) -> bool {
    ["initdb", "postgres", "pg_ctl"]
        .iter()
        .all(|program| folder.join(program).is_file())
}

/// The browser, under one of the names it goes by.
pub fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find_map(on_path)
}

#[cfg(test)]
mod tests {
    use super::{advice, install, major};

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.11.1"), Some(20));
        assert_eq!(major("nonsense"), None);
    }

    #[test]
    fn who_may_not_install_is_told_in_one_line_what_to_install() {
        let fault = install(&["postgresql", "chromium"], false)
            .unwrap_err()
            .to_string();
        assert_eq!(fault, advice(&["postgresql", "chromium"]));
        assert!(fault.ends_with("apt-get install postgresql chromium"));
        assert_eq!(fault.lines().count(), 1);
    }
}
