//! Like in size.

use super::Value;
use crate::{candidate::Candidate, gate::in_range, rank::Query, record::Record};

/// A body that provides is measured by the range it states, else by the
/// customers it has published; any other by its own population.
pub(super) fn size(query: &Query<'_>, candidate: &Candidate, record: &Record) -> Value {
    let Some(pop) = query.seeker.pop else {
        return Value::range(query.model.unknown);
    };
    let like = |other: u64| query.model.size_rule.value(pop, other);
    if !record.relation.provides() {
        return match candidate.pop {
            Some(other) => Value::known(like(other)),
            None => Value::range(query.model.unknown),
        };
    }
    let stated = in_range(query, record);
    if stated == Some(true) {
        return Value::known(1.0);
    }
    let customers = record.customer_pops.iter().copied().map(like);
    match (customers.max_by(f64::total_cmp), stated) {
        (Some(best), _) => Value::known(best),
        (None, Some(_)) => Value::known(0.0),
        (None, None) => Value::range(query.model.unknown),
    }
}
