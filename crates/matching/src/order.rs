//! The order: score, fewer unknown gates, higher confidence, then a hash that is
//! fixed inside an ISO week and rotates from week to week, so that nobody is
//! first for ever because of an id.

use crate::{
    candidate::{BodyId, Candidate},
    factor::{Factors, factors},
    gate::GateReport,
    rank::Query,
    record::Record,
    score::Score,
};
use chrono::Datelike;
use sha2::{Digest, Sha256};
use std::cmp::{Ordering, Reverse};

/// A record that failed no gate, and what it is worth.
#[derive(Debug)]
pub(crate) struct Standing<'a> {
    pub(crate) candidate: &'a Candidate,
    pub(crate) record: &'a Record,
    pub(crate) gates: GateReport,
    pub(crate) factors: Factors,
    pub(crate) score: Score,
}

impl<'a> Standing<'a> {
    pub(crate) fn new(
        query: &Query<'_>,
        candidate: &'a Candidate,
        record: &'a Record,
        gates: GateReport,
    ) -> Self {
        let factors = factors(query, candidate, record, gates);
        Standing {
            candidate,
            record,
            gates,
            factors,
            score: Score::of(query.model, &factors),
        }
    }

    fn merit(&self) -> (Reverse<u64>, u32, Reverse<u64>) {
        (
            Reverse(self.score.point),
            self.gates.unknown.len(),
            Reverse(self.score.confidence_bp()),
        )
    }

    /// Whether this record of a candidate stands before another of the same one.
    pub(crate) fn is_before(&self, other: &Standing<'_>) -> bool {
        let order = self.merit().cmp(&other.merit());
        order.then_with(|| self.record.id.cmp(&other.record.id)) == Ordering::Less
    }
}

/// Puts candidates in order; hashes only those that nothing else tells apart.
pub(crate) fn in_order<'a>(
    query: &Query<'_>,
    mut standings: Vec<Standing<'a>>,
) -> Vec<Standing<'a>> {
    standings.sort_by_cached_key(Standing::merit);
    let mut ordered = Vec::with_capacity(standings.len());
    let mut equals: Vec<Standing<'a>> = Vec::new();
    for standing in standings {
        if equals
            .first()
            .is_some_and(|first| first.merit() != standing.merit())
        {
            ordered.append(&mut by_hash(query, &mut equals));
        }
        equals.push(standing);
    }
    ordered.append(&mut by_hash(query, &mut equals));
    ordered
}

fn by_hash<'a>(query: &Query<'_>, equals: &mut Vec<Standing<'a>>) -> Vec<Standing<'a>> {
    if equals.len() > 1 {
        equals.sort_by_cached_key(|standing| {
            (
                tie_hash(query, &standing.candidate.id),
                standing.record.id.clone(),
            )
        });
    }
    std::mem::take(equals)
}

/// SHA-256 of `seeker|category|YEAR-WEEK|candidate`.
fn tie_hash(query: &Query<'_>, candidate: &BodyId) -> [u8; 32] {
    let week = query.as_of.iso_week();
    let text = format!(
        "{}|{}|{}-{}|{candidate}",
        query.seeker.id,
        query.need.category,
        week.year(),
        week.week(),
    );
    Sha256::digest(text).into()
}
