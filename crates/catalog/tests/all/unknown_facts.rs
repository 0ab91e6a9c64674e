//! Knowing less never opens a door: a fact taken away leaves the outcome, or
//! makes it unknown, or falls back to a lesser way in.

use super::world::{Question, question};
use interlocal_catalog::{
    access::{Area, Audience, ConsentAnswer, NotStated, RecordList, Steps, WholeArea},
    eligibility::{Link, Outcome},
    participation::Scope,
};
use proptest::{prelude::*, sample::Index};

/// The same question with less known.
fn check(known: &Question, less: &Question) -> Result<(), TestCaseError> {
    let (before, after) = (known.outcome(), less.outcome());
    prop_assert!(
        after >= before.min(Outcome::Unknown),
        "{before:?} became {after:?}"
    );
    prop_assert!(
        after <= before.max(Outcome::Unknown),
        "{before:?} became {after:?}"
    );
    Ok(())
}

fn forget_of_asker(question: &Question) -> [Question; 4] {
    let mut less = [
        question.clone(),
        question.clone(),
        question.clone(),
        question.clone(),
    ];
    less[0].asker.population = None;
    less[1].asker.location = None;
    less[2].asker.sectors = None;
    less[3].asker.regimes = None;
    less
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_fact_of_the_asker_that_is_forgotten_never_yields_yes(question in question()) {
        for less in forget_of_asker(&question) {
            check(&question, &less)?;
        }
    }

    #[test]
    fn a_part_of_a_rule_that_is_not_stated_never_yields_yes(
        question in question(),
        which in any::<Index>(),
    ) {
        prop_assume!(!question.terms.rules.is_empty());
        let at = which.index(question.terms.rules.len());
        let mut less = question.clone();
        less.terms.rules[at].area = Area::Whole(WholeArea::NotStated);
        check(&question, &less)?;
        less = question.clone();
        less.terms.rules[at].kinds = Audience::NotStated(NotStated::NotStated);
        check(&question, &less)?;
        less = question.clone();
        less.terms.rules[at].steps = Steps::NotStated(NotStated::NotStated);
        check(&question, &less)?;
        less = question.clone();
        if let Some(consent) = &mut less.terms.rules[at].supplier_consent {
            consent.answer = ConsentAnswer::NotRecorded;
        }
        check(&question, &less)?;
        less = question.clone();
        if let Some(above) = &mut less.terms.rules[at].above {
            above.list = RecordList::Partial;
        }
        check(&question, &less)?;
    }

    #[test]
    fn a_scope_that_is_not_stated_never_yields_yes(question in question(), which in any::<Index>()) {
        prop_assume!(!question.records.is_empty());
        let at = which.index(question.records.len());
        let mut less = question.clone();
        less.records[at].scope = Scope::NotStated(NotStated::NotStated);
        let (before, after) = (question.outcome(), less.outcome());
        prop_assert!(after >= before.min(Outcome::Unknown), "{before:?} became {after:?}");
    }

    #[test]
    fn a_chain_with_an_unknown_link_is_neither_yes_nor_yes_after_steps(question in question()) {
        let verdict = question.verdict();
        let unknown = verdict.chain.iter().any(|(_, link)| matches!(link, Link::Unknown { .. }));
        prop_assert!(!(unknown && verdict.outcome.is_usable()), "{verdict:?}");
    }

    #[test]
    fn an_offering_that_states_no_rule_is_never_usable(question in question()) {
        let mut silent = question;
        silent.terms.rules.clear();
        prop_assert!(!silent.outcome().is_usable());
    }
}
