//! Texts of a file as contracting processes.

use super::{
    fields::Noticed,
    merge::merged,
    process::Process,
    versioned::{is_versioned, latest},
};
use crate::{
    Fault, Finding,
    finding::Weight,
    json::{Texts, list, text},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;
use std::collections::HashMap;

/// Everything that a file says of one ocid.
#[derive(Clone, Debug, PartialEq)]
pub struct Contracting {
    /// The line on which it first stands.
    pub line: u64,
    /// Its releases as they stand in the file, in the order of their days.
    pub releases: Vec<Value>,
    /// What they say together, with every field that the standard does not know.
    pub compiled: Value,
    /// The same as the trade sees it.
    pub process: Process,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    /// Processes in the order in which they first stand in the file.
    pub processes: Vec<Contracting>,
    /// What was noticed.
    pub findings: Vec<Finding>,
    /// What the reader should know of the file.
    pub notes: Vec<String>,
    /// Addresses of the extensions that its packages declare.
    pub extensions: Vec<String>,
    /// Releases that were read.
    pub release_count: usize,
}

/// Reads a file; errs where it is none, or where it states a version of the standard
/// that is not known.
pub fn read(file: &str, bytes: &[u8]) -> Result<Gathered, Fault> {
    let texts = Texts::read(file, bytes)?;
    let mut open = Open::default();
    let mut found = Gathered {
        findings: texts.findings,
        notes: texts.notes,
        ..Gathered::default()
    };
    for (line, value) in texts.texts {
        open.take(file, line, value, &mut found)?;
    }
    let mut noticed = Noticed::default();
    for (line, mut releases) in open.processes {
        for release in &releases {
            noticed.look(line, release);
        }
        releases.sort_by_key(day_of);
        let compiled = merged(&releases);
        found.processes.push(Contracting {
            line,
            process: Process::of(&compiled),
            releases,
            compiled,
        });
    }
    found.findings.extend(noticed.findings());
    found.findings.sort_by_key(|finding| finding.line);
    Ok(found)
}

/// Processes of which more releases may come.
#[derive(Default)]
struct Open {
    processes: Vec<(u64, Vec<Value>)>,
    place: HashMap<String, usize>,
}

impl Open {
    /// Takes a text: a package, a record, a release, or a list of these.
    fn take(
        &mut self,
        file: &str,
        line: u64,
        value: Value,
        found: &mut Gathered,
    ) -> Result<(), Fault> {
        let list_of = |name: &str| value.get(name).and_then(Value::as_array).cloned();
        if let Value::Array(entries) = value {
            for entry in entries {
                self.take(file, line, entry, found)?;
            }
            return Ok(());
        }
        let has_ocid = !text(&value, "ocid").is_empty();
        let package = list_of("records").or_else(|| list_of("releases").filter(|_| !has_ocid));
        if let Some(entries) = package {
            check_version(&value).map_err(|message| Fault {
                file: file.to_owned(),
                line,
                column: 1,
                message,
            })?;
            for extension in value
                .get("extensions")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
            {
                let address = extension.as_str().unwrap_or_default().to_owned();
                if !address.is_empty() && !found.extensions.contains(&address) {
                    found.extensions.push(address);
                }
            }
            for entry in entries {
                self.take(file, line, entry, found)?;
            }
            return Ok(());
        }
        let is_record = ["releases", "compiledRelease", "versionedRelease"]
            .iter()
            .any(|name| value.get(name).is_some());
        if is_record {
            self.record(line, &value, found);
        } else {
            self.release(line, value, found);
        }
        Ok(())
    }

    /// A record: its releases where they stand in it, else what it says they come to.
    fn record(&mut self, line: u64, record: &Value, found: &mut Gathered) {
        let whole: Vec<Value> = list(record, "releases")
            .filter(|release| release.get("ocid").is_some())
            .cloned()
            .collect();
        if !whole.is_empty() {
            for release in whole {
                self.release(line, release, found);
            }
            return;
        }
        let said = ["compiledRelease", "versionedRelease"]
            .iter()
            .find_map(|name| record.get(name).filter(|one| one.is_object()));
        match said {
            Some(said) => {
                let mut said = said.clone();
                let ocid = record.get("ocid").cloned().unwrap_or_default();
                if let (Some(fields), None) = (said.as_object_mut(), said_ocid(record, "ocid")) {
                    fields.insert("ocid".to_owned(), ocid);
                }
                self.release(line, said, found);
            }
            None => found.findings.push(
                Finding::new(
                    Weight::Refused,
                    "is a record with links to releases alone; nothing can be read of it",
                    "add the compiled release",
                )
                .line(line)
                .value(&text(record, "ocid")),
            ),
        }
    }

    fn release(&mut self, line: u64, release: Value, found: &mut Gathered) {
        let release = if is_versioned(&release) {
            latest(&release)
        } else {
            release
        };
        let refuse = |what: &str, mend: &str| {
            Finding::new(Weight::Refused, what, mend)
                .line(line)
                .value(&text(&release, "id"))
        };
        let ocid = text(&release, "ocid");
        if ocid.is_empty() {
            let what = "has no ocid: it is no release of the standard";
            found
                .findings
                .push(refuse(what, "add the ocid of the process"));
            return;
        }
        found.release_count += 1;
        let id = text(&release, "id");
        let at = match self.place.get(&ocid) {
            Some(at) => *at,
            None => {
                self.processes.push((line, Vec::new()));
                self.place.insert(ocid.clone(), self.processes.len() - 1);
                self.processes.len() - 1
            }
        };
        let Some((_, releases)) = self.processes.get_mut(at) else {
            return;
        };
        let twin = releases
            .iter()
            .find(|other| !id.is_empty() && text(other, "id") == id);
        if let Some(twin) = twin {
            let what = if *twin == release {
                "is a release that stands twice, word by word; it was taken once"
            } else {
                "is the id of two releases that do not say the same; the first was taken"
            };
            let finding = refuse(what, "give each release an id of its own").field("id");
            found.findings.push(finding);
            return;
        }
        if id.is_empty() {
            found.findings.push(
                Finding::new(
                    Weight::Note,
                    "has no release id; it is known by its ocid and date",
                    "",
                )
                .line(line)
                .value(&ocid),
            );
        }
        if day_of(&release).is_none() {
            found.findings.push(
                Finding::new(
                    Weight::Doubtful,
                    "has no date; it was taken as the oldest release of its process",
                    "add the date of the release",
                )
                .line(line)
                .field("date")
                .value(&ocid),
            );
        }
        releases.push(release);
    }
}

fn said_ocid<'a>(record: &'a Value, name: &str) -> Option<&'a Value> {
    let said = record
        .get("compiledRelease")
        .or_else(|| record.get("versionedRelease"));
    said.and_then(|said| said.get(name))
}

/// Errs where a package states a version that is not known.
fn check_version(package: &Value) -> Result<(), String> {
    let version = text(package, "version");
    let known = version.is_empty()
        || ["1.0", "1.1"].iter().any(|known| {
            version
                .strip_prefix(known)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        });
    if known {
        Ok(())
    } else {
        Err(format!(
            "states version “{version}” of the Open Contracting Data Standard; 1.0 and 1.1 are read"
        ))
    }
}

/// The moment of a release; none where it names none.
fn day_of(release: &Value) -> Option<DateTime<Utc>> {
    let date = text(release, "date");
    let moment = DateTime::parse_from_rfc3339(&date)
        .map(|at| at.to_utc())
        .ok();
    moment.or_else(|| {
        let day = date.get(..10)?.parse::<NaiveDate>().ok()?;
        Some(day.and_hms_opt(0, 0, 0)?.and_utc())
    })
}
