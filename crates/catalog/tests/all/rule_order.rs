//! Several ways in: the best counts, and the order of the list decides only among equals.

use super::world::{Question, question};
use proptest::prelude::*;

/// The question with one of its rules alone.
fn alone(question: &Question, at: usize) -> Question {
    let mut one = question.clone();
    one.terms.rules = vec![question.terms.rules[at].clone()];
    one
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_order_of_the_rules_changes_neither_the_outcome_nor_how_far_the_chain_holds(
        question in question(),
        turn in 0_usize..4,
    ) {
        let mut turned = question.clone();
        if !turned.terms.rules.is_empty() {
            let by = turn % turned.terms.rules.len();
            turned.terms.rules.rotate_left(by);
            if turn > 1 { turned.terms.rules.reverse(); }
        }
        let (one, other) = (question.verdict(), turned.verdict());
        prop_assert_eq!(one.outcome, other.outcome);
        prop_assert_eq!(one.confidence, other.confidence);
        prop_assert_eq!(one.chain.fold(), other.chain.fold());
        prop_assert_eq!(one.chain.first_open(), other.chain.first_open());
    }

    #[test]
    fn the_first_of_the_best_rules_is_the_one_that_is_shown(question in question()) {
        prop_assume!(!question.terms.rules.is_empty());
        let shown = question.verdict();
        let ranks: Vec<_> = (0..question.terms.rules.len())
            .map(|at| {
                let chain = alone(&question, at).verdict().chain;
                (chain.fold(), 6 - chain.first_open())
            })
            .collect();
        let best = ranks.iter().min().unwrap();
        let first = ranks.iter().position(|rank| rank == best).unwrap();
        prop_assert_eq!(&shown.rule, &question.terms.rules[first].id);
        prop_assert_eq!(&shown.chain, &alone(&question, first).verdict().chain);
    }
}
