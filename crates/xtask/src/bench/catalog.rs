//! The made-up catalog: made once for each size and kept under the build folder.

use crate::{process::run, server::target};
use anyhow::Context;
use serde::Deserialize;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What to ask of it, as the generator wrote it down.
#[derive(Deserialize)]
pub struct Probes {
    /// Pairs of words.
    pub words: Vec<String>,
    /// Keys of governments.
    pub governments: Vec<String>,
    /// Names of governments with their states.
    pub names: Vec<String>,
    /// Slugs of offerings.
    pub offerings: Vec<String>,
    /// Slugs of categories.
    pub categories: Vec<String>,
}

/// What making it cost.
#[derive(Clone, Copy, Deserialize)]
pub struct Cost {
    /// Publishing everything, with the first index.
    pub load_seconds: f64,
    /// Opening with the index deleted.
    pub rebuild_seconds: f64,
    /// Distinct rule sets of its offerings.
    pub rule_sets: usize,
}

/// A data directory full of made-up offerings.
pub struct Catalog {
    folder: PathBuf,
    probes: Probes,
    cost: Cost,
}

impl Catalog {
    /// The kept one of this size, or a new one.
    pub fn provide(offerings: usize, fresh: bool) -> anyhow::Result<Self> {
        let folder = target().join("bench").join(offerings.to_string());
        if fresh && folder.is_dir() {
            fs::remove_dir_all(&folder)?;
        }
        if !folder.join("cost.json").is_file() {
            if folder.is_dir() {
                fs::remove_dir_all(&folder)?;
            }
            let mut generator = Command::new(target().join("release/examples/generate_catalog"));
            run(generator.arg(offerings.to_string()).arg(&folder))?;
        }
        let probes = read(&folder.join("probes.json"))?;
        let cost = read(&folder.join("cost.json"))?;
        Ok(Self {
            folder,
            probes,
            cost,
        })
    }

    /// The data directory.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What to ask of it.
    pub fn probes(&self) -> &Probes {
        &self.probes
    }

    /// What making it cost.
    pub fn cost(&self) -> Cost {
        self.cost
    }
}

fn read<T: serde::de::DeserializeOwned>(file: &Path) -> anyhow::Result<T> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    serde_json::from_str(&text).with_context(|| file.display().to_string())
}
