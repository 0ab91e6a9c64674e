//! What a known factor says, as a sentence.

use super::words::{counted, date, miles, thousands};
use crate::{
    candidate::Candidate,
    factor::{Factor, ready_count},
    gate::in_range,
    need::{Intent, Placement},
    order::Standing,
    rank::Query,
    record::{CategoryMatch, Record, Regime, Relation, Source, Willing},
};

/// The first sentence of a card.
pub(super) fn need(query: &Query<'_>, standing: &Standing<'_>) -> String {
    let label = &query.need.label;
    let label = match standing.record.category_match {
        CategoryMatch::Exact => label.clone(),
        CategoryMatch::Narrower => format!("something that belongs to {label}"),
        CategoryMatch::Wider => format!("something wider than {label}"),
        CategoryMatch::Sibling => format!("something akin to {label}"),
    };
    let sentence = match standing.record.relation {
        Relation::Offers => format!("Offers {label}"),
        Relation::Brokers => format!("Brokers a contract for {label}"),
        Relation::Uses => format!("Already uses {label}"),
        Relation::Seeks => format!("Is also looking for {label}"),
        Relation::DoesNotOffer => format!("Does not offer {label}"),
    };
    let known = standing
        .factors
        .get(Factor::Need)
        .is_none_or(|value| value.is_known());
    match known {
        true => sentence,
        false => format!("{sentence}, terms for you not fully stated"),
    }
}

/// What a known factor says, good or weak. The need has its own sentence as a
/// reason; here it says why it is worth less.
pub(super) fn fact(query: &Query<'_>, standing: &Standing<'_>, factor: Factor) -> String {
    let (candidate, record) = (standing.candidate, standing.record);
    match factor {
        Factor::Need => need_is_less(query, record),
        Factor::Policy => policy(query, candidate, record),
        Factor::Placement => placement(query, candidate, record),
        Factor::Size => size(query, candidate, record),
        Factor::Mutual => mutual(record),
        Factor::Ties => ties(candidate),
        Factor::Readiness => format!(
            "{} of {} start-up facts published",
            ready_count(query, record),
            query.model.readiness_items.len()
        ),
        Factor::Evidence => evidence(record),
    }
}

fn need_is_less(query: &Query<'_>, record: &Record) -> String {
    let plain = query
        .model
        .relation_value
        .of(query.need.intent, record.relation, false);
    let [_, plain, _] = plain;
    if record.category_match != CategoryMatch::Exact && plain > query.model.weak_at_most {
        return "A related category, not the same one".to_owned();
    }
    let text = match (record.relation, query.need.intent) {
        (Relation::Uses, _) => "Uses it, does not offer it",
        (Relation::Seeks, Intent::Learn) => "Looking for it too, does not use it yet",
        (Relation::Seeks, _) => "Looking for it too, does not offer it",
        (Relation::Brokers, _) => "A contract to buy from, not a run service",
        (Relation::Offers, _) => "Offers it already, is not looking for others to buy with",
        (Relation::DoesNotOffer, _) => "Does not offer it",
    };
    text.to_owned()
}

fn policy(query: &Query<'_>, candidate: &Candidate, record: &Record) -> String {
    let law = match candidate.is_in_state_of(query.seeker) {
        true => "Same state law",
        false => "Another state's law",
    };
    let mut text = law.to_owned();
    for name in &query.need.required_regimes {
        let state = match record.regime(name) {
            Some(Regime::Attested) => "attested",
            Some(Regime::Partial) => "partly met",
            Some(Regime::No) => "not met",
            None => "not stated",
        };
        text.push_str(&format!(", {name} {state}"));
    }
    text
}

fn placement(query: &Query<'_>, candidate: &Candidate, record: &Record) -> String {
    if query.need.placement == Placement::Apart {
        return match record.relation {
            Relation::Uses => "Its site would not be yours (neutral)".to_owned(),
            Relation::Seeks => apart(query, candidate.distance_mi, "", " from you"),
            _ => apart(query, record.site_distance_mi, "Site ", " away"),
        };
    }
    let region = query.model.same_region;
    let nearness = |miles: f64| 0.5_f64.powf(miles / query.model.near_half_distance_miles);
    match candidate.distance_mi {
        _ if candidate.serves_area => "Serves your area".to_owned(),
        _ if candidate.contiguous => "Its area touches yours".to_owned(),
        Some(distance) if candidate.same_region && nearness(distance) < region => {
            format!("In your region, {} from you", miles(distance))
        }
        Some(distance) => format!("{} from you", miles(distance)),
        None => "In your region".to_owned(),
    }
}

fn apart(query: &Query<'_>, distance: Option<f64>, before: &str, after: &str) -> String {
    let rule = &query.model.apart_rule_miles;
    let Some(distance) = distance else {
        return "Where it is, is not on record".to_owned();
    };
    let judgment = if distance > rule.full_until {
        "well separated, but far"
    } else if distance >= rule.full_from {
        "well separated"
    } else if rule.value(distance) > query.model.weak_at_most {
        "mostly separated"
    } else {
        "may share your hazard"
    };
    format!("{before}{}{after}: {judgment}", miles(distance))
}

/// At most this many published customers are named, the likest in size.
const CUSTOMERS_NAMED: usize = 4;

fn size(query: &Query<'_>, candidate: &Candidate, record: &Record) -> String {
    let pop = query.seeker.pop.unwrap_or_default();
    if !record.relation.provides() {
        let other = candidate.pop.map(thousands).unwrap_or_default();
        return format!("Population {other} to your {}", thousands(pop));
    }
    match in_range(query, record) {
        Some(true) => return "Your size is in its stated range".to_owned(),
        Some(false) if record.customer_pops.is_empty() => {
            return "Your size is outside its stated range".to_owned();
        }
        _ => {}
    }
    let mut likest = record.customer_pops.clone();
    likest.sort_unstable_by(|a, b| {
        let like = |other: u64| query.model.size_rule.value(pop, other);
        like(*b).total_cmp(&like(*a)).then(a.cmp(b))
    });
    likest.truncate(CUSTOMERS_NAMED);
    likest.sort_unstable();
    let named: Vec<_> = likest.into_iter().map(thousands).collect();
    format!("Serves places of {} people", named.join(", "))
}

fn mutual(record: &Record) -> String {
    let willing = record.willing.map(|willing| match willing {
        Willing::AcceptingNow => "Accepting partners now",
        Willing::Open => "Open to enquiries",
    });
    let share = record.pref_match.unwrap_or(1.0).clamp(0.0, 1.0);
    let percent = (share * 100.0).round();
    match willing {
        Some(willing) if share == 1.0 => willing.to_owned(),
        Some(willing) => format!("{willing}, you meet {percent}% of its stated preferences"),
        None => format!("You meet {percent}% of its stated preferences"),
    }
}

fn ties(candidate: &Candidate) -> String {
    let agreements = counted(candidate.agreements, "agreement");
    let memberships = counted(candidate.memberships, "shared membership");
    match (candidate.agreements, candidate.memberships) {
        (0, 0) => "No tie on record".to_owned(),
        (0, _) => memberships,
        (_, 0) => format!("{agreements} with you on record"),
        _ => format!("{agreements} with you on record, {memberships}"),
    }
}

fn evidence(record: &Record) -> String {
    let source = match record.source {
        Some(Source::ConfirmedByBody) => "Confirmed by the body",
        Some(Source::PublicSource) => "From a cited public page",
        Some(Source::UserReported) => "Reported by a user",
        None => "No source on record",
    };
    match record.confirmed_on {
        Some(day) => format!("{source}, {}", date(day)),
        None => format!("{source}, no date"),
    }
}
