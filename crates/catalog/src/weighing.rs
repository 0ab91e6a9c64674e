//! What people set aside and weigh together before they decide.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Offerings that a list holds at most.
pub const MOST_SHORTLISTED: usize = 50;

/// What a member thinks of an option.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Opinion {
    /// For it.
    Yes,
    /// Undecided.
    Maybe,
    /// Against it.
    No,
}

impl Opinion {
    /// Every opinion, in the order of forms.
    pub const ALL: [Opinion; 3] = [Opinion::Yes, Opinion::Maybe, Opinion::No];

    /// The word in rows and forms.
    pub fn word(self) -> &'static str {
        match self {
            Opinion::Yes => "yes",
            Opinion::Maybe => "maybe",
            Opinion::No => "no",
        }
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            Opinion::Yes => "Yes",
            Opinion::Maybe => "Maybe",
            Opinion::No => "No",
        }
    }

    /// The opinion that a word names.
    pub fn of(word: &str) -> Option<Opinion> {
        Opinion::ALL
            .into_iter()
            .find(|opinion| opinion.word() == word)
    }
}

/// How many say yes, maybe and no.
pub fn tally(opinions: &[Opinion]) -> [usize; 3] {
    Opinion::ALL.map(|wanted| {
        opinions
            .iter()
            .filter(|opinion| **opinion == wanted)
            .count()
    })
}

#[cfg(test)]
mod tests {
    use super::{Opinion, tally};

    #[test]
    fn opinions_are_counted_each_by_its_word() {
        let said = [Opinion::Yes, Opinion::No, Opinion::Yes];
        assert_eq!(tally(&said), [2, 0, 1]);
        for opinion in Opinion::ALL {
            assert_eq!(Opinion::of(opinion.word()), Some(opinion));
        }
    }
}
