//! The vocabulary as the query side uses it: which phrases mean the same, and which
//! phrases name a category. A change of `same` needs no rebuilt index.

use crate::analysis::{stem_of, stems, typed_words};
use interlocal_catalog::category::Vocabulary;
use std::collections::{HashMap, HashSet};

/// Phrases by their first stem.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    phrases: HashMap<String, Vec<Phrase>>,
    groups: Vec<Vec<Vec<String>>>,
    stems: HashSet<String>,
    words: Vec<String>,
}

/// A phrase that means something.
#[derive(Clone, Debug, Default)]
struct Phrase {
    stems: Vec<String>,
    groups: Vec<usize>,
    categories: Vec<Named>,
}

/// A category that a phrase names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Named {
    /// The slug.
    pub slug: String,
    /// The first-level slug above, if any.
    pub parent: Option<String>,
}

/// What a stretch of the query means.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Span {
    /// First word.
    pub from: usize,
    /// Behind the last word.
    pub to: usize,
    /// Other phrases for it, as stems.
    pub others: Vec<Vec<String>>,
    /// Categories it names.
    pub categories: Vec<Named>,
}

impl Lexicon {
    /// Reads the vocabulary.
    pub fn of(vocabulary: &Vocabulary) -> Self {
        let mut lexicon = Self::default();
        for group in vocabulary.same() {
            lexicon.same(group.iter().map(String::as_str));
        }
        for category in vocabulary.all() {
            let named = Named {
                slug: category.slug.as_str().to_owned(),
                parent: category
                    .parent
                    .as_ref()
                    .map(|parent| parent.as_str().to_owned()),
            };
            lexicon.names(&category.name, &named);
            for synonym in &category.synonyms {
                lexicon.names(synonym, &named);
            }
            for word in &category.words {
                lexicon.same([word.word.as_str(), word.means.as_str()].into_iter());
                lexicon.names(&word.word, &named);
                lexicon.names(&word.means, &named);
            }
        }
        lexicon.words.sort_unstable();
        lexicon.words.dedup();
        lexicon
    }

    fn same<'a>(&mut self, group: impl Iterator<Item = &'a str>) {
        let number = self.groups.len();
        let mut members = Vec::new();
        for text in group {
            if let Some(phrase) = self.phrase(text) {
                phrase.groups.push(number);
                members.push(phrase.stems.clone());
            }
        }
        self.groups.push(members);
    }

    fn names(&mut self, text: &str, named: &Named) {
        if let Some(phrase) = self.phrase(text)
            && !phrase.categories.contains(named)
        {
            phrase.categories.push(named.clone());
        }
    }

    fn phrase(&mut self, text: &str) -> Option<&mut Phrase> {
        for word in typed_words(text) {
            self.stems.insert(word.stem);
            self.words.push(word.text);
        }
        let stems = stems(text);
        let list = self.phrases.entry(stems.first()?.clone()).or_default();
        let at = match list.iter().position(|phrase| phrase.stems == stems) {
            Some(at) => at,
            None => {
                list.push(Phrase {
                    stems,
                    ..Phrase::default()
                });
                list.len() - 1
            }
        };
        list.get_mut(at)
    }

    /// Whether the vocabulary knows the word in any phrase.
    pub fn knows(&self, word: &str) -> bool {
        self.stems.contains(&stem_of(word))
    }

    /// Every word of the vocabulary, lower-cased.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Every stretch of these stems that means something, the longest first where several begin.
    pub fn spans(&self, stems: &[String]) -> Vec<Span> {
        let mut found = Vec::new();
        for (from, first) in stems.iter().enumerate() {
            for phrase in self.phrases.get(first).into_iter().flatten() {
                let to = from + phrase.stems.len();
                if stems.get(from..to) == Some(phrase.stems.as_slice()) {
                    found.push(self.span(phrase, from, to));
                }
            }
        }
        found.sort_by_key(|span| (span.from, std::cmp::Reverse(span.to)));
        found
    }

    fn span(&self, phrase: &Phrase, from: usize, to: usize) -> Span {
        let mut others: Vec<Vec<String>> = phrase
            .groups
            .iter()
            .filter_map(|group| self.groups.get(*group))
            .flatten()
            .filter(|other| **other != phrase.stems)
            .cloned()
            .collect();
        others.sort();
        others.dedup();
        Span {
            from,
            to,
            others,
            categories: phrase.categories.clone(),
        }
    }
}
