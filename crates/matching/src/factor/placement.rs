//! Near, or far enough.

use super::Value;
use crate::{
    candidate::Candidate,
    need::Placement,
    rank::Query,
    record::{Record, Relation},
};

/// None where placement does not matter for the need.
pub(super) fn placement(
    query: &Query<'_>,
    candidate: &Candidate,
    record: &Record,
) -> Option<Value> {
    match query.need.placement {
        Placement::Near => Some(near(query, candidate)),
        Placement::Apart => Some(apart(query, candidate, record)),
        Placement::Neutral => None,
    }
}

fn near(query: &Query<'_>, candidate: &Candidate) -> Value {
    if candidate.serves_area || candidate.contiguous {
        return Value::known(1.0);
    }
    let region = query.model.same_region;
    match (candidate.distance_mi, candidate.same_region) {
        (Some(miles), same_region) => {
            let nearness = 0.5_f64.powf(miles / query.model.near_half_distance_miles);
            Value::known(if same_region {
                nearness.max(region)
            } else {
                nearness
            })
        }
        (None, true) => Value::range([region, (region + 1.0) / 2.0, 1.0]),
        (None, false) => Value::range(query.model.unknown),
    }
}

/// What counts is the hosting site of a body that provides, and the place of
/// one that looks for a partner; a body that merely uses has no site to give.
fn apart(query: &Query<'_>, candidate: &Candidate, record: &Record) -> Value {
    let miles = match record.relation {
        Relation::Uses => return Value::known(query.model.apart_uses),
        Relation::Seeks => candidate.distance_mi,
        Relation::Offers | Relation::Brokers | Relation::DoesNotOffer => record.site_distance_mi,
    };
    match miles {
        Some(miles) => Value::known(query.model.apart_rule_miles.value(miles)),
        None => Value::range(query.model.unknown),
    }
}
