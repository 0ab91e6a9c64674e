//! The links that ask whom an offering reaches: in force, area, kind.

use super::{Ask, Asker, Fact, Link, Missing, Reason};
use crate::{
    OrganizationId, PlaceId,
    access::{AccessRule, Area, Audience, OtherKinds, PlacesArea, WholeArea},
    jurisdiction::Kind,
    offering::{NotAvailable, Status, Term},
};
use chrono::NaiveDate;

pub(super) fn met() -> Link {
    Link::Met { by: Vec::new() }
}

pub(super) fn failed(reason: Reason) -> Link {
    Link::Failed {
        reasons: vec![reason],
    }
}

pub(super) fn unknown(fact: Fact, ask: Ask) -> Link {
    Link::Unknown {
        missing: vec![Missing { fact, ask }],
    }
}

/// Published, not withdrawn, inside its term; both ends are inside.
pub fn in_force(status: Status, term: Term, as_of: NaiveDate) -> Link {
    match status {
        Status::Draft | Status::InReview => failed(Reason::NotPublished),
        Status::Withdrawn => failed(Reason::Withdrawn),
        Status::Expired => failed(Reason::Expired),
        Status::Published if term.ends_on.is_some_and(|end| end < as_of) => failed(Reason::Expired),
        Status::Published if term.starts_on.is_some_and(|start| as_of < start) => {
            failed(Reason::NotYetInForce)
        }
        Status::Published => met(),
    }
}

/// The jurisdiction lies in the area served; an explicit "not available" wins.
pub(super) fn area(
    rule: &AccessRule,
    out: &NotAvailable,
    asker: &Asker,
    provider: &OrganizationId,
) -> Link {
    let lies_in = |places: &[PlaceId]| places.iter().any(|place| asker.places.contains(place));
    let is_one_of = |rows: &[PlaceId]| rows.iter().any(|row| asker.own().rows.contains(row));
    if lies_in(&out.within) || is_one_of(&out.bodies) {
        return failed(Reason::ExplicitlyNotAvailable);
    }
    let ask_provider = || unknown(Fact::Area, Ask::Provider(provider.clone()));
    match &rule.area {
        Area::Whole(WholeArea::Everywhere) => met(),
        Area::Whole(WholeArea::AllStates) if asker.in_territory() => failed(Reason::OutsideArea),
        Area::Whole(WholeArea::AllStates) => met(),
        Area::Whole(WholeArea::NotStated) => ask_provider(),
        Area::Places(PlacesArea {
            within,
            bodies,
            part,
            ..
        }) => {
            let may_lie_in = || within.iter().any(|place| asker.may_lie_in.contains(place));
            if is_one_of(bodies) {
                met()
            } else if lies_in(within) {
                if *part { ask_provider() } else { met() }
            } else if may_lie_in() {
                asker.id().map_or_else(ask_provider, |id| {
                    unknown(Fact::Area, Ask::Asker(id.clone()))
                })
            } else if within.is_empty() && !bodies.is_empty() {
                failed(Reason::NotNamed)
            } else {
                failed(Reason::OutsideArea)
            }
        }
    }
}

/// One of its kinds is in the audience.
pub(super) fn kind(rule: &AccessRule, asker: &Asker, provider: &OrganizationId) -> Link {
    let own = asker.own();
    if !own.government {
        return failed(Reason::NoGovernment);
    }
    let excluded = |kind: &Kind| rule.not_kinds.iter().any(|word| word.names(*kind));
    let left: Vec<Kind> = own
        .kinds
        .iter()
        .copied()
        .filter(|kind| !excluded(kind))
        .collect();
    if left.is_empty() {
        return failed(Reason::KindExcluded);
    }
    let ask_provider = || unknown(Fact::Audience, Ask::Provider(provider.clone()));
    match &rule.kinds {
        Audience::NotStated(_) => ask_provider(),
        Audience::Named(words) => {
            let named = left
                .iter()
                .any(|kind| words.iter().any(|word| word.names(*kind)));
            match rule.other_kinds {
                _ if named => met(),
                OtherKinds::Unknown => ask_provider(),
                OtherKinds::Out if left.len() < own.kinds.len() => failed(Reason::KindExcluded),
                OtherKinds::Out => failed(Reason::KindNotInAudience),
            }
        }
    }
}
