//! Finding and running other programs.

use anyhow::{Context, bail};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// What cargo tells a program of its own package. Build scripts of libraries look
/// at it, and would build them anew on every change between a chore and a build by hand.
const OF_THIS_PACKAGE: [&str; 2] = ["CARGO_MANIFEST_", "CARGO_PKG_"];

/// The cargo that runs this chore.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::repository::root());
    for (name, _) in std::env::vars_os() {
        let named = name.to_string_lossy();
        if OF_THIS_PACKAGE.iter().any(|start| named.starts_with(start)) {
            command.env_remove(&name);
        }
    }
    command
}

/// Where a program lies among the folders of PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// Runs a command and shows what it says; errs when it fails.
pub fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot run {}", name(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", name(command));
    }
    Ok(())
}

/// Runs a command quietly and gives what it says; errs with its complaint when it fails.
pub fn ask(command: &mut Command) -> anyhow::Result<String> {
    let output = command
        .output()
        .with_context(|| format!("cannot run {}", name(command)))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        bail!(
            "{} ended with {}: {}",
            name(command),
            output.status,
            complaint.trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether this process may do everything.
pub fn is_root() -> bool {
    ask(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program
        .file_name()
        .unwrap_or(program.as_os_str())
        .to_string_lossy();
    let first = command
        .get_args()
        .next()
        .map(|argument| argument.to_string_lossy().into_owned());
    [Some(program.into_owned()), first]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}
