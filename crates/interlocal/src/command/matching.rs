//! `interlocal match --case FILE`.

use anyhow::Context;
use clap::Args;
use std::{io::Write, path::PathBuf};

/// Ranks one case or a file of cases.
#[derive(Args)]
pub struct Match {
    /// The file with the case or cases, in JSON.
    #[arg(long, value_name = "FILE")]
    case: PathBuf,
}

impl Match {
    pub fn run(self) -> anyhow::Result<()> {
        let name = self.case.display().to_string();
        let json = std::fs::read_to_string(&self.case).with_context(|| name.clone())?;
        let results = interlocal_matching::cases::run_cases(&json).with_context(|| name)?;
        writeln!(std::io::stdout().lock(), "{results}")?;
        Ok(())
    }
}
