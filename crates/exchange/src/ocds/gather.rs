//! Texts of a file as contracting processes.

use super::{
    beyond::beyond,
    fields::Noticed,
    merge::merged,
    process::Process,
    versioned::{is_versioned, latest},
};
use crate::{
    Fault, Finding,
    finding::Weight,
    json::{Piece, Place, Texts, text},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

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
    /// Why a person should look at it; what is noticed of the file has it too.
    pub doubts: Vec<Finding>,
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
    let mut found = Gathered::default();
    for piece in texts.pieces() {
        open.take(file, &piece, &mut found)?;
    }
    found.findings.extend(texts.findings);
    found.notes = texts.notes;
    if found.release_count == 0 && found.findings.is_empty() {
        found.notes.push(
            "the file holds no release and no record: there is nothing to take in".to_owned(),
        );
    }
    let mut noticed = Noticed::default();
    for mut releases in open.processes {
        let line = releases.first().map_or(1, |first| first.place.line);
        let mut doubts = Vec::new();
        for held in &releases {
            noticed.look(held.place, &held.release);
            let numbers = beyond(&held.release).into_iter();
            doubts.extend(numbers.map(|finding| {
                let path = format!("{}/{}", held.path, finding.field);
                finding.at(held.place).field(path.trim_start_matches('/'))
            }));
        }
        releases.sort_by_key(|held| day_of(&held.release));
        let releases: Vec<Value> = releases.into_iter().map(|held| held.release).collect();
        let compiled = merged(&releases);
        found.findings.extend_from_slice(&doubts);
        found.processes.push(Contracting {
            line,
            process: Process::of(&compiled),
            releases,
            compiled,
            doubts,
        });
    }
    found.findings.extend(noticed.findings());
    found
        .findings
        .sort_by_key(|finding| (finding.line, finding.column));
    Ok(found)
}

/// A release with its place.
struct Held {
    place: Place,
    path: String,
    release: Value,
}

/// Processes of which more releases may come.
#[derive(Default)]
struct Open {
    processes: Vec<Vec<Held>>,
    place: HashMap<String, usize>,
}

/// The fields of an object.
type Fields<'a> = BTreeMap<String, Piece<'a>>;

impl Open {
    /// Takes a package, a record, a release, or a list of these.
    fn take(&mut self, file: &str, piece: &Piece<'_>, found: &mut Gathered) -> Result<(), Fault> {
        if let Some(entries) = piece.entries() {
            if entries.is_empty() && !piece.path().is_empty() {
                let what = "is an empty list where a release should stand";
                let finding = piece.finding(Weight::Refused, what, "leave it out");
                found.findings.push(finding);
            }
            return self.each(file, &entries, found);
        }
        let Some(fields) = piece.fields() else {
            self.whole(piece, found);
            return Ok(());
        };
        let list_of = |name: &str| fields.get(name).and_then(Piece::entries);
        let releases = || list_of("releases").filter(|_| word(&fields, "ocid").is_empty());
        if let Some(entries) = list_of("records").or_else(releases) {
            check_version(file, &fields)?;
            for extension in list_of("extensions").unwrap_or_default() {
                let address = extension.known().unwrap_or_default();
                let address = address.as_str().unwrap_or_default().to_owned();
                if !address.is_empty() && !found.extensions.contains(&address) {
                    found.extensions.push(address);
                }
            }
            return self.each(file, &entries, found);
        }
        let is_record = ["releases", "compiledRelease", "versionedRelease"]
            .iter()
            .any(|name| fields.contains_key(*name));
        if is_record {
            self.record(piece, &fields, found);
        } else {
            self.whole(piece, found);
        }
        Ok(())
    }

    fn each(
        &mut self,
        file: &str,
        entries: &[Piece<'_>],
        found: &mut Gathered,
    ) -> Result<(), Fault> {
        entries
            .iter()
            .try_for_each(|entry| self.take(file, entry, found))
    }

    /// A record: its releases where they stand in it, else what it says they come to.
    fn record(&mut self, piece: &Piece<'_>, fields: &Fields<'_>, found: &mut Gathered) {
        let releases = fields.get("releases").and_then(Piece::entries);
        let mut releases = releases.unwrap_or_default();
        releases.retain(|one| one.fields().is_some_and(|own| own.contains_key("ocid")));
        if !releases.is_empty() {
            for release in &releases {
                self.whole(release, found);
            }
            return;
        }
        let said = ["compiledRelease", "versionedRelease"]
            .iter()
            .find_map(|name| fields.get(*name).filter(|one| one.fields().is_some()));
        let ocid = fields
            .get("ocid")
            .and_then(Piece::known)
            .unwrap_or_default();
        let Some(said) = said else {
            let what = "is a record with links to releases alone; nothing can be read of it";
            let finding = piece.finding(Weight::Refused, what, "add the compiled release");
            found.findings.push(finding.value(&word(fields, "ocid")));
            return;
        };
        match said.value() {
            Ok(mut value) => {
                if let Some(own) = value.as_object_mut() {
                    own.entry("ocid").or_insert(ocid);
                }
                self.release(said, value, found);
            }
            Err(finding) => found.findings.push(finding),
        }
    }

    /// A release that stands by itself.
    fn whole(&mut self, piece: &Piece<'_>, found: &mut Gathered) {
        match piece.value() {
            Ok(value) => self.release(piece, value, found),
            Err(finding) => found.findings.push(finding),
        }
    }

    fn release(&mut self, piece: &Piece<'_>, release: Value, found: &mut Gathered) {
        let release = if is_versioned(&release) {
            latest(&release)
        } else {
            release
        };
        let id = text(&release, "id");
        let ocid = text(&release, "ocid");
        if ocid.is_empty() {
            let what = "has no ocid: it is no release of the standard";
            let finding = piece.finding(Weight::Refused, what, "add the ocid of the process");
            found.findings.push(finding.value(&id));
            return;
        }
        found.release_count += 1;
        let at = *self.place.entry(ocid.clone()).or_insert_with(|| {
            self.processes.push(Vec::new());
            self.processes.len() - 1
        });
        let Some(releases) = self.processes.get_mut(at) else {
            return;
        };
        let twin = releases
            .iter()
            .find(|held| !id.is_empty() && text(&held.release, "id") == id);
        if let Some(twin) = twin {
            let what = if twin.release == release {
                "is a release that stands twice, word by word; it was taken once"
            } else {
                "is the id of two releases that do not say the same; the first was taken"
            };
            let finding =
                piece.finding(Weight::Refused, what, "give each release an id of its own");
            found.findings.push(inside(finding, "id").value(&id));
            return;
        }
        if id.is_empty() {
            let what = "has no release id; it is known by its ocid and date";
            let finding = piece.finding(Weight::Note, what, "");
            found.findings.push(finding.value(&ocid));
        }
        if day_of(&release).is_none() {
            let what = "has no date; it was taken as the oldest release of its process";
            let finding = piece.finding(Weight::Doubtful, what, "add the date of the release");
            found.findings.push(inside(finding, "date").value(&ocid));
        }
        releases.push(Held {
            place: piece.place(),
            path: piece.path().to_owned(),
            release,
        });
    }
}

/// What is noticed, in a field of what it was noticed of.
fn inside(finding: Finding, name: &str) -> Finding {
    let path = match finding.field.as_str() {
        "" => name.to_owned(),
        path => format!("{path}/{name}"),
    };
    finding.field(path)
}

/// The text of a field; empty where it has none.
fn word(fields: &Fields<'_>, name: &str) -> String {
    let value = fields.get(name).and_then(Piece::known).unwrap_or_default();
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// Errs where a package states a version that is not known.
fn check_version(file: &str, package: &Fields<'_>) -> Result<(), Fault> {
    let version = word(package, "version");
    let known = version.is_empty()
        || ["1.0", "1.1"].iter().any(|known| {
            version
                .strip_prefix(known)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        });
    if known {
        return Ok(());
    }
    let place = package.get("version").map(Piece::place);
    Err(Fault {
        file: file.to_owned(),
        line: place.map_or(1, |place| place.line),
        column: place.map_or(1, |place| place.column),
        message: format!(
            "states version “{version}” of the Open Contracting Data Standard; 1.0 and 1.1 are read"
        ),
    })
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
