//! One way in, as sentences to be filled in: area, kinds, who takes part above,
//! own steps, limits.

mod asked;
mod filled;

pub(super) use asked::rule_items;
pub(super) use filled::fill_rule;

use super::{Ground, listed, number, places, prices, text};
use crate::form::{Faults, Fields};
use interlocal_catalog::{
    Decimal, OfferingId, PlaceId, ProgramId, SupplierId,
    access::{
        Above, AboveLevel, AccessRule, Area, Audience, AudienceWord, ConsentAnswer, Fee, FeeBand,
        FeePeriod, Limit, NotStated, OtherKinds, PlacesArea, RecordList, Step, StepKind, Steps,
        SupplierConsent, WholeArea,
    },
    point::Point,
};

/// Steps of one way in at most.
const MOST_STEPS: usize = 6;

/// The kinds and groups that a rule can name.
const WORDS: [AudienceWord; 11] = [
    AudienceWord::LocalGovernment,
    AudienceWord::StateGovernment,
    AudienceWord::State,
    AudienceWord::Territory,
    AudienceWord::County,
    AudienceWord::Municipality,
    AudienceWord::Township,
    AudienceWord::SchoolDistrict,
    AudienceWord::SpecialDistrict,
    AudienceWord::Tribal,
    AudienceWord::StateAgency,
];

const STEPS: [StepKind; 5] = [
    StepKind::Agreement,
    StepKind::Registration,
    StepKind::Resolution,
    StepKind::Membership,
    StepKind::Certificate,
];

/// The word of a kind or group in forms.
fn word(of: AudienceWord) -> String {
    match serde_json::to_value(of) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// The state that a body belongs to.
fn state_of(ground: &Ground<'_>) -> Option<PlaceId> {
    let directory = &ground.snapshot.directory;
    let postal = directory.postal_of(ground.body)?;
    Some(directory.state(postal)?.key.place())
}

pub(super) fn read_rule(
    index: usize,
    fields: &Fields,
    slug: &OfferingId,
    ground: &Ground<'_>,
    faults: &mut Faults,
) -> Option<AccessRule> {
    let name = |field: &str| format!("r{index}-{field}");
    let said = |field: &str| text(fields, &name(field)).to_owned();
    if said("area").is_empty() {
        return None;
    }
    let kinds = kinds(fields, &name("kinds"));
    if kinds.is_empty() && !fields.on(&name("kinds-open")) {
        faults.add(
            &name("kinds"),
            "choose kinds of government, or say that it is not stated",
        );
    }
    Some(AccessRule {
        id: String::new(),
        basis: Some(said("basis")).filter(|basis| !basis.is_empty()),
        area: area(fields, &name, ground, faults)?,
        kinds: if fields.on(&name("kinds-open")) {
            Audience::NotStated(NotStated::NotStated)
        } else {
            Audience::Named(kinds)
        },
        not_kinds: self::kinds(fields, &name("not_kinds")),
        other_kinds: match said("other").as_str() {
            "unknown" => OtherKinds::Unknown,
            _ => OtherKinds::Out,
        },
        above: above(&said, fields, &name, (slug, ground), faults),
        steps: steps(fields, &name, (slug, ground), faults),
        supplier_consent: consent(&said),
        limits: limits(fields, &name, faults),
    })
}

fn kinds(fields: &Fields, name: &str) -> Vec<AudienceWord> {
    let chosen = fields.all(name);
    WORDS
        .into_iter()
        .filter(|known| chosen.contains(&word(*known)))
        .collect()
}

fn area(
    fields: &Fields,
    name: &dyn Fn(&str) -> String,
    ground: &Ground<'_>,
    faults: &mut Faults,
) -> Option<Area> {
    let named = |field: &str, faults: &mut Faults| {
        let name = name(field);
        places::places(text(fields, &name), &name, ground, faults)
    };
    Some(match text(fields, &name("area")) {
        "everywhere" => Area::Whole(WholeArea::Everywhere),
        "all_states" => Area::Whole(WholeArea::AllStates),
        "not_stated" => Area::Whole(WholeArea::NotStated),
        "own_state" => Area::Places(PlacesArea {
            within: state_of(ground).into_iter().collect(),
            ..PlacesArea::default()
        }),
        "places" => {
            let places = PlacesArea {
                within: named("within", faults),
                bodies: named("bodies", faults),
                part: fields.on(&name("part")),
                words: Some(text(fields, &name("words")).to_owned())
                    .filter(|words| !words.is_empty()),
            };
            if places.within.is_empty() && places.bodies.is_empty() {
                faults.add(&name("within"), "name at least one place");
            }
            Area::Places(places)
        }
        _ => {
            faults.add(&name("area"), "choose where it holds");
            return None;
        }
    })
}

/// The program that a field names; the listing itself where it is empty.
fn program(
    fields: &Fields,
    name: &str,
    (slug, ground): (&OfferingId, &Ground<'_>),
    faults: &mut Faults,
) -> ProgramId {
    let text = text(fields, name);
    if text.is_empty() || text == slug.as_str() {
        return ProgramId::new(slug.as_str());
    }
    let named = ProgramId::new(text);
    let snapshot = ground.snapshot;
    match snapshot.offering_with(&OfferingId::new(text)) {
        Some(found) => return ProgramId::new(found.slug.as_str()),
        None if snapshot.is_program(&named) => {}
        None => faults.add(
            name,
            format!("no published listing or program is called “{text}”; take the last part of the address of its page"),
        ),
    }
    named
}

fn above(
    said: &dyn Fn(&str) -> String,
    fields: &Fields,
    name: &dyn Fn(&str) -> String,
    itself: (&OfferingId, &Ground<'_>),
    faults: &mut Faults,
) -> Option<Above> {
    let any_of = match said("above").as_str() {
        "state" => vec![AboveLevel::State],
        "county" => vec![AboveLevel::County],
        "either" => vec![AboveLevel::State, AboveLevel::County],
        _ => return None,
    };
    Some(Above {
        any_of,
        program: program(fields, &name("above-in"), itself, faults),
        list: match said("above-list").as_str() {
            "complete" => RecordList::Complete,
            _ => RecordList::Partial,
        },
    })
}

fn steps(
    fields: &Fields,
    name: &dyn Fn(&str) -> String,
    itself: (&OfferingId, &Ground<'_>),
    faults: &mut Faults,
) -> Steps {
    if text(fields, &name("steps")) == "not_stated" {
        return Steps::NotStated(NotStated::NotStated);
    }
    let mut listed = Vec::new();
    for number in 0..MOST_STEPS {
        let field = |field: &str| name(&format!("s{number}-{field}"));
        let chosen = text(fields, &field("kind"));
        let Some(kind) = STEPS.into_iter().find(|kind| kind.word() == chosen) else {
            continue;
        };
        listed.push(Step {
            kind,
            program: program(fields, &field("in"), itself, faults),
            fee: fee(fields, &field("fee"), faults),
        });
    }
    Steps::Listed(listed)
}

fn fee(fields: &Fields, name: &str, faults: &mut Faults) -> Option<Fee> {
    if text(fields, name).is_empty() {
        return None;
    }
    let bands = prices::bands(fields, name, faults);
    let starts: Vec<u64> = bands.iter().map(|band| band.from).collect();
    let bands = bands.into_iter().enumerate().filter_map(|(index, band)| {
        Some(FeeBand {
            min: band.from,
            max: starts.get(index + 1).map(|next| next.saturating_sub(1)),
            usd: dollars(band.amount)?,
        })
    });
    Some(Fee {
        per: FeePeriod::Year,
        bands: bands.collect(),
    })
}

/// The amount as a JSON number with the digits it was written with.
fn dollars(amount: Decimal) -> Option<serde_json::Number> {
    serde_json::from_str(&amount.normalize().to_string()).ok()
}

fn consent(said: &dyn Fn(&str) -> String) -> Option<SupplierConsent> {
    let answer = match said("consent").as_str() {
        "given" => ConsentAnswer::Given,
        "declined" => ConsentAnswer::Declined,
        "not_recorded" => ConsentAnswer::NotRecorded,
        _ => return None,
    };
    let supplier = said("supplier");
    Some(SupplierConsent {
        supplier: (!supplier.is_empty()).then(|| SupplierId::new(supplier)),
        answer,
    })
}

fn limits(fields: &Fields, name: &dyn Fn(&str) -> String, faults: &mut Faults) -> Vec<Limit> {
    let mut limits = Vec::new();
    let min = number(fields, &name("pop_min"), faults);
    let max = number(fields, &name("pop_max"), faults);
    if min.is_some() || max.is_some() {
        limits.push(Limit::Population { min, max });
    }
    let from = points(fields, &name("points"), faults);
    match (from.is_empty(), miles(fields, &name("miles"), faults)) {
        (true, None) => {}
        (false, Some(miles)) => limits.push(Limit::Distance {
            from,
            max_miles: miles,
        }),
        _ => faults.add(
            &name("miles"),
            "a distance takes both miles and points of presence",
        ),
    }
    let sectors = listed(text(fields, &name("sectors")));
    if !sectors.is_empty() {
        limits.push(Limit::Sector { any_of: sectors });
    }
    let regimes = listed(text(fields, &name("regimes")));
    limits.extend(regimes.into_iter().map(|holds| Limit::Regime { holds }));
    limits
}

/// A distance; none where the field is empty.
fn miles(fields: &Fields, name: &str, faults: &mut Faults) -> Option<f64> {
    let read = number::<f64>(fields, name, faults);
    if read.is_some_and(|miles| !miles.is_finite() || miles <= 0.0) {
        faults.add(name, "is no distance");
        return None;
    }
    read
}

/// Lines of latitude and longitude.
fn points(fields: &Fields, name: &str, faults: &mut Faults) -> Vec<Point> {
    let mut points = Vec::new();
    for line in text(fields, name).lines().filter(|l| !l.trim().is_empty()) {
        let read = line.split_once(',').and_then(|(lat, lon)| {
            let (lat, lon) = (lat.trim().parse().ok()?, lon.trim().parse().ok()?);
            ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon))
                .then_some(Point { lat, lon })
        });
        match read {
            Some(point) => points.push(point),
            None => faults.add(name, format!("“{line}” is no point; write 41.88, -87.63")),
        }
    }
    points
}
