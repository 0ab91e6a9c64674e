//! A memo as long as it is written.

use super::ConsiderRule;
use crate::{
    OfferingId, PlaceId,
    cost::{Quantities, Quantity},
    price::Unit,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Options that a memo may hold.
pub const MOST_OPTIONS: usize = 12;

/// A memo that can still be edited.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MemoDraft {
    /// What it decides.
    pub title: String,
    /// The government for which it is decided.
    pub government: PlaceId,
    /// What is needed, in the words of its authors.
    pub need: String,
    /// For how many years costs are counted.
    pub years: u32,
    /// How many of each unit, by the word of the unit.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, String>")]
    pub quantities: BTreeMap<String, Quantity>,
    /// What was considered, in order.
    #[serde(default)]
    pub options: Vec<OptionDraft>,
    /// How the entries of the state were considered.
    #[serde(default)]
    pub considered: Vec<Considered>,
}

/// An option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OptionDraft {
    /// The row of the offering.
    pub offering: i32,
    /// The row of the edition that is relied on.
    pub edition: i32,
    /// Its number.
    pub number: i32,
    /// The slug under which it was found.
    pub slug: OfferingId,
    /// Chosen, not chosen, or not decided yet.
    #[serde(default)]
    pub choice: Choice,
    /// Why.
    #[serde(default)]
    pub why: String,
    /// What its price rests on beside the price list, in the words of the authors.
    #[serde(default)]
    pub price_basis: String,
    /// Lines of the price list that would be bought, by their place from 0; none where
    /// nothing was chosen.
    #[serde(default)]
    pub lines: BTreeSet<usize>,
}

/// What became of an option.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// Not decided yet.
    #[default]
    Open,
    /// It is the one.
    Chosen,
    /// It is not.
    NotChosen,
}

impl Choice {
    /// Every choice, in the order of forms.
    pub const ALL: [Choice; 3] = [Choice::Open, Choice::Chosen, Choice::NotChosen];

    /// The word in rows and forms.
    pub fn word(self) -> &'static str {
        match self {
            Choice::Open => "open",
            Choice::Chosen => "chosen",
            Choice::NotChosen => "not_chosen",
        }
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            Choice::Open => "Not decided yet",
            Choice::Chosen => "Chosen",
            Choice::NotChosen => "Not chosen",
        }
    }

    /// The choice that a word names.
    pub fn of(word: &str) -> Option<Choice> {
        Choice::ALL.into_iter().find(|choice| choice.word() == word)
    }
}

/// How an entry of the state was considered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Considered {
    /// The row of the entry.
    pub rule: i32,
    /// What came of it.
    pub answer: String,
}

/// What stands between a draft and its freezing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfinished {
    /// It has no title.
    Title,
    /// It does not say what is needed.
    Need,
    /// It has no option.
    Options,
    /// The option with this slug is not decided.
    Undecided(OfferingId),
    /// It does not say why of the option with this slug.
    Why(OfferingId),
    /// It does not say how the entry with this row was considered.
    Rule(i32),
}

impl MemoDraft {
    /// How an entry was considered; empty where nothing is said.
    pub fn answer_to(&self, rule: i32) -> &str {
        self.considered
            .iter()
            .find(|considered| considered.rule == rule)
            .map_or("", |considered| considered.answer.as_str())
    }

    /// The quantities that are stated.
    pub fn stated(&self) -> Quantities {
        let stated = self.quantities.iter();
        stated.fold(
            Quantities::default(),
            |all, (unit, quantity)| match Unit::of(unit) {
                Some(unit) => all.with(unit, *quantity),
                None => all,
            },
        )
    }

    /// Everything that is still missing, in the order of the page.
    pub fn unfinished(&self, rules: &[ConsiderRule]) -> Vec<Unfinished> {
        let mut missing = Vec::new();
        if self.title.trim().is_empty() {
            missing.push(Unfinished::Title);
        }
        if self.need.trim().is_empty() {
            missing.push(Unfinished::Need);
        }
        for rule in rules {
            if self.answer_to(rule.id).trim().is_empty() {
                missing.push(Unfinished::Rule(rule.id));
            }
        }
        if self.options.is_empty() {
            missing.push(Unfinished::Options);
        }
        for option in &self.options {
            if option.choice == Choice::Open {
                missing.push(Unfinished::Undecided(option.slug.clone()));
            }
            if option.why.trim().is_empty() {
                missing.push(Unfinished::Why(option.slug.clone()));
            }
        }
        missing
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memo::ConsiderKind;

    fn rule() -> ConsiderRule {
        ConsiderRule {
            id: 7,
            state: "state-39".into(),
            kind: ConsiderKind::StateContracts,
            name: "State contracts".into(),
            url: String::new(),
            words: String::new(),
            source: "https://example.org".into(),
            checked_on: chrono::NaiveDate::default(),
        }
    }

    fn draft() -> MemoDraft {
        MemoDraft {
            title: "Backup".into(),
            government: "county-39001".into(),
            need: "Off-site backup".into(),
            years: 3,
            quantities: BTreeMap::new(),
            options: vec![OptionDraft {
                offering: 1,
                edition: 1,
                number: 1,
                slug: "vault".into(),
                choice: Choice::Chosen,
                why: "It is near.".into(),
                price_basis: String::new(),
                lines: BTreeSet::new(),
            }],
            considered: vec![Considered {
                rule: 7,
                answer: "No contract fits.".into(),
            }],
        }
    }

    fn check(change: impl FnOnce(&mut MemoDraft), expect: &[Unfinished]) {
        let mut draft = draft();
        change(&mut draft);
        assert_eq!(draft.unfinished(&[rule()]), expect);
    }

    #[test]
    fn a_memo_is_finished_when_everything_it_must_say_is_said() {
        check(|_| {}, &[]);
        check(|draft| draft.title = " ".into(), &[Unfinished::Title]);
        check(|draft| draft.need.clear(), &[Unfinished::Need]);
        check(|draft| draft.considered.clear(), &[Unfinished::Rule(7)]);
        check(|draft| draft.options.clear(), &[Unfinished::Options]);
        check(
            |draft| {
                for option in &mut draft.options {
                    option.choice = Choice::Open;
                    option.why.clear();
                }
            },
            &[
                Unfinished::Undecided("vault".into()),
                Unfinished::Why("vault".into()),
            ],
        );
    }
}
