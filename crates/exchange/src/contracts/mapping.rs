//! Which column of a list means what; kept for each source, so that the next file
//! of the same source is read in the same way.

use crate::{Fault, day::DayOrder, json::plain, table::Table};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a column is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// The number of the contract.
    Number,
    /// The number of the contract above it, under which several suppliers stand.
    Parent,
    /// The supplier.
    Supplier,
    /// What is bought.
    Title,
    /// The first day.
    Starts,
    /// The last day.
    Ends,
    /// What it is worth.
    Amount,
    /// The currency of what it is worth.
    Currency,
    /// Manufacturers or brands, parted by semicolons.
    Manufacturers,
    /// Yes where the supplier is on the contract for what the heading says.
    Category,
    /// A category in words, parted by semicolons.
    Categories,
    /// The page of the contract.
    Address,
    /// Remarks.
    Notes,
    /// No use of its own: shown under its heading in the line.
    Stated,
    /// No use of its own: kept with the row under its heading and never shown.
    Kept,
}

impl Use {
    /// Every use, in the order of forms.
    pub const ALL: [Self; 15] = [
        Self::Number,
        Self::Parent,
        Self::Supplier,
        Self::Title,
        Self::Starts,
        Self::Ends,
        Self::Amount,
        Self::Currency,
        Self::Manufacturers,
        Self::Category,
        Self::Categories,
        Self::Address,
        Self::Notes,
        Self::Stated,
        Self::Kept,
    ];

    /// The word in rows and forms.
    pub fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Parent => "parent",
            Self::Supplier => "supplier",
            Self::Title => "title",
            Self::Starts => "starts",
            Self::Ends => "ends",
            Self::Amount => "amount",
            Self::Currency => "currency",
            Self::Manufacturers => "manufacturers",
            Self::Category => "category",
            Self::Categories => "categories",
            Self::Address => "address",
            Self::Notes => "notes",
            Self::Stated => "stated",
            Self::Kept => "kept",
        }
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            Self::Number => "Contract number",
            Self::Parent => "Number of the contract above it",
            Self::Supplier => "Supplier",
            Self::Title => "What is bought",
            Self::Starts => "First day",
            Self::Ends => "Last day",
            Self::Amount => "Contract value",
            Self::Currency => "Currency of the value: USD",
            Self::Manufacturers => "Manufacturers, parted by semicolons",
            Self::Category => "Yes or No: heading names a category",
            Self::Categories => "Categories, parted by semicolons",
            Self::Address => "Web address",
            Self::Notes => "Remarks",
            Self::Stated => "Show under its heading",
            Self::Kept => "Keep with the file, do not show",
        }
    }

    /// The use that a word names.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// Whether several columns may have it.
    pub fn often(self) -> bool {
        matches!(
            self,
            Self::Category | Self::Notes | Self::Stated | Self::Kept
        )
    }
}

/// The uses of a list's columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The use of each heading, by its words in small letters.
    pub columns: BTreeMap<String, Use>,
    /// In which order days stand.
    #[serde(default)]
    pub days: DayOrder,
    /// The number of the contract where the list has none and is one contract.
    #[serde(default)]
    pub number: String,
    /// What is bought, where the list does not say.
    #[serde(default)]
    pub title: String,
}

impl Mapping {
    /// Reads a mapping that somebody wrote; errs at the line and with the field at which
    /// it is none.
    pub fn read(file: &str, text: &str) -> Result<Self, Fault> {
        let mut json = serde_json::Deserializer::from_str(text);
        let fault = |within: String, error: &serde_json::Error| {
            let why = plain(error);
            Fault {
                message: match within.as_str() {
                    "" | "." => format!("the mapping {why}"),
                    field => format!("“{field}” {why}"),
                },
                ..Fault::json(file, 1, error)
            }
        };
        let read = serde_path_to_error::deserialize(&mut json).map_err(|error| {
            let within = match error.inner().to_string().starts_with("unknown field") {
                true => String::new(),
                false => error.path().to_string(),
            };
            fault(within, error.inner())
        })?;
        json.end().map_err(|error| fault(String::new(), &error))?;
        Ok(read)
    }

    /// The use of a heading; kept where nothing is said.
    pub fn of(&self, heading: &str) -> Use {
        self.columns
            .get(&heading.to_lowercase())
            .copied()
            .unwrap_or(Use::Kept)
    }

    /// Whether the list has no column for a number: it then is one contract.
    pub fn whole(&self) -> bool {
        let numbers = [Use::Number, Use::Parent];
        !self.columns.values().any(|to| numbers.contains(to))
    }

    /// Gives a heading a use.
    pub fn set(&mut self, heading: &str, to: Use) {
        self.columns.insert(heading.to_lowercase(), to);
    }

    /// Headings that the mapping knows and the table lacks, apart from kept ones,
    /// and headings of the table that it does not know.
    pub fn differs(&self, table: &Table) -> (Vec<String>, Vec<String>) {
        let missing = self
            .columns
            .iter()
            .filter(|(name, to)| **to != Use::Kept && table.column(name).is_none())
            .map(|(name, _)| name.clone());
        let new = table
            .headings
            .iter()
            .filter(|heading| !self.columns.contains_key(&heading.name.to_lowercase()))
            .map(|heading| heading.name.clone());
        (missing.collect(), new.collect())
    }

    /// Why the list cannot be read with it: a use that stands twice, or no supplier.
    pub fn fault(&self) -> Option<String> {
        for one in Use::ALL.into_iter().filter(|one| !one.often()) {
            let mut named = self.columns.iter().filter(|(_, to)| **to == one);
            if let (Some((first, _)), Some((second, _))) = (named.next(), named.next()) {
                let label = one.label();
                return Some(format!(
                    "“{first}” and “{second}” both are “{label}”; choose one"
                ));
            }
        }
        let has = |one| self.columns.values().any(|to| *to == one);
        if !has(Use::Supplier) && !has(Use::Number) {
            return Some("no column is the supplier or the contract number; choose one".to_owned());
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Mapping;

    fn why(text: &str) -> String {
        Mapping::read("map.json", text).unwrap_err().to_string()
    }

    #[test]
    fn a_fault_of_a_mapping_names_its_line_and_field_in_plain_words() {
        let bogus = why("{\n\"columns\": {\"vendor\": \"bogus\"}}");
        let begin =
            "map.json, line 2, column 29: “columns.vendor” says “bogus”; write one of number,";
        assert!(bogus.starts_with(begin), "{bogus}");
        let unknown = why("{\"columns\": {}, \"dayz\": \"day_first\"}");
        assert!(
            unknown.contains("the mapping has the field “dayz”, which is not known; known are columns, days, number, title"),
            "{unknown}"
        );
        let missing = why("{\"title\": \"Trucks\"}");
        assert!(
            missing.contains("the mapping lacks the field “columns”"),
            "{missing}"
        );
        let broken = why("{\"columns\":");
        assert!(
            broken.contains("breaks off where a value should stand"),
            "{broken}"
        );
        assert!(why("{\"columns\": {}} {}").contains("has something behind its end"));
        assert!(Mapping::read("map.json", "{\"columns\": {\"vendor\": \"supplier\"}}").is_ok());
    }
}
