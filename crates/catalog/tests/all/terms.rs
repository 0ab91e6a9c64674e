//! The first link: both ends of a term are inside, and the status comes first.

use super::world::today;
use chrono::Days;
use interlocal_catalog::{
    NaiveDate,
    eligibility::{Link, Reason, in_force},
    offering::{Status, Term},
};

fn day(from_today: i64) -> NaiveDate {
    let days = Days::new(from_today.unsigned_abs());
    if from_today < 0 {
        today() - days
    } else {
        today() + days
    }
}

fn check(status: Status, starts: Option<i64>, ends: Option<i64>, expect: Option<Reason>) {
    let term = Term {
        starts_on: starts.map(day),
        ends_on: ends.map(day),
    };
    let expect = match expect {
        None => Link::Met { by: Vec::new() },
        Some(reason) => Link::Failed {
            reasons: vec![reason],
        },
    };
    assert_eq!(
        in_force(status, term, today()),
        expect,
        "{status:?} {starts:?} {ends:?}"
    );
}

#[test]
fn the_first_and_the_last_day_are_in_force() {
    check(Status::Published, None, None, None);
    check(Status::Published, Some(0), Some(0), None);
    check(Status::Published, Some(-1), Some(1), None);
    check(Status::Published, Some(0), None, None);
    check(Status::Published, None, Some(0), None);
}

#[test]
fn the_day_before_and_the_day_after_are_not() {
    check(
        Status::Published,
        Some(1),
        None,
        Some(Reason::NotYetInForce),
    );
    check(Status::Published, None, Some(-1), Some(Reason::Expired));
    check(Status::Published, Some(1), Some(-1), Some(Reason::Expired));
}

#[test]
fn a_status_that_is_not_public_counts_before_the_term() {
    for ends in [Some(-1), None, Some(1)] {
        check(Status::Draft, None, ends, Some(Reason::NotPublished));
        check(Status::InReview, None, ends, Some(Reason::NotPublished));
        check(Status::Withdrawn, None, ends, Some(Reason::Withdrawn));
        check(Status::Expired, None, ends, Some(Reason::Expired));
    }
}
