//! Text becomes a type at the door: fields of an address, read with all faults at once.

pub mod ask;
pub mod changes;
pub mod checklist;
pub mod compare;
pub mod cursor;
pub mod desk;
pub mod ending;
pub mod import;
pub mod intake;
pub mod memo;
pub mod named;
pub mod origin;
pub mod partners;
pub mod path;
pub mod posted;
pub mod recorded;
pub mod search;
pub mod sent;
pub mod size;
pub mod steward;
pub mod token;
pub mod upload;
pub mod voice;
pub mod weighing;

use crate::error::Failure;
use interlocal_portal::FieldFault;
use std::convert::Infallible;

/// Bytes of one field beyond which an address is too long.
const LONGEST_FIELD: usize = 2_000;

/// The fields of an address, in order.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    pairs: Vec<(String, String)>,
    raw: String,
}

impl Fields {
    /// Reads a query string; what is no valid text is replaced, never an error.
    pub fn read(query: &str) -> Result<Self, Failure> {
        let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes())
            .map(|(name, value)| (name.into_owned(), printable(&value)))
            .collect();
        if pairs.iter().any(|(_, value)| value.len() > LONGEST_FIELD) {
            return Err(Failure::TooLong);
        }
        Ok(Self {
            pairs,
            raw: query.to_owned(),
        })
    }

    /// Reads the body of a form. Lines stay lines; other control characters become blanks.
    pub fn posted(body: &[u8]) -> Self {
        let pairs = form_urlencoded::parse(body)
            .map(|(name, value)| (name.into_owned(), lines(&value)))
            .collect();
        Self {
            pairs,
            raw: String::new(),
        }
    }

    /// The fields as names and values, in order.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// Fields that were kept as names and values.
    pub fn of_pairs(pairs: Vec<(String, String)>) -> Self {
        Self {
            pairs,
            raw: String::new(),
        }
    }

    /// Adds a value to a field.
    pub fn push(&mut self, name: &str, value: &str) {
        self.pairs.push((name.to_owned(), value.to_owned()));
    }

    /// The query string as it came.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The last value of a field.
    pub fn last(&self, name: &str) -> Option<&str> {
        self.pairs
            .iter()
            .rev()
            .find(|(field, _)| field == name)
            .map(|(_, value)| value.trim())
    }

    /// The last value of a field with every blank, as passwords need it.
    pub fn exactly(&self, name: &str) -> &str {
        let found = self.pairs.iter().rev().find(|(field, _)| field == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// Every value of a field that is not empty.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.pairs
            .iter()
            .filter(|(field, value)| field == name && !value.is_empty())
            .map(|(_, value)| value.clone())
            .collect()
    }

    /// Every value of a field as it came.
    pub fn every(&self, name: &str) -> Vec<&str> {
        let of_it = self.pairs.iter().filter(|(field, _)| field == name);
        of_it.map(|(_, value)| value.as_str()).collect()
    }

    /// Whether a switch is on.
    pub fn on(&self, name: &str) -> bool {
        matches!(self.last(name), Some("1" | "yes" | "true" | "on"))
    }

    /// The same fields with some taken away and others added, as a query string.
    pub fn with(&self, without: &[&str], added: &[(&str, &str)]) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        for (name, value) in &self.pairs {
            if !without.contains(&name.as_str()) && !value.is_empty() {
                out.append_pair(name, value);
            }
        }
        for (name, value) in added {
            out.append_pair(name, value);
        }
        out.finish()
    }

    /// The same fields without one value of one field, as a query string.
    pub fn without_value(&self, field: &str, gone: &str) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        for (name, value) in &self.pairs {
            let is_gone = name == "page" || (name == field && value == gone);
            if !is_gone && !value.is_empty() {
                out.append_pair(name, value);
            }
        }
        out.finish()
    }
}

/// A number without the commas between its thousands; none where a comma stands
/// anywhere else, as in the 4,25 of other countries.
pub fn without_thousands(text: &str) -> Option<String> {
    let text = text.trim();
    let (whole, rest) = match text.split_once('.') {
        Some((whole, rest)) => (whole, Some(rest)),
        None => (text, None),
    };
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let groups: Vec<&str> = groups.collect();
    let fine = groups.is_empty()
        || ((1..=3).contains(&first.len()) && groups.iter().all(|group| group.len() == 3));
    let is_plain = rest.is_none_or(|rest| !rest.contains(','));
    (fine && is_plain).then(|| text.replace(',', ""))
}

/// Marks that turn the direction of the text after them, which no field means.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text with one kind of line end, and a blank for each other control character.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter(|c| !turns(*c))
        .map(|c| if c.is_control() && c != '\n' { ' ' } else { c })
        .collect()
}

/// The text with a blank for each control character, which no field means.
fn printable(text: &str) -> String {
    text.chars()
        .filter(|c| !turns(*c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

impl<S: Sync> axum::extract::FromRequestParts<S> for Fields {
    type Rejection = Failure;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        _: &S,
    ) -> Result<Self, Failure> {
        Fields::read(parts.uri.query().unwrap_or_default())
    }
}

/// The path and query of a request, for ways back.
#[derive(Clone, Debug)]
pub struct Address(pub String);

impl<S: Sync> axum::extract::FromRequestParts<S> for Address {
    type Rejection = Infallible;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        _: &S,
    ) -> Result<Self, Infallible> {
        Ok(Address(
            parts
                .uri
                .path_and_query()
                .map_or("/", |p| p.as_str())
                .to_owned(),
        ))
    }
}

/// Faults gathered while a form is read.
#[derive(Default)]
pub struct Faults(Vec<FieldFault>);

impl Faults {
    /// Notes a fault.
    pub fn add(&mut self, field: &str, message: impl Into<String>) {
        self.0.push(FieldFault {
            field: field.to_owned(),
            message: message.into(),
        });
    }

    /// A whole number between two bounds; the default where the field is absent.
    pub fn number(
        &mut self,
        fields: &Fields,
        field: &str,
        bounds: std::ops::RangeInclusive<usize>,
        default: usize,
    ) -> usize {
        let Some(text) = fields.last(field).filter(|text| !text.is_empty()) else {
            return default;
        };
        match text.parse::<usize>() {
            Ok(number) if bounds.contains(&number) => number,
            _ => {
                let (least, most) = (bounds.start(), bounds.end());
                self.add(
                    field,
                    format!("“{text}” is no whole number from {least} to {most}"),
                );
                default
            }
        }
    }

    /// Values of a field that must be among known words.
    pub fn words(&mut self, fields: &Fields, field: &str, known: &[&str]) -> Vec<String> {
        let values = fields.all(field);
        for value in &values {
            if !known.contains(&value.as_str()) {
                self.add(field, format!("“{value}” is none of {}", known.join(", ")));
            }
        }
        values
    }

    /// Whether there are none so far.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every fault that was noted.
    pub fn all(self) -> Vec<FieldFault> {
        self.0
    }

    /// Ends the reading: fine, or every fault at once.
    pub fn end(self) -> Result<(), Failure> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Failure::Invalid(self.0))
        }
    }
}
