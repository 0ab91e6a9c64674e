//! `interlocal import dotgov FILE`.

use crate::command::place::Place;
use anyhow::Context;
use clap::Args;
use interlocal_catalog::policy::Actor;
use interlocal_exchange::{cell::Cell, dotgov, sheet};
use interlocal_portal::import_dotgov::{DotgovReport, import_dotgov};
use std::{
    io::Write,
    path::{Path, PathBuf},
};

/// The list of .gov domains.
#[derive(Args)]
pub struct Dotgov {
    /// The file.
    file: PathBuf,
    /// Only say what would be done.
    #[arg(long)]
    dry_run: bool,
    /// Write every row that is doubtful or refused to this file, as CSV.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

impl Dotgov {
    pub async fn run(self) -> anyhow::Result<()> {
        let name = self.file.display().to_string();
        let bytes = std::fs::read(&self.file).with_context(|| name.clone())?;
        let list = dotgov::read(&name, &bytes)?;
        let note = list.note;
        let (store, clock) = self.place.store().await?;
        let report = import_dotgov(&store, &Actor::Portal, list, (clock.now(), self.dry_run)).await;
        store.close().await?;
        let mut out = std::io::stdout().lock();
        if let Some(note) = note {
            writeln!(out, "{name}: {note}")?;
        }
        let report = report?;
        if let Some(path) = &self.report {
            std::fs::write(path, csv(&report)).with_context(|| path.display().to_string())?;
        }
        print(&mut out, &self.file, &report)?;
        Ok(())
    }
}

/// Doubtful rows that a person is shown.
const SHOWN: usize = 20;

/// Every row that needs a person, as CSV.
fn csv(report: &DotgovReport) -> String {
    let mut text = sheet::line(["line", "domain", "outcome", "why"]);
    for row in &report.refused {
        text += &sheet::row(&[
            Cell::Integer(row.line as i64),
            Cell::text(row.domain.as_str()),
            Cell::text("refused"),
            Cell::text(row.reason.to_string()),
        ]);
    }
    for (domain, why) in &report.doubtful {
        text += &sheet::row(&[
            Cell::Empty,
            Cell::text(domain.to_string()),
            Cell::text("doubtful"),
            Cell::text(why.to_string()),
        ]);
    }
    text
}

fn print(out: &mut impl Write, file: &Path, report: &DotgovReport) -> std::io::Result<()> {
    for row in &report.refused {
        let (line, file) = (row.line, file.display());
        writeln!(
            out,
            "{file}, line {line}: refused: “{}” {}",
            row.domain, row.reason
        )?;
    }
    for (domain, why) in report.doubtful.iter().take(SHOWN) {
        writeln!(out, "{domain}: doubtful: {why}")?;
    }
    if report.doubtful.len() > SHOWN {
        let more = report.doubtful.len() - SHOWN;
        writeln!(
            out,
            "… and {more} more doubtful: --report FILE writes them all"
        )?;
    }
    writeln!(
        out,
        "created {}, changed {}, unchanged {}, doubtful {}, refused {}",
        report.created,
        report.changed,
        report.unchanged,
        report.doubtful.len(),
        report.refused.len()
    )
}
