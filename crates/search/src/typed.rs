//! Reads what a person typed. Every text is a query; none is an error.

use crate::analysis::{Word, typed_words};

/// Characters that are read; the rest of a longer text is passed over.
const CHARS: usize = 400;
/// Words that are read.
const WORDS: usize = 24;

/// The words of a query and the phrases that were put in quotes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Typed {
    /// All words in order, those in quotes too.
    pub words: Vec<Word>,
    /// Exact words of each phrase in quotes.
    pub phrases: Vec<Vec<String>>,
    /// Whether the last word may go on: nothing was typed behind it.
    pub open_end: bool,
    /// The text, cleaned.
    pub text: String,
}

/// Reads a query.
pub(crate) fn read(text: &str) -> Typed {
    let clean: String = text
        .chars()
        .take(CHARS)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let mut phrases = Vec::new();
    let parts: Vec<&str> = clean.split(['"', '“', '”', '„']).collect();
    let closed = parts.len() - usize::from(parts.len().is_multiple_of(2));
    for part in parts.iter().take(closed).skip(1).step_by(2) {
        let phrase: Vec<String> = crate::analysis::words(part)
            .into_iter()
            .map(|word| word.text)
            .collect();
        if !phrase.is_empty() {
            phrases.push(phrase);
        }
    }
    let mut words = typed_words(&clean);
    words.truncate(WORDS);
    let open_end = words.last().is_some_and(|word| word.to == clean.len());
    Typed {
        words,
        phrases,
        open_end,
        text: clean,
    }
}

/// Words that carry no meaning of their own in a question.
const STOP: &str = "a about after all am an and any anyone are as at be been but by can could did do does \
    doesn don for from get gets getting give go has have having he her him his how i if in \
    into is its let lets like looking may me might my no not of off on one or our ours out \
    over shall she should so some someone something than that the their them then there \
    these they this those through to too under up us very was way we were what when where \
    which while who whom whose why will with without would you your";

/// Words that say little in this trade, where everything serves a government.
const WEAK: &str = "across available best buy center cheap cheaper city company county district find good \
    government help it little local make money municipal need new offer people person \
    program provide provider public regional rural service services small staff start state \
    support system systems team town township use using village want work";

/// Whether the word only holds a sentence together.
pub(crate) fn is_stop(word: &str) -> bool {
    STOP.split(' ').any(|stop| stop == word)
}

/// Whether the word says little in this trade.
pub(crate) fn is_weak(word: &str) -> bool {
    WEAK.split(' ').any(|weak| weak == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_stop_and_trade_words_do_not() {
        assert!(is_stop("your") && is_stop("a") && !is_stop("") && !is_stop("gis"));
        assert!(is_weak("city") && is_weak("work") && !is_weak("radio"));
    }

    #[test]
    fn quotes_make_a_phrase_and_an_open_quote_does_not() {
        let typed = read("state \"managed detection\" and \"open");
        assert_eq!(typed.phrases, [["managed", "detection"]]);
        assert_eq!(typed.words.len(), 5);
        assert!(typed.open_end);
        assert!(!read("done ").open_end);
    }

    #[test]
    fn control_characters_are_dropped() {
        assert_eq!(read("edr\u{0}\u{7}mdr").words.len(), 2);
    }
}
