//! The line of the strip in words.

use super::{Basis, StripRelation};
use crate::{
    explain::words::date,
    gate::{Gate, GateReport},
    rank::Query,
    record::{Record, Relation, Source},
};

/// The line, for the office of this name or, without a basis, for none.
pub(super) fn line(
    query: &Query<'_>,
    name: &str,
    basis: Option<&Basis<'_>>,
    is_seeker: bool,
) -> String {
    let Some(basis) = basis else {
        let state = &query.seeker.state;
        return match is_seeker {
            true => "You are this office. Nothing is on record about it yet.".to_owned(),
            false => format!("No CIO office of {state} is in the directory yet."),
        };
    };
    match is_seeker {
        true => format!("You are this office. {}", own_answer(query, name, basis)),
        false => answer(query, name, basis),
    }
}

fn own_answer(query: &Query<'_>, name: &str, basis: &Basis<'_>) -> String {
    let label = &query.need.label;
    let seen = basis.record.map(seen).unwrap_or_default();
    match basis.relation {
        StripRelation::Offers => format!("{name} offers {label}{seen}."),
        StripRelation::NoRecordAsk => {
            format!("No record of whether {name} offers {label} - publish your answer.")
        }
        _ => answer(query, name, basis),
    }
}

fn answer(query: &Query<'_>, name: &str, basis: &Basis<'_>) -> String {
    let label = &query.need.label;
    let seen = basis.record.map(seen).unwrap_or_default();
    match basis.relation {
        StripRelation::Offers => {
            format!("{name} offers {label} to your kind of government{seen}.")
        }
        StripRelation::Brokers => format!("{name} brokers {label}: buy off its contract{seen}."),
        StripRelation::OffersCheckTerms => {
            let open = not_stated(basis.gates);
            format!("{name} offers {label}{seen}; {open} - ask.")
        }
        StripRelation::BrokersCheckTerms => {
            let open = not_stated(basis.gates);
            format!("{name} brokers {label}: buy off its contract{seen}; {open} - ask.")
        }
        StripRelation::OffersButNotToYou => {
            let verb = match basis.record.map(|record| record.relation) {
                Some(Relation::Brokers) => "brokers",
                _ => "offers",
            };
            format!("{name} {verb} {label}, but {}.", barred(basis.gates))
        }
        StripRelation::DoesNotOffer => {
            let day = basis.record.and_then(|record| record.confirmed_on);
            let day = day.map(|day| format!(" ({})", date(day)));
            let day = day.unwrap_or_default();
            format!("{name} answered that it does not offer {label}{day}.")
        }
        StripRelation::NoRecordAsk | StripRelation::NoCioInDirectory => {
            format!("No record of whether {name} offers {label} - ask.")
        }
    }
}

/// ` (confirmed 20 Jan 2026)`
fn seen(record: &Record) -> String {
    let verb = match record.source {
        Some(Source::ConfirmedByBody) => "confirmed",
        Some(Source::PublicSource) => "listed",
        Some(Source::UserReported) => "reported",
        None => "seen",
    };
    match record.confirmed_on {
        Some(day) => format!(" ({verb} {})", date(day)),
        None => String::new(),
    }
}

fn not_stated(gates: GateReport) -> &'static str {
    if gates.unknown.contains(Gate::Eligible) {
        "eligibility for your kind of government is not stated"
    } else {
        "one condition you set is not stated"
    }
}

fn barred(gates: GateReport) -> String {
    match gates.failed.to_vec().as_slice() {
        [Gate::Eligible] => "not to your kind of government".to_owned(),
        failed => {
            let reasons: Vec<_> = failed.iter().map(|gate| gate.reason()).collect();
            format!("not to you: {}", reasons.join("; "))
        }
    }
}
