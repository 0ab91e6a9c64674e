//! A part of a text that nobody has read yet, with its place: a list of a hundred
//! thousand entries is taken apart without being in memory as values, and what is wrong
//! with one entry is wrong with that one alone.

use super::{
    lines::{Lines, Place},
    plain::plain,
};
use crate::{Finding, finding::Weight};
use serde_json::{Value, value::RawValue};
use std::collections::BTreeMap;

/// Lists and objects inside each other that are taken apart; what lies deeper is read
/// as a value.
const DEEPEST: usize = 8;

/// How names begin under which the reader of JSON hands over numbers as they are written;
/// what has a field of such a name could be written and not be read again.
const PRIVATE: &str = "$serde_json::private::";

/// A text, or a value inside of one.
#[derive(Clone, Debug)]
pub struct Piece<'a> {
    /// The whole file.
    file: (&'a str, &'a Lines),
    /// Its own part of the file.
    raw: &'a str,
    /// Where that begins.
    at: usize,
    /// Fields and numbers that lead to it: `releases/3`; empty for a whole text.
    path: String,
    depth: usize,
}

impl<'a> Piece<'a> {
    /// A text of a file, which begins at this byte.
    pub(super) fn text(file: (&'a str, &'a Lines), raw: &'a str, at: usize) -> Self {
        Self {
            file,
            raw,
            at,
            path: String::new(),
            depth: 0,
        }
    }

    /// Where it begins.
    pub fn place(&self) -> Place {
        self.file.1.place(self.file.0, self.at)
    }

    /// Fields and numbers that lead to it.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is noticed of it, at its place.
    pub fn finding(&self, weight: Weight, what: &str, mend: &str) -> Finding {
        Finding::new(weight, what, mend)
            .at(self.place())
            .field(self.path())
    }

    /// Its value, or why it has none, at the letter where that shows.
    pub fn value(&self) -> Result<Value, Finding> {
        let mend = "correct it and import it again";
        let value = serde_json::from_str(self.raw).map_err(|error| {
            let at = self.at + offset(self.raw, error.line(), error.column());
            let what = format!("is no JSON that can be read: it {}", plain(&error));
            let finding = self.finding(Weight::Refused, &what, mend);
            finding.at(self.file.1.place(self.file.0, at))
        })?;
        if has_private_name(&value) {
            let what = "has a field with a name that the reader of JSON keeps for itself";
            return Err(self.finding(Weight::Refused, what, mend).value(PRIVATE));
        }
        Ok(value)
    }

    /// Its value where it can be read.
    pub fn known(&self) -> Option<Value> {
        self.value().ok()
    }

    /// The entries of a list; none where it is no list.
    pub fn entries(&self) -> Option<Vec<Self>> {
        if !self.raw.starts_with('[') || self.depth >= DEEPEST {
            return None;
        }
        let entries: Vec<&RawValue> = serde_json::from_str(self.raw).ok()?;
        let entries = entries.into_iter().enumerate();
        Some(entries.map(|(n, raw)| self.inside(raw, n)).collect())
    }

    /// The fields of an object; none where it is no object.
    pub fn fields(&self) -> Option<BTreeMap<String, Self>> {
        if !self.raw.starts_with('{') || self.depth >= DEEPEST {
            return None;
        }
        let fields: BTreeMap<String, &RawValue> = serde_json::from_str(self.raw).ok()?;
        let fields = fields.into_iter().map(|(name, raw)| {
            let piece = self.inside(raw, &name);
            (name, piece)
        });
        Some(fields.collect())
    }

    fn inside(&self, raw: &'a RawValue, name: impl std::fmt::Display) -> Self {
        let raw = raw.get();
        let before = (raw.as_ptr() as usize).saturating_sub(self.raw.as_ptr() as usize);
        let path = match self.path.as_str() {
            "" => name.to_string(),
            path => format!("{path}/{name}"),
        };
        Self {
            file: self.file,
            raw,
            at: self.at + before,
            path,
            depth: self.depth + 1,
        }
    }
}

fn has_private_name(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields
            .iter()
            .any(|(name, value)| name.starts_with(PRIVATE) || has_private_name(value)),
        Value::Array(entries) => entries.iter().any(has_private_name),
        _ => false,
    }
}

/// The byte that a line and a byte of that line name, both from 1.
pub(super) fn offset(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n');
    let before: usize = lines.take(line.saturating_sub(1)).map(str::len).sum();
    (before + column.saturating_sub(1)).min(text.len())
}
