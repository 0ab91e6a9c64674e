//! `interlocal export …`: the public catalog out, one file a format.

use crate::{command::place::Place, starter::Source};
use anyhow::Context;
use clap::{Args, Subcommand};
use interlocal_portal::{
    directory::Directory,
    exporting::{Exporting, directory_of, export_dcat, export_hsds, export_ocds, export_package},
};
use std::path::PathBuf;

/// Writes the public catalog into a file, beside a portal that serves.
#[derive(Args)]
pub struct Export {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// The whole catalog as a data package (ZIP): a CSV file a table and a
    /// datapackage.json. `interlocal import package` reads it into an empty portal.
    Package(To),
    /// Contract vehicles as an OCDS 1.1 record package (JSON).
    Ocds(To),
    /// Offerings and bodies as an HSDS 3.0 package of CSV files (ZIP).
    Hsds(To),
    /// What the portal has to download, as DCAT-US 1.1 (JSON): its /data.json.
    Dcat(To),
}

/// Where a file goes.
#[derive(Args)]
struct To {
    /// The file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Export {
    pub fn run(self) -> anyhow::Result<()> {
        let runtime = tokio::runtime::Runtime::new()?;
        runtime.block_on(async {
            let (What::Package(to) | What::Ocds(to) | What::Hsds(to) | What::Dcat(to)) = &self.what;
            let config = to.place.config()?;
            let public_url = config.public_url(config.server.listen)?;
            let files = Source::new(config.starter.directory.as_deref());
            let vocabulary = interlocal_exchange::starter::vocabulary(&|name| files.text(name))?;
            let (store, clock) = to.place.store().await?;
            // The other two name no place.
            let directory = match &self.what {
                What::Ocds(_) | What::Hsds(_) => directory_of(&store).await?,
                What::Package(_) | What::Dcat(_) => Directory::default(),
            };
            let from = Exporting {
                store: &store,
                public_url: &public_url,
                directory: &directory,
                vocabulary: &vocabulary,
                publisher: config.look.publisher(),
                at: clock.now(),
            };
            let written = match &self.what {
                What::Package(_) => export_package(&from, &to.out).await,
                What::Ocds(_) => export_ocds(&from, &to.out).await,
                What::Hsds(_) => export_hsds(&from, &to.out).await,
                What::Dcat(_) => export_dcat(&from, &to.out),
            };
            store.close().await?;
            written?;
            let bytes = std::fs::metadata(&to.out)
                .with_context(|| to.out.display().to_string())?
                .len();
            println!("{}: {bytes} bytes", to.out.display());
            Ok(())
        })
    }
}
