//! `interlocal import package FILE`.

use crate::{command::place::Place, starter::Source};
use anyhow::Context;
use clap::Args;
use interlocal_catalog::policy::Actor;
use interlocal_portal::restoring::restore_package;
use std::path::PathBuf;

/// A package that a portal has exported.
#[derive(Args)]
pub struct Package {
    /// The file (ZIP).
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Package {
    pub async fn run(self) -> anyhow::Result<()> {
        anyhow::ensure!(self.file.is_file(), "{} is no file", self.file.display());
        let config = self.place.config()?;
        let data = &config.data.directory;
        std::fs::create_dir_all(data)
            .with_context(|| format!("data.directory: cannot create {}", data.display()))?;
        let files = Source::new(config.starter.directory.as_deref());
        let vocabulary = interlocal_exchange::starter::vocabulary(&|name| files.text(name))?;
        let (store, clock) = self.place.new_store().await?;
        let with = (&vocabulary, clock.now());
        let done = restore_package(&store, &Actor::Portal, self.file.clone(), with).await;
        store.close().await?;
        let done = done?;
        println!(
            "restored {} governments, {} bodies, {} offerings in {} editions, {} records",
            done.jurisdictions, done.organizations, done.offerings, done.editions, done.records
        );
        println!(
            "created {}, changed 0, unchanged 0, doubtful 0, refused 0",
            done.jurisdictions + done.organizations + done.offerings + done.records
        );
        Ok(())
    }
}
