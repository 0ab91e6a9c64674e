//! What is narrowed never widens, for anybody.

use super::world::{PLACES, Question, WORDS, limit, question, rule, step};
use interlocal_catalog::{
    PlaceId,
    access::{Area, Audience, Steps},
    eligibility::Outcome,
    offering::{Status, Term},
};
use proptest::{prelude::*, sample::Index, sample::select};

fn check(wide: &Question, narrow: &Question) -> Result<(), TestCaseError> {
    let (before, after) = (wide.outcome(), narrow.outcome());
    prop_assert!(after >= before, "{before:?} became {after:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_kind_that_is_struck_from_the_audience_helps_nobody(
        question in question(),
        word in any::<Index>(),
    ) {
        for at in 0..question.terms.rules.len() {
            let mut narrow = question.clone();
            if let Audience::Named(words) = &mut narrow.terms.rules[at].kinds {
                if words.is_empty() { continue; }
                words.remove(word.index(words.len()));
            }
            check(&question, &narrow)?;
        }
    }

    #[test]
    fn a_place_that_is_struck_from_the_area_helps_nobody(
        question in question(),
        place in any::<Index>(),
    ) {
        for at in 0..question.terms.rules.len() {
            for bodies in [false, true] {
                let mut narrow = question.clone();
                if let Area::Places(area) = &mut narrow.terms.rules[at].area {
                    let places = if bodies { &mut area.bodies } else { &mut area.within };
                    if places.is_empty() { continue; }
                    places.remove(place.index(places.len()));
                }
                check(&question, &narrow)?;
            }
        }
    }

    #[test]
    fn a_kind_place_limit_or_step_that_is_added_as_a_bar_helps_nobody(
        question in question(),
        word in select(WORDS.to_vec()),
        place in select(PLACES.to_vec()),
        limit in limit(),
        step in step(),
    ) {
        for at in 0..question.terms.rules.len() {
            let mut narrow = question.clone();
            narrow.terms.rules[at].not_kinds.push(word);
            check(&question, &narrow)?;
            narrow = question.clone();
            narrow.terms.rules[at].limits.push(limit.clone());
            check(&question, &narrow)?;
            narrow = question.clone();
            if let Steps::Listed(steps) = &mut narrow.terms.rules[at].steps {
                steps.push(step.clone());
            }
            check(&question, &narrow)?;
        }
        let mut narrow = question.clone();
        narrow.terms.not_available.within.push(PlaceId::new(place));
        check(&question, &narrow)?;
        narrow = question.clone();
        narrow.terms.not_available.bodies.push(PlaceId::new(place));
        check(&question, &narrow)?;
    }

    #[test]
    fn a_way_in_that_is_taken_away_helps_nobody_and_a_further_one_harms_nobody(
        question in question(),
        rule in rule(),
    ) {
        for at in 0..question.terms.rules.len() {
            let mut narrow = question.clone();
            narrow.terms.rules.remove(at);
            // Without any rule nothing is stated, which is less than a no.
            if !narrow.terms.rules.is_empty() {
                check(&question, &narrow)?;
            }
        }
        if !question.terms.rules.is_empty() {
            let mut wide = question.clone();
            wide.terms.rules.push(rule);
            check(&wide, &question)?;
        }
    }

    #[test]
    fn who_is_explicitly_out_gets_no_whatever_the_rules_say(question in question()) {
        let mut out = question;
        out.terms.not_available.bodies = out.asker.own().rows.clone();
        prop_assert_eq!(out.outcome(), Outcome::No);
    }

    #[test]
    fn what_is_not_published_or_outside_its_term_is_open_to_nobody(question in question()) {
        let day = super::world::today();
        let ended = Term { starts_on: None, ends_on: day.pred_opt() };
        let coming = Term { starts_on: day.succ_opt(), ends_on: None };
        for status in [Status::Draft, Status::InReview, Status::Expired, Status::Withdrawn] {
            let mut closed = question.clone();
            closed.terms.status = status;
            prop_assert_eq!(closed.outcome(), Outcome::No);
        }
        for term in [ended, coming] {
            let mut closed = question.clone();
            closed.terms.term = term;
            prop_assert_eq!(closed.outcome(), Outcome::No);
        }
    }
}
