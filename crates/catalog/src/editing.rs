//! The steps in which a listing is written, and what was typed into them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A step of the editor.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Title, kind, category, summary.
    What,
    /// The audience.
    Who,
    /// Prices and fees.
    Cost,
    /// How one joins or buys, contract facts, addenda.
    Join,
    /// Typed facts of the category.
    Facts,
    /// Documents.
    Documents,
    /// First and last day, review, publication.
    Dates,
}

impl Part {
    /// Every step, in order.
    pub const ALL: [Part; 7] = [
        Part::What,
        Part::Who,
        Part::Cost,
        Part::Join,
        Part::Facts,
        Part::Documents,
        Part::Dates,
    ];

    /// The word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Part::What => "what",
            Part::Who => "who",
            Part::Cost => "cost",
            Part::Join => "join",
            Part::Facts => "facts",
            Part::Documents => "documents",
            Part::Dates => "dates",
        }
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            Part::What => "What it is",
            Part::Who => "Who can use it",
            Part::Cost => "What it costs",
            Part::Join => "How to join or buy",
            Part::Facts => "Facts",
            Part::Documents => "Documents",
            Part::Dates => "Dates",
        }
    }

    /// The step that a word names.
    pub fn of(word: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.word() == word)
    }

    /// The step after it; none after the last.
    pub fn next(self) -> Option<Part> {
        let mut after = Part::ALL.into_iter().skip_while(|part| *part != self);
        after.next();
        after.next()
    }
}

/// What was typed into a form, field by field.
pub type Typed = Vec<(String, String)>;

/// Steps whose words could not be read as what they should be, kept as typed.
pub type Unread = BTreeMap<Part, Typed>;

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn each_step_leads_to_the_one_after_it() {
        let mut walked = vec![Part::What];
        while let Some(next) = walked.last().and_then(|part| part.next()) {
            walked.push(next);
        }
        assert_eq!(walked, Part::ALL);
        for part in Part::ALL {
            assert_eq!(Part::of(part.word()), Some(part));
        }
    }
}
