//! Audiences: the rules of a real offering, moved to another state, some of them
//! narrowed.

use super::{draw::Draw, ground::Ground};
use interlocal_catalog::{
    OfferingId, PlaceId, ProgramId,
    access::{AccessRule, Area, AudienceWord, Limit, PlacesArea, Steps},
    jurisdiction::{JurisdictionKey, Kind},
    offering::{Content, NotAvailable},
};

/// Populations at which programs draw a line.
const LINES: [u64; 6] = [5_000, 10_000, 25_000, 50_000, 100_000, 250_000];
const MILES: [f64; 3] = [25.0, 50.0, 100.0];
const OUT: [AudienceWord; 3] = [
    AudienceWord::Township,
    AudienceWord::SchoolDistrict,
    AudienceWord::SpecialDistrict,
];

/// The rules of `real` for an offering of another slug in another state.
pub fn rules(
    real: &Content,
    slug: &OfferingId,
    state: &str,
    ground: &Ground,
    draw: &mut Draw,
) -> Vec<AccessRule> {
    let mut rules = real.rules.clone();
    for rule in &mut rules {
        move_area(&mut rule.area, state, ground, draw);
        let own = |program: &mut ProgramId| {
            if program.as_str() == real.slug.as_str() {
                *program = ProgramId::new(slug.as_str());
            }
        };
        if let Some(above) = &mut rule.above {
            own(&mut above.program);
        }
        if let Steps::Listed(steps) = &mut rule.steps {
            steps.iter_mut().for_each(|step| own(&mut step.program));
        }
        narrow(rule, state, ground, draw);
    }
    rules
}

/// A few offerings say who is out: a county with all in it, or one body.
pub fn exclusions(state: &str, ground: &Ground, draw: &mut Draw) -> NotAvailable {
    let mut out = NotAvailable::default();
    match draw.below(100) {
        0..2 => out.within.push(ground.place(state, Kind::County, draw)),
        2..4 => out
            .bodies
            .push(ground.place(state, Kind::Municipality, draw)),
        _ => {}
    }
    out
}

fn move_area(area: &mut Area, state: &str, ground: &Ground, draw: &mut Draw) {
    let Area::Places(places) = area else { return };
    let mut moved = PlacesArea {
        part: places.part,
        words: places.words.clone(),
        ..PlacesArea::default()
    };
    for (number, place) in places.within.iter().enumerate() {
        moved
            .within
            .push(counterpart(place, number, state, ground, draw));
    }
    for place in &places.bodies {
        moved
            .bodies
            .push(counterpart(place, 0, state, ground, draw));
    }
    *places = moved;
}

/// A place of the same kind; the first state is the offering's own.
fn counterpart(
    place: &PlaceId,
    number: usize,
    state: &str,
    ground: &Ground,
    draw: &mut Draw,
) -> PlaceId {
    let kind = place
        .as_str()
        .parse::<JurisdictionKey>()
        .map_or(Kind::State, |key| key.kind());
    match kind {
        Kind::State | Kind::Territory if number == 0 => ground.head(state),
        Kind::State | Kind::Territory => ground.head(ground.state(draw)),
        kind => ground.place(state, kind, draw),
    }
}

fn narrow(rule: &mut AccessRule, state: &str, ground: &Ground, draw: &mut Draw) {
    match draw.below(100) {
        0..8 => {
            let line = *draw.one(&LINES);
            let (min, max) = if draw.percent(70) {
                (None, Some(line))
            } else {
                (Some(line), None)
            };
            rule.limits.push(Limit::Population { min, max });
        }
        8..11 => {
            let place = ground.place(state, Kind::County, draw);
            let from = ground.point(&place).into_iter().collect();
            rule.limits.push(Limit::Distance {
                from,
                max_miles: *draw.one(&MILES),
            });
        }
        11..16 => rule.not_kinds.push(*draw.one(&OUT)),
        16..28 => {
            let count = draw.between(1, 4);
            let within = (0..count)
                .map(|_| ground.place(state, Kind::County, draw))
                .collect();
            rule.area = Area::Places(PlacesArea {
                within,
                ..PlacesArea::default()
            });
        }
        _ => {}
    }
}
