//! The links about taking part: a body above, and the government's own steps.

use super::{
    Ask, Asker, Body, Fact, Link, Missing, Reason, Records, StepLeft,
    reach::{failed, met},
    records::{covers_self, holding},
};
use crate::{
    OrganizationId,
    access::{
        Above, AboveLevel, AccessRule, ConsentAnswer, Fee, RecordList, Steps, SupplierConsent,
    },
    jurisdiction::Kind,
    participation::{Scope, ScopeWord},
};
use chrono::NaiveDate;

/// What one body above says of the asking government.
enum Above1 {
    Covers(String),
    Missing(Missing),
    Fails(Reason),
}

/// Whether a body above takes part for this kind of government, today.
pub(super) fn participation_above(
    rule: &AccessRule,
    asker: &Asker,
    records: &Records,
    as_of: NaiveDate,
) -> Link {
    let Some(above) = &rule.above else {
        return met();
    };
    let head = asker.bodies.len().saturating_sub(1);
    let of_level = |position: usize, body: &Body| {
        above.any_of.iter().any(|level| match level {
            AboveLevel::State => position == head,
            AboveLevel::County => body.kinds.contains(&Kind::County),
        })
    };
    let (mut by, mut missing, mut reasons) = (Vec::new(), Vec::new(), Vec::new());
    for (position, body) in asker.bodies.iter().enumerate() {
        if !body.government || !of_level(position, body) {
            continue;
        }
        match covered_by(body, position == 0, above, asker, records, as_of) {
            Above1::Covers(id) => by.push(id),
            Above1::Missing(fact) => missing.push(fact),
            Above1::Fails(reason) => reasons.push(reason),
        }
    }
    if !by.is_empty() {
        Link::Met { by }
    } else if !missing.is_empty() {
        Link::Unknown { missing }
    } else if reasons.is_empty() {
        failed(Reason::NoParticipation)
    } else {
        reasons.dedup();
        Link::Failed { reasons }
    }
}

fn covered_by(
    body: &Body,
    is_asker: bool,
    above: &Above,
    asker: &Asker,
    records: &Records,
    as_of: NaiveDate,
) -> Above1 {
    let missing = |fact| match body.rows.first() {
        Some(row) => Above1::Missing(Missing {
            fact,
            ask: Ask::Above(row.clone()),
        }),
        None => Above1::Fails(Reason::NoParticipation),
    };
    let (hold, others) = holding(records.of(&above.program, &body.rows), as_of);
    if hold.is_empty() {
        return if others.is_empty() {
            match above.list {
                RecordList::Complete => Above1::Fails(Reason::NoParticipation),
                RecordList::Partial => missing(Fact::Participation),
            }
        } else if others.iter().any(|record| record.has_ended(as_of)) {
            Above1::Fails(Reason::ParticipationLapsed)
        } else {
            Above1::Fails(Reason::ParticipationNotYet)
        };
    }
    let covers = |scope: &Scope| match scope {
        _ if is_asker && covers_self(scope) => true,
        Scope::Words(words) => words.iter().any(|word| match word {
            ScopeWord::Kinds(kinds) => asker.own().kinds.iter().any(|kind| kinds.names(*kind)),
            ScopeWord::Own(_) => false,
        }),
        Scope::NotStated(_) => false,
    };
    if let Some(record) = hold.iter().find(|record| covers(&record.scope)) {
        Above1::Covers(record.id.clone())
    } else if hold
        .iter()
        .any(|record| matches!(record.scope, Scope::NotStated(_)))
    {
        missing(Fact::ParticipationScope)
    } else {
        Above1::Fails(Reason::ScopeExcludesKind)
    }
}

/// Agreement, registration, resolution, membership, certificate: done, or to do.
pub(super) fn own_steps(
    rule: &AccessRule,
    asker: &Asker,
    provider: &OrganizationId,
    records: &Records,
    as_of: NaiveDate,
) -> Link {
    let ask_provider = || Ask::Provider(provider.clone());
    let mut missing = Vec::new();
    match &rule.supplier_consent {
        Some(SupplierConsent {
            answer: ConsentAnswer::Declined,
            ..
        }) => {
            return failed(Reason::SupplierDeclined);
        }
        Some(SupplierConsent {
            answer: ConsentAnswer::NotRecorded,
            supplier,
        }) => {
            let ask = supplier.clone().map_or_else(ask_provider, Ask::Supplier);
            missing.push(Missing {
                fact: Fact::SupplierConsent,
                ask,
            });
        }
        Some(SupplierConsent {
            answer: ConsentAnswer::Given,
            ..
        })
        | None => {}
    }
    let listed = match &rule.steps {
        Steps::Listed(listed) => listed.as_slice(),
        Steps::NotStated(_) => {
            missing.push(Missing {
                fact: Fact::Steps,
                ask: ask_provider(),
            });
            &[]
        }
    };
    if !missing.is_empty() {
        return Link::Unknown { missing };
    }
    let (mut by, mut left) = (Vec::new(), Vec::new());
    for step in listed {
        let (hold, others) = holding(
            records.own_steps(&step.program, &asker.own().rows, step.kind),
            as_of,
        );
        match hold.first() {
            Some(record) => by.push(record.id.clone()),
            None => left.push(StepLeft {
                kind: step.kind,
                fee_usd: step.fee.as_ref().map(|fee| usd(fee, asker.population)),
                renewal: others.iter().any(|record| record.has_ended(as_of)),
            }),
        }
    }
    if left.is_empty() {
        Link::Met { by }
    } else {
        Link::ToDo { steps: left }
    }
}

/// The fee in US dollars for this population; none where it is unknown or no band holds it.
fn usd(fee: &Fee, population: Option<u64>) -> Option<serde_json::Number> {
    let people = population?;
    fee.bands
        .iter()
        .find(|band| band.min <= people && band.max.is_none_or(|max| people <= max))
        .map(|band| band.usd.clone())
}
