//! The project's own chores: `cargo xtask test` is the whole check, the others
//! measure and draw what the documents show.

mod bench;
mod process;
mod relevance;
mod repository;
mod screenshots;
mod server;
mod test;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// The chores of Interlocal.
#[derive(Parser)]
struct Chores {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Checks everything: formatting, clippy, every test on SQLite and PostgreSQL, browser tests.
    Test,
    /// Measures the search on the judged queries of tests/cases/search_dev.json.
    Relevance(relevance::Wanted),
    /// Measures the speed on a generated catalog.
    Bench(bench::Wanted),
    /// Takes pictures of the pages with Chromium.
    Screenshots(screenshots::Wanted),
}

fn main() -> ExitCode {
    let done = match Chores::parse().chore {
        Chore::Test => test::run(),
        Chore::Relevance(wanted) => relevance::run(&wanted),
        Chore::Bench(wanted) => bench::run(&wanted),
        Chore::Screenshots(wanted) => screenshots::run(&wanted),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("error: {fault:#}");
            ExitCode::FAILURE
        }
    }
}
