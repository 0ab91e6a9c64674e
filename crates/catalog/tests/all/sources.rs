//! Who vouches: confidence stands beside the verdict, and what no source
//! supports is never better than unknown.

use super::world::{question, today};
use chrono::Days;
use interlocal_catalog::{
    eligibility::{Confidence, Outcome, confidence},
    offering::Source,
};
use proptest::prelude::*;

fn check(source: Source, age: u64, expect: Confidence) {
    assert_eq!(
        confidence(source, today() - Days::new(age), today(), 180),
        expect,
        "{age} days"
    );
}

#[test]
fn exactly_the_review_interval_is_not_stale_and_a_day_more_is() {
    check(Source::PublishingBody, 0, Confidence::Confirmed);
    check(Source::PublishingBody, 180, Confidence::Confirmed);
    check(Source::PublishingBody, 181, Confidence::Stale);
    check(Source::PublicSource, 180, Confidence::Listed);
    check(Source::PublicSource, 181, Confidence::Stale);
}

#[test]
fn what_has_no_source_is_unsourced_at_any_age() {
    check(Source::Unsourced, 0, Confidence::Unsourced);
    check(Source::Unsourced, 181, Confidence::Unsourced);
}

proptest! {
    #[test]
    fn without_a_source_a_usable_offering_is_unknown_and_everything_else_stays(
        question in question(),
    ) {
        let mut sourced = question.clone();
        sourced.terms.source = Source::PublicSource;
        let mut unsourced = question;
        unsourced.terms.source = Source::Unsourced;
        let verdict = unsourced.verdict();
        prop_assert_eq!(verdict.outcome, sourced.outcome().max(Outcome::Unknown));
        prop_assert_eq!(verdict.confidence, Confidence::Unsourced);
        prop_assert_eq!(verdict.chain, sourced.verdict().chain);
    }

    #[test]
    fn age_changes_the_confidence_and_never_the_outcome(question in question()) {
        let mut old = question.clone();
        old.terms.checked_on = today() - Days::new(5_000);
        prop_assert_eq!(old.outcome(), question.outcome());
        let fresh_or_not = old.verdict().confidence;
        prop_assert!(matches!(fresh_or_not, Confidence::Stale | Confidence::Unsourced));
    }
}
