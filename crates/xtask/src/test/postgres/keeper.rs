//! Somebody who stops the server and removes its folder as soon as this process
//! ends, however it ends: by itself, interrupted or killed.

use anyhow::{Context, ensure};
use std::{
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, Stdio},
};
use tempfile::TempDir;

/// Waits for the end of its input: of us, who hold the other end.
const SCRIPT: &str = r#"cat; cd /; "$0" stop -D "$1/data" -m immediate -w -s; rm -rf "$1""#;

/// The process that stays behind.
pub struct Keeper {
    process: Child,
}

impl Keeper {
    /// Hands the folder of a running server over to a shell.
    pub fn of(folder: TempDir, mut shell: Command, pg_ctl: &Path) -> anyhow::Result<Self> {
        shell.arg("-c").arg(SCRIPT).arg(pg_ctl).arg(folder.path());
        shell.stdin(Stdio::piped()).stdout(Stdio::null());
        let process = shell.process_group(0).spawn().context("cannot run sh")?;
        let _theirs = folder.keep();
        Ok(Self { process })
    }

    /// Lets the shell do its work, and waits for it.
    pub fn dismiss(&mut self) -> anyhow::Result<()> {
        drop(self.process.stdin.take());
        let status = self.process.wait()?;
        ensure!(status.success(), "the keeper ended with {status}");
        Ok(())
    }
}
