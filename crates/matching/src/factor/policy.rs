//! Same law, required rules met.

use super::Value;
use crate::{
    candidate::{Candidate, CrossState},
    model::Range,
    rank::Query,
    record::Record,
};

/// The mean of the law of the two states and of each required regime.
pub(super) fn policy(query: &Query<'_>, candidate: &Candidate, record: &Record) -> Value {
    let required = &query.need.required_regimes;
    let regimes = required
        .iter()
        .map(|name| query.model.regime.of(record.regime(name)));
    let sum = regimes.fold(law(query, candidate), |[l, p, h], [low, point, high]| {
        [l + low, p + point, h + high]
    });
    let count = 1.0 + required.len() as f64;
    Value::range(sum.map(|x| x / count))
}

fn law(query: &Query<'_>, candidate: &Candidate) -> Range {
    let law = &query.model.law;
    if candidate.is_in_state_of(query.seeker) {
        return [law.same_state; 3];
    }
    match candidate.cross_state {
        Some(CrossState::Permitted) => [law.permitted; 3],
        Some(CrossState::Barred) => [law.barred; 3],
        None => law.unknown,
    }
}
