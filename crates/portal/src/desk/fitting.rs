//! Whether a listing answers a question with yes: it is of the category that was asked
//! about, and its rules name the kind of government.

use crate::{Portal, Snapshot, shelf::Shelved};
use interlocal_catalog::{
    CategoryId,
    access::{AccessRule, Audience},
    category::Vocabulary,
    jurisdiction::Kind,
    offering::Source,
    policy::Visibility,
    question::QuestionKey,
};
use std::sync::Arc;

/// Whether an offering of this category and with these rules answers the question.
pub(super) fn fits(
    vocabulary: &Vocabulary,
    category: &CategoryId,
    rules: &[AccessRule],
    key: &QuestionKey,
) -> bool {
    vocabulary.within(category, &key.category) && rules.iter().any(|rule| names(rule, key.kind))
}

/// Whether a rule names the kind of government; what is not stated names none.
fn names(rule: &AccessRule, kind: Kind) -> bool {
    let named = match &rule.kinds {
        Audience::Named(words) => words.iter().any(|word| word.names(kind)),
        Audience::NotStated(_) => false,
    };
    named && !rule.not_kinds.iter().any(|word| word.names(kind))
}

impl Portal {
    /// Whether a published offering answers the question with yes.
    pub(super) fn says_yes(&self, snapshot: &Snapshot, found: &Shelved, key: &QuestionKey) -> bool {
        let sets = &snapshot.rule_sets;
        let place = sets.binary_search_by_key(&found.rule_set, |(number, _)| *number);
        let set = place.ok().and_then(|place| sets.get(place));
        set.is_some_and(|(_, set)| fits(&self.vocabulary, &found.category, &set.rules, key))
    }

    /// An offering that a body has confirmed and that answers the question with yes.
    pub(super) fn confirmed_yes(
        &self,
        snapshot: &Snapshot,
        key: &QuestionKey,
    ) -> Option<Arc<Shelved>> {
        let today = self.clock.today();
        let offered = snapshot.shelf.of_provider(&key.organization).iter();
        offered
            .filter(|found| {
                found.source == Source::PublishingBody
                    && found.visibility == Visibility::Public
                    && found.in_force(today)
                    && self.says_yes(snapshot, found, key)
            })
            .min_by(|a, b| a.title.cmp(&b.title))
            .cloned()
    }
}
