//! The forms of `/desk/{body}/participations`.

use super::{
    Faults, Fields,
    named::{Meant, Typed},
};
use interlocal_catalog::{
    NaiveDate,
    access::{AudienceWord, StepKind},
    participation::{OwnWord, ScopeWord},
    size::{NoSize, Size},
};
use interlocal_portal::desk::participations::{NewAdoption, NewParticipation};

/// The word of the form for “itself”.
pub const ITSELF: &str = "self";
/// Steps that a participation may show as done.
pub const STEPS: [(StepKind, &str); 5] = [
    (StepKind::Agreement, "An agreement is signed"),
    (StepKind::Registration, "It is registered"),
    (StepKind::Resolution, "A resolution was adopted"),
    (StepKind::Membership, "It is a member"),
    (StepKind::Certificate, "A certificate was obtained"),
];
/// Letters that a source may have.
const LONGEST: usize = 500;

/// A participation as typed.
pub fn participation(
    typed: &Typed<'_>,
    faults: &mut Faults,
    meant: &mut Meant,
) -> NewParticipation {
    let fields = typed.fields;
    let scope = fields
        .all("scope")
        .iter()
        .filter_map(|word| match word.as_str() {
            ITSELF => Some(ScopeWord::Own(OwnWord::Own)),
            word => AudienceWord::NAMED
                .into_iter()
                .find(|known| known.word() == word)
                .map(ScopeWord::Kinds),
        })
        .collect();
    let done = fields.all("done");
    NewParticipation {
        who: typed.place("who", faults, meant),
        program: typed.program(faults, meant),
        scope,
        done: STEPS
            .iter()
            .filter(|(step, _)| done.iter().any(|word| word == step.word()))
            .map(|(step, _)| *step)
            .collect(),
        from: day(fields, "from", faults),
        until: day(fields, "until", faults),
        source: source(fields, "source", faults),
    }
}

/// An adoption as typed.
pub fn adoption(typed: &Typed<'_>, faults: &mut Faults, meant: &mut Meant) -> NewAdoption {
    let fields = typed.fields;
    NewAdoption {
        who: typed.place("user", faults, meant),
        offering: typed.offering("used", faults, meant),
        since: day(fields, "since", faults),
        size: size(fields, faults),
        source: source(fields, "adoption_source", faults),
    }
}

fn day(fields: &Fields, name: &str, faults: &mut Faults) -> Option<NaiveDate> {
    let text = fields.last(name).filter(|text| !text.is_empty())?;
    let day = text.parse::<NaiveDate>().ok();
    if day.is_none() {
        faults.add(name, format!("“{text}” is no date; write it as 2026-11-22"));
    }
    day
}

/// Nothing where no quantity was typed.
fn size(fields: &Fields, faults: &mut Faults) -> Option<Size> {
    let quantity = fields.last("size").filter(|text| !text.is_empty())?;
    let unit = fields.last("size_unit").unwrap_or_default();
    match Size::parse(quantity, unit) {
        Ok(size) => return Some(size),
        Err(fault @ NoSize::Quantity(_)) => faults.add("size", fault.to_string()),
        Err(fault @ NoSize::Unit(_)) => faults.add("size_unit", fault.to_string()),
    }
    None
}

fn source(fields: &Fields, name: &str, faults: &mut Faults) -> String {
    let text = fields.last(name).unwrap_or_default();
    if text.chars().count() > LONGEST {
        faults.add(name, "Name the source in 500 letters or fewer");
    }
    text.to_owned()
}
