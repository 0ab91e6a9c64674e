//! The analyzers: exact words and stems, the same for documents, queries and marks.

use crate::tokens::TradeTokenizer;
use tantivy::tokenizer::{
    AsciiFoldingFilter, Language, LowerCaser, RemoveLongFilter, Stemmer, TextAnalyzer,
    TokenizerManager,
};

/// Name of the analyzer that keeps words as they are, lower-cased and folded.
pub(crate) const EXACT: &str = "trade_exact";
/// Name of the analyzer that cuts words to their English stem.
pub(crate) const STEM: &str = "trade_stem";

fn exact(pronouns: bool) -> TextAnalyzer {
    TextAnalyzer::builder(TradeTokenizer { pronouns })
        .filter(RemoveLongFilter::limit(60))
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .build()
}

fn stem() -> TextAnalyzer {
    TextAnalyzer::builder(TradeTokenizer { pronouns: false })
        .filter(RemoveLongFilter::limit(60))
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .filter(english())
        .build()
}

fn english() -> Stemmer {
    Stemmer::new(Language::English)
}

/// Makes the analyzers known to an index; needed on every open.
pub(crate) fn register(manager: &TokenizerManager) {
    manager.register(EXACT, exact(false));
    manager.register(STEM, stem());
}

/// A word of a text with its place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Lower-cased and folded.
    pub text: String,
    /// Its stem.
    pub stem: String,
    /// First byte in the text.
    pub from: usize,
    /// Byte behind its end.
    pub to: usize,
}

/// The words of a document's text.
pub(crate) fn words(text: &str) -> Vec<Word> {
    cut(text, false)
}

/// The words of what a person typed.
pub(crate) fn typed_words(text: &str) -> Vec<Word> {
    cut(text, true)
}

fn cut(text: &str, pronouns: bool) -> Vec<Word> {
    let mut found = Vec::new();
    exact(pronouns).token_stream(text).process(&mut |token| {
        found.push(Word {
            text: token.text.clone(),
            stem: String::new(),
            from: token.offset_from,
            to: token.offset_to,
        });
    });
    let mut stemmer = word_stemmer();
    for word in &mut found {
        word.stem = stemmed(&mut stemmer, &word.text);
    }
    found
}

fn word_stemmer() -> TextAnalyzer {
    TextAnalyzer::builder(tantivy::tokenizer::RawTokenizer::default())
        .filter(english())
        .build()
}

fn stemmed(stemmer: &mut TextAnalyzer, word: &str) -> String {
    let mut stem = String::new();
    stemmer
        .token_stream(word)
        .process(&mut |token| stem.clone_from(&token.text));
    stem
}

/// The stem of one lower-cased word.
pub(crate) fn stem_of(word: &str) -> String {
    stemmed(&mut word_stemmer(), word)
}

/// The stems of a phrase, in order.
pub(crate) fn stems(text: &str) -> Vec<String> {
    typed_words(text)
        .into_iter()
        .map(|word| word.stem)
        .collect()
}

/// A name as it is ordered and begun: its words, lower-cased and folded.
pub(crate) fn word_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    exact(true).token_stream(text).process(&mut |token| {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&token.text);
    });
    key
}
