//! Ties on record.

use super::Value;
use crate::{candidate::Candidate, rank::Query};

/// Agreements on record, a shared membership counting half, up to four.
fn tie_count(query: &Query<'_>, candidate: &Candidate) -> f64 {
    let memberships = query.model.membership_counts * f64::from(candidate.memberships);
    (f64::from(candidate.agreements) + memberships).min(query.model.ties_count_at_most)
}

/// The first tie counts most. Nothing on record is no tie on record, not an unknown.
pub(super) fn ties(query: &Query<'_>, candidate: &Candidate) -> Value {
    Value::known(1.0 - 0.5_f64.powf(tie_count(query, candidate)))
}
