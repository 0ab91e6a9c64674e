//! Counts of facet values, and which values a query picked.

use crate::{
    columns::{Columns, GROUPS, Group, Values},
    doc::EVERY_STATE,
    query::Filters,
    results::{FacetCount, Facets},
    snapshot::Snapshot,
};

/// Picked values of a group by number; a value no document has matches nothing.
struct Picked<'a> {
    words: &'a [String],
    numbers: Vec<u32>,
    /// The number of `ALL`, where picked states are met by it too.
    every_state: Option<u32>,
}

impl<'a> Picked<'a> {
    fn new(words: &'a [String], values: &Values, group: Group) -> Self {
        let states = group == Group::State && words.iter().any(|word| word != EVERY_STATE);
        Self {
            words,
            numbers: words.iter().filter_map(|word| values.find(word)).collect(),
            every_state: values.find(EVERY_STATE).filter(|_| states),
        }
    }

    fn fits(&self, values: &[u32]) -> bool {
        let fits = |value: &u32| self.numbers.contains(value) || self.every_state == Some(*value);
        self.words.is_empty() || values.iter().any(fits)
    }
}

/// Selection and counts of every group.
pub(crate) struct Counting<'a> {
    snapshot: &'a Snapshot,
    picked: Vec<Picked<'a>>,
    any_picked: bool,
    counts: Vec<Vec<u64>>,
}

impl<'a> Counting<'a> {
    /// Begins at zero.
    pub fn new(snapshot: &'a Snapshot, filters: &'a Filters) -> Self {
        let words: [&[String]; GROUPS] = [
            &filters.category,
            &filters.kind,
            &filters.level,
            &filters.state,
            &filters.cost_model,
            &filters.agreement,
            &filters.provider,
        ];
        let groups = words.iter().copied().zip(&snapshot.values).zip(Group::ALL);
        Self {
            snapshot,
            any_picked: words.iter().any(|words| !words.is_empty()),
            picked: groups
                .map(|((words, values), group)| Picked::new(words, values, group))
                .collect(),
            counts: snapshot
                .values
                .iter()
                .map(|values| vec![0; values.names().len()])
                .collect(),
        }
    }

    /// How many groups the document fails in, and the last of them.
    pub fn failures(&self, columns: &Columns, doc: u32) -> (usize, Option<usize>) {
        let mut failed = None;
        let mut failures = 0;
        if !self.any_picked {
            return (failures, failed);
        }
        for (number, (picked, group)) in self.picked.iter().zip(&columns.groups).enumerate() {
            if !picked.fits(group.of(doc)) {
                failures += 1;
                failed = Some(number);
            }
        }
        (failures, failed)
    }

    /// Counts the document's values in all groups or in one alone.
    pub fn count(&mut self, columns: &Columns, doc: u32, only: Option<usize>) {
        for (number, (counts, group)) in self.counts.iter_mut().zip(&columns.groups).enumerate() {
            if only.is_some_and(|only| only != number) {
                continue;
            }
            for value in group.of(doc) {
                if let Some(count) = counts.get_mut(*value as usize) {
                    *count += 1;
                }
            }
        }
    }

    /// The counts by name; whoever holds the classes adds them.
    pub fn facets(&self) -> Facets {
        Facets {
            category: self.facet(Group::Category),
            kind: self.facet(Group::Kind),
            level: self.facet(Group::Level),
            state: self.facet(Group::State),
            cost_model: self.facet(Group::CostModel),
            agreement: self.facet(Group::Agreement),
            usable: None,
        }
    }

    fn facet(&self, group: Group) -> Vec<FacetCount> {
        let number = group as usize;
        let (Some(values), Some(picked), Some(counts)) = (
            self.snapshot.values.get(number),
            self.picked.get(number),
            self.counts.get(number),
        ) else {
            return Vec::new();
        };
        let every = match values.find(EVERY_STATE) {
            Some(number) if group == Group::State => counts.get(number as usize).copied(),
            _ => None,
        };
        named(values, picked.words, counts, every.unwrap_or(0))
    }
}

/// Values that count something or are picked, the largest first; `every` is what fits
/// each state because it covers all of them.
fn named(values: &Values, picked: &[String], counts: &[u64], every: u64) -> Vec<FacetCount> {
    let mut found: Vec<FacetCount> = Vec::new();
    for (name, count) in values.names().iter().zip(counts) {
        if *count > 0 {
            let more = if &**name == EVERY_STATE { 0 } else { every };
            found.push(FacetCount {
                value: name.to_string(),
                count: count + more,
                selected: picked.iter().any(|value| **value == **name),
            });
        }
    }
    for value in picked {
        if !found.iter().any(|facet| facet.value == *value) {
            found.push(FacetCount {
                value: value.clone(),
                count: every,
                selected: true,
            });
        }
    }
    found.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
    found
}
