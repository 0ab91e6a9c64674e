//! The starter directory: files in, checked things of the trade out. What is
//! wrong is a fault with file, line and column.

mod bodies;
mod consider;
mod jurisdictions;
mod offerings;
mod table;

use crate::Fault;
use interlocal_catalog::{
    NaiveDate, OfferingId, PlaceId,
    category::Vocabulary,
    jurisdiction::{Jurisdiction, JurisdictionKey},
    memo::ConsiderRule,
    offering::{Content, Status},
    organization::{CioOffice, Organization},
};
use std::collections::HashSet;

/// Everything a new portal starts with.
#[derive(Debug)]
pub struct Starter {
    /// Governments, states first, parents before children.
    pub jurisdictions: Vec<Jurisdiction>,
    /// Bodies.
    pub organizations: Vec<Organization>,
    /// State CIO offices.
    pub cio_offices: Vec<CioOffice>,
    /// What memos of a state's governments should consider.
    pub consider_rules: Vec<ConsiderRule>,
    /// Offerings.
    pub offerings: Vec<StarterOffering>,
    /// The category vocabulary.
    pub vocabulary: Vocabulary,
    /// The day on which every listed entry was checked.
    pub checked_on: NaiveDate,
}

/// An offering of the starter directory.
#[derive(Debug)]
pub struct StarterOffering {
    /// What its first edition says.
    pub content: Content,
    /// Published, or draft for what is too uncertain to show.
    pub status: Status,
    /// Other slugs that lead to it.
    pub aliases: Vec<OfferingId>,
    /// Governments that are known to use it.
    pub adoptions: Vec<PlaceId>,
}

/// Where the files come from: the text of the file with this name.
pub type Files<'a> = &'a dyn Fn(&str) -> Result<String, String>;

/// What [`read`] has found so far, for the files that refer to it.
pub(crate) struct Known<'a> {
    pub keys: HashSet<String>,
    pub bodies: HashSet<String>,
    pub vocabulary: &'a Vocabulary,
    pub checked_on: NaiveDate,
    pub review_days: i64,
}

/// Reads the whole directory.
pub fn read(files: Files<'_>) -> Result<Starter, Fault> {
    let sources = text(files, "SOURCES.md")?;
    let checked_on = checked_on(&sources)?;
    let review_days = stated(
        &sources,
        "Review interval of listed entries in days: ",
        "a number of days",
    )?;
    let vocabulary = vocabulary(files)?;
    let jurisdictions = jurisdictions::read(files)?;
    let mut known = Known {
        keys: jurisdictions
            .iter()
            .map(|row| row.key.to_string())
            .collect(),
        bodies: HashSet::new(),
        vocabulary: &vocabulary,
        checked_on,
        review_days,
    };
    let organizations = bodies::read(files, &known)?;
    known.bodies = organizations
        .iter()
        .map(|body| body.id.to_string())
        .collect();
    let cio_offices = bodies::read_cio_offices(files, &known)?;
    let offerings = offerings::read(files, &known)?;
    Ok(Starter {
        jurisdictions,
        organizations,
        cio_offices,
        consider_rules: consider::read(files, checked_on)?,
        offerings,
        vocabulary,
        checked_on,
    })
}

/// Reads what memos should consider alone.
pub fn consider_rules(files: Files<'_>) -> Result<Vec<ConsiderRule>, Fault> {
    consider::read(files, checked_on(&text(files, "SOURCES.md")?)?)
}

fn checked_on(sources: &str) -> Result<NaiveDate, Fault> {
    stated(sources, "Checked on: ", "a day such as 2026-11-22")
}

/// Reads the vocabulary alone.
pub fn vocabulary(files: Files<'_>) -> Result<Vocabulary, Fault> {
    let name = "vocabulary.json";
    Vocabulary::parse(&text(files, name)?).map_err(|error| match error {
        interlocal_catalog::category::VocabularyError::Json(json) => Fault::json(name, 1, &json),
        other => at(name, 1, 1, other.to_string()),
    })
}

pub(crate) fn text(files: Files<'_>, name: &str) -> Result<String, Fault> {
    files(name).map_err(|why| at(name, 1, 1, format!("cannot be read: {why}")))
}

pub(crate) fn at(file: &str, line: u64, column: u64, message: String) -> Fault {
    Fault {
        file: file.to_owned(),
        line,
        column,
        message,
    }
}

/// A value that SOURCES.md states on a line of its own.
fn stated<T: std::str::FromStr>(sources: &str, label: &str, form: &str) -> Result<T, Fault> {
    let found = sources.lines().zip(1..).find_map(|(text, line)| {
        text.strip_prefix(label)
            .map(|value| (value.trim().to_owned(), line))
    });
    let (value, line) = found.ok_or_else(|| {
        at(
            "SOURCES.md",
            1,
            1,
            format!("has no line “{label}…”; add one with {form}"),
        )
    })?;
    value.parse().map_err(|_| {
        let message = format!("“{value}” is not {form}");
        at("SOURCES.md", line, label.len() as u64 + 1, message)
    })
}

/// A key that must be among the jurisdictions.
pub(crate) fn known_key(known: &Known<'_>, text: &str) -> Result<JurisdictionKey, String> {
    let key: JurisdictionKey = text
        .parse()
        .map_err(|e: interlocal_catalog::jurisdiction::KeyError| e.to_string())?;
    if known.keys.contains(text) {
        Ok(key)
    } else {
        Err(format!("“{text}” is not among the jurisdictions"))
    }
}
