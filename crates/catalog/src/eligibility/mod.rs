//! Eligibility: may this government use this offering? A chain of six links
//! for each rule, folded; the best rule counts. The exact rules stand with the
//! worked cases in `tests/cases`.

pub mod asker;
mod conditions;
mod judge;
mod reach;
pub mod records;
mod standing;
mod steps;
pub mod verdict;

pub use asker::{Asker, Body};
pub use judge::{DEFAULT_REVIEW_DAYS, Judgement, classify, confidence, judge};
pub use reach::in_force;
pub use records::Records;
pub use standing::Standing;
pub use verdict::{
    Ask, Chain, Confidence, Fact, Link, LinkName, LinkState, Missing, Outcome, Reason, StepLeft,
    Verdict,
};
