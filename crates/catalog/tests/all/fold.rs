//! Failed beats unknown beats to do.

use super::world::question;
use interlocal_catalog::{
    access::StepKind,
    eligibility::{Ask, Chain, Fact, Link, LinkState, Missing, Outcome, Reason, StepLeft},
};
use proptest::prelude::*;

fn link(state: LinkState) -> Link {
    match state {
        LinkState::Met => Link::Met { by: Vec::new() },
        LinkState::ToDo => Link::ToDo {
            steps: vec![StepLeft {
                kind: StepKind::Agreement,
                fee_usd: None,
                renewal: false,
            }],
        },
        LinkState::Failed => Link::Failed {
            reasons: vec![Reason::Withdrawn],
        },
        LinkState::Unknown => Link::Unknown {
            missing: vec![Missing {
                fact: Fact::Area,
                ask: Ask::Provider("body".into()),
            }],
        },
    }
}

#[test]
fn every_chain_of_six_links_folds_by_its_worst_link() {
    let states = [
        LinkState::Met,
        LinkState::ToDo,
        LinkState::Unknown,
        LinkState::Failed,
    ];
    let outcomes = [
        Outcome::Yes,
        Outcome::AfterSteps,
        Outcome::Unknown,
        Outcome::No,
    ];
    for number in 0..4_usize.pow(6) {
        let digits: Vec<usize> = (0..6)
            .map(|place| number / 4_usize.pow(place) % 4)
            .collect();
        let links: Vec<Link> = digits.iter().map(|digit| link(states[*digit])).collect();
        let chain = Chain(links.try_into().unwrap());
        let worst = *digits.iter().max().unwrap();
        assert_eq!(chain.fold(), outcomes[worst], "{digits:?}");
        let open = digits.iter().position(|digit| *digit > 0).unwrap_or(6);
        assert_eq!(chain.first_open(), open, "{digits:?}");
    }
}

proptest! {
    #[test]
    fn no_verdict_is_better_than_the_worst_link_of_its_chain(question in question()) {
        let verdict = question.verdict();
        let has = |state| verdict.chain.iter().any(|(_, link)| link.state() == state);
        if has(LinkState::Failed) {
            prop_assert_eq!(verdict.outcome, Outcome::No);
        } else if has(LinkState::Unknown) {
            prop_assert_eq!(verdict.outcome, Outcome::Unknown);
        } else if has(LinkState::ToDo) {
            prop_assert!(verdict.outcome != Outcome::Yes && verdict.outcome != Outcome::No);
        } else {
            prop_assert_ne!(verdict.outcome, Outcome::No);
        }
    }

    #[test]
    fn every_link_that_is_not_met_says_why(question in question()) {
        for (name, link) in question.verdict().chain.iter() {
            let says = match link {
                Link::Met { .. } => true,
                Link::ToDo { steps } => !steps.is_empty(),
                Link::Failed { reasons } => !reasons.is_empty(),
                Link::Unknown { missing } => !missing.is_empty(),
            };
            prop_assert!(says, "{name:?} is {link:?}");
        }
    }
}
