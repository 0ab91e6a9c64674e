//! The words that stand in the index, as far as the reader may know of them.

use crate::{Error, schema::Fields, snapshot::Snapshot, spelling::Near};
use std::collections::BTreeMap;
use tantivy::{
    Term,
    collector::Count,
    query::{BooleanQuery, FuzzyTermQuery, Query as EngineQuery, TermQuery},
    schema::{Field, IndexRecordOption},
};

/// Words looked at when a prefix is completed.
const PREFIX_SCAN: usize = 400;

/// The dictionary of one state of the index for one reader.
pub(crate) struct Dictionary<'a> {
    pub snapshot: &'a Snapshot,
    pub fields: &'a Fields,
    pub visible: &'a [String],
}

impl Dictionary<'_> {
    /// The clause that keeps hidden offerings out.
    pub fn visibility(&self) -> Box<dyn EngineQuery> {
        let term = |word: &String| -> Box<dyn EngineQuery> {
            let term = Term::from_field_text(self.fields.visibility, word);
            Box::new(TermQuery::new(term, IndexRecordOption::Basic))
        };
        Box::new(BooleanQuery::union(self.visible.iter().map(term).collect()))
    }

    /// Whether an offering that the reader may see has the term.
    pub fn has(&self, field: Field, word: &str) -> Result<bool, Error> {
        let term = Term::from_field_text(field, word);
        if self.snapshot.searcher.doc_freq(&term)? == 0 {
            return Ok(false);
        }
        if self.snapshot.all_public && self.visible.iter().any(|v| v == crate::doc::PUBLIC) {
            return Ok(true);
        }
        let both = BooleanQuery::intersection(vec![
            Box::new(TermQuery::new(term, IndexRecordOption::Basic)),
            self.visibility(),
        ]);
        Ok(self.snapshot.searcher.search(&both, &Count)? > 0)
    }

    /// Whether the word stands somewhere exactly as written.
    pub fn has_word(&self, word: &str) -> Result<bool, Error> {
        self.has(self.fields.exact, word)
    }

    /// Whether a word with this stem stands somewhere.
    pub fn has_stem(&self, stem: &str) -> Result<bool, Error> {
        for field in [
            self.fields.body,
            self.fields.title,
            self.fields.names,
            self.fields.more,
        ] {
            if self.has(field, stem)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Words that begin so, the most frequent first.
    pub fn complete(&self, prefix: &str, limit: usize) -> Result<Vec<String>, Error> {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        for segment in self.snapshot.searcher.segment_readers() {
            let inverted = segment.inverted_index(self.fields.exact)?;
            let mut stream = inverted.terms().range().ge(prefix).into_stream()?;
            let mut seen = 0;
            while seen < PREFIX_SCAN && stream.advance() {
                let Ok(word) = std::str::from_utf8(stream.key()) else {
                    continue;
                };
                if !word.starts_with(prefix) {
                    break;
                }
                *counts.entry(word.to_owned()).or_default() += u64::from(stream.value().doc_freq);
                seen += 1;
            }
        }
        let mut words: Vec<(String, u64)> = counts.into_iter().collect();
        words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let mut found = Vec::new();
        for (word, _) in words {
            if found.len() == limit {
                break;
            }
            if self.has_word(&word)? {
                found.push(word);
            }
        }
        Ok(found)
    }

    /// Words at most `distance` misspellings away, the nearest and most frequent first.
    pub fn near(&self, word: &str, distance: u8) -> Result<Vec<Near>, Error> {
        let term = Term::from_field_text(self.fields.exact, word);
        let fuzzy = FuzzyTermQuery::new(term, distance, true);
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        for segment in self.snapshot.searcher.segment_readers() {
            let inverted = segment.inverted_index(self.fields.exact)?;
            let mut stream = inverted.terms().search(fuzzy.automaton()?).into_stream()?;
            while stream.advance() {
                if let Ok(found) = std::str::from_utf8(stream.key()) {
                    *counts.entry(found.to_owned()).or_default() +=
                        u64::from(stream.value().doc_freq);
                }
            }
        }
        let mut found = Vec::new();
        for (near, count) in counts {
            if self.has_word(&near)? {
                found.push(Near::new(word, near, count));
            }
        }
        Ok(found)
    }
}
