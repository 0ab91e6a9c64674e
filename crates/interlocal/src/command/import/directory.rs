//! `interlocal import ocds FILE` and `interlocal import hsds FILE`.

use super::lists::{Lists, name_of};
use anyhow::Context;
use clap::Args;
use interlocal_exchange::{hsds, ocds, package};
use interlocal_portal::importing::Parsed;
use std::path::{Path, PathBuf};

/// Releases and records.
#[derive(Args)]
pub struct Ocds {
    /// The file.
    file: PathBuf,
    #[command(flatten)]
    lists: Lists,
}

impl Ocds {
    pub async fn run(self) -> anyhow::Result<()> {
        let name = self.file.display().to_string();
        let bytes = std::fs::read(&self.file).with_context(|| name.clone())?;
        let parsed = Parsed::ocds(ocds::read(&name, &bytes)?);
        let file = (bytes.as_slice(), None);
        self.lists.take("ocds", &self.file, file, parsed).await
    }
}

/// A directory of services.
#[derive(Args)]
pub struct Hsds {
    /// The JSON file, or a CSV package: its folder, or all of it as a ZIP file.
    file: PathBuf,
    #[command(flatten)]
    lists: Lists,
}

impl Hsds {
    pub async fn run(self) -> anyhow::Result<()> {
        let files = files_of(&self.file)?;
        let views: Vec<(&str, &[u8])> = files
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect();
        let parsed = Parsed::hsds(hsds::read(&views)?);
        let whole: Vec<u8> = files.iter().flat_map(|(_, bytes)| bytes.clone()).collect();
        let file = (whole.as_slice(), None);
        self.lists.take("hsds", &self.file, file, parsed).await
    }
}

/// The file, the files of an archive, or the CSV files of a folder in the order of
/// their names.
fn files_of(path: &Path) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let said = || path.display().to_string();
    if path.extension().is_some_and(|ending| ending == "zip") {
        let file = std::fs::File::open(path).with_context(said)?;
        return package::files(file).with_context(said);
    }
    if !path.is_dir() {
        let bytes = std::fs::read(path).with_context(said)?;
        return Ok(vec![(name_of(path), bytes)]);
    }
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(path).with_context(said)? {
        let entry = entry.with_context(said)?.path();
        if entry.extension().is_some_and(|ending| ending == "csv") {
            paths.push(entry);
        }
    }
    paths.sort();
    let read = |path: &PathBuf| {
        let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
        Ok((name_of(path), bytes))
    };
    paths.iter().map(read).collect()
}
