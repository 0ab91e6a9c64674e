//! `interlocal import fedramp FILE`.

use super::{lists::name_of, told::Told};
use anyhow::Context;
use clap::Args;
use interlocal_catalog::policy::Actor;
use interlocal_exchange::fedramp;
use interlocal_portal::importing::{MARKETPLACE, MarketplaceFile, hash_of, import_fedramp};
use std::path::PathBuf;

/// The FedRAMP marketplace.
#[derive(Args)]
pub struct Fedramp {
    /// The file.
    file: PathBuf,
    #[command(flatten)]
    told: Told,
}

impl Fedramp {
    pub async fn run(self) -> anyhow::Result<()> {
        self.told.check()?;
        let name = self.file.display().to_string();
        let bytes = std::fs::read(&self.file).with_context(|| name.clone())?;
        let file = MarketplaceFile {
            found: fedramp::read(&name, &bytes)?,
            name: &name_of(&self.file),
            hash: &hash_of(&bytes),
            source: MARKETPLACE,
            body: None,
        };
        let (store, clock) = self.told.place.store().await?;
        let when = (clock.now(), self.told.dry_run);
        let report = import_fedramp(&store, &Actor::Portal, file, when).await;
        store.close().await?;
        self.told.tell(&report?)
    }
}
