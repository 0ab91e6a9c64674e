//! `interlocal verdict --case FILE`.

use anyhow::Context;
use clap::Args;
use std::{io::Write, path::PathBuf};

/// Judges one case or a file of cases, verdict and answer cases alike.
#[derive(Args)]
pub struct Verdict {
    /// The file with the case or cases, in JSON.
    #[arg(long, value_name = "FILE")]
    case: PathBuf,
}

impl Verdict {
    pub fn run(self) -> anyhow::Result<()> {
        let name = self.case.display().to_string();
        let json = std::fs::read_to_string(&self.case).with_context(|| name.clone())?;
        let results = interlocal_exchange::cases::run(&name, &json)?;
        let mut out = std::io::stdout().lock();
        serde_json::to_writer_pretty(&mut out, &results)?;
        writeln!(out)?;
        Ok(())
    }
}
