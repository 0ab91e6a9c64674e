//! The Human Services Data Specification 3.0: services of bodies, as JSON (one
//! service, an organization with its services, a page of a list, a list) or as the
//! files of a CSV package. What it does not know is kept.

pub mod id;
mod kept;
mod left;
mod links;
mod offered;
mod package;
mod rows;
pub mod tables;
pub mod write;

pub use kept::{Kept, told};
pub use left::left_out;
pub use offered::{CostOption, Service};
pub use rows::Rows;

use crate::{
    Fault, Finding,
    finding::Weight,
    json::{Piece, Place, Texts},
    package::files,
};
use serde_json::Value;
use std::{
    collections::{BTreeMap, HashSet},
    io::Cursor,
};

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Directory {
    /// Services in the order of the file, each once.
    pub services: Vec<Service>,
    /// What was noticed.
    pub findings: Vec<Finding>,
    /// What the reader should know of the files.
    pub notes: Vec<String>,
}

/// Reads one file: JSON, a table, or the ZIP of a package.
pub fn read_one(name: &str, bytes: &[u8]) -> Result<Directory, Fault> {
    if !bytes.starts_with(b"PK") {
        return read(&[(name, bytes)]);
    }
    let files = files(Cursor::new(bytes)).map_err(|why| Fault {
        file: name.to_owned(),
        line: 1,
        column: 1,
        message: format!("is no archive that can be read: {why}"),
    })?;
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    read(&files)
}

/// Reads the files of a package by name, or one JSON file; errs where they are none.
pub fn read(files: &[(&str, &[u8])]) -> Result<Directory, Fault> {
    let mut found = Directory::default();
    let mut tables = package::Tables::default();
    for (name, bytes) in files {
        let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
        if stem.eq_ignore_ascii_case("datapackage.json") {
            continue;
        }
        if stem.to_ascii_lowercase().ends_with(".csv") {
            tables.csv(stem, bytes, &mut found)?;
            continue;
        }
        let texts = Texts::read(name, bytes)?;
        for piece in texts.pieces() {
            let fields = piece.fields().unwrap_or_default();
            check_version(name, &fields)?;
            match package::tabular(&fields) {
                Some(parts) => tables.add(parts, &mut found),
                None => nested(&piece, &mut found),
            }
        }
        found.notes.extend(texts.notes);
        found.findings.extend(texts.findings);
    }
    let nested_services = tables.nest(&mut found.findings);
    for (place, value) in nested_services {
        take(place, value, &mut found);
    }
    let mut seen = HashSet::new();
    let mut again = Vec::new();
    found.services.retain(|service| {
        let first = seen.insert(service.id.clone());
        if !first {
            let finding = Finding::new(
                Weight::Refused,
                "is the id of two services; the first was taken",
                "give each service an id of its own",
            );
            again.push(finding.at(service.place).field("id").value(&service.id));
        }
        first
    });
    found.findings.extend(again);
    if found.services.is_empty() && found.findings.is_empty() {
        return Err(Fault {
            file: files.first().map_or("", |(name, _)| name).to_owned(),
            line: 1,
            column: 1,
            message: "holds no service".to_owned(),
        });
    }
    Ok(found)
}

/// A text with objects inside of objects.
fn nested(piece: &Piece<'_>, found: &mut Directory) {
    if let Some(entries) = piece.entries() {
        for entry in &entries {
            nested(entry, found);
        }
        return;
    }
    let fields = piece.fields().unwrap_or_default();
    let list_of = |name: &str| {
        fields
            .get(name)
            .map(|one| one.entries().unwrap_or_default())
    };
    let service = fields.get("service").filter(|one| one.fields().is_some());
    if let Some(entries) = list_of("contents") {
        for entry in entries.iter().filter(|one| one.fields().is_some()) {
            nested(entry, found);
        }
    } else if let Some(service) = service {
        nested(service, found);
    } else if let Some(services) = list_of("services") {
        let own = fields.iter().filter(|(name, _)| *name != "services");
        let own = own.filter_map(|(name, one)| Some((name.clone(), one.known()?)));
        let body = Value::Object(own.collect());
        for service in services.iter().filter(|one| one.fields().is_some()) {
            read_service(service, found, |service| {
                if let Some(fields) = service.as_object_mut() {
                    fields.entry("organization").or_insert_with(|| body.clone());
                }
            });
        }
    } else if is_service(&fields) {
        read_service(piece, found, |_| ());
    } else {
        let what = "holds no service and was passed over";
        let name = fields.get("name").and_then(Piece::known);
        let name = name.as_ref().and_then(Value::as_str).unwrap_or_default();
        let finding = piece.finding(Weight::Note, what, "");
        found.findings.push(finding.value(name.trim()));
    }
}

/// Whether an object is a service: an organization has neither a status nor a body.
fn is_service(fields: &BTreeMap<String, Piece<'_>>) -> bool {
    let marks = ["organization", "organization_id", "status", "program"];
    marks.iter().any(|mark| fields.contains_key(*mark))
}

/// Takes a service, after something was put into it.
fn read_service(piece: &Piece<'_>, found: &mut Directory, put: impl FnOnce(&mut Value)) {
    match piece.value() {
        Ok(mut value) => {
            put(&mut value);
            take(piece.place(), value, found);
        }
        Err(finding) => found.findings.push(finding),
    }
}

fn take(place: Place, value: Value, found: &mut Directory) {
    match Service::of(place, value) {
        Ok((service, findings)) => {
            found.services.push(service);
            found.findings.extend(findings);
        }
        Err(finding) => found.findings.push(finding),
    }
}

/// Errs where a text states a version that is not known.
fn check_version(file: &str, fields: &BTreeMap<String, Piece<'_>>) -> Result<(), Fault> {
    let stated = fields.get("version");
    let version = match stated.and_then(Piece::known) {
        Some(Value::String(words)) => words.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let taxonomy = fields.contains_key("uri") && !fields.contains_key("openapi_url");
    if version.is_empty() || taxonomy || version == "3" || version.starts_with("3.") {
        return Ok(());
    }
    let place = stated.map(Piece::place);
    Err(Fault {
        file: file.to_owned(),
        line: place.map_or(1, |place| place.line),
        column: place.map_or(1, |place| place.column),
        message: format!(
            "states version “{version}” of the Human Services Data Specification; 3 is read"
        ),
    })
}

#[cfg(test)]
mod tests;
