//! `interlocal import fedramp FILE`.

use super::{lists::name_of, print};
use crate::command::place::Place;
use anyhow::Context;
use clap::Args;
use interlocal_catalog::policy::Actor;
use interlocal_exchange::fedramp;
use interlocal_portal::importing::import_fedramp;
use std::path::PathBuf;

/// The FedRAMP marketplace.
#[derive(Args)]
pub struct Fedramp {
    /// The file.
    file: PathBuf,
    /// Only say what would be proposed.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    place: Place,
}

impl Fedramp {
    pub async fn run(self) -> anyhow::Result<()> {
        let name = self.file.display().to_string();
        let bytes = std::fs::read(&self.file).with_context(|| name.clone())?;
        let found = fedramp::read(&name, &bytes)?;
        let (store, clock) = self.place.store().await?;
        let (own_name, when) = (name_of(&self.file), (clock.now(), self.dry_run));
        let file = (found, own_name.as_str());
        let report = import_fedramp(&store, &Actor::Portal, file, when).await;
        store.close().await?;
        print::report(&mut std::io::stdout().lock(), &report?)?;
        Ok(())
    }
}
