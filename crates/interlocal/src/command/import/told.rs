//! What an import of everybody's files asks for: whether it is a trial, and where its
//! report goes.

use super::print;
use crate::command::place::Place;
use anyhow::Context;
use clap::Args;
use interlocal_portal::importing::Report;
use std::path::{Path, PathBuf};

/// Trial and report.
#[derive(Args)]
pub struct Told {
    /// Only say what would be done.
    #[arg(long)]
    pub dry_run: bool,
    /// Also write the report into a file that ends in .csv or .json.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    #[command(flatten)]
    pub place: Place,
}

impl Told {
    /// Errs where the report could not be written in the end.
    pub fn check(&self) -> anyhow::Result<()> {
        check(self.report.as_deref())
    }

    /// Writes the report and prints it.
    pub fn tell(&self, report: &Report) -> anyhow::Result<()> {
        write(self.report.as_deref(), report)?;
        print::report(&mut std::io::stdout().lock(), report)?;
        Ok(())
    }
}

/// Errs where a report cannot be written into a file of this name.
pub fn check(path: Option<&Path>) -> anyhow::Result<()> {
    let told = path.map(Path::extension);
    anyhow::ensure!(
        told.is_none_or(|ending| ending.is_some_and(|e| e == "csv" || e == "json")),
        "--report: the name ends neither in .csv nor in .json"
    );
    Ok(())
}

/// Writes a report, where one is asked for.
pub fn write(path: Option<&Path>, report: &Report) -> anyhow::Result<()> {
    let Some(path) = path else {
        return Ok(());
    };
    let text = match path.extension().and_then(|ending| ending.to_str()) {
        Some("json") => serde_json::to_string_pretty(report)?,
        _ => print::csv(report),
    };
    std::fs::write(path, text).with_context(|| path.display().to_string())
}
