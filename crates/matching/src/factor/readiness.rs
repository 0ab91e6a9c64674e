//! Start-up facts published.

use super::{Value, ready_count};
use crate::{rank::Query, record::Record};

/// The share of the model's start-up facts that are published.
pub(super) fn readiness(query: &Query<'_>, record: &Record) -> Value {
    let of = query.model.readiness_items.len().max(1);
    Value::known(ready_count(query, record) as f64 / of as f64)
}
