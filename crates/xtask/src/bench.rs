//! `cargo xtask bench`: the speed of the portal on a made-up catalog of any size
//! and of its start on the starter directory, measured over HTTP against the
//! release binary.

mod catalog;
mod client;
mod files;
mod load;
mod machine;
mod questions;
mod report;
mod starts;

use crate::{
    process::{cargo, run as run_command},
    server::{Server, target},
};
use catalog::Catalog;
use machine::Memory;
use report::{Line, Report};
use std::process::Command;

/// The size of which docs/performance.md speaks.
const SIZE: usize = 100_000;
/// How many requests one after another, and how many at once.
const ALONE: usize = 300;
const TOGETHER: usize = 2_000;
const CLIENTS: usize = 16;

/// What is to be measured.
#[derive(clap::Args)]
pub struct Wanted {
    /// How many offerings the catalog holds.
    #[arg(long, default_value_t = SIZE)]
    offerings: usize,
    /// Measures only the requests with this in their name.
    #[arg(long)]
    only: Option<String>,
    /// Makes the catalog anew even where one is kept from before.
    #[arg(long)]
    fresh: bool,
    /// Prints the figures without writing them to docs/performance.md.
    #[arg(long)]
    print: bool,
}

/// Measures, prints the table and writes it to docs/performance.md.
pub fn run(wanted: &Wanted) -> anyhow::Result<()> {
    build()?;
    let programs = target().join("release");
    if cfg!(debug_assertions) {
        let mut itself = Command::new(programs.join("xtask"));
        return run_command(itself.args(std::env::args_os().skip(1)));
    }
    let program = programs.join("interlocal");
    let whole = wanted.only.is_none();
    let starts = if whole {
        Some(starts::measure(&program)?)
    } else {
        None
    };
    let catalog = Catalog::provide(wanted.offerings, wanted.fresh)?;
    let (server, start) = Server::timed(&program, catalog.folder())?;
    eprintln!(
        "serving {} made-up offerings after {:.1} s",
        wanted.offerings,
        start.as_secs_f32()
    );
    let fresh = Memory::of(server.id())?;
    let is_wanted = |name: &str| wanted.only.as_ref().is_none_or(|only| name.contains(only));
    let mut lines = Vec::new();
    for question in questions::all(catalog.probes()) {
        if !is_wanted(question.name) {
            continue;
        }
        let line = measure(&server, &question)?;
        eprintln!("{}", line.in_short());
        lines.push(line);
    }
    let used = Memory::of(server.id())?;
    let mut files = files::lists(&server, &is_wanted)?;
    server.stop()?;
    files.extend(files::measure(&program, catalog.folder(), &is_wanted)?);
    let report = Report {
        offerings: wanted.offerings,
        cost: catalog.cost(),
        start,
        starts,
        lines,
        files,
        fresh,
        used,
    };
    println!("{}", report.markdown());
    if whole && wanted.offerings == SIZE && !wanted.print {
        report.write()?;
    }
    Ok(())
}

fn measure(server: &Server, question: &questions::Question) -> anyhow::Result<Line> {
    let path = |number: usize| question.path(number);
    if !question.first_time {
        load::run(server.address(), 1, 0..question.warm_up, &path)?;
    }
    let alone = load::run(server.address(), 1, 0..ALONE, &path)?;
    let together = if question.first_time {
        None
    } else {
        Some(load::run(
            server.address(),
            CLIENTS,
            ALONE..ALONE + TOGETHER,
            &path,
        )?)
    };
    Ok(Line {
        name: question.name,
        alone,
        together,
    })
}

/// Builds the portal, the generator and this program, with one set of features;
/// measuring with a slow client would measure the client.
fn build() -> anyhow::Result<()> {
    let mut command = cargo();
    command.args(["build", "--release", "--locked", "--bins", "--examples"]);
    for package in ["interlocal", "xtask", "interlocal-testkit"] {
        command.args(["--package", package]);
    }
    run_command(&mut command)
}
