//! What the portal has to download, as a DCAT-US catalog.

use super::{
    Exporting, disk,
    nightly::{Downloads, FILES, OfferedFile},
    whole::WholeFile,
};
use crate::{Error, Portal, accounts::public_url::PublicUrl};
use chrono::{DateTime, Utc};
use interlocal_exchange::dcat::{Catalog, Distribution, catalog};
use serde_json::Value;
use std::{io::Write, path::Path};

impl Portal {
    /// `/data.json`: what can be downloaded here now, and the interfaces.
    pub fn data_json(&self, publisher: &str) -> Value {
        let kept = self.downloads();
        let files = kept.iter().flat_map(|kept: &Downloads| &kept.files);
        let day = kept.as_ref().map(|kept| kept.written_at);
        let files: Vec<OfferedFile> = files.map(|file| file.offered).collect();
        described(self.public_url(), publisher, (&files, day))
    }
}

/// Writes the same of a portal that has written all its files now.
pub fn export_dcat(from: &Exporting<'_>, place: &Path) -> Result<(), Error> {
    let whole = described(from.public_url, from.publisher, (&FILES, Some(from.at)));
    let text = serde_json::to_vec_pretty(&whole).map_err(|e| Error::Internal(e.to_string()))?;
    let (whole, mut file) = WholeFile::at(place).map_err(disk)?;
    file.write_all(&text).map_err(disk)?;
    whole.finish(file).map_err(disk)
}

fn described(
    public_url: &PublicUrl,
    publisher: &str,
    (files, written_at): (&[OfferedFile], Option<DateTime<Utc>>),
) -> Value {
    let distributions = files.iter().map(|file| Distribution {
        title: file.title,
        description: file.about,
        url: public_url.of(&format!("/data/{}", file.name)),
        media: file.media,
        conforms_to: file.conforms_to,
    });
    catalog(&Catalog {
        base: public_url.origin(),
        publisher,
        modified: written_at.map(|at| at.format("%Y-%m-%d").to_string()),
        distributions: distributions.collect(),
    })
}
