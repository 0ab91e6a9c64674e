//! What is not known, as one question each.

use crate::{factor::Factor, gate::Gate, need::Placement, order::Standing, rank::Query};

const ELIGIBILITY: &str = "Eligibility for your kind of government is not stated";
const REGIME: &str = "Whether it meets the rule you require is not stated";
const LAWS: &str = "Whether the two states' laws allow an agreement is not on record";

/// One question for each unknown gate or factor, in the order of the factors.
pub(super) fn questions(query: &Query<'_>, standing: &Standing<'_>) -> Vec<String> {
    let mut asked = Vec::new();
    if standing.gates.unknown.contains(Gate::Eligible) {
        asked.push(ELIGIBILITY);
    }
    let regimes = &query.need.required_regimes;
    if regimes
        .iter()
        .any(|name| standing.record.regime(name).is_none())
    {
        asked.push(REGIME);
    }
    let same_state = standing.candidate.is_in_state_of(query.seeker);
    if !same_state && standing.candidate.cross_state.is_none() {
        asked.push(LAWS);
    }
    for (factor, value) in standing.factors.iter() {
        if !value.is_known() {
            asked.extend(question(query, standing, factor));
        }
    }
    asked.into_iter().map(str::to_owned).collect()
}

fn question(query: &Query<'_>, standing: &Standing<'_>, factor: Factor) -> Option<&'static str> {
    let provides = standing.record.relation.provides();
    match factor {
        Factor::Placement if query.need.placement == Placement::Apart && provides => {
            Some("Where the site is, is not stated")
        }
        Factor::Placement => Some("How far away it is, is not on record"),
        Factor::Size if query.seeker.pop.is_none() => Some("Your population is not on record"),
        Factor::Size if provides => Some("Which sizes it serves is not stated"),
        Factor::Size => Some("Its population is not on record"),
        Factor::Mutual => Some("Whether it takes new partners is not stated"),
        _ => None,
    }
}
