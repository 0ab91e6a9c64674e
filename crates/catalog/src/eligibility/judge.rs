//! From rules to a verdict: the best rule counts, confidence stands beside it.

use super::{
    Asker, Chain, Confidence, Outcome, Records, Standing, Verdict, conditions, reach, steps,
};
use crate::{
    OrganizationId,
    access::{AccessRule, Area, Audience, NotStated, OtherKinds, Steps, WholeArea},
    offering::{NotAvailable, Source, Status, Term, Terms},
};
use chrono::NaiveDate;

/// Days after which an entry is stale, unless its category or entry says otherwise.
pub const DEFAULT_REVIEW_DAYS: i64 = 180;

/// Everything a verdict depends on beside the terms.
#[derive(Clone, Copy, Debug)]
pub struct Judgement<'a> {
    /// Who asks.
    pub asker: &'a Asker,
    /// Participations on record.
    pub records: &'a Records,
    /// The day of the verdict.
    pub as_of: NaiveDate,
}

/// The verdict on an offering's terms; `review_days` is the interval after which it is stale.
pub fn judge(
    terms: &Terms,
    provider: &OrganizationId,
    at: Judgement<'_>,
    review_days: i64,
) -> Verdict {
    let (rule, chain) = best(terms, provider, at);
    let confidence = confidence(terms.source, terms.checked_on, at.as_of, review_days);
    Verdict {
        outcome: capped(chain.fold(), terms.source),
        confidence,
        rule,
        chain,
    }
}

/// Where a government stands with a rule set while the offering is in force:
/// the short form of what [`judge`] says when the first link is met.
pub fn classify(
    rules: &[AccessRule],
    not_available: &NotAvailable,
    source: Source,
    at: Judgement<'_>,
) -> Standing {
    let terms = Terms {
        status: Status::Published,
        term: Term::default(),
        source,
        checked_on: at.as_of,
        not_available: not_available.clone(),
        rules: rules.to_vec(),
    };
    let (_, chain) = best(&terms, &OrganizationId::new(""), at);
    Standing::of(capped(chain.fold(), source), &chain)
}

/// How well an entry is vouched for on a day; exactly the interval is not stale.
pub fn confidence(
    source: Source,
    checked_on: NaiveDate,
    as_of: NaiveDate,
    review_days: i64,
) -> Confidence {
    let age = (as_of - checked_on).num_days();
    match source {
        Source::Unsourced => Confidence::Unsourced,
        _ if age > review_days => Confidence::Stale,
        Source::PublishingBody => Confidence::Confirmed,
        Source::PublicSource => Confidence::Listed,
    }
}

/// Known of without a source is never better than unknown.
fn capped(outcome: Outcome, source: Source) -> Outcome {
    if source == Source::Unsourced && outcome.is_usable() {
        Outcome::Unknown
    } else {
        outcome
    }
}

fn best(terms: &Terms, provider: &OrganizationId, at: Judgement<'_>) -> (String, Chain) {
    let in_force = reach::in_force(terms.status, terms.term, at.as_of);
    let chain = |rule: &AccessRule| {
        Chain([
            in_force.clone(),
            reach::area(rule, &terms.not_available, at.asker, provider),
            reach::kind(rule, at.asker, provider),
            steps::participation_above(rule, at.asker, at.records, at.as_of),
            steps::own_steps(rule, at.asker, provider, at.records, at.as_of),
            conditions::limits(rule, at.asker),
        ])
    };
    let mut found: Option<(String, Chain)> = None;
    for rule in &terms.rules {
        let next = chain(rule);
        let better = found.as_ref().is_none_or(|(_, best)| {
            let (a, b) = (next.fold(), best.fold());
            a < b || (a == b && next.first_open() > best.first_open())
        });
        if better {
            found = Some((rule.id.clone(), next));
        }
    }
    found.unwrap_or_else(|| {
        let rule = nothing_stated();
        let links = chain(&rule);
        (rule.id, links)
    })
}

/// The rule of an offering that records none: nothing is stated.
fn nothing_stated() -> AccessRule {
    AccessRule {
        id: String::new(),
        basis: None,
        area: Area::Whole(WholeArea::NotStated),
        kinds: Audience::NotStated(NotStated::NotStated),
        not_kinds: Vec::new(),
        other_kinds: OtherKinds::Out,
        above: None,
        steps: Steps::NotStated(NotStated::NotStated),
        supplier_consent: None,
        limits: Vec::new(),
    }
}
