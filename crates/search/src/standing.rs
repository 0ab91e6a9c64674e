//! Which candidates stand: in force, trusted, and not far behind the best.

use crate::{
    columns::{Columns, Row},
    eligibility::Class,
    gather::Candidate,
    query::Query,
    schema::day,
    snapshot::Snapshot,
    weights::Weights,
};

/// The columns and the row of a candidate.
pub(crate) fn place<'a>(
    snapshot: &'a Snapshot,
    candidate: &Candidate,
) -> Option<(&'a Columns, &'a Row)> {
    let columns = snapshot.segments.get(candidate.segment as usize)?;
    Some((columns, columns.rows.get(candidate.doc as usize)?))
}

/// Drops what is outside its term, lowers what is poorly vouched for, and drops what fits
/// far worse than the best. All of it before facets are counted, so that picking one
/// never changes it.
pub(crate) fn keep_standing(
    candidates: &mut Vec<Candidate>,
    snapshot: &Snapshot,
    query: &Query,
    weights: &Weights,
    scored: bool,
) {
    let today = day(query.today);
    candidates.retain_mut(|candidate| {
        let Some((_, row)) = place(snapshot, candidate) else {
            return false;
        };
        candidate.score *= trust(row, today, weights);
        in_term(row, query, today)
    });
    if scored {
        cut(candidates, snapshot, query, weights);
    }
}

fn in_term(row: &Row, query: &Query, today: i64) -> bool {
    let in_force = row.starts_on <= today && today <= row.ends_on;
    let ends = query
        .ends_within
        .is_none_or(|days| (today..=today.saturating_add(i64::from(days))).contains(&row.ends_on));
    (in_force || query.include_expired) && ends
}

fn trust(row: &Row, today: i64, weights: &Weights) -> f32 {
    let unsourced = row.source >= 2;
    let stale = today >= row.stale_from;
    (if unsourced { weights.unsourced } else { 1.0 }) * (if stale { weights.stale } else { 1.0 })
}

/// With a chosen government, what it may use or perhaps may is held against the best of
/// those: a better offering of another state does not push it out.
fn cut(candidates: &mut Vec<Candidate>, snapshot: &Snapshot, query: &Query, weights: &Weights) {
    let out = |candidate: &Candidate| {
        let row = place(snapshot, candidate).map(|(_, row)| row);
        let classes = query.eligibility.as_ref();
        classes
            .zip(row)
            .is_some_and(|(classes, row)| classes.of(row.rule_set) == Class::NotUsable)
    };
    let mut best = 0.0_f32;
    let mut best_in = 0.0_f32;
    for candidate in candidates.iter() {
        best = best.max(candidate.score);
        if !out(candidate) {
            best_in = best_in.max(candidate.score);
        }
    }
    let share = match query.eligibility {
        Some(_) => weights.cut_for,
        None => weights.cut,
    };
    candidates.retain(|candidate| {
        let against = if out(candidate) { best } else { best_in };
        candidate.score >= against * share
    });
}
