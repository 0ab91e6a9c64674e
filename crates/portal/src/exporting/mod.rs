//! The whole public catalog as files: read page by page, as everybody sees it, and
//! written into a file that stands there whole or not at all. It works on the database
//! alone, so that it can run beside a portal that serves.

mod dcat;
mod hsds;
mod nightly;
mod ocds;
mod package;
mod public;
pub mod service_directory;
mod sources;
mod whole;

pub use dcat::export_dcat;
pub use hsds::export_hsds;
pub use interlocal_exchange::{dcat as dataset, ocds::EXTENSION};
pub use nightly::{Downloads, ExportCare, FILES, KeptFile, OfferedFile};
pub use ocds::export_ocds;
pub use package::export_package;

use crate::{
    Error,
    accounts::public_url::PublicUrl,
    directory::{Bodies, Directory},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::category::Vocabulary;
use interlocal_store::Store;
use std::{
    fs::File,
    io::{self, BufWriter},
};

/// Rows that are read together.
const PAGE: u64 = 200;

/// What an export is made from.
#[derive(Clone, Copy)]
pub struct Exporting<'a> {
    /// The database.
    pub store: &'a Store,
    /// The address under which people reach the portal.
    pub public_url: &'a PublicUrl,
    /// Governments and bodies.
    pub directory: &'a Directory,
    /// The categories.
    pub vocabulary: &'a Vocabulary,
    /// Who publishes the files.
    pub publisher: &'a str,
    /// The time at which they are written.
    pub at: DateTime<Utc>,
}

impl Exporting<'_> {
    /// The time in the words of the formats.
    fn written_at(&self) -> String {
        self.at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
    }
}

/// Governments and bodies of a database.
pub async fn directory_of(store: &Store) -> Result<Directory, Error> {
    let bodies = Bodies {
        organizations: store.organizations().await?,
        merged: store.merged_bodies().await?,
        cio_offices: store.cio_offices().await?,
    };
    Ok(Directory::build(store.jurisdictions().await?, bodies))
}

/// Packs streams into a file, which is work that others need not wait for, and moves
/// it to its place.
async fn packed(
    whole: whole::WholeFile,
    pack: impl FnOnce() -> io::Result<BufWriter<File>> + Send + 'static,
) -> Result<(), Error> {
    let done = tokio::task::spawn_blocking(move || whole.finish(pack()?));
    let done = done.await.map_err(|e| Error::Internal(e.to_string()))?;
    done.map_err(disk)
}

/// A fault of the disk.
fn disk(error: std::io::Error) -> Error {
    Error::Unavailable(format!("the file cannot be written: {error}"))
}
