//! What people send who write a decision memo.

use crate::form::{memo::units, size::no_quantity};
use interlocal_catalog::{
    NaiveDate, OfferingId, OrganizationId, PlaceId,
    cost::Quantity,
    memo::{Choice, Decision},
    price::Unit,
};
use interlocal_portal::{
    FieldFault,
    memos::edit::{MemoWords, OptionWords},
};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// A memo that is begun.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentMemo {
    /// The slug of the body whose memo it will be.
    pub body: OrganizationId,
    /// The key of the government for which it is decided.
    #[serde(rename = "for")]
    pub place: PlaceId,
    /// What it decides.
    #[schemars(length(min = 1, max = 200))]
    pub title: String,
    /// What is needed.
    #[serde(default)]
    #[schemars(length(max = 8000))]
    pub need: String,
    /// Slugs of what is to be considered.
    #[serde(default)]
    pub offerings: Vec<OfferingId>,
}

/// The whole of what a memo says, in the place of what it said.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentMemoWords {
    /// What it decides.
    #[schemars(length(min = 1, max = 200))]
    pub title: String,
    /// What is needed.
    #[schemars(length(max = 8000))]
    pub need: String,
    /// For how many years costs are counted.
    #[schemars(range(min = 1, max = 10))]
    pub years: u32,
    /// How many of each unit, as text: `{"endpoint": "350"}`.
    #[serde(default)]
    pub quantities: BTreeMap<String, String>,
    /// What is said of each option; one that is left out stays as it is.
    #[serde(default)]
    pub options: Vec<SentOption>,
    /// How the entries of the state were considered.
    #[serde(default)]
    pub considered: Vec<SentConsidered>,
}

/// What is said of an option.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentOption {
    /// Its slug.
    pub offering: OfferingId,
    /// What became of it.
    pub choice: Choice,
    /// Why.
    #[serde(default)]
    pub why: String,
    /// What its price rests on.
    #[serde(default)]
    pub price_basis: String,
    /// Lines of the price list that would be bought, by their place from 0.
    #[serde(default)]
    pub lines: BTreeSet<usize>,
}

/// How an entry of the state was considered.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentConsidered {
    /// The number of the entry.
    pub rule: i32,
    /// How.
    pub answer: String,
}

impl SentMemoWords {
    /// The same as the portal reads it.
    pub fn words(self, version: i32) -> Result<MemoWords, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let mut quantities = BTreeMap::new();
        for (word, text) in self.quantities {
            let Some(unit) = units().find(|unit| unit.word() == word) else {
                faults.push(FieldFault {
                    field: "/quantities".to_owned(),
                    message: format!("“{word}” is no unit of a quantity"),
                });
                continue;
            };
            match Quantity::typed(&text, unit) {
                Some(quantity) => {
                    quantities.insert(word, quantity);
                }
                None => faults.push(FieldFault {
                    field: format!("/quantities/{word}"),
                    message: no_quantity(&text),
                }),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let options = self.options.into_iter().map(|option| OptionWords {
            slug: option.offering,
            choice: option.choice,
            why: option.why,
            price_basis: option.price_basis,
            lines: option.lines,
        });
        let considered = self.considered.into_iter();
        Ok(MemoWords {
            version,
            title: self.title,
            need: self.need,
            years: self.years,
            quantities,
            options: options.collect(),
            considered: considered.map(|one| (one.rule, one.answer)).collect(),
        })
    }
}

/// What somebody says of a memo under their own name.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentApprovalOfMemo {
    /// Approved or declined.
    pub decision: Decision,
    /// Your name as it is to stand.
    #[schemars(length(min = 1, max = 120))]
    pub name: String,
    /// Your words; may be empty.
    #[serde(default)]
    #[schemars(length(max = 2000))]
    pub comment: String,
}

/// What was chosen is used.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentUse {
    /// The slug of the option.
    pub offering: OfferingId,
    /// Since when.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// Which of the quantities of the memo is its size.
    #[serde(default)]
    pub unit: Option<Unit>,
}

/// The text of a memo's file.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentMemoFile {
    /// The file, as it was downloaded.
    pub text: String,
}
