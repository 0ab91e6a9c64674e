//! Who vouches, and how long ago.

use super::Value;
use crate::{rank::Query, record::Record};

/// The worth of the source, halved with every half-life down to a floor; a
/// record without a date is as old as can be.
pub(super) fn evidence(query: &Query<'_>, record: &Record) -> Value {
    let model = query.model;
    let fresh = match record.age_days(query.as_of) {
        Some(days) => 0.5_f64.powf(days as f64 / model.evidence_half_life_days),
        None => 0.0,
    };
    Value::known(model.source_value.of(record.source) * fresh.max(model.evidence_floor))
}
