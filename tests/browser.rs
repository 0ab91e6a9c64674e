//! The browser tests of `tests/browser`, run by Node against a portal on a free
//! port. What they need must be there: nothing is passed by skipping.

mod in_use;
mod office;

use crate::accounts::provider::beside_provider;
use in_use::InUse;
use office::beside_office;
use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

/// A portal that serves until the process ends.
static PORTAL: LazyLock<InUse> = LazyLock::new(InUse::start);

/// The folder of the browser tests and of what runs beside them.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("browser")
}

fn check(file: &str) {
    check_with(file, &[]);
}

fn check_with(file: &str, variables: &[(&str, &str)]) {
    let secrets = PORTAL.secrets.to_string();
    let variables = [variables, &[("INTERLOCAL_SECRETS", &secrets)]].concat();
    check_at(file, &PORTAL.address, &variables);
}

fn check_at(file: &str, address: &str, variables: &[(&str, &str)]) {
    let folder = folder();
    for package in [
        "axe-core",
        "feedsmith",
        "ical.js",
        "node-ical",
        "oidc-provider",
        "playwright-core",
        "smtp-server",
        "unpdf",
        "vnu-jar",
    ] {
        assert!(
            folder.join("node_modules").join(package).is_dir(),
            "{package} is missing: run `cargo xtask test`, or `npm ci --ignore-scripts` in tests/browser"
        );
    }
    let chromium = program("INTERLOCAL_TEST_CHROMIUM", "chromium");
    let java = program("INTERLOCAL_TEST_JAVA", "java");
    let node = program("INTERLOCAL_TEST_NODE", "node");
    let done = Command::new(node)
        .args(["--test", "--test-reporter=spec", file])
        .current_dir(&folder)
        .env("INTERLOCAL_BASE_URL", address)
        .envs(variables.iter().copied())
        .env("CHROMIUM", chromium)
        .env("JAVA", java)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(
        done.status.success(),
        "{said}\n{}",
        String::from_utf8_lossy(&done.stderr)
    );
    assert!(
        said.contains("pass ") && !said.contains("pass 0"),
        "{file} tests nothing: {said}"
    );
}

/// The program that a variable names, else the one on PATH.
pub fn program(variable: &str, name: &str) -> PathBuf {
    if let Some(named) = std::env::var_os(variable).filter(|value| !value.is_empty()) {
        return PathBuf::from(named);
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
        .unwrap_or_else(|| {
            panic!(
                "{name} is missing: run `cargo xtask test`, install it, or name it in {variable}"
            )
        })
}

#[test]
fn axe_finds_nothing_on_any_public_page() {
    check("accessibility.test.js");
}

#[test]
fn axe_finds_nothing_on_any_page_behind_sign_in() {
    check_with(
        "accessibility.test.js",
        &[("INTERLOCAL_LOOK", "behind sign-in")],
    );
}

#[test]
fn the_validator_finds_no_error_in_the_html_of_any_page() {
    check("html.test.js");
}

#[test]
fn a_memo_is_printed_and_its_hash_is_taken_anew() {
    check("memo.test.js");
}

#[test]
fn nothing_is_wider_than_the_window() {
    check("layout.test.js");
}

#[test]
fn no_request_leaves_the_host() {
    check("network.test.js");
}

#[test]
fn a_printed_page_is_a_clean_sheet() {
    check("print.test.js");
}

#[test]
fn other_peoples_calendar_and_feed_parsers_read_what_is_subscribed_to() {
    check("subscribing.test.js");
}

#[test]
fn the_type_ahead_works_with_the_keyboard() {
    check("type-ahead.test.js");
}

#[test]
fn a_provider_is_believed_when_it_proves_what_it_says_and_not_otherwise() {
    beside_provider(|portal, issuer| {
        let provider = [("INTERLOCAL_PROVIDER", issuer)];
        check_at("sign-in.test.js", portal, &provider);
    });
}

#[test]
fn an_office_publishes_corrects_and_withdraws_in_browsers_alone() {
    beside_office(|portal, variables| {
        check_at("publishing.test.js", portal, variables);
    });
}

#[test]
fn everything_works_without_scripts() {
    check("without-scripts.test.js");
}

#[test]
fn every_file_of_browser_tests_is_run() {
    let own = include_str!("browser.rs");
    for entry in std::fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.js") {
            assert!(
                own.contains(&format!("check(\"{name}\")"))
                    || own.contains(&format!("check_at(\"{name}\", ")),
                "{name} is never run"
            );
        }
    }
}
