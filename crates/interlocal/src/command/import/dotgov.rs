//! `interlocal import dotgov FILE`.

use super::{lists::name_of, told::Told};
use anyhow::Context;
use clap::Args;
use interlocal_catalog::policy::Actor;
use interlocal_exchange::dotgov;
use interlocal_portal::{import_dotgov::import_dotgov, importing::hash_of};
use std::path::PathBuf;

/// The list of .gov domains.
#[derive(Args)]
pub struct Dotgov {
    /// The file.
    file: PathBuf,
    #[command(flatten)]
    told: Told,
}

impl Dotgov {
    pub async fn run(self) -> anyhow::Result<()> {
        self.told.check()?;
        let name = self.file.display().to_string();
        let bytes = std::fs::read(&self.file).with_context(|| name.clone())?;
        let list = dotgov::read(&name, &bytes)?;
        let (store, clock) = self.told.place.store().await?;
        let (own_name, hash) = (name_of(&self.file), hash_of(&bytes));
        let file = (list, own_name.as_str(), hash.as_str());
        let when = (clock.now(), self.told.dry_run);
        let report = import_dotgov(&store, &Actor::Portal, file, when).await;
        store.close().await?;
        self.told.tell(&report?)
    }
}
