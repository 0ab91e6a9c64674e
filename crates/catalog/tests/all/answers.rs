//! The answer for a category: the first class that has a row decides.

use super::world::today;
use chrono::Days;
use interlocal_catalog::{
    access::AudienceWord,
    answer::{
        Answer, AnswerWord, CategoryFit, Class, Nearness, OfferingRow, STATEMENT_VALID_DAYS,
        StatementOfNo, StatementRow, fold,
    },
    eligibility::{Confidence, Outcome, Standing},
    jurisdiction::Kind,
};

const IN_FORCE: Standing = Standing {
    outcome: Outcome::Yes,
    not_public: false,
    out_of_force: false,
    elsewhere: false,
    other_kind: false,
};

fn offering(id: &str, outcome: Outcome, confidence: Confidence) -> OfferingRow<'_> {
    OfferingRow {
        id,
        fit: CategoryFit::Within,
        provider: Nearness::Other,
        checked_on: today(),
        standing: Standing {
            outcome,
            ..IN_FORCE
        },
        confidence,
    }
}

fn said(days_ago: u64) -> StatementOfNo {
    StatementOfNo {
        id: "statement".to_owned(),
        by: "body".into(),
        category: "cybersecurity".into(),
        kinds: vec![AudienceWord::County],
        said_on: today() - Days::new(days_ago),
    }
}

fn statement(said: &StatementOfNo) -> StatementRow<'_> {
    StatementRow {
        statement: said,
        fit: CategoryFit::Within,
        by: Nearness::OwnCio,
        serves: true,
    }
}

fn folded<'a>(offerings: &[OfferingRow<'a>], statements: &[StatementRow<'a>]) -> Answer<'a> {
    fold(
        offerings,
        statements,
        &[Kind::County],
        today(),
        STATEMENT_VALID_DAYS,
    )
}

/// One row of each class that an offering may count as, best first.
const CLASSES: [(Class, Outcome, Confidence, AnswerWord); 6] = [
    (
        Class::YesConfirmed,
        Outcome::Yes,
        Confidence::Confirmed,
        AnswerWord::YesConfirmed,
    ),
    (
        Class::AfterStepsConfirmed,
        Outcome::AfterSteps,
        Confidence::Confirmed,
        AnswerWord::AfterSteps,
    ),
    (
        Class::Listed,
        Outcome::Yes,
        Confidence::Listed,
        AnswerWord::Listed,
    ),
    (
        Class::AfterStepsListed,
        Outcome::AfterSteps,
        Confidence::Listed,
        AnswerWord::AfterSteps,
    ),
    (Class::No, Outcome::No, Confidence::Listed, AnswerWord::No),
    (
        Class::NotRecorded,
        Outcome::Unknown,
        Confidence::Listed,
        AnswerWord::NotRecorded,
    ),
];

#[test]
fn of_every_set_of_rows_the_best_class_decides_and_a_no_yields_to_what_is_unknown() {
    for set in 0_u32..1 << CLASSES.len() {
        let chosen: Vec<_> = CLASSES
            .iter()
            .enumerate()
            .filter(|(at, _)| set >> at & 1 == 1)
            .map(|(_, c)| c)
            .collect();
        let rows: Vec<_> = chosen
            .iter()
            .map(|(_, o, c, _)| offering("one", *o, *c))
            .collect();
        let unknown = chosen
            .iter()
            .any(|(class, ..)| *class == Class::NotRecorded);
        let expect = chosen
            .iter()
            .find(|(class, ..)| !(unknown && *class == Class::No));
        let expect = expect.map_or(
            (Class::NotRecorded, AnswerWord::NotRecorded),
            |(class, _, _, word)| (*class, *word),
        );
        let answer = folded(&rows, &[]);
        assert_eq!((answer.decided_by, answer.answer), expect, "{set:06b}");
        assert_eq!(
            answer.ask,
            answer.answer == AnswerWord::NotRecorded,
            "{set:06b}"
        );
    }
}

#[test]
fn a_statement_of_no_stands_beside_what_is_unknown_but_not_beside_a_yes() {
    let said = said(0);
    let unknown = offering("unknown", Outcome::Unknown, Confidence::Listed);
    let yes = offering("yes", Outcome::Yes, Confidence::Listed);
    assert_eq!(
        folded(&[unknown], &[statement(&said)]).answer,
        AnswerWord::No
    );
    assert_eq!(
        folded(&[unknown, yes], &[statement(&said)]).answer,
        AnswerWord::Listed
    );
}

#[test]
fn a_statement_of_no_holds_730_days_for_the_kinds_it_names_where_its_body_serves() {
    let (last, late) = (said(730), said(731));
    assert_eq!(folded(&[], &[statement(&last)]).answer, AnswerWord::No);
    assert_eq!(
        folded(&[], &[statement(&late)]).answer,
        AnswerWord::NotRecorded
    );
    let elsewhere = StatementRow {
        serves: false,
        ..statement(&last)
    };
    assert_eq!(folded(&[], &[elsewhere]).answer, AnswerWord::NotRecorded);
    let town = fold(
        &[],
        &[statement(&last)],
        &[Kind::Township],
        today(),
        STATEMENT_VALID_DAYS,
    );
    assert_eq!(town.answer, AnswerWord::NotRecorded);
}

#[test]
fn a_stale_yes_is_not_recorded_and_a_stale_or_ended_no_says_nothing() {
    let stale_yes = offering("a", Outcome::Yes, Confidence::Stale);
    assert_eq!(
        folded(&[stale_yes], &[]).rows[0].counts_as,
        Class::NotRecorded
    );
    let stale_no = offering("b", Outcome::No, Confidence::Stale);
    assert_eq!(folded(&[stale_no], &[]).rows[0].counts_as, Class::Nothing);
    let mut ended = offering("c", Outcome::No, Confidence::Confirmed);
    ended.standing.out_of_force = true;
    let answer = folded(&[ended], &[]);
    assert_eq!(
        (answer.rows[0].counts_as, answer.answer),
        (Class::Nothing, AnswerWord::NotRecorded)
    );
}

#[test]
fn what_is_offered_elsewhere_is_a_no_from_the_own_state_alone() {
    let mut elsewhere = offering("a", Outcome::No, Confidence::Confirmed);
    elsewhere.standing.elsewhere = true;
    for (provider, expect) in [
        (Nearness::OwnCio, Class::No),
        (Nearness::Serves, Class::Nothing),
        (Nearness::Other, Class::Nothing),
    ] {
        let row = OfferingRow {
            provider,
            ..elsewhere
        };
        assert_eq!(
            folded(&[row], &[]).rows[0].counts_as,
            expect,
            "{provider:?}"
        );
    }
}

#[test]
fn what_is_offered_to_another_kind_is_a_no_from_whoever_serves_the_place() {
    let mut other_kind = offering("a", Outcome::No, Confidence::Confirmed);
    other_kind.standing.other_kind = true;
    for (provider, expect) in [
        (Nearness::OwnCio, Class::No),
        (Nearness::Serves, Class::No),
        (Nearness::Other, Class::Nothing),
    ] {
        let row = OfferingRow {
            provider,
            ..other_kind
        };
        assert_eq!(
            folded(&[row], &[]).rows[0].counts_as,
            expect,
            "{provider:?}"
        );
    }
}

#[test]
fn the_own_cio_office_is_shown_first_then_who_serves_then_the_newest_then_by_name() {
    let yes = |id, provider, days| OfferingRow {
        provider,
        checked_on: today() - Days::new(days),
        ..offering(id, Outcome::Yes, Confidence::Confirmed)
    };
    let rows = [
        yes("b", Nearness::Other, 3),
        yes("a", Nearness::Other, 3),
        yes("new", Nearness::Other, 1),
        yes("region", Nearness::Serves, 9),
        yes("cio", Nearness::OwnCio, 20),
    ];
    assert_eq!(
        folded(&rows, &[]).shown_first,
        ["cio", "region", "new", "a", "b"]
    );
}

#[test]
fn drafts_and_other_categories_are_not_even_shown_with_a_verdict() {
    let mut draft = offering("a", Outcome::No, Confidence::Confirmed);
    draft.standing.not_public = true;
    let other = OfferingRow {
        fit: CategoryFit::Other,
        ..offering("b", Outcome::Yes, Confidence::Confirmed)
    };
    let answer = folded(&[draft, other], &[]);
    assert!(
        answer
            .rows
            .iter()
            .all(|row| row.verdict.is_none() && row.counts_as == Class::Nothing)
    );
}
