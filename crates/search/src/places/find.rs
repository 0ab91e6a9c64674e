//! Finds places: every word must fit, the last may still be growing.

use super::{
    PlaceHits, PlaceIndex,
    place_words::{leading_type, one_slip, words},
    ranking::{Fit, Sought},
};
use std::ops::Range;

/// Places with exactly the typed name that are shown however short the list is.
const EXACT_SHOWN: usize = 30;
/// Words of a query that are read.
const WORDS: usize = 12;

impl PlaceIndex {
    /// The places that fit, at most `limit`; places with exactly the typed name are shown
    /// up to thirty beyond it. A misspelt letter is forgiven only where nothing fits.
    pub fn find(&self, typed: &str, limit: usize) -> PlaceHits {
        let typed: String = typed
            .chars()
            .take(120)
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        let mut asked = words(&typed);
        asked.truncate(WORDS);
        if asked.is_empty() {
            return PlaceHits::default();
        }
        let legal = leading_type(&typed).and_then(|legal| self.number(legal));
        let open = typed.chars().next_back().is_some_and(char::is_alphanumeric);
        let sought = self.sought(&asked, open, false);
        let hits = self.ranked(&sought, legal, limit);
        if hits.total > 0 {
            return hits;
        }
        let sought = self.sought(&asked, open, true);
        PlaceHits {
            corrected: true,
            ..self.ranked(&sought, legal, limit)
        }
    }

    fn number(&self, word: &str) -> Option<u32> {
        let at = self.words.binary_search_by(|own| (**own).cmp(word)).ok()?;
        u32::try_from(at).ok()
    }

    fn sought(&self, asked: &[String], open: bool, slips: bool) -> Vec<Sought> {
        let last = asked.len().saturating_sub(1);
        let mut found = Vec::with_capacity(asked.len());
        for (at, word) in asked.iter().enumerate() {
            let whole = self.number(word);
            let range = match whole {
                _ if at == last && open => self.beginning(word),
                Some(number) => number..number + 1,
                None => 0..0,
            };
            let mut near = Vec::new();
            if slips && word.len() >= 4 {
                near.extend(
                    (0_u32..)
                        .zip(&self.words)
                        .filter_map(|(number, own)| one_slip(word, own).then_some(number)),
                );
            }
            found.push(Sought {
                whole,
                range,
                slips: near,
            });
        }
        found
    }

    /// Numbers of the words that begin so.
    fn beginning(&self, prefix: &str) -> Range<u32> {
        let from = self.words.partition_point(|own| **own < *prefix);
        let rest = self.words.get(from..).unwrap_or_default();
        let count = rest.partition_point(|own| own.starts_with(prefix));
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        number(from)..number(from + count)
    }

    /// Orders (into `places`) that have each word, as marks.
    fn having(&self, word: &Sought) -> Vec<u64> {
        let mut marks = vec![0_u64; self.places.len().div_ceil(64)];
        for number in word.numbers() {
            for order in self.having.get(number as usize).into_iter().flatten() {
                if let Some(mark) = marks.get_mut((*order / 64) as usize) {
                    *mark |= 1 << (order % 64);
                }
            }
        }
        marks
    }

    fn ranked(&self, sought: &[Sought], legal: Option<u32>, limit: usize) -> PlaceHits {
        let mut marks = vec![u64::MAX; self.places.len().div_ceil(64)];
        for word in sought {
            for (mark, own) in marks.iter_mut().zip(self.having(word)) {
                *mark &= own;
            }
        }
        let mut fits: Vec<(Fit, usize)> = Vec::new();
        for (block, mark) in marks.iter().enumerate() {
            let mut mark = *mark;
            while mark != 0 {
                let order = block * 64 + mark.trailing_zeros() as usize;
                mark &= mark - 1;
                if let Some(place) = self.places.get(order) {
                    fits.push((place.fit(sought, legal), order));
                }
            }
        }
        let exact_names = fits
            .iter()
            .filter(|(fit, _)| *fit == Fit::ExactName)
            .count();
        let shown = limit.max(exact_names.min(EXACT_SHOWN)).min(fits.len());
        if shown > 0 && shown < fits.len() {
            fits.select_nth_unstable(shown - 1);
        }
        let total = fits.len();
        fits.truncate(shown);
        fits.sort_unstable();
        let hits = fits
            .into_iter()
            .filter_map(|(_, order)| self.places.get(order).map(|place| place.position))
            .collect();
        PlaceHits {
            total,
            exact_names,
            corrected: false,
            hits,
        }
    }
}
