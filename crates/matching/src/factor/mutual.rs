//! Takes partners, and prefers such as the seeker.

use super::Value;
use crate::{rank::Query, record::Record};

/// Willingness times the share of the body's stated preferences that the seeker meets.
pub(super) fn mutual(query: &Query<'_>, record: &Record) -> Value {
    let share = record.pref_match.unwrap_or(1.0).clamp(0.0, 1.0);
    match record.willing {
        Some(willing) => Value::known(query.model.willing.of(willing) * share),
        None => Value::range(query.model.unknown.map(|x| x * share)),
    }
}
