//! The strip: the state CIO's office in every answer. No rank; no score can
//! remove it and it displaces nobody.

mod line;

use crate::{
    candidate::{BodyId, BodyLevel, Candidate},
    explain::words::month,
    gate::{Gate, GateReport, gates, is_active},
    need::Intent,
    rank::Query,
    record::{CategoryMatch, Record, Relation, Source},
};
use chrono::NaiveDate;
use serde::Serialize;
use std::cmp::Reverse;

/// How the office stands to the category, for this seeker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StripRelation {
    /// Runs it, and the seeker may have it.
    Offers,
    /// Lets others buy off its contract, and the seeker may.
    Brokers,
    /// Runs it; a term is unknown.
    OffersCheckTerms,
    /// Lets others buy off its contract; a term is unknown.
    BrokersCheckTerms,
    /// Has it, but not for the seeker.
    OffersButNotToYou,
    /// Answered no, not too long ago.
    DoesNotOffer,
    /// Nothing on record.
    NoRecordAsk,
    /// The directory has no such office: a defect of the data.
    NoCioInDirectory,
}

/// One line above the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Strip {
    /// The office; none where the directory has none.
    pub org: Option<BodyId>,
    /// How it stands to the category.
    pub relation: StripRelation,
    /// The date of what it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<NaiveDate>,
    /// The gates that bar the seeker.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Gate>,
    /// An answer that is too old to count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether the seeker is the office.
    pub you_are_this_office: bool,
    /// The line.
    pub text: String,
}

/// What the line rests on.
struct Basis<'a> {
    relation: StripRelation,
    record: Option<&'a Record>,
    gates: GateReport,
}

/// The line for the office of the seeker's state.
pub(crate) fn strip(query: &Query<'_>, candidates: &[Candidate]) -> Strip {
    let seeker = query.seeker;
    let office = candidates
        .iter()
        .filter(|body| body.level == BodyLevel::StateCio && body.is_in_state_of(seeker))
        .min_by_key(|body| &body.id);
    let is_seeker = match office {
        Some(office) => office.id == seeker.id,
        None => seeker.level == BodyLevel::StateCio,
    };
    let basis = office.map(|office| basis(query, office, is_seeker));
    let (relation, record, barred) = match &basis {
        Some(found) => (found.relation, found.record, found.gates.failed.to_vec()),
        None if is_seeker => (StripRelation::NoRecordAsk, None, Vec::new()),
        None => (StripRelation::NoCioInDirectory, None, Vec::new()),
    };
    let note = office
        .filter(|_| relation == StripRelation::NoRecordAsk)
        .and_then(|office| old_no(query, office))
        .map(|day| format!("said no in {} - ask again", month(day)));
    let name = match office {
        Some(office) => &office.name,
        None => &seeker.name,
    };
    Strip {
        org: match office {
            Some(office) => Some(office.id.clone()),
            None => is_seeker.then(|| seeker.id.clone()),
        },
        text: line::line(query, name, basis.as_ref(), is_seeker),
        relation,
        as_of: record.and_then(|record| record.confirmed_on),
        because: barred,
        note,
        you_are_this_office: is_seeker,
    }
}

/// What the office has on record, for this seeker. Its own answer is shown to
/// the office as published, whoever may use it.
fn basis<'a>(query: &Query<'_>, office: &'a Candidate, is_seeker: bool) -> Basis<'a> {
    let provided: Vec<_> = query
        .visible(office)
        .filter(|record| record.relation.provides() && speaks_of_need(record))
        .map(|record| (record, report(query, office, record, is_seeker)))
        .collect();
    let open = provided
        .iter()
        .filter(|(_, report)| report.failed.is_empty());
    let best = open.min_by_key(|(record, report)| {
        let day = Reverse(record.confirmed_on);
        let brokers = record.relation == Relation::Brokers;
        (!report.unknown.is_empty(), brokers, day, &record.id)
    });
    let latest = provided
        .iter()
        .min_by_key(|(record, _)| (Reverse(record.confirmed_on), &record.id));
    if let Some((record, gates)) = best {
        let relation = match (record.relation, gates.unknown.is_empty()) {
            (Relation::Brokers, true) => StripRelation::Brokers,
            (Relation::Brokers, false) => StripRelation::BrokersCheckTerms,
            (_, true) => StripRelation::Offers,
            (_, false) => StripRelation::OffersCheckTerms,
        };
        return Basis {
            relation,
            record: Some(record),
            gates: *gates,
        };
    }
    if let Some((record, gates)) = latest {
        return Basis {
            relation: StripRelation::OffersButNotToYou,
            record: Some(record),
            gates: *gates,
        };
    }
    let no = answers_of_no(query, office).find(|record| query.is_current_no(record));
    Basis {
        relation: match no {
            Some(_) => StripRelation::DoesNotOffer,
            None => StripRelation::NoRecordAsk,
        },
        record: no,
        gates: GateReport::default(),
    }
}

/// The *obtain* gates, whatever the intent.
fn report(query: &Query<'_>, office: &Candidate, record: &Record, is_seeker: bool) -> GateReport {
    if !is_seeker {
        return gates(query, Intent::Obtain, office, record);
    }
    let mut report = GateReport::default();
    if !is_active(query, record) {
        report.failed.insert(Gate::Active);
    }
    report
}

/// Whether a record speaks of what is sought: the strip says nothing of a category
/// from a wider or a neighboring one.
fn speaks_of_need(record: &Record) -> bool {
    matches!(
        record.category_match,
        CategoryMatch::Exact | CategoryMatch::Narrower
    )
}

/// Dated answers of no by the office itself that were not withdrawn, the latest first.
fn answers_of_no<'a>(query: &Query<'_>, office: &'a Candidate) -> impl Iterator<Item = &'a Record> {
    let mut answers: Vec<_> = query
        .visible(office)
        .filter(|record| record.relation == Relation::DoesNotOffer)
        .filter(|record| record.source == Some(Source::ConfirmedByBody))
        .filter(|record| record.confirmed_on.is_some() && is_active(query, record))
        .collect();
    answers.sort_unstable_by_key(|record| (Reverse(record.confirmed_on), &record.id));
    answers.into_iter()
}

fn old_no(query: &Query<'_>, office: &Candidate) -> Option<NaiveDate> {
    answers_of_no(query, office).next()?.confirmed_on
}
