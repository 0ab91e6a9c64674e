//! The notice on facts that their own body has not confirmed.

use super::references::{BodyRef, SourceRef};
use crate::words::written;
use interlocal_catalog::eligibility::verdict::Confidence;
use maud::{Markup, Render, html};

/// Says by whose word a listing stands: its body's, with the day, or a public source's.
#[derive(Clone, Debug)]
pub struct ListedNotice<'a> {
    /// How well the listing is vouched for.
    pub confidence: Confidence,
    /// Who could confirm it.
    pub provider: &'a BodyRef,
    /// Where it was read.
    pub source: &'a SourceRef,
}

impl Render for ListedNotice<'_> {
    fn render(&self) -> Markup {
        html! {
            @match self.confidence {
                Confidence::Confirmed => p class="il-notice" {
                    "Confirmed by " (self.provider) ", on " (written(self.source.checked_on)) "."
                },
                Confidence::Listed => p class="il-notice" {
                    "Listed from public sources – not confirmed by " (self.provider) ". " (self.source) "."
                },
                Confidence::Stale => p class="il-notice" {
                    "Not checked for a long time; ask " (self.provider) " before you rely on it. " (self.source) "."
                },
                Confidence::Unsourced => p class="il-notice" {
                    "Known of, no public source recorded – ask " (self.provider) "."
                },
            }
        }
    }
}

/// The same in one sentence without marks.
pub(crate) fn said_by(confidence: Confidence, provider: &str, source: &SourceRef) -> String {
    let day = written(source.checked_on);
    match confidence {
        Confidence::Confirmed => format!("Confirmed by {provider}, on {day}."),
        Confidence::Listed => {
            format!("Listed from public sources, checked {day} – not confirmed by {provider}.")
        }
        Confidence::Stale => {
            format!("Not checked since {day}; ask {provider} before you rely on it.")
        }
        Confidence::Unsourced => {
            format!("Known of, no public source recorded – ask {provider}.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(confidence: Confidence) -> String {
        let provider = BodyRef {
            slug: "x".into(),
            name: "A & B".into(),
            website: None,
        };
        let source = SourceRef {
            words: "minutes".into(),
            ..SourceRef::default()
        };
        ListedNotice {
            confidence,
            provider: &provider,
            source: &source,
        }
        .render()
        .into_string()
    }

    #[test]
    fn a_listing_says_who_has_not_confirmed_it() {
        let html = notice(Confidence::Listed);
        assert!(
            html.contains("not confirmed by <a href=\"/organizations/x\">A &amp; B</a>"),
            "{html}"
        );
        assert!(html.contains("Source: minutes"), "{html}");
        let html = notice(Confidence::Confirmed);
        assert!(
            html.contains(
                "Confirmed by <a href=\"/organizations/x\">A &amp; B</a>, on January 1, 1970."
            ),
            "{html}"
        );
    }
}
