//! What somebody is told of over HTTP as soon as it happens.

/// Something that happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventKind {
    /// An offering stands where none stood before.
    Published,
    /// A new edition of an offering stands.
    Changed,
    /// An offering was withdrawn, has ended or was merged into another one.
    Retired,
    /// A body was asked.
    Asked,
    /// A body answered.
    Answered,
}

impl EventKind {
    /// Every kind, in the order of forms.
    pub const ALL: [EventKind; 5] = [
        EventKind::Published,
        EventKind::Changed,
        EventKind::Retired,
        EventKind::Asked,
        EventKind::Answered,
    ];

    /// The word in what is sent, in rows and in forms.
    pub fn word(self) -> &'static str {
        match self {
            EventKind::Published => "offering.published",
            EventKind::Changed => "offering.changed",
            EventKind::Retired => "offering.retired",
            EventKind::Asked => "question.asked",
            EventKind::Answered => "question.answered",
        }
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            EventKind::Published => "An offering is published",
            EventKind::Changed => "An offering has a new edition",
            EventKind::Retired => "An offering is withdrawn, ends or is merged",
            EventKind::Asked => "A question is asked",
            EventKind::Answered => "A question is answered",
        }
    }

    /// The kind that a word names.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// The word of an event that only tries the way.
pub const TEST: &str = "test";

#[cfg(test)]
mod tests {
    use super::EventKind;

    #[test]
    fn every_kind_is_found_by_its_word_and_by_nothing_else() {
        for kind in EventKind::ALL {
            assert_eq!(EventKind::of(kind.word()), Some(kind));
        }
        for word in ["", "published", "offering.Published", super::TEST] {
            assert_eq!(EventKind::of(word), None, "{word}");
        }
    }
}
