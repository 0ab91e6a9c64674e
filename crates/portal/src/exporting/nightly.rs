//! The files that everybody can download: written every night into a folder of the
//! node, each whole or not at all.

use super::{Exporting, disk, export_hsds, export_ocds, export_package, whole::WholeFile};
use crate::{Error, Portal};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use std::{
    io::Write,
    path::{Path, PathBuf},
};

/// The hour, in UTC, after which the files of a night are written: three or four in the
/// morning in the east of the country.
const HOUR: u32 = 8;
/// What was written last.
const LIST: &str = "written.json";

/// Where the files lie, and who publishes them.
#[derive(Clone, Debug)]
pub struct ExportCare {
    /// The folder.
    pub folder: PathBuf,
    /// The name of the portal.
    pub publisher: String,
}

/// A file that is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferedFile {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub title: &'static str,
    /// What it holds, and for whom.
    pub about: &'static str,
    /// Its media type.
    pub media: &'static str,
    /// The standard that it follows.
    pub standard: &'static str,
    /// The address of that standard.
    pub conforms_to: &'static str,
}

/// Every file that is offered.
pub const FILES: [OfferedFile; 3] = [
    OfferedFile {
        name: "interlocal-catalog.zip",
        title: "The whole catalog as tables",
        about: "A data package: a CSV file a table and a datapackage.json that describes \
            them. It holds everything that the portal shows to everybody, and another portal \
            can be filled from it.",
        media: "application/zip",
        standard: "Tabular Data Package",
        conforms_to: "https://specs.frictionlessdata.io/tabular-data-package/",
    },
    OfferedFile {
        name: "interlocal-ocds.json",
        title: "Contract vehicles as open contracting data",
        about: "A record package of the Open Contracting Data Standard 1.1 with the portal's \
            extension, which says who may use each contract.",
        media: "application/json",
        standard: "Open Contracting Data Standard 1.1",
        conforms_to: "https://standard.open-contracting.org/1.1/en/",
    },
    OfferedFile {
        name: "interlocal-hsds.zip",
        title: "Offerings as a service directory",
        about: "A package of the Human Services Data Specification 3.0: services, \
            organizations, areas, costs and categories, a CSV file each.",
        media: "application/zip",
        standard: "Human Services Data Specification 3.0",
        conforms_to: "https://docs.openreferral.org/en/v3.0.0/",
    },
];

/// A file that can be downloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeptFile {
    /// What it is.
    pub offered: OfferedFile,
    /// Bytes.
    pub bytes: u64,
}

/// What can be downloaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Downloads {
    /// When all of it was written.
    pub written_at: DateTime<Utc>,
    /// The files.
    pub files: Vec<KeptFile>,
}

#[derive(Serialize, Deserialize)]
struct Written {
    written_at: DateTime<Utc>,
}

impl Portal {
    /// What can be downloaded; none where nothing was written yet.
    pub fn downloads(&self) -> Option<Downloads> {
        let folder = &self.outside.exports.as_ref()?.folder;
        let written = written(folder)?;
        let files = FILES.into_iter().filter_map(|offered| {
            let bytes = std::fs::metadata(folder.join(offered.name)).ok()?.len();
            Some(KeptFile { offered, bytes })
        });
        Some(Downloads {
            written_at: written.written_at,
            files: files.collect(),
        })
    }

    /// Whether files are written here at all.
    pub fn writes_downloads(&self) -> bool {
        self.outside.exports.is_some()
    }

    /// The place of a file that can be downloaded.
    pub fn download(&self, name: &str) -> Result<(OfferedFile, PathBuf), Error> {
        let offered = FILES.into_iter().find(|one| one.name == name);
        let care = self.outside.exports.as_ref();
        let (offered, care) = offered.zip(care).ok_or(Error::NotFound)?;
        let place = care.folder.join(offered.name);
        match place.is_file() {
            true => Ok((offered, place)),
            false => Err(Error::NotFound),
        }
    }

    /// Writes the files where those of last night are still missing; whether it did.
    pub async fn write_due_downloads(&self) -> Result<bool, Error> {
        let Some(care) = &self.outside.exports else {
            return Ok(false);
        };
        let now = self.clock.now();
        let due = written(&care.folder).is_none_or(|last| last.written_at < last_night(now));
        if !due {
            return Ok(false);
        }
        let snapshot = self.whole();
        let from = Exporting {
            store: &self.store,
            public_url: &self.outside.public_url,
            directory: &snapshot.directory,
            vocabulary: &self.vocabulary,
            publisher: &care.publisher,
            at: now,
        };
        let place = |file: OfferedFile| care.folder.join(file.name);
        let [package, ocds, hsds] = FILES.map(place);
        export_package(&from, &package).await?;
        export_ocds(&from, &ocds).await?;
        export_hsds(&from, &hsds).await?;
        let text = serde_json::to_vec(&Written { written_at: now })
            .map_err(|e| Error::Internal(e.to_string()))?;
        let (whole, mut file) = WholeFile::at(&care.folder.join(LIST)).map_err(disk)?;
        file.write_all(&text).map_err(disk)?;
        whole.finish(file).map_err(disk)?;
        Ok(true)
    }
}

fn written(folder: &Path) -> Option<Written> {
    let text = std::fs::read(folder.join(LIST)).ok()?;
    serde_json::from_slice(&text).ok()
}

/// The last time at which files were to be written.
fn last_night(now: DateTime<Utc>) -> DateTime<Utc> {
    let hour = NaiveTime::from_hms_opt(HOUR, 0, 0).unwrap_or(NaiveTime::MIN);
    let today = now.date_naive().and_time(hour).and_utc();
    if today <= now {
        today
    } else {
        today - TimeDelta::days(1)
    }
}

#[cfg(test)]
mod tests {
    use super::last_night;

    fn check(now: &str, expect: &str) {
        assert_eq!(
            last_night(now.parse().unwrap()),
            expect.parse::<chrono::DateTime<chrono::Utc>>().unwrap()
        );
    }

    #[test]
    fn a_night_is_over_at_its_hour() {
        check("2026-11-22T07:59:59Z", "2026-11-21T08:00:00Z");
        check("2026-11-22T08:00:00Z", "2026-11-22T08:00:00Z");
        check("2026-11-22T23:00:00Z", "2026-11-22T08:00:00Z");
    }
}
