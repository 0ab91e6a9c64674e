//! The short form that the index and the answers use says what the verdict says.

use super::world::{question, question_in_force, today};
use interlocal_catalog::{
    eligibility::{Judgement, Outcome, Records, Standing, classify},
    offering::Status,
};
use proptest::prelude::*;

fn classified(question: &super::world::Question) -> Standing {
    let records = Records::new(question.records.clone());
    let at = Judgement {
        asker: &question.asker,
        records: &records,
        as_of: today(),
    };
    let terms = &question.terms;
    classify(&terms.rules, &terms.not_available, terms.source, at)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_standing_of_a_rule_set_is_the_verdict_while_the_offering_is_in_force(
        question in question_in_force(),
    ) {
        prop_assert_eq!(classified(&question), question.verdict().standing());
    }

    #[test]
    fn a_standing_out_of_force_is_a_no_like_the_verdict(question in question()) {
        let mut ended = question;
        ended.terms.status = Status::Expired;
        let (short, whole) = (classified(&ended).out_of_force(), ended.verdict().standing());
        prop_assert_eq!((short.outcome, short.out_of_force), (Outcome::No, true));
        prop_assert_eq!((whole.outcome, whole.out_of_force), (Outcome::No, true));
    }
}
