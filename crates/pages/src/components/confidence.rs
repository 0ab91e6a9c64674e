//! Tags that say how well a fact is vouched for.

use crate::words::written;
use chrono::NaiveDate;
use interlocal_catalog::eligibility::verdict::Confidence;
use maud::{Markup, Render, html};

/// How well, and since when where it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConfidenceTag {
    /// How well.
    pub confidence: Confidence,
    /// The day on which it was checked.
    pub checked_on: Option<NaiveDate>,
}

impl ConfidenceTag {
    /// The words of the tag.
    pub fn words(&self) -> String {
        let word = match self.confidence {
            Confidence::Confirmed => "Confirmed",
            Confidence::Listed => "Listed, not confirmed",
            Confidence::Stale => "Out of date",
            Confidence::Unsourced => "No source recorded",
        };
        match (self.checked_on, self.confidence) {
            (_, Confidence::Unsourced) | (None, _) => word.to_owned(),
            (Some(day), Confidence::Stale) => format!("{word}: last checked {}", written(day)),
            (Some(day), _) => format!("{word}, {}", written(day)),
        }
    }
}

impl Render for ConfidenceTag {
    fn render(&self) -> Markup {
        html! {
            span class={ "il-tag il-tag--" (self.confidence.word()) } { (self.words()) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(confidence: Confidence) -> String {
        let checked_on = NaiveDate::from_ymd_opt(2026, 1, 20);
        ConfidenceTag {
            confidence,
            checked_on,
        }
        .words()
    }

    #[test]
    fn every_tag_says_its_word_and_date() {
        assert_eq!(words(Confidence::Confirmed), "Confirmed, January 20, 2026");
        assert_eq!(
            words(Confidence::Listed),
            "Listed, not confirmed, January 20, 2026"
        );
        assert_eq!(
            words(Confidence::Stale),
            "Out of date: last checked January 20, 2026"
        );
        assert_eq!(words(Confidence::Unsourced), "No source recorded");
    }
}
