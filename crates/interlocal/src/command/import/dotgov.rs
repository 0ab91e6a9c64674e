//! `interlocal import dotgov FILE`.

use crate::command::place::Place;
use anyhow::Context;
use clap::Args;
use interlocal_catalog::policy::Actor;
use interlocal_exchange::dotgov;
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
        print(&mut out, &self.file, &report?)?;
        Ok(())
    }
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
    for (domain, why) in &report.doubtful {
        writeln!(out, "{domain}: doubtful: {why}")?;
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
