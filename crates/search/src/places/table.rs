//! The table in memory: every word of every place with the places that have it.

use super::{
    PlaceEntry,
    place_words::{county_base, school_initials, words},
};
use interlocal_catalog::jurisdiction::Kind;
use std::{cmp::Reverse, collections::HashMap};

/// All places, ready to be found. Built once; holds some 15 MB for 50,000 places.
#[derive(Clone, Debug, Default)]
pub struct PlaceIndex {
    /// Every word, in order.
    pub(super) words: Vec<Box<str>>,
    /// Places of each word, by their order.
    pub(super) having: Vec<Vec<u32>>,
    /// Places in the order of lists: the largest first, then name and state.
    pub(super) places: Vec<Place>,
}

/// A place with its words as numbers.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub position: u32,
    /// Its whole name.
    pub name: Vec<u32>,
    /// Its name without the legal type.
    pub short: Vec<u32>,
    /// Legal type and kind.
    pub types: Vec<u32>,
    /// County and state: what may stand behind the name.
    pub around: Vec<u32>,
}

/// Gives words numbers while the table is built.
#[derive(Default)]
struct Numbers {
    numbers: HashMap<Box<str>, u32>,
    having: Vec<Vec<u32>>,
}

impl Numbers {
    fn of(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        self.numbers.insert(word.into(), number);
        self.having.push(Vec::new());
        number
    }

    fn all(&mut self, words: &[String]) -> Vec<u32> {
        words.iter().map(|word| self.of(word)).collect()
    }
}

impl PlaceIndex {
    /// Reads all places.
    pub fn build<'a>(entries: impl Iterator<Item = PlaceEntry<'a>>) -> Self {
        let mut entries: Vec<PlaceEntry<'a>> = entries.collect();
        entries.sort_by_cached_key(|entry| {
            (
                Reverse(entry.population),
                entry.name.to_lowercase(),
                entry.state,
                entry.position,
            )
        });
        let mut numbers = Numbers::default();
        let mut shared: HashMap<&str, Vec<String>> = HashMap::new();
        let mut places = Vec::with_capacity(entries.len());
        for (order, entry) in (0_u32..).zip(&entries) {
            for text in [entry.county, entry.state, entry.state_name] {
                shared.entry(text).or_insert_with(|| words(text));
            }
            let around: Vec<String> = [entry.county, entry.state, entry.state_name]
                .iter()
                .filter_map(|text| shared.get(text))
                .flatten()
                .cloned()
                .collect();
            let place = place(entry, &around, &mut numbers);
            let mut all: Vec<u32> = [&place.name, &place.types, &place.around]
                .into_iter()
                .flatten()
                .copied()
                .collect();
            all.sort_unstable();
            all.dedup();
            for number in all {
                if let Some(having) = numbers.having.get_mut(number as usize) {
                    having.push(order);
                }
            }
            places.push(place);
        }
        sorted(numbers, places)
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }
}

fn place(entry: &PlaceEntry<'_>, around: &[String], numbers: &mut Numbers) -> Place {
    let name = words(entry.name);
    let short = match entry.kind {
        Kind::County => county_base(&name).to_vec(),
        Kind::Municipality | Kind::Township => words(entry.short_name),
        _ => name.clone(),
    };
    let mut types = words(entry.legal_type);
    types.extend(words(entry.kind.label()));
    if entry.kind == Kind::SchoolDistrict {
        types.extend(["schools", "school"].map(str::to_owned));
        types.extend(school_initials(&name).map(str::to_owned));
    }
    Place {
        position: entry.position,
        name: numbers.all(&name),
        short: numbers.all(&short),
        types: numbers.all(&types),
        around: numbers.all(around),
    }
}

/// Renumbers the words in their order, so that a prefix is a range.
fn sorted(numbers: Numbers, mut places: Vec<Place>) -> PlaceIndex {
    let Numbers {
        numbers,
        mut having,
    } = numbers;
    let mut words: Vec<(Box<str>, u32)> = numbers.into_iter().collect();
    words.sort_unstable();
    let mut renumbered = vec![0_u32; words.len()];
    for (new, (_, old)) in (0_u32..).zip(&words) {
        if let Some(slot) = renumbered.get_mut(*old as usize) {
            *slot = new;
        }
    }
    for place in &mut places {
        for list in [
            &mut place.name,
            &mut place.short,
            &mut place.types,
            &mut place.around,
        ] {
            for number in list.iter_mut() {
                *number = renumbered.get(*number as usize).copied().unwrap_or(*number);
            }
        }
    }
    let having = words
        .iter()
        .map(|(_, old)| {
            having
                .get_mut(*old as usize)
                .map(std::mem::take)
                .unwrap_or_default()
        })
        .collect();
    PlaceIndex {
        words: words.into_iter().map(|(word, _)| word).collect(),
        having,
        places,
    }
}
