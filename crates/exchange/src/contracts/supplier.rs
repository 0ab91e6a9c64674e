//! Suppliers whose names are written in several ways. Nothing is merged: what is
//! alike is proposed, and a person confirms.

use std::collections::BTreeMap;

/// What a supplier is known by: its name in small letters, without commas and
/// periods, with single spaces.
pub fn supplier_key(name: &str) -> String {
    let plain: String = name
        .chars()
        .filter(|letter| ![',', '.'].contains(letter))
        .flat_map(char::to_lowercase)
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Spellings that may be one supplier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The spellings, in order.
    pub spellings: Vec<String>,
}

/// Words that end the names of companies and tell nothing.
const FORMS: [&str; 14] = [
    "inc",
    "llc",
    "ltd",
    "lp",
    "llp",
    "co",
    "corp",
    "corporation",
    "company",
    "incorporated",
    "limited",
    "pc",
    "plc",
    "pllc",
];

/// Spellings that differ in signs, case and the form of the company alone.
pub(super) fn alike<'a>(names: impl Iterator<Item = &'a str>) -> Vec<Alike> {
    let mut by: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for name in names.filter(|name| !name.is_empty()) {
        let spellings = by.entry(bare_name(name)).or_default();
        if !spellings.iter().any(|known| known == name) {
            spellings.push(name.to_owned());
        }
    }
    by.into_values()
        .filter(|spellings| spellings.len() > 1)
        .map(|mut spellings| {
            spellings.sort();
            Alike { spellings }
        })
        .collect()
}

/// A name without signs, case, blanks and the form of the company.
pub fn bare_name(name: &str) -> String {
    let words: String = name
        .chars()
        .filter(|letter| !['.', '\'', '’'].contains(letter))
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                ' '
            }
        })
        .flat_map(char::to_lowercase)
        .collect();
    let mut words: Vec<&str> = words.split_whitespace().collect();
    while words.len() > 1 && words.last().is_some_and(|word| FORMS.contains(word)) {
        words.pop();
    }
    words.concat()
}
