//! Marks where the words were found, for the line “Matched: …”.

use crate::{
    analysis::{Word, words},
    plan::{Choice, Plan},
    results::Matched,
    shown::Shown,
};
use std::collections::HashSet;

/// Bytes of text shown around the marks; a longer text is cut to a window.
const WINDOW: usize = 180;
/// Fields that are shown for one result.
const FIELDS: usize = 3;

/// Knows which words to mark.
pub(crate) struct Marker {
    stems: HashSet<String>,
    sequences: HashSet<Vec<String>>,
    longest: usize,
}

impl Marker {
    /// Marks everything that satisfies a word of the plan.
    pub fn new(plan: &Plan) -> Self {
        let mut marker = Self {
            stems: HashSet::new(),
            sequences: HashSet::new(),
            longest: 1,
        };
        for choice in plan.slots.iter().flat_map(|slot| &slot.choices) {
            if let Choice::Words { stems, .. } | Choice::Other { stems, .. } = choice {
                if let [stem] = stems.as_slice() {
                    marker.stems.insert(stem.clone());
                } else {
                    marker.longest = marker.longest.max(stems.len());
                    marker.sequences.insert(stems.clone());
                }
            }
        }
        marker
    }

    /// The fields of an offering in which something is marked, the most telling first.
    pub fn mark(&self, shown: &Shown) -> Vec<Matched> {
        if self.stems.is_empty() && self.sequences.is_empty() {
            return Vec::new();
        }
        let marked = shown.texts().filter_map(|(field, text)| {
            let fragments = self.fragments(text)?;
            Some(Matched { field, fragments })
        });
        marked.take(FIELDS).collect()
    }

    fn fragments(&self, text: &str) -> Option<Vec<(String, bool)>> {
        let words = words(text);
        let marks = self.marks(&words);
        if !marks.contains(&true) {
            return None;
        }
        let found: Vec<&Word> = words
            .iter()
            .zip(&marks)
            .filter(|(_, marked)| **marked)
            .map(|(word, _)| word)
            .collect();
        let (from, to) = window(text, &words, &found);
        let mut fragments = Vec::new();
        let mut at = from;
        let mut push = |text: String, marked: bool| {
            if !text.is_empty() {
                fragments.push((text, marked));
            }
        };
        if from > 0 {
            push("… ".to_owned(), false);
        }
        for word in found
            .iter()
            .filter(|word| from <= word.from && word.to <= to)
        {
            push(text.get(at..word.from)?.to_owned(), false);
            push(text.get(word.from..word.to)?.to_owned(), true);
            at = word.to;
        }
        push(text.get(at..to)?.to_owned(), false);
        if to < text.len() {
            push(" …".to_owned(), false);
        }
        Some(fragments)
    }

    fn marks(&self, words: &[Word]) -> Vec<bool> {
        let mut marks: Vec<bool> = words
            .iter()
            .map(|word| self.stems.contains(&word.stem))
            .collect();
        let stems: Vec<String> = words.iter().map(|word| word.stem.clone()).collect();
        for length in 2..=self.longest {
            for from in 0..stems.len().saturating_sub(length - 1) {
                let part = stems.get(from..from + length).unwrap_or_default();
                if self.sequences.contains(part) {
                    marks
                        .iter_mut()
                        .skip(from)
                        .take(length)
                        .for_each(|mark| *mark = true);
                }
            }
        }
        marks
    }
}

/// The stretch of a long text with the most marks, cut between words.
fn window(text: &str, words: &[Word], found: &[&Word]) -> (usize, usize) {
    if text.len() <= WINDOW {
        return (0, text.len());
    }
    let inside = |from: usize| {
        found
            .iter()
            .filter(move |w| from <= w.from && w.to <= from + WINDOW)
    };
    let Some(start) = found
        .iter()
        .map(|word| word.from)
        .max_by_key(|from| (inside(*from).count(), std::cmp::Reverse(*from)))
    else {
        return (0, text.len());
    };
    let last = inside(start).map(|word| word.to).max().unwrap_or(start);
    let lead = WINDOW.saturating_sub(last - start) / 2;
    let low = start.saturating_sub(lead);
    let from = if low == 0 {
        0
    } else {
        words
            .iter()
            .map(|word| word.from)
            .find(|from| *from >= low)
            .unwrap_or(start)
            .min(start)
    };
    let high = from + WINDOW;
    let to = if high >= text.len() {
        text.len()
    } else {
        words
            .iter()
            .map(|word| word.to)
            .filter(|to| *to <= high)
            .max()
            .unwrap_or(last)
            .max(last)
    };
    (from, to)
}
