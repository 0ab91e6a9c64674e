//! One pass over the candidates: which fit the filters, what every facet value would
//! list, and which come first.
//!
//! A document that fails in no group is listed and counts in every group; one that fails
//! in a single group counts in that group alone, so a group's counts ignore its own
//! selection.

use crate::{
    counting::Counting,
    eligibility::Class,
    gather::Candidate,
    order::{First, Listed, Order},
    query::Query,
    results::{ClassCounts, Facets},
    snapshot::Snapshot,
    standing::place,
};

/// The outcome of the pass.
pub(crate) struct Tally {
    pub total: u64,
    pub page: Vec<Listed>,
    pub facets: Facets,
}

/// Counts and orders the candidates; `scored` tells whether words were looked for.
pub(crate) fn tally(
    snapshot: &Snapshot,
    query: &Query,
    candidates: &[Candidate],
    scored: bool,
) -> Tally {
    let order = Order::new(query, scored);
    let mut counting = Counting::new(snapshot, &query.filters);
    let mut classes = ClassCounts::default();
    let mut first = First::new(query.offset.saturating_add(query.limit));
    let mut total = 0;
    for candidate in candidates {
        let Some((columns, row)) = place(snapshot, candidate) else {
            continue;
        };
        let eligibility = query.eligibility.as_ref();
        let class = eligibility.map(|classes| classes.of(row.rule_set));
        let unusable = query.filters.usable && class.is_some_and(|class| class != Class::Usable);
        let (failures, failed) = counting.failures(columns, candidate.doc);
        if failures == 0 {
            count_class(&mut classes, class);
        }
        if !unusable && failures <= 1 {
            counting.count(columns, candidate.doc, failed);
        }
        if !unusable && failures == 0 {
            total += 1;
            let listed = Listed {
                candidate: *candidate,
                class,
                id: row.id,
            };
            let title = columns.titles.get(candidate.doc as usize);
            first.push(
                order.key(row, title.map_or("", |title| title), &listed),
                listed,
            );
        }
    }
    let mut facets = counting.facets();
    facets.usable = query.eligibility.is_some().then_some(classes);
    Tally {
        total,
        page: first.ordered().skip(query.offset).collect(),
        facets,
    }
}

/// How many of the candidates the list would hold.
pub(crate) fn total(snapshot: &Snapshot, query: &Query, candidates: &[Candidate]) -> u64 {
    let counting = Counting::new(snapshot, &query.filters);
    let listed = |candidate: &&Candidate| {
        place(snapshot, candidate).is_some_and(|(columns, row)| {
            let class = query
                .eligibility
                .as_ref()
                .map(|classes| classes.of(row.rule_set));
            let unusable =
                query.filters.usable && class.is_some_and(|class| class != Class::Usable);
            !unusable && counting.failures(columns, candidate.doc).0 == 0
        })
    };
    candidates.iter().filter(listed).count() as u64
}

fn count_class(counts: &mut ClassCounts, class: Option<Class>) {
    match class {
        Some(Class::Usable) => counts.usable += 1,
        Some(Class::Unknown) => counts.unknown += 1,
        Some(Class::NotUsable) => counts.not_usable += 1,
        None => {}
    }
}
