//! Why a candidate stands where it does. Unknowns are questions, never reasons;
//! what all cards share is said once, above them.

mod facts;
mod questions;
pub(crate) mod words;

use crate::{
    factor::{Factor, Value, basis_points},
    order::Standing,
    rank::Query,
    result::{Card, Points},
    score::Confidence,
};
use std::cmp::Reverse;

/// What all cards of the first view share.
pub(crate) struct Shown {
    pub(crate) factors: Vec<Factor>,
    pub(crate) facts: Vec<String>,
}

/// The known factors with one value on all cards; a single card shares nothing.
pub(crate) fn shown(query: &Query<'_>, view: &[&Standing<'_>]) -> Shown {
    let (first, others) = match view {
        [first, others @ ..] if !others.is_empty() => (first, others),
        _ => {
            return Shown {
                factors: Vec::new(),
                facts: Vec::new(),
            };
        }
    };
    let shared = first.factors.iter().filter(|(factor, value)| {
        let same = |other: &&Standing<'_>| other.factors.get(*factor) == Some(*value);
        *factor != Factor::Need && value.is_known() && others.iter().all(same)
    });
    let factors: Vec<Factor> = shared.map(|(factor, _)| factor).collect();
    let facts = factors.iter().map(|factor| {
        let fact = facts::fact(query, first, *factor);
        let same = others
            .iter()
            .all(|other| facts::fact(query, other, *factor) == fact);
        match same {
            true => fact,
            false => level_with_each_other(*factor).to_owned(),
        }
    });
    Shown {
        facts: facts.collect(),
        factors,
    }
}

/// Where cards have one value for different reasons.
fn level_with_each_other(factor: Factor) -> &'static str {
    match factor {
        Factor::Need => "All want or have it alike",
        Factor::Policy => "The same law and rules count for all of these",
        Factor::Placement => "All of these are placed equally well",
        Factor::Size => "All of these are as like you in size",
        Factor::Mutual => "All of these are equally open to partners",
        Factor::Ties => "All of these have as many ties with you on record",
        Factor::Readiness => "All of these have published as many start-up facts",
        Factor::Evidence => "All of these are equally well vouched for",
    }
}

/// The card of one candidate.
pub(crate) fn card(query: &Query<'_>, standing: &Standing<'_>, shared: &[Factor]) -> Card {
    let (candidate, record, score) = (standing.candidate, standing.record, standing.score);
    let (reasons, weak) = reasons(query, standing, shared);
    let say = |factor: Factor| facts::fact(query, standing, factor);
    let why = std::iter::once(facts::need(query, standing));
    let points = standing
        .factors
        .iter()
        .map(|(factor, value)| (factor, score.points_of(query.model, factor, value)));
    Card {
        id: candidate.id.clone(),
        level: candidate.counts_as(),
        score: score.points(),
        range: score.range(),
        confidence: score.confidence_bp() as f64 / 10_000.0,
        factors_bp: standing.factors,
        points: Points(points.collect()),
        why: why.chain(reasons.into_iter().map(say)).collect(),
        holds_it_back: weak.into_iter().map(say).collect(),
        ask: questions::questions(query, standing),
        name: candidate.name.clone(),
        record_id: record.id.clone(),
        relation: record.relation,
        band: query.model.bands.of(score.points()),
        documented: Confidence::of(score.confidence_bp()),
    }
}

/// The two known factors that add most and those two, among the others, that
/// cost most; nothing that all cards share.
fn reasons(
    query: &Query<'_>,
    standing: &Standing<'_>,
    shared: &[Factor],
) -> (Vec<Factor>, Vec<Factor>) {
    let weight = |factor| u64::from(query.model.weights_hundredths.of(factor));
    let own = || {
        let factors = standing.factors.iter();
        factors.filter(|(factor, value)| value.is_known() && !shared.contains(factor))
    };
    let good = basis_points(query.model.reason_above);
    let good = own().filter(|(factor, v)| *factor != Factor::Need && v.point > good);
    let good = first_two(good, |(factor, v)| weight(factor) * u64::from(v.point));
    let weak = basis_points(query.model.weak_at_most);
    let weak = own().filter(|(factor, v)| !good.contains(factor) && v.point <= weak);
    let weak = first_two(weak, |(factor, v)| {
        weight(factor) * u64::from(10_000 - v.point)
    });
    (good, weak)
}

fn first_two(
    factors: impl Iterator<Item = (Factor, Value)>,
    size: impl Fn((Factor, Value)) -> u64,
) -> Vec<Factor> {
    let mut factors: Vec<_> = factors.collect();
    factors.sort_by_key(|factor| Reverse(size(*factor)));
    factors
        .into_iter()
        .map(|(factor, _)| factor)
        .take(2)
        .collect()
}
