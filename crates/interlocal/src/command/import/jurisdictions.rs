//! `interlocal import jurisdictions FILE`.

use super::{lists::name_of, told::Told};
use anyhow::Context;
use clap::Args;
use interlocal_catalog::policy::Actor;
use interlocal_exchange::gazetteer;
use interlocal_portal::{import_jurisdictions::import_jurisdictions, importing::hash_of};
use std::path::PathBuf;

/// A Gazetteer file.
#[derive(Args)]
pub struct Jurisdictions {
    /// The file.
    file: PathBuf,
    #[command(flatten)]
    told: Told,
}

impl Jurisdictions {
    pub async fn run(self) -> anyhow::Result<()> {
        self.told.check()?;
        let name = self.file.display().to_string();
        let bytes = std::fs::read(&self.file).with_context(|| name.clone())?;
        let found = gazetteer::read(&name, &bytes)?;
        let (store, clock) = self.told.place.store().await?;
        let (own_name, hash) = (name_of(&self.file), hash_of(&bytes));
        let file = (found, own_name.as_str(), hash.as_str());
        let when = (clock.now(), self.told.dry_run);
        let report = import_jurisdictions(&store, &Actor::Portal, file, when).await;
        store.close().await?;
        self.told.tell(&report?)
    }
}
