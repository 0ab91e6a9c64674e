//! Has or wants what the seeker wants.

use super::Value;
use crate::{
    gate::{Gate, GateReport},
    rank::Query,
    record::Record,
};

/// The relation's value for the intent, lessened where the category is another.
pub(super) fn need(query: &Query<'_>, record: &Record, gates: GateReport) -> Value {
    let terms_unknown = [Gate::Eligible, Gate::Authority, Gate::Regimes]
        .into_iter()
        .any(|gate| gates.unknown.contains(gate));
    let values = &query.model.relation_value;
    let category = query.model.category_match.of(record.category_match);
    let range = values.of(query.need.intent, record.relation, terms_unknown);
    Value::range(range.map(|x| x * category))
}
