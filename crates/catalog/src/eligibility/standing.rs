//! The short form of a verdict: what an answer, a filter and a match need of it.

use super::{Chain, Link, LinkName, LinkState, Outcome, Reason, Verdict};

/// A verdict without its details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Yes, after steps, unknown or no.
    pub outcome: Outcome,
    /// The offering is a draft or in review.
    pub not_public: bool,
    /// The offering is not in force.
    pub out_of_force: bool,
    /// The government lies outside the area, or is not among the named bodies.
    pub elsewhere: bool,
    /// The government is of a kind that is not in the audience.
    pub other_kind: bool,
}

impl Standing {
    /// The short form of an outcome with its chain.
    pub(super) fn of(outcome: Outcome, chain: &Chain) -> Self {
        let failed = |name| chain.link(name).state() == LinkState::Failed;
        let failed_for = |name, wanted: &[Reason]| match chain.link(name) {
            Link::Failed { reasons } => reasons.iter().any(|reason| wanted.contains(reason)),
            _ => false,
        };
        Self {
            outcome,
            not_public: failed_for(LinkName::InForce, &[Reason::NotPublished]),
            out_of_force: failed(LinkName::InForce),
            elsewhere: failed_for(LinkName::Area, &[Reason::OutsideArea, Reason::NotNamed]),
            other_kind: failed(LinkName::Kind),
        }
    }

    /// The same rules while the offering is not in force.
    pub fn out_of_force(self) -> Self {
        Self {
            outcome: Outcome::No,
            out_of_force: true,
            ..self
        }
    }
}

impl Verdict {
    /// The verdict without its details.
    pub fn standing(&self) -> Standing {
        Standing::of(self.outcome, &self.chain)
    }
}
