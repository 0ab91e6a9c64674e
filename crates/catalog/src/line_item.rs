//! Lines of a contract list: what is bought under a contract, from whom, of which make.
//! A line says what its source says; what it leaves open stays open.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A line of a contract. Empty text is not stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LineItem {
    /// The number under which the supplier holds its part of the contract.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// What is bought.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Who sells it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub supplier: String,
    /// Whose goods are sold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub manufacturers: Vec<String>,
    /// Categories for which the supplier is on the contract.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
    /// Categories for which it is not; one that stands in neither list is not stated.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_categories: Vec<String>,
    /// The first day, `YYYY-MM-DD`, or the source's words where they name none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts: Option<StatedDay>,
    /// The last day, `YYYY-MM-DD`, `no end date`, or the source's words where they name
    /// none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends: Option<StatedDay>,
    /// What the line is worth.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub amount: Option<Decimal>,
    /// The currency of the amount by ISO 4217, `USD`; empty where the source names none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub currency: String,
    /// Its own page.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Remarks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// What else the source says that everybody may read, under its own headings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<StatedCell>,
}

/// Letters of a number, a title or a supplier at most.
const LONGEST: usize = 1_000;

/// A cell of a list under its own heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatedCell {
    /// The heading.
    pub name: String,
    /// The cell.
    pub value: String,
}

/// A day as a source states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "String", into = "String")]
#[schemars(with = "String")]
pub enum StatedDay {
    /// This day.
    On(NaiveDate),
    /// No day ends it.
    Never,
    /// Words that name no day.
    Words(String),
}

/// How a day that never comes is written.
const NEVER: &str = "no end date";

impl fmt::Display for StatedDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StatedDay::On(day) => day.fmt(f),
            StatedDay::Never => f.write_str(NEVER),
            StatedDay::Words(words) => f.write_str(words),
        }
    }
}

impl From<String> for StatedDay {
    fn from(text: String) -> Self {
        match text.parse() {
            Ok(day) => StatedDay::On(day),
            Err(_) if text == NEVER => StatedDay::Never,
            Err(_) => StatedDay::Words(text),
        }
    }
}

impl From<StatedDay> for String {
    fn from(day: StatedDay) -> Self {
        day.to_string()
    }
}

impl LineItem {
    /// The line in words, for histories and reviewers.
    pub fn words(&self) -> String {
        let number = match self.number.is_empty() {
            true => String::new(),
            false => format!("No. {}", self.number),
        };
        let mut parts: Vec<String> = vec![self.supplier.clone(), number, self.title.clone()];
        let listed = |label: &str, names: &[String]| match names.is_empty() {
            true => String::new(),
            false => format!("{label} {}", names.join("; ")),
        };
        parts.push(listed("for", &self.categories));
        parts.push(listed("not for", &self.not_categories));
        parts.push(listed("makes:", &self.manufacturers));
        parts.extend(self.starts.iter().map(|day| format!("from {day}")));
        parts.extend(self.ends.iter().map(|day| match day {
            StatedDay::On(day) => format!("until {day}"),
            words => words.to_string(),
        }));
        parts.extend(self.worth().map(|amount| format!("worth {amount}")));
        parts.push(self.url.clone());
        parts.extend(self.notes.iter().cloned());
        let other = self.other.iter();
        parts.extend(other.map(|cell| format!("{}: {}", cell.name, cell.value)));
        parts.retain(|part| !part.is_empty());
        parts.join(", ")
    }

    /// What cannot be as it is: the field, and how to mend it.
    pub fn faults(&self) -> Vec<(&'static str, String)> {
        let mut faults = Vec::new();
        let mut add = |field, why: &str| faults.push((field, why.to_owned()));
        if self.words().trim().is_empty() {
            add("", "says nothing; fill it in, or leave it out");
        }
        for (field, text) in [
            ("number", &self.number),
            ("title", &self.title),
            ("supplier", &self.supplier),
        ] {
            if text.chars().count() > LONGEST {
                add(field, &format!("is too long; {LONGEST} letters at most"));
            }
        }
        if self.amount.is_some_and(|amount| amount.is_sign_negative()) {
            add(
                "amount",
                "is below zero; leave it out where it is not known",
            );
        }
        let is_code = |code: &str| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
        if !self.currency.is_empty() && !is_code(&self.currency) {
            add(
                "currency",
                "is no code of a currency; write three capital letters, such as USD",
            );
        }
        if let (Some(StatedDay::On(first)), Some(StatedDay::On(last))) = (&self.starts, &self.ends)
            && last < first
        {
            add("ends", "is before the first day");
        }
        let is_address = ["https://", "http://"]
            .iter()
            .any(|begin| self.url.starts_with(begin));
        if !self.url.is_empty() && !is_address {
            add(
                "url",
                "is no web address; write one that begins with https://",
            );
        }
        let mut other = self.other.iter();
        if other.any(|cell| cell.name.trim().is_empty() || cell.value.trim().is_empty()) {
            add("other", "has a cell without a heading or without a value");
        }
        faults
    }

    /// What it is worth, with the currency where one is named: `12.50 USD`.
    pub fn worth(&self) -> Option<String> {
        let amount = self.amount?;
        Some(format!("{amount} {}", self.currency).trim_end().to_owned())
    }

    /// Whether a text stands in it, in whatever case.
    pub fn holds(&self, small: &str) -> bool {
        let named = [&self.number, &self.title, &self.supplier];
        let lists = [&self.manufacturers, &self.categories, &self.notes];
        let other = self.other.iter().map(|cell| &cell.value);
        named
            .into_iter()
            .chain(lists.into_iter().flatten())
            .chain(other)
            .any(|text| text.to_lowercase().contains(small))
    }
}

/// Lines that have every one of these words, with their places from 1; all of them
/// without words.
pub fn with_words<'a>(lines: &'a [LineItem], words: &str) -> Vec<(usize, &'a LineItem)> {
    let words = words.to_lowercase();
    let words: Vec<&str> = words.split_whitespace().collect();
    (1..)
        .zip(lines)
        .filter(|(_, line)| words.iter().all(|word| line.holds(word)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_by_all_of_their_words_and_keep_their_places() {
        let line = |supplier: &str, makes: &[&str]| LineItem {
            supplier: supplier.to_owned(),
            manufacturers: makes.iter().map(|make| (*make).to_owned()).collect(),
            ..LineItem::default()
        };
        let lines = [
            line("Acme Inc.", &["Cisco"]),
            line("Borg", &["Cisco", "3M"]),
        ];
        let found = |words: &str| -> Vec<usize> {
            let found = with_words(&lines, words);
            found.into_iter().map(|(place, _)| place).collect()
        };
        assert_eq!(found(""), [1, 2]);
        assert_eq!(found("cisco BORG"), [2]);
        assert_eq!(found("acme 3m"), [0; 0]);
    }

    #[test]
    fn a_day_is_a_day_or_never_or_the_words_of_its_source() {
        for (text, day) in [
            (
                "2026-06-30",
                StatedDay::On(NaiveDate::from_ymd_opt(2026, 6, 30).unwrap()),
            ),
            ("no end date", StatedDay::Never),
            ("Mo. To Mo.", StatedDay::Words("Mo. To Mo.".to_owned())),
        ] {
            assert_eq!(StatedDay::from(text.to_owned()), day);
            assert_eq!(day.to_string(), text);
        }
    }

    #[test]
    fn what_cannot_be_is_named_with_its_field() {
        let faults = |json: &str| -> Vec<&'static str> {
            let line: LineItem = serde_json::from_str(json).unwrap();
            line.faults().into_iter().map(|(field, _)| field).collect()
        };
        assert_eq!(faults("{}"), [""]);
        assert_eq!(faults(r#"{"supplier":"  "}"#), [""]);
        assert_eq!(
            faults(
                r#"{"amount":"-1","currency":"usd","starts":"2020-12-31","ends":"2019-01-01",
                    "url":"javascript:x","other":[{"name":"","value":"x"}]}"#
            ),
            ["amount", "currency", "ends", "url", "other"]
        );
        assert_eq!(
            faults(r#"{"supplier":"A","amount":"0","currency":"USD","ends":"Mo. To Mo."}"#),
            [""; 0]
        );
        let long = format!(r#"{{"title":"{}"}}"#, "a".repeat(1_001));
        assert_eq!(faults(&long), ["title"]);
    }

    #[test]
    fn a_line_says_in_words_what_it_says_and_no_more() {
        let line: LineItem = serde_json::from_str(
            r#"{"supplier":"Acme","number":"44","categories":["Paint"],"not_categories":["HVAC"],
                "manufacturers":["3M"],"ends":"no end date","amount":"12.50","currency":"USD"}"#,
        )
        .unwrap();
        assert_eq!(
            line.words(),
            "Acme, No. 44, for Paint, not for HVAC, makes: 3M, no end date, worth 12.50 USD"
        );
        assert_eq!(LineItem::default().words(), "");
        assert!(line.holds("3m"));
        assert!(!line.holds("hvac"), "it is not on the contract for that");
    }
}
