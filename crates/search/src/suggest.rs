//! Suggestions while typing: offerings, bodies, categories, and words of the index.

use crate::{
    Error, Index, analysis::word_key, columns::Body, dictionary::Dictionary, gather::Gather, typed,
};
use interlocal_catalog::category::{Category, Vocabulary};
use tantivy::{
    DocAddress, Term,
    collector::Count,
    query::{BooleanQuery, FuzzyTermQuery, Query as EngineQuery, TermQuery},
    schema::IndexRecordOption,
};

/// Something that goes on from what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What to show and to put into the box.
    pub text: String,
    /// What it is.
    pub kind: SuggestionKind,
    /// Slug of the offering, body or category; none for a word.
    pub slug: Option<String>,
}

/// What a suggestion leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SuggestionKind {
    /// An offering.
    Offering,
    /// A body.
    Organization,
    /// A category.
    Category,
    /// A word of the index.
    Word,
}

impl SuggestionKind {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            SuggestionKind::Offering => "offering",
            SuggestionKind::Organization => "organization",
            SuggestionKind::Category => "category",
            SuggestionKind::Word => "word",
        }
    }
}

impl Index {
    /// At most `limit` suggestions for what was typed so far, categories and bodies first,
    /// as far as a reader with these visibility terms may see them.
    pub fn suggest(
        &self,
        prefix: &str,
        limit: usize,
        visible: &[String],
    ) -> Result<Vec<Suggestion>, Error> {
        let words: Vec<String> = typed::read(prefix)
            .words
            .into_iter()
            .map(|word| word.text)
            .collect();
        let Some((last, whole)) = words.split_last() else {
            return Ok(Vec::new());
        };
        let snapshot = self.snapshot();
        let dictionary = Dictionary {
            snapshot: &snapshot,
            fields: &self.fields,
            visible,
        };
        let start = words.join(" ");
        let third = limit.div_ceil(3);
        let mut found = self.categories(&start, third);
        found.extend(self.bodies(&start, third, &dictionary)?);
        let rest = limit.saturating_sub(found.len());
        found.extend(self.offerings(&words, rest, &dictionary)?);
        let rest = limit.saturating_sub(found.len());
        let before = whole.join(" ");
        for word in dictionary.complete(last, rest)? {
            let text = format!("{before} {word}");
            found.push(Suggestion {
                text: text.trim().to_owned(),
                kind: SuggestionKind::Word,
                slug: None,
            });
        }
        found.truncate(limit);
        Ok(found)
    }

    fn categories(&self, start: &str, limit: usize) -> Vec<Suggestion> {
        let mut found = Vec::new();
        for (category, keys) in self.vocabulary.all().iter().zip(&self.category_keys) {
            if let Some(rank) = keys.iter().filter_map(|key| begins(key, start)).min() {
                found.push((rank, category));
            }
        }
        found.sort_by_key(|(rank, _)| *rank);
        let suggestion = |(_, category): (usize, &Category)| Suggestion {
            text: category.name.clone(),
            kind: SuggestionKind::Category,
            slug: Some(category.slug.as_str().to_owned()),
        };
        found.into_iter().map(suggestion).take(limit).collect()
    }

    fn bodies(
        &self,
        start: &str,
        limit: usize,
        dictionary: &Dictionary<'_>,
    ) -> Result<Vec<Suggestion>, Error> {
        let bodies = dictionary.snapshot.bodies.iter();
        let mut ranked: Vec<(usize, &Body)> = bodies
            .filter_map(|body| Some((begins(&body.key, start)?, body)))
            .collect();
        ranked.sort_by(|a, b| (a.0, &a.1.key, &a.1.slug).cmp(&(b.0, &b.1.key, &b.1.slug)));
        let mut found = Vec::new();
        let [.., provider] = self.fields.groups;
        for (_, body) in ranked {
            if found.len() == limit {
                break;
            }
            if dictionary.has(provider, &body.slug)? {
                found.push(Suggestion {
                    text: body.name.to_string(),
                    kind: SuggestionKind::Organization,
                    slug: Some(body.slug.to_string()),
                });
            }
        }
        Ok(found)
    }

    /// Titles that begin so, then titles that have the words.
    fn offerings(
        &self,
        words: &[String],
        limit: usize,
        dictionary: &Dictionary<'_>,
    ) -> Result<Vec<Suggestion>, Error> {
        let start = words.join(" ");
        let mut addresses = begun(dictionary, &start, limit);
        if addresses.len() < limit && start.len() > 1 {
            let mut titled = self.titled(words, dictionary)?;
            titled.retain(|address| !addresses.contains(address));
            addresses.extend(titled);
        }
        let mut found = Vec::new();
        for address in addresses.into_iter().take(limit) {
            let shown = self.shown(dictionary.snapshot, address)?;
            found.push(Suggestion {
                text: shown.title,
                kind: SuggestionKind::Offering,
                slug: Some(shown.slug),
            });
        }
        Ok(found)
    }

    fn titled(
        &self,
        words: &[String],
        dictionary: &Dictionary<'_>,
    ) -> Result<Vec<DocAddress>, Error> {
        let Some((last, whole)) = words.split_last() else {
            return Ok(Vec::new());
        };
        let term = |word: &str| Term::from_field_text(self.fields.typeahead, word);
        let mut clauses = vec![dictionary.visibility()];
        for word in whole {
            clauses.push(Box::new(TermQuery::new(
                term(word),
                IndexRecordOption::Basic,
            )));
        }
        clauses.push(Box::new(FuzzyTermQuery::new_prefix(term(last), 0, false)));
        let query = BooleanQuery::intersection(clauses);
        let snapshot = dictionary.snapshot;
        let candidates = snapshot
            .searcher
            .search(&query, &Gather { scored: false })?;
        let mut ranked: Vec<(&str, DocAddress)> = candidates
            .iter()
            .filter_map(|candidate| {
                let columns = snapshot.segments.get(candidate.segment as usize)?;
                let title = columns.titles.get(candidate.doc as usize)?;
                Some((&**title, DocAddress::new(candidate.segment, candidate.doc)))
            })
            .collect();
        ranked.sort_unstable();
        Ok(ranked.into_iter().map(|(_, address)| address).collect())
    }

    /// How many offerings a reader with these visibility terms may see in all.
    pub fn visible_count(&self, visible: &[String]) -> Result<u64, Error> {
        let snapshot = self.snapshot();
        let dictionary = Dictionary {
            snapshot: &snapshot,
            fields: &self.fields,
            visible,
        };
        let query: Box<dyn EngineQuery> = dictionary.visibility();
        Ok(snapshot.searcher.search(&query, &Count)? as u64)
    }
}

/// Offerings the reader may see whose titles begin so, in the order of titles.
fn begun(dictionary: &Dictionary<'_>, start: &str, limit: usize) -> Vec<DocAddress> {
    let snapshot = dictionary.snapshot;
    let mut found: Vec<(&str, DocAddress)> = Vec::new();
    let readers = snapshot.searcher.segment_readers();
    for ((segment, columns), reader) in (0_u32..).zip(&snapshot.segments).zip(readers) {
        let seen = |doc: u32| {
            let term = columns.visibility.get(doc as usize);
            !reader.is_deleted(doc)
                && term.is_some_and(|term| dictionary.visible.iter().any(|v| **v == **term))
        };
        let titles = columns
            .titled(start)
            .filter(|(doc, _)| seen(*doc))
            .take(limit);
        found.extend(titles.map(|(doc, title)| (title, DocAddress::new(segment, doc))));
    }
    found.sort_unstable();
    found.truncate(limit);
    found.into_iter().map(|(_, address)| address).collect()
}

/// Keys of the names, synonyms and acronyms of each category, in order.
pub(crate) fn category_keys(vocabulary: &Vocabulary) -> Vec<Vec<String>> {
    let keys = |category: &Category| {
        let words = category.words.iter().map(|word| &word.word);
        std::iter::once(&category.name)
            .chain(&category.synonyms)
            .chain(words)
            .map(|name| word_key(name))
            .collect()
    };
    vocabulary.all().iter().map(keys).collect()
}

/// 0 where the key begins so, 1 where a later word of it does.
fn begins(key: &str, start: &str) -> Option<usize> {
    if key.starts_with(start) {
        return Some(0);
    }
    let later = key
        .match_indices(start)
        .any(|(at, _)| key.get(..at).unwrap_or_default().ends_with(' '));
    later.then_some(1)
}
