//! `cargo xtask test`: everything, in order. What is missing is installed or
//! named; nothing is ever passed by skipping it.

mod doctests;
mod postgres;
mod prerequisites;
mod steps;

use crate::{
    process::{cargo, on_path, run as run_command},
    repository::root,
};
pub use prerequisites::chromium;

use postgres::{Postgres, TEST_DATABASE_URL};
use prerequisites::Prerequisites;
use std::{
    path::{Path, PathBuf},
    process::Command,
};
use steps::Steps;

/// The integration tests: they share one portal on the starter directory, so
/// they run in one process.
const WHOLE: &str = "whole";

/// Runs every check; errs when one of them fails.
pub fn run() -> anyhow::Result<()> {
    let mut steps = Steps::default();
    let needed = steps.must("prerequisites", prerequisites::provide)?;
    steps.check("formatting", || {
        run_command(cargo().args(["fmt", "--all", "--check"]))
    });
    steps.check("clippy", || {
        let args = ["clippy", "--workspace", "--all-targets", "--locked"];
        run_command(cargo().args(args).args(["--", "-D", "warnings"]))
    });
    let postgres = match std::env::var(TEST_DATABASE_URL) {
        Ok(url) if !url.is_empty() => Postgres::given(url),
        _ => steps.must("PostgreSQL", || Postgres::start(&needed.postgres_binaries))?,
    };
    let browser = root().join("tests/browser");
    if browser.join("package.json").is_file() {
        steps.check("packages of the browser tests", || {
            let mut npm = Command::new("npm");
            run_command(npm.args(["ci", "--ignore-scripts"]).current_dir(&browser))
        });
    }
    match python() {
        Some(python) => steps.check("schemathesis, which asks the API on its own", || {
            schemathesis(&python)
        }),
        None => println!("   skipped: schemathesis, because there is no Python 3.10 or newer"),
    }
    steps.check("tests of the crates", || {
        let mut runner = cargo();
        if needed.nextest {
            runner.args(["nextest", "run", "--workspace", "-E"]);
            runner.arg(format!("not binary({WHOLE})"));
        } else {
            runner.args(["test", "--workspace", "--exclude", "interlocal-tests"]);
        }
        run_command(with_surroundings(&mut runner, &needed, &postgres))
    });
    steps.check("tests of the whole", || {
        let mut runner = cargo();
        runner.args(["test", "--workspace", "--test", WHOLE]);
        run_command(with_surroundings(&mut runner, &needed, &postgres))
    });
    if needed.nextest && doctests::exist() {
        steps.check("doctests", || {
            let args = ["test", "--doc", "--workspace", "--locked"];
            run_command(cargo().args(args).env(TEST_DATABASE_URL, postgres.url()))
        });
    }
    drop(postgres);
    steps.finish()
}

/// A Python that can make an environment of its own, where there is one.
fn python() -> Option<PathBuf> {
    let python = on_path("python3")?;
    let able = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))";
    let done = Command::new(&python).args(["-c", able]).output().ok()?;
    done.status.success().then_some(python)
}

/// Installs schemathesis at its version into an environment of its own.
fn schemathesis(python: &Path) -> anyhow::Result<()> {
    let folder = root().join("tests/schemathesis");
    let own = folder.join(".venv");
    run_command(Command::new(python).args(["-m", "venv"]).arg(&own))?;
    let mut pip = Command::new(own.join("bin/python"));
    pip.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]);
    run_command(pip.arg("-r").arg(folder.join("requirements.txt")))
}

/// What every run of tests is told.
fn with_surroundings<'a>(
    runner: &'a mut Command,
    needed: &Prerequisites,
    postgres: &Postgres,
) -> &'a mut Command {
    runner
        .args(["--locked", "--no-fail-fast"])
        .env(TEST_DATABASE_URL, postgres.url())
        .env("INTERLOCAL_TEST_CHROMIUM", &needed.chromium)
        .env("INTERLOCAL_TEST_JAVA", &needed.java)
}
