//! Which portal a command works on: the data directory or the configuration, as
//! `serve` takes them. It works beside a portal that serves.

use crate::{config::Config, outside::outside, starter};
use anyhow::Context;
use clap::Args;
use interlocal_portal::{
    Options, Portal,
    clock::{Clock, FixedClock, SystemClock},
};
use interlocal_store::Store;
use std::{path::PathBuf, sync::Arc};

/// The portal's place.
#[derive(Args, Default)]
pub struct Place {
    /// The data directory.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// A configuration file above the defaults.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Place {
    /// The configuration, with the data directory in it.
    pub fn config(&self) -> anyhow::Result<Config> {
        let mut config = Config::read(self.config.as_deref())?;
        if let Some(data) = &self.data {
            config.data.directory.clone_from(data);
        }
        Ok(config)
    }

    /// The database, which must be there.
    pub async fn store(&self) -> anyhow::Result<(Store, Arc<dyn Clock>)> {
        let config = self.config()?;
        let url = config.database_url();
        if let Some(path) = url.strip_prefix("sqlite://") {
            let path = PathBuf::from(path.split('?').next().unwrap_or(path));
            anyhow::ensure!(
                path.is_file(),
                "there is no portal in {}: start it once with `interlocal serve`, or name another with --data",
                config.data.directory.display()
            );
        }
        self.new_store().await
    }

    /// The database, made where it is missing.
    pub async fn new_store(&self) -> anyhow::Result<(Store, Arc<dyn Clock>)> {
        let config = self.config()?;
        let store = Store::open(&config.database_url())
            .await
            .context("database.url")?;
        let clock: Arc<dyn Clock> = match config.portal.today {
            Some(day) => Arc::new(FixedClock::noon(day)),
            None => Arc::new(SystemClock),
        };
        Ok((store, clock))
    }

    /// The portal itself, with an index in memory: one that serves keeps its own.
    pub async fn portal(&self) -> anyhow::Result<Arc<Portal>> {
        let (store, clock) = self.store().await?;
        let config = self.config()?;
        let files = starter::Source::new(config.starter.directory.as_deref());
        let vocabulary = interlocal_exchange::starter::vocabulary(&|name| files.text(name))?;
        let public_url = config.public_url(config.server.listen)?;
        let options = Options {
            store,
            index_directory: None,
            vocabulary: Arc::new(vocabulary),
            clock,
            outside: outside(&config, public_url)?,
        };
        Ok(Portal::open(options).await?)
    }
}
