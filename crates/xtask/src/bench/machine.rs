//! What was measured on, and how much memory a process holds.

use crate::process::ask;
use anyhow::Context;
use std::{fs, process::Command};

/// Memory of a process, in MB.
pub struct Memory {
    /// Everything that is in memory, the mapped index too.
    pub resident: u64,
    /// What belongs to it alone.
    pub private: u64,
}

impl Memory {
    /// Of the process with this number, as Linux tells it.
    pub fn of(process: u32) -> anyhow::Result<Self> {
        let file = format!("/proc/{process}/smaps_rollup");
        let told = fs::read_to_string(&file).context(file)?;
        Ok(Self {
            resident: kilobytes(&told, "Rss:") / 1024,
            private: (kilobytes(&told, "Private_Clean:") + kilobytes(&told, "Private_Dirty:"))
                / 1024,
        })
    }
}

/// Cores, memory, system and compiler in a line.
pub fn described() -> String {
    let told = |file: &str| fs::read_to_string(file).unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let memory = kilobytes(&told("/proc/meminfo"), "MemTotal:") / (1024 * 1024);
    let processors = told("/proc/cpuinfo");
    let model = processors
        .lines()
        .find_map(|line| {
            line.strip_prefix("model name")?
                .split_once(": ")
                .map(|(_, name)| name)
        })
        .unwrap_or(std::env::consts::ARCH);
    let system = told("/etc/os-release");
    let system = system
        .lines()
        .find_map(|line| line.strip_prefix("PRETTY_NAME="))
        .unwrap_or(std::env::consts::OS)
        .trim_matches('"');
    let rust = ask(Command::new("rustc").arg("--version")).unwrap_or_default();
    format!("{cores} cores ({model}), {memory} GiB, {system}, {rust}")
}

/// The commit that was measured.
pub fn commit() -> String {
    let mut git = Command::new("git");
    git.args(["describe", "--always", "--dirty"])
        .current_dir(crate::repository::root());
    ask(&mut git).unwrap_or_else(|_| "unknown".to_owned())
}

/// The day, by the machine's clock.
pub fn day() -> String {
    ask(Command::new("date").args(["-u", "+%F"])).unwrap_or_default()
}

fn kilobytes(told: &str, field: &str) -> u64 {
    told.lines()
        .find_map(|line| line.strip_prefix(field))
        .and_then(|rest| rest.split_whitespace().next()?.parse().ok())
        .unwrap_or(0)
}
