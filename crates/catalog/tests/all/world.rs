//! Small worlds for properties: two states, a territory, two counties and
//! whoever asks from there, with rules and records of every shape.

use chrono::{Days, NaiveDate};
use interlocal_catalog::{
    OrganizationId, PlaceId, ProgramId, SupplierId,
    access::{
        Above, AboveLevel, AccessRule, Area, Audience, AudienceWord, ConsentAnswer, Limit,
        NotStated, OtherKinds, PlacesArea, RecordList, Step, StepKind, Steps, SupplierConsent,
        WholeArea,
    },
    eligibility::{Asker, Body, Judgement, Outcome, Records, Verdict, judge},
    jurisdiction::Kind,
    offering::{NotAvailable, Source, Status, Term, Terms},
    participation::{OwnWord, Participation, Scope, ScopeWord},
    point::Point,
};
use proptest::{collection::vec, option, prelude::*, sample::select, sample::subsequence};
use std::collections::HashSet;

/// Every place of the world.
pub const PLACES: [&str; 6] = ["s1", "s2", "t1", "c1", "c2", "m1"];
/// Programs in which somebody may take part.
const PROGRAMS: [&str; 2] = ["p1", "p2"];
/// Every word of an audience.
pub const WORDS: [AudienceWord; 11] = [
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

/// The day of every question.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// A question: who asks, what is offered, what is on record.
#[derive(Clone, Debug)]
pub struct Question {
    pub asker: Asker,
    pub terms: Terms,
    pub records: Vec<Participation>,
}

impl Question {
    pub fn verdict(&self) -> Verdict {
        let records = Records::new(self.records.clone());
        let at = Judgement {
            asker: &self.asker,
            records: &records,
            as_of: today(),
        };
        judge(&self.terms, &OrganizationId::new("provider"), at, 180)
    }

    pub fn outcome(&self) -> Outcome {
        self.verdict().outcome
    }
}

pub fn question() -> impl Strategy<Value = Question> {
    (asker(), terms(), vec(participation(), 0..5)).prop_map(|(asker, terms, records)| Question {
        asker,
        terms,
        records,
    })
}

/// A question about an offering that is published and inside its term.
pub fn question_in_force() -> impl Strategy<Value = Question> {
    question().prop_map(|mut question| {
        question.terms.status = Status::Published;
        question.terms.term = Term::default();
        question
    })
}

fn asker() -> impl Strategy<Value = Asker> {
    let facts = (
        option::of(0_u64..10_000),
        option::of(select(vec![40.0_f64, 41.0, 45.0])),
        option::of(subsequence(vec!["water", "police"], 0..=2)),
        option::of(subsequence(vec!["CJIS", "HIPAA"], 0..=2)),
    );
    let place = (
        select(Kind::ALL.to_vec()),
        select(vec!["s1", "t1"]),
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
    );
    (place, facts).prop_map(
        |((kind, head, in_county, county_governs, consolidated), facts)| {
            let bodies = chain(kind, head, in_county, county_governs, consolidated);
            let places: HashSet<PlaceId> =
                bodies.iter().flat_map(|body| body.rows.clone()).collect();
            let adrift = kind == Kind::SchoolDistrict && !in_county;
            let (population, lat, sectors, regimes) = facts;
            Asker {
                bodies,
                places,
                may_lie_in: if adrift {
                    places_of(&["c1", "c2"]).collect()
                } else {
                    HashSet::new()
                },
                population,
                location: lat.map(|lat| Point { lat, lon: -89.0 }),
                sectors: sectors.map(owned),
                regimes: regimes.map(owned),
            }
        },
    )
}

/// Itself, its county where it has one, the head.
fn chain(
    kind: Kind,
    head: &str,
    in_county: bool,
    county_governs: bool,
    consolidated: bool,
) -> Vec<Body> {
    let head_kind = if head == "t1" {
        Kind::Territory
    } else {
        Kind::State
    };
    let body = |id: &str, kind, government| Body {
        rows: places_of(&[id]).collect(),
        kinds: vec![kind],
        government,
    };
    let top = body(head, head_kind, true);
    match kind {
        Kind::State | Kind::Territory => vec![top],
        Kind::County => vec![body("c1", Kind::County, county_governs), top],
        Kind::Municipality if consolidated => {
            let both = Body {
                rows: places_of(&["c1", "m1"]).collect(),
                kinds: vec![Kind::County, Kind::Municipality],
                government: true,
            };
            vec![both, top]
        }
        other if in_county => {
            vec![
                body("m1", other, true),
                body("c1", Kind::County, county_governs),
                top,
            ]
        }
        other => vec![body("m1", other, true), top],
    }
}

fn terms() -> impl Strategy<Value = Terms> {
    let statuses = vec![
        Status::Published,
        Status::Published,
        Status::Published,
        Status::Draft,
        Status::InReview,
        Status::Expired,
        Status::Withdrawn,
    ];
    let sources = vec![
        Source::PublishingBody,
        Source::PublicSource,
        Source::Unsourced,
    ];
    let out = prop_oneof![
        4 => Just(NotAvailable::default()),
        1 => (some_places(2), some_places(2))
            .prop_map(|(within, bodies)| NotAvailable { within, bodies }),
    ];
    (
        select(statuses),
        term(),
        select(sources),
        0_u64..400,
        out,
        vec(rule(), 0..4),
    )
        .prop_map(|(status, term, source, age, not_available, mut rules)| {
            for (index, rule) in rules.iter_mut().enumerate() {
                rule.id = format!("r{index}");
            }
            let checked_on = today() - Days::new(age);
            Terms {
                status,
                term,
                source,
                checked_on,
                not_available,
                rules,
            }
        })
}

fn term() -> impl Strategy<Value = Term> {
    let term = |(starts_on, ends_on)| Term { starts_on, ends_on };
    prop_oneof![3 => Just(Term::default()), 1 => (some_day(), some_day()).prop_map(term)]
}

fn some_day() -> impl Strategy<Value = Option<NaiveDate>> {
    option::of((0_u64..5).prop_map(|days| today() - Days::new(2) + Days::new(days)))
}

/// Rules that mostly let somebody in, so that later links matter.
pub fn rule() -> impl Strategy<Value = AccessRule> {
    let kinds = prop_oneof![
        3 => Just(Audience::Named(vec![AudienceWord::LocalGovernment, AudienceWord::StateGovernment])),
        3 => some_words(4).prop_map(Audience::Named),
        1 => Just(Audience::NotStated(NotStated::NotStated)),
    ];
    let not_kinds = prop_oneof![4 => Just(Vec::new()), 1 => some_words(2)];
    let steps = prop_oneof![
        5 => vec(step(), 0..3).prop_map(Steps::Listed),
        1 => Just(Steps::NotStated(NotStated::NotStated)),
    ];
    let answers = vec![
        ConsentAnswer::Given,
        ConsentAnswer::Declined,
        ConsentAnswer::NotRecorded,
    ];
    let consent = prop_oneof![
        4 => Just(None),
        1 => (option::of(Just(SupplierId::new("supplier"))), select(answers))
            .prop_map(|(supplier, answer)| Some(SupplierConsent { supplier, answer })),
    ];
    let other_kinds = select(vec![OtherKinds::Out, OtherKinds::Unknown]);
    let who = (area(), kinds, not_kinds, other_kinds);
    let how = (
        prop_oneof![2 => Just(None), 1 => above().prop_map(Some)],
        steps,
        consent,
    );
    (who, how, vec(limit(), 0..2)).prop_map(|(who, how, limits)| {
        let (area, kinds, not_kinds, other_kinds) = who;
        let (above, steps, supplier_consent) = how;
        AccessRule {
            id: String::new(),
            basis: None,
            area,
            kinds,
            not_kinds,
            other_kinds,
            above,
            steps,
            supplier_consent,
            limits,
        }
    })
}

fn area() -> impl Strategy<Value = Area> {
    let whole = vec![
        WholeArea::Everywhere,
        WholeArea::AllStates,
        WholeArea::NotStated,
    ];
    let places = (some_places(4), some_places(2), prop::bool::weighted(0.2)).prop_map(
        |(within, bodies, part)| {
            Area::Places(PlacesArea {
                within,
                bodies,
                part,
                words: None,
            })
        },
    );
    prop_oneof![select(whole).prop_map(Area::Whole), places]
}

fn above() -> impl Strategy<Value = Above> {
    let levels = subsequence(vec![AboveLevel::State, AboveLevel::County], 1..=2);
    let list = select(vec![RecordList::Complete, RecordList::Partial]);
    (levels, program(), list).prop_map(|(any_of, program, list)| Above {
        any_of,
        program,
        list,
    })
}

pub fn step() -> impl Strategy<Value = Step> {
    (step_kind(), program()).prop_map(|(kind, program)| Step {
        kind,
        program,
        fee: None,
    })
}

fn step_kind() -> impl Strategy<Value = StepKind> {
    select(vec![StepKind::Agreement, StepKind::Membership])
}

pub fn limit() -> impl Strategy<Value = Limit> {
    prop_oneof![
        (option::of(0_u64..6_000), option::of(4_000_u64..10_000))
            .prop_map(|(min, max)| Limit::Population { min, max }),
        select(vec![10.0, 100.0, 500.0]).prop_map(|max_miles| Limit::Distance {
            from: vec![Point {
                lat: 40.0,
                lon: -89.0
            }],
            max_miles,
        }),
        subsequence(vec!["water", "police"], 0..=2).prop_map(|sectors| Limit::Sector {
            any_of: owned(sectors)
        }),
        select(vec!["CJIS", "HIPAA"]).prop_map(|holds| Limit::Regime {
            holds: holds.to_owned()
        }),
    ]
}

fn participation() -> impl Strategy<Value = Participation> {
    let words = select(
        WORDS
            .into_iter()
            .map(ScopeWord::Kinds)
            .chain([ScopeWord::Own(OwnWord::Own), ScopeWord::Own(OwnWord::Own)])
            .collect::<Vec<_>>(),
    );
    let scope = prop_oneof![
        4 => vec(words, 1..4).prop_map(Scope::Words),
        1 => Just(Scope::NotStated(NotStated::NotStated)),
    ];
    let done = subsequence(vec![StepKind::Agreement, StepKind::Membership], 0..=2);
    (
        select(PLACES.to_vec()),
        program(),
        scope,
        done,
        some_day(),
        some_day(),
    )
        .prop_map(|(who, program, scope, done, from, until)| Participation {
            id: format!("{who} in {program}"),
            who: PlaceId::new(who),
            program,
            scope,
            done,
            from,
            until,
            source: None,
            checked_on: None,
        })
}

fn program() -> impl Strategy<Value = ProgramId> {
    select(PROGRAMS.to_vec()).prop_map(ProgramId::new)
}

fn some_places(most: usize) -> impl Strategy<Value = Vec<PlaceId>> {
    subsequence(PLACES.to_vec(), 0..=most).prop_map(|ids| places_of(&ids).collect())
}

fn some_words(most: usize) -> impl Strategy<Value = Vec<AudienceWord>> {
    subsequence(WORDS.to_vec(), 0..=most)
}

fn places_of(ids: &[&str]) -> impl Iterator<Item = PlaceId> {
    ids.iter()
        .map(|id| PlaceId::new(*id))
        .collect::<Vec<_>>()
        .into_iter()
}

fn owned(words: Vec<&str>) -> Vec<String> {
    words.into_iter().map(str::to_owned).collect()
}
