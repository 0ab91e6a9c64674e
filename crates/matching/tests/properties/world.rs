//! Random worlds, among them such where nearly all candidates are of one level,
//! and exact twins: even worlds do not catch a missing guard or a tie broken by
//! the order of the input.

use chrono::{Days, NaiveDate};
use interlocal_catalog::{CategoryId, organization::Level};
use interlocal_matching::{
    BodyId, BodyLevel, Candidate, CategoryMatch, CrossState, Eligibility, Factor, Intent,
    MatchResult, Model, Need, Placement, Record, Regime, Relation, Seeker, Source, Status,
    Visibility, Willing, rank,
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use std::collections::BTreeMap;

/// Everything that a match looks at.
#[derive(Clone, Debug)]
pub struct World {
    pub seeker: Seeker,
    pub need: Need,
    pub candidates: Vec<Candidate>,
    pub as_of: NaiveDate,
}

impl World {
    pub fn result(&self) -> MatchResult {
        let model = Model::default();
        rank(
            &model,
            &self.seeker,
            &self.need,
            &self.candidates,
            self.as_of,
        )
        .result(usize::MAX)
    }

    /// The whole answer as bytes, with every sentence.
    pub fn answer(&self) -> String {
        serde_json::to_string(&self.result()).expect("an answer is written")
    }

    /// First view and more, by key.
    pub fn key_order(&self) -> Vec<BodyId> {
        let model = Model {
            first_view_n: usize::MAX,
            ..Model::default()
        };
        let ranking = rank(
            &model,
            &self.seeker,
            &self.need,
            &self.candidates,
            self.as_of,
        );
        ranking.result(0).first_view
    }

    pub fn level_of(&self, id: &BodyId) -> Level {
        let body = self
            .candidates
            .iter()
            .find(|c| c.id == *id)
            .expect("a candidate");
        body.counts_as()
    }

    /// Points of 100 times 10,000, unrounded; comparable inside one world.
    pub fn numerator(&self, card: &interlocal_matching::Card) -> u64 {
        weighted(card, |value| value.point)
    }
}

/// The weighted sum of one end of every factor.
pub fn weighted(
    card: &interlocal_matching::Card,
    end: impl Fn(interlocal_matching::Value) -> u32,
) -> u64 {
    let weights = Model::default().weights_hundredths;
    let factors = card.factors_bp.iter();
    factors
        .map(|(f, v)| u64::from(weights.of(f)) * u64::from(end(v)))
        .sum()
}

/// The weights of the factors on a card together.
pub fn weight_sum(card: &interlocal_matching::Card) -> u64 {
    let weights = Model::default().weights_hundredths;
    let factors: Vec<Factor> = card.factors_bp.iter().map(|(f, _)| f).collect();
    factors.into_iter().map(|f| u64::from(weights.of(f))).sum()
}

pub fn day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..900).prop_map(|back| base() - Days::new(back))
}

pub fn base() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).expect("a date")
}

fn levels(words: &'static [&'static str]) -> impl Strategy<Value = BodyLevel> {
    select(words).prop_map(|word| BodyLevel::from(word.to_owned()))
}

const ALL: &[&str] = &[
    "state_cio",
    "state_agency",
    "multi_state",
    "regional",
    "utility",
    "county",
    "municipality",
    "school_district",
];
const LOCAL: &[&str] = &["county", "municipality", "township"];
const STATE: &[&str] = &["state_agency", "state_cio"];
const REGIONAL: &[&str] = &["regional", "utility"];

fn eligible() -> impl Strategy<Value = Eligibility> {
    let levels = vec(levels(&["municipality", "county", "state_agency"]), 1..4);
    let states = vec(select(vec!["XA", "XB"]).prop_map(str::to_owned), 1..3);
    let stated = (option::weighted(0.9, levels), option::weighted(0.9, states));
    prop_oneof![
        2 => Just(Eligibility::NotStated),
        5 => stated.prop_map(|(levels, states)| Eligibility::Stated { levels, states }),
    ]
}

fn visibility() -> impl Strategy<Value = Visibility> {
    let hidden = Visibility::Orgs(vec![BodyId::from("other")]);
    let shown = Visibility::Orgs(vec![BodyId::from("other"), BodyId::from("seeker")]);
    prop_oneof![7 => Just(Visibility::Public), 2 => Just(hidden), 1 => Just(shown)]
}

fn regimes() -> impl Strategy<Value = BTreeMap<String, Option<Regime>>> {
    let state = select(vec![
        Regime::Attested,
        Regime::Attested,
        Regime::Partial,
        Regime::No,
    ]);
    option::of(state).prop_map(|state| BTreeMap::from([("CJIS".to_owned(), state)]))
}

fn ready() -> impl Strategy<Value = Vec<String>> {
    proptest::sample::subsequence(Model::default().readiness_items, 0..=5)
}

fn record() -> impl Strategy<Value = Record> {
    let relation = select(vec![
        Relation::Offers,
        Relation::Offers,
        Relation::Brokers,
        Relation::Uses,
        Relation::Seeks,
        Relation::DoesNotOffer,
    ]);
    let category = select(vec![
        CategoryMatch::Exact,
        CategoryMatch::Exact,
        CategoryMatch::Narrower,
        CategoryMatch::Wider,
        CategoryMatch::Sibling,
    ]);
    let status = prop_oneof![8 => Just(Status::Active), 1 => Just(Status::Paused)];
    let source = select(vec![
        Source::ConfirmedByBody,
        Source::PublicSource,
        Source::UserReported,
    ]);
    let expires = option::weighted(
        0.2,
        (-30_i64..300).prop_map(|d| base() + chrono::Duration::days(d)),
    );
    let range = option::weighted(
        0.3,
        select(vec![(Some(500), Some(50_000)), (Some(20_000), None)]),
    );
    let customers = vec(select(vec![9_000_u64, 18_000, 40_000, 200_000]), 0..3);
    let site = option::of(select(vec![5.0, 60.0, 110.0, 400.0, 900.0]));
    let willing = option::of(select(vec![Willing::AcceptingNow, Willing::Open]));
    let share = option::weighted(0.2, select(vec![0.0, 0.5, 1.0]));
    let facts = (relation, category, visibility(), status, expires);
    let terms = (eligible(), range, customers, site, regimes());
    let trust = (
        option::weighted(0.9, source),
        option::weighted(0.9, day()),
        willing,
        share,
        ready(),
    );
    (facts, terms, trust).prop_map(|(facts, terms, trust)| Record {
        id: String::new(),
        relation: facts.0,
        category_match: facts.1,
        visibility: facts.2,
        status: facts.3,
        expires: facts.4,
        source: trust.0,
        confirmed_on: trust.1,
        eligible: terms.0,
        size_range: terms.1,
        customer_pops: terms.2,
        site_distance_mi: terms.3,
        regimes: terms.4,
        willing: trust.2,
        pref_match: trust.3,
        ready: trust.4,
    })
}

fn candidate(levels: impl Strategy<Value = BodyLevel>) -> impl Strategy<Value = Candidate> {
    let state = prop_oneof![4 => Just("XA"), 1 => Just("XB")];
    let law =
        option::of(prop_oneof![3 => Just(CrossState::Permitted), 1 => Just(CrossState::Barred)]);
    let pop = option::weighted(
        0.8,
        select(vec![4_000_u64, 9_000, 18_000, 20_000, 60_000, 500_000]),
    );
    let miles = option::of(select(vec![3.0, 15.0, 33.0, 90.0, 200.0, 700.0]));
    let area = (
        any::<bool>(),
        prop::bool::weighted(0.1),
        prop::bool::weighted(0.2),
    );
    let ties = (0_u32..4, 0_u32..3, prop::bool::weighted(0.05));
    (
        levels,
        state,
        law,
        pop,
        miles,
        area,
        ties,
        vec(record(), 0..4),
    )
        .prop_map(
            |(level, state, cross_state, pop, distance_mi, area, ties, records)| Candidate {
                id: BodyId::from(""),
                name: String::new(),
                level,
                directory_level: None,
                state: Some(state.to_owned()),
                pop,
                distance_mi,
                serves_area: area.0,
                contiguous: area.1,
                same_region: area.2,
                agreements: ties.0,
                memberships: ties.1,
                cross_state,
                legal_entity: None,
                opted_out: ties.2,
                records,
            },
        )
}

/// Many alike of one level, and a few of other levels that are like them but a
/// little worse: whoever makes room may be better in everything.
fn shadowed() -> impl Strategy<Value = Vec<Candidate>> {
    let shadow = (levels(ALL), 0_u32..4, 0_usize..6, any::<bool>());
    (
        candidate(levels(LOCAL)),
        4_usize..8,
        vec(shadow, 1..5),
        record(),
    )
        .prop_map(|(mut body, count, shadows, record)| {
            body.state = Some("XA".to_owned());
            body.opted_out = false;
            body.agreements = 3;
            body.records = vec![Record {
                visibility: Visibility::Public,
                status: Status::Active,
                expires: None,
                relation: Relation::Uses,
                confirmed_on: Some(base()),
                ready: Model::default().readiness_items,
                regimes: BTreeMap::from([("CJIS".to_owned(), Some(Regime::Attested))]),
                size_range: None,
                ..record
            }];
            let mut all: Vec<_> = std::iter::repeat_n(body.clone(), count).collect();
            for (level, agreements, ready, same_ties) in shadows {
                let mut shadow = body.clone();
                shadow.level = level;
                if !same_ties {
                    shadow.agreements = agreements;
                }
                for record in &mut shadow.records {
                    record.ready.truncate(ready);
                }
                all.push(shadow);
            }
            all
        })
}

/// Candidates of all levels, or nearly all of one, some of them standing twice or more.
fn candidates() -> impl Strategy<Value = Vec<Candidate>> {
    let skewed = |many: &'static [&'static str], few: &'static [&'static str]| {
        (
            vec(candidate(levels(many)), 6..16),
            vec(candidate(levels(few)), 0..4),
        )
            .prop_map(|(mut many, few)| {
                many.extend(few);
                many
            })
    };
    let mixed = prop_oneof![
        vec(candidate(levels(ALL)), 0..16).boxed(),
        skewed(LOCAL, REGIONAL).boxed(),
        skewed(LOCAL, STATE).boxed(),
        skewed(LOCAL, ALL).boxed(),
        skewed(STATE, LOCAL).boxed(),
        skewed(REGIONAL, ALL).boxed(),
        shadowed().boxed(),
    ];
    (mixed, vec((any::<prop::sample::Index>(), 1_usize..5), 0..3)).prop_map(|(mut all, twins)| {
        for (which, copies) in twins {
            if !all.is_empty() {
                let twin = all[which.index(all.len())].clone();
                all.extend(std::iter::repeat_n(twin, copies));
            }
        }
        all
    })
}

/// Gives every body and record an id that says nothing of where it stands.
fn named(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let count = candidates.len();
    for (at, candidate) in candidates.iter_mut().enumerate() {
        candidate.id = BodyId::new(format!("b{:03}", (at * 37 + 11) % 997));
        candidate.name = format!("Body {} of {count}", candidate.id);
        for (at, record) in candidate.records.iter_mut().enumerate() {
            record.id = format!("{}-r{}", candidate.id, 9 - at);
        }
    }
    candidates
}

fn need() -> impl Strategy<Value = Need> {
    let intent = select(vec![
        Intent::Obtain,
        Intent::Obtain,
        Intent::Join,
        Intent::Learn,
    ]);
    let placement = select(vec![Placement::Near, Placement::Apart, Placement::Neutral]);
    (intent, placement, prop::bool::weighted(0.3)).prop_map(|(intent, placement, cjis)| Need {
        category: CategoryId::from("backup"),
        label: "off-site backup".to_owned(),
        intent,
        placement,
        required_regimes: if cjis {
            vec!["CJIS".to_owned()]
        } else {
            Vec::new()
        },
    })
}

pub fn world() -> impl Strategy<Value = World> {
    let seeker = (
        levels(&["municipality", "county", "state_agency"]),
        option::weighted(0.9, Just(18_500)),
    );
    (seeker, need(), candidates()).prop_map(|((level, pop), need, candidates)| World {
        seeker: Seeker {
            id: BodyId::from("seeker"),
            name: "City of Alder Falls".to_owned(),
            level,
            state: "XA".to_owned(),
            pop,
            legal_entity: None,
        },
        need,
        candidates: named(candidates),
        as_of: base(),
    })
}

/// Candidates of which every one has the same merit but for its id.
pub fn twins() -> impl Strategy<Value = World> {
    (world(), candidate(levels(LOCAL)), 2_usize..9).prop_map(|(mut world, twin, count)| {
        world.candidates = named(std::iter::repeat_n(twin, count).collect());
        world
    })
}

/// Whether this body may know of the record.
pub fn is_visible(world: &World, record: &Record) -> bool {
    record.is_visible_to(&world.seeker.id)
}
