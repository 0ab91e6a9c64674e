//! The Human Services Data Specification 3.0: services of bodies, as JSON (one
//! service, an organization with its services, a page of a list, a list) or as the
//! files of a CSV package. What it does not know is kept.

pub mod id;
mod links;
mod offered;
mod package;
pub mod tables;
pub mod write;

pub use offered::{CostOption, Service};

use crate::{
    Fault, Finding,
    finding::Weight,
    json::{Texts, list, text},
    package::files,
};
use serde_json::Value;
use std::{collections::HashSet, io::Cursor};

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
        found.notes.extend(texts.notes);
        found.findings.extend(texts.findings);
        for (line, value) in texts.texts {
            check_version(&value).map_err(|message| Fault {
                file: (*name).to_owned(),
                line,
                column: 1,
                message,
            })?;
            match package::tabular(&value) {
                Some(parts) => tables.add(parts, line),
                None => nested(line, &value, &mut found),
            }
        }
    }
    let nested_services = tables.nest(&mut found.findings);
    for (line, value) in nested_services {
        take(line, value, &mut found);
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
            again.push(finding.line(service.line).field("id").value(&service.id));
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
fn nested(line: u64, value: &Value, found: &mut Directory) {
    if let Value::Array(entries) = value {
        for entry in entries {
            nested(line, entry, found);
        }
    } else if value.get("contents").is_some() {
        for entry in list(value, "contents") {
            nested(line, entry, found);
        }
    } else if let Some(service) = value.get("service").filter(|one| one.is_object()) {
        nested(line, service, found);
    } else if value.get("services").is_some() {
        for service in list(value, "services") {
            let mut service = service.clone();
            let mut body = value.clone();
            if let Some(fields) = body.as_object_mut() {
                fields.remove("services");
            }
            if let Some(fields) = service.as_object_mut() {
                fields.entry("organization").or_insert(body);
            }
            take(line, service, found);
        }
    } else if is_service(value) {
        take(line, value.clone(), found);
    } else {
        found.findings.push(
            Finding::new(Weight::Note, "holds no service and was passed over", "")
                .line(line)
                .value(&text(value, "name")),
        );
    }
}

/// Whether an object is a service: an organization has neither a status nor a body.
fn is_service(value: &Value) -> bool {
    let marks = ["organization", "organization_id", "status", "program"];
    marks.iter().any(|mark| value.get(mark).is_some())
}

fn take(line: u64, value: Value, found: &mut Directory) {
    match Service::of(line, value) {
        Ok((service, findings)) => {
            found.services.push(service);
            found.findings.extend(findings);
        }
        Err(finding) => found.findings.push(finding),
    }
}

/// Errs where a text states a version that is not known.
fn check_version(value: &Value) -> Result<(), String> {
    let version = text(value, "version");
    let taxonomy = value.get("uri").is_some() && value.get("openapi_url").is_none();
    if version.is_empty() || taxonomy || version == "3" || version.starts_with("3.") {
        Ok(())
    } else {
        Err(format!(
            "states version “{version}” of the Human Services Data Specification; 3 is read"
        ))
    }
}

#[cfg(test)]
mod tests;
