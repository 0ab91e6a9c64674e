//! How the columns of a list are read, as a program says it.

use interlocal_portal::{
    FieldFault,
    importing::{DayOrder, Mapping, Use},
};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// How the columns of a list are read.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentColumns {
    /// The use of each heading; one that is not named is kept as it is. The words stand in
    /// the answer to a reading call.
    #[schemars(extend("maxProperties" = 1000))]
    pub columns: BTreeMap<String, String>,
    /// In which order days stand: `month_first` or `day_first`.
    #[serde(default)]
    pub days: DaysWord,
    /// The number of the contract where the list has none and is one contract.
    #[serde(default)]
    #[schemars(length(max = 200))]
    pub number: String,
    /// What is bought, where the list does not say.
    #[serde(default)]
    #[schemars(length(max = 200))]
    pub title: String,
}

/// In which order days stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DaysWord {
    /// 6/30/2026.
    #[default]
    MonthFirst,
    /// 30/6/2026.
    DayFirst,
}

impl SentColumns {
    /// The headings that it names.
    pub fn headings(&self) -> impl Iterator<Item = &String> {
        self.columns.keys()
    }

    /// The same as the portal reads it.
    pub fn mapping(self) -> Result<Mapping, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let mut mapping = Mapping {
            days: match self.days {
                DaysWord::MonthFirst => DayOrder::MonthFirst,
                DaysWord::DayFirst => DayOrder::DayFirst,
            },
            ..Mapping::default()
        };
        for (name, text, place) in [
            ("/number", &self.number, &mut mapping.number),
            ("/title", &self.title, &mut mapping.title),
        ] {
            if text.chars().count() > 200 {
                faults.push(FieldFault {
                    field: name.to_owned(),
                    message: "has more than 200 letters".to_owned(),
                });
            }
            text.clone_into(place);
        }
        for (heading, word) in &self.columns {
            match Use::of(word) {
                Some(to) => mapping.set(heading, to),
                None => faults.push(FieldFault {
                    field: format!("/columns/{}", heading.replace('~', "~0").replace('/', "~1")),
                    message: format!("“{word}” is none of {}", Use::ALL.map(Use::word).join(", ")),
                }),
            }
        }
        match faults.is_empty() {
            true => Ok(mapping),
            false => Err(faults),
        }
    }
}
