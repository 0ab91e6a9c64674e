//! The order of a list, and the first of many without sorting all of them.

use crate::{
    columns::Row,
    eligibility::Class,
    gather::Candidate,
    query::{Query, Sort},
    schema::day,
};
use std::{cmp::Ordering, collections::BinaryHeap};

/// Behind everything that still ends.
const NO_END: u64 = 1 << 40;
/// Behind everything without an end.
const ENDED: u64 = 1 << 41;

/// A listed document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed {
    pub candidate: Candidate,
    pub class: Option<Class>,
    pub id: i64,
}

/// The key of the order; the least comes first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key<'a> {
    class: u8,
    first: u64,
    title: &'a str,
    id: i64,
}

/// Makes keys for one query.
pub(crate) struct Order {
    sort: Sort,
    scored: bool,
    today: i64,
}

impl Order {
    /// The order that the query asks for; without scores the best fit is the best vouched.
    pub fn new(query: &Query, scored: bool) -> Self {
        Self {
            sort: query.sort,
            scored,
            today: day(query.today),
        }
    }

    /// The key of a document.
    pub fn key<'a>(&self, row: &Row, title: &'a str, listed: &Listed) -> Key<'a> {
        let best_fit = self.sort == Sort::BestFit;
        let class = listed.class.filter(|_| best_fit);
        Key {
            class: class.map_or(0, |class| class as u8),
            first: self.first(row, listed.candidate.score),
            title,
            id: row.id,
        }
    }

    fn first(&self, row: &Row, score: f32) -> u64 {
        let days = |days: i64| u64::try_from(days).unwrap_or(0);
        match self.sort {
            Sort::BestFit if self.scored => u64::from(u32::MAX - score.max(0.0).to_bits()),
            Sort::BestFit if self.today >= row.stale_from => u64::from(row.source) + 3,
            Sort::BestFit => u64::from(row.source),
            Sort::EndsSoonest if row.ends_on == i64::MAX => NO_END,
            Sort::EndsSoonest if row.ends_on >= self.today => days(row.ends_on - self.today),
            Sort::EndsSoonest => ENDED + days(self.today.saturating_sub(row.ends_on)),
            Sort::Newest => u64::MAX - days(row.changed_at),
            Sort::Name => 0,
        }
    }
}

/// A document with its key.
struct Ranked<'a> {
    key: Key<'a>,
    listed: Listed,
}

impl PartialEq for Ranked<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Ranked<'_> {}

impl PartialOrd for Ranked<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ranked<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key.cmp(&other.key)
    }
}

/// Keeps the first of many.
pub(crate) struct First<'a> {
    wanted: usize,
    kept: BinaryHeap<Ranked<'a>>,
}

impl<'a> First<'a> {
    /// Keeps so many.
    pub fn new(wanted: usize) -> Self {
        Self {
            wanted,
            kept: BinaryHeap::new(),
        }
    }

    /// Takes one into account.
    pub fn push(&mut self, key: Key<'a>, listed: Listed) {
        if self.kept.len() < self.wanted {
            self.kept.push(Ranked { key, listed });
        } else if let Some(mut worst) = self.kept.peek_mut()
            && key < worst.key
        {
            *worst = Ranked { key, listed };
        }
    }

    /// Those that were kept, in order.
    pub fn ordered(self) -> impl Iterator<Item = Listed> {
        let sorted = self.kept.into_sorted_vec().into_iter();
        sorted.map(|ranked| ranked.listed)
    }
}
