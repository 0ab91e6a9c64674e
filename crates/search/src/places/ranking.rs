//! How well a place fits what was typed.

use super::table::Place;
use std::ops::Range;

/// What a typed word stands for: numbers of words in the table.
pub(super) struct Sought {
    /// The word itself, if the table has it.
    pub whole: Option<u32>,
    /// Words it may stand for: itself, or those it begins.
    pub range: Range<u32>,
    /// Words one slip away.
    pub slips: Vec<u32>,
}

impl Sought {
    /// Whether it may stand for the word.
    fn fits(&self, number: u32) -> bool {
        self.range.contains(&number) || self.slips.contains(&number)
    }

    /// Whether it is the word, but for a slip.
    fn is(&self, number: u32) -> bool {
        self.whole == Some(number) || self.slips.contains(&number)
    }

    /// Numbers of all words it may stand for.
    pub fn numbers(&self) -> impl Iterator<Item = u32> {
        self.range.clone().chain(self.slips.iter().copied())
    }
}

/// The least fits best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The whole name, or name and type: `lincoln county`, `city of houston`.
    ExactName,
    /// The name and the beginning of its legal type: `lincoln cou`.
    NameInWriting,
    /// The name without its legal type: `houston`.
    ExactShort,
    /// The name begins so.
    Begins,
    /// All words stand in the name.
    InName,
    /// The rest stands in county, state or kind.
    Elsewhere,
}

impl Place {
    /// Judges the place against the typed words; `legal` is the type typed in front.
    pub(super) fn fit(&self, sought: &[Sought], legal: Option<u32>) -> Fit {
        if let Some(legal) = legal {
            let typed = self.types.contains(&legal) || self.name.contains(&legal);
            let rest = sought.get(1..).unwrap_or_default();
            if typed && self.is_name(&self.short, rest) {
                return Fit::ExactName;
            }
        }
        if self.is_name(&self.name, sought) {
            return Fit::ExactName;
        }
        if self.is_short_and_type(sought) {
            return Fit::ExactName;
        }
        let begins = self
            .name
            .iter()
            .zip(sought)
            .all(|(own, word)| word.fits(*own));
        if begins && (self.short.len() + 1..=self.name.len()).contains(&sought.len()) {
            return Fit::NameInWriting;
        }
        if self.is_name(&self.short, sought) {
            return Fit::ExactShort;
        }
        let count = self.name.len().min(sought.len());
        if begins && self.are_around(sought.get(count..).unwrap_or_default()) {
            return Fit::Begins;
        }
        let own = |word: &Sought| self.name.iter().any(|number| word.fits(*number));
        if sought.iter().all(own) {
            Fit::InName
        } else {
            Fit::Elsewhere
        }
    }

    /// Whether the typed words are this name, perhaps with county and state behind it.
    fn is_name(&self, name: &[u32], sought: &[Sought]) -> bool {
        let (Some(own), Some(behind)) = (sought.get(..name.len()), sought.get(name.len()..)) else {
            return false;
        };
        !name.is_empty()
            && own.iter().zip(name).all(|(word, number)| word.is(*number))
            && self.are_around(behind)
    }

    /// `lincoln county` also names Lincoln Parish, `ada township` Ada charter township.
    fn is_short_and_type(&self, sought: &[Sought]) -> bool {
        let count = self.short.len();
        let typed = sought.get(count).and_then(|word| word.whole);
        typed.is_some_and(|number| self.types.contains(&number))
            && sought
                .get(..count)
                .is_some_and(|own| self.is_name(&self.short, own))
            && self.are_around(sought.get(count + 1..).unwrap_or_default())
    }

    fn are_around(&self, words: &[Sought]) -> bool {
        words
            .iter()
            .all(|word| self.around.iter().any(|number| word.fits(*number)))
    }
}
