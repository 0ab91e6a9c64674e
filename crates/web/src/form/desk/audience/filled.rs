//! What stands in the questions about one way in.

use super::{state_of, word};
use crate::form::desk::{Ground, pair, places};
use interlocal_catalog::{
    OfferingId, ProgramId,
    access::{
        Above, AboveLevel, AccessRule, Area, Audience, ConsentAnswer, Fee, Limit, OtherKinds,
        RecordList, Steps, WholeArea,
    },
    editing::Typed,
};

pub(in crate::form::desk) fn fill_rule(
    index: usize,
    rule: &AccessRule,
    slug: &OfferingId,
    ground: &Ground<'_>,
) -> Typed {
    let name = |field: &str| format!("r{index}-{field}");
    let mut typed = area(&name, &rule.area, ground);
    match &rule.kinds {
        Audience::Named(words) => {
            typed.extend(words.iter().map(|kind| pair(name("kinds"), word(*kind))));
        }
        Audience::NotStated(_) => typed.push(pair(name("kinds-open"), "yes")),
    }
    let out = rule.not_kinds.iter();
    typed.extend(out.map(|kind| pair(name("not_kinds"), word(*kind))));
    let other = match rule.other_kinds {
        OtherKinds::Out => "out",
        OtherKinds::Unknown => "unknown",
    };
    typed.push(pair(name("other"), other));
    typed.extend(above(&name, rule.above.as_ref(), slug));
    typed.extend(steps(&name, &rule.steps, slug));
    let consent = rule.supplier_consent.as_ref();
    let answer = match consent.map(|consent| consent.answer) {
        None => "none",
        Some(ConsentAnswer::Given) => "given",
        Some(ConsentAnswer::Declined) => "declined",
        Some(ConsentAnswer::NotRecorded) => "not_recorded",
    };
    typed.push(pair(name("consent"), answer));
    if let Some(supplier) = consent.and_then(|consent| consent.supplier.as_ref()) {
        typed.push(pair(name("supplier"), supplier.as_str()));
    }
    typed.extend(limits(&name, &rule.limits));
    typed.push(pair(name("basis"), rule.basis.clone().unwrap_or_default()));
    typed
}

fn area(name: &dyn Fn(&str) -> String, area: &Area, ground: &Ground<'_>) -> Typed {
    let places = match area {
        Area::Whole(WholeArea::Everywhere) => return vec![pair(name("area"), "everywhere")],
        Area::Whole(WholeArea::AllStates) => return vec![pair(name("area"), "all_states")],
        Area::Whole(WholeArea::NotStated) => return vec![pair(name("area"), "not_stated")],
        Area::Places(places) => places,
    };
    let own = state_of(ground);
    let whole = places.bodies.is_empty() && !places.part && places.words.is_none();
    if let ([only], true) = (places.within.as_slice(), whole)
        && own.as_ref() == Some(only)
    {
        return vec![pair(name("area"), "own_state")];
    }
    let mut typed = vec![
        pair(name("area"), "places"),
        pair(name("within"), places::written(&places.within, ground)),
        pair(name("bodies"), places::written(&places.bodies, ground)),
        pair(name("words"), places.words.clone().unwrap_or_default()),
    ];
    if places.part {
        typed.push(pair(name("part"), "yes"));
    }
    typed
}

/// The program's slug; empty where it is the listing itself.
fn program(program: &ProgramId, slug: &OfferingId) -> String {
    if program.as_str() == slug.as_str() {
        String::new()
    } else {
        program.to_string()
    }
}

fn above(name: &dyn Fn(&str) -> String, above: Option<&Above>, slug: &OfferingId) -> Typed {
    let Some(above) = above else {
        return vec![
            pair(name("above"), "none"),
            pair(name("above-list"), "partial"),
        ];
    };
    let level = match above.any_of.as_slice() {
        [AboveLevel::State] => "state",
        [AboveLevel::County] => "county",
        _ => "either",
    };
    let list = match above.list {
        RecordList::Complete => "complete",
        RecordList::Partial => "partial",
    };
    vec![
        pair(name("above"), level),
        pair(name("above-in"), program(&above.program, slug)),
        pair(name("above-list"), list),
    ]
}

fn steps(name: &dyn Fn(&str) -> String, steps: &Steps, slug: &OfferingId) -> Typed {
    let listed = match steps {
        Steps::NotStated(_) => return vec![pair(name("steps"), "not_stated")],
        Steps::Listed(listed) => listed,
    };
    let mut typed = vec![pair(name("steps"), "listed")];
    for (number, step) in listed.iter().enumerate() {
        let field = |field: &str| name(&format!("s{number}-{field}"));
        typed.extend([
            pair(field("kind"), step.kind.word()),
            pair(field("in"), program(&step.program, slug)),
            pair(
                field("fee"),
                step.fee.as_ref().map(bands).unwrap_or_default(),
            ),
        ]);
    }
    typed
}

fn bands(fee: &Fee) -> String {
    let lines: Vec<String> = fee
        .bands
        .iter()
        .map(|band| format!("{}: {}", band.min, band.usd))
        .collect();
    lines.join("\n")
}

fn limits(name: &dyn Fn(&str) -> String, limits: &[Limit]) -> Typed {
    let mut typed = Typed::new();
    let count = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
    let mut regimes = Vec::new();
    for limit in limits {
        match limit {
            Limit::Population { min, max } => typed.extend([
                pair(name("pop_min"), count(*min)),
                pair(name("pop_max"), count(*max)),
            ]),
            Limit::Distance { from, max_miles } => {
                let lines: Vec<String> = from
                    .iter()
                    .map(|point| format!("{}, {}", point.lat, point.lon))
                    .collect();
                typed.push(pair(name("miles"), max_miles.to_string()));
                typed.push(pair(name("points"), lines.join("\n")));
            }
            Limit::Sector { any_of } => typed.push(pair(name("sectors"), any_of.join(", "))),
            Limit::Regime { holds } => regimes.push(holds.clone()),
        }
    }
    typed.push(pair(name("regimes"), regimes.join(", ")));
    typed
}
