//! What a step costs by population.

use interlocal_catalog::{
    OrganizationId, PlaceId, ProgramId,
    access::{
        AccessRule, Area, Audience, AudienceWord, Fee, FeeBand, FeePeriod, OtherKinds, Step,
        StepKind, Steps, WholeArea,
    },
    eligibility::{Asker, Body, Judgement, Link, LinkName, Outcome, Records, StepLeft, judge},
    jurisdiction::Kind,
    offering::{NotAvailable, Source, Status, Term, Terms},
};
use serde_json::{Number, json};
use std::collections::HashSet;

fn band(min: u64, max: Option<u64>, usd: u64) -> FeeBand {
    FeeBand {
        min,
        max,
        usd: Number::from(usd),
    }
}

fn bands() -> Vec<FeeBand> {
    vec![
        band(0, Some(999), 50),
        band(1_000, Some(4_999), 100),
        band(10_000, None, 500),
    ]
}

fn left(fee: Option<Vec<FeeBand>>, population: Option<u64>) -> StepLeft {
    let fee = fee.map(|bands| Fee {
        per: FeePeriod::Year,
        bands,
    });
    let step = Step {
        kind: StepKind::Membership,
        program: ProgramId::new("p"),
        fee,
    };
    let rule = AccessRule {
        id: "r".to_owned(),
        basis: None,
        area: Area::Whole(WholeArea::Everywhere),
        kinds: Audience::Named(vec![AudienceWord::LocalGovernment]),
        not_kinds: Vec::new(),
        other_kinds: OtherKinds::Out,
        above: None,
        steps: Steps::Listed(vec![step]),
        supplier_consent: None,
        limits: Vec::new(),
    };
    let terms = Terms {
        status: Status::Published,
        term: Term::default(),
        source: Source::PublishingBody,
        checked_on: super::world::today(),
        not_available: NotAvailable::default(),
        rules: vec![rule],
    };
    let town = PlaceId::new("town");
    let asker = Asker {
        bodies: vec![Body {
            rows: vec![town],
            kinds: vec![Kind::Township],
            government: true,
        }],
        places: HashSet::new(),
        may_lie_in: HashSet::new(),
        population,
        location: None,
        sectors: None,
        regimes: None,
    };
    let records = Records::default();
    let at = Judgement {
        asker: &asker,
        records: &records,
        as_of: super::world::today(),
    };
    let verdict = judge(&terms, &OrganizationId::new("body"), at, 180);
    assert_eq!(
        verdict.outcome,
        Outcome::AfterSteps,
        "a fee does not decide whether one may"
    );
    match verdict.chain.link(LinkName::OwnSteps) {
        Link::ToDo { steps } => steps[0].clone(),
        other => panic!("{other:?}"),
    }
}

fn check(population: Option<u64>, usd: Option<u64>) {
    let step = left(Some(bands()), population);
    assert_eq!(
        step.fee_usd,
        Some(usd.map(Number::from)),
        "{population:?} people"
    );
}

#[test]
fn both_ends_of_a_band_are_inside_and_a_band_without_an_end_has_none() {
    check(Some(0), Some(50));
    check(Some(999), Some(50));
    check(Some(1_000), Some(100));
    check(Some(4_999), Some(100));
    check(Some(10_000), Some(500));
    check(Some(9_000_000), Some(500));
}

#[test]
fn a_fee_is_null_where_no_band_holds_the_population_or_it_is_unknown() {
    check(Some(5_000), None);
    check(None, None);
    let step = left(Some(bands()), None);
    assert_eq!(
        serde_json::to_value(&step).unwrap(),
        json!({"kind": "membership", "fee_usd": null})
    );
}

#[test]
fn a_step_without_a_fee_says_nothing_of_one() {
    let step = left(None, Some(4_000));
    assert_eq!(
        serde_json::to_value(&step).unwrap(),
        json!({"kind": "membership"})
    );
}
