//! The answer of a category for a government, as one badge.

use super::{
    mark::{Shape, mark},
    verdict::after_steps,
};
use maud::{Markup, Render, html};

/// What is known about a category for one government.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerMark {
    /// Confirmed by the publishing body.
    Yes,
    /// Yes once the steps are done; says how many, 0 where they differ.
    AfterSteps(usize),
    /// From public sources, not confirmed.
    Listed,
    /// A dated no.
    No,
    /// Nobody has recorded it.
    NotRecorded,
}

impl AnswerMark {
    /// The words beside the shape.
    pub fn words(&self) -> String {
        match self {
            AnswerMark::Yes => "Yes".to_owned(),
            AnswerMark::AfterSteps(count) => after_steps(*count),
            AnswerMark::Listed => "Listed, not yet confirmed".to_owned(),
            AnswerMark::No => "No".to_owned(),
            AnswerMark::NotRecorded => "Not recorded – ask".to_owned(),
        }
    }

    /// The shape of the answer.
    pub fn shape(&self) -> Shape {
        match self {
            AnswerMark::Yes => Shape::Check,
            AnswerMark::AfterSteps(_) => Shape::Steps,
            AnswerMark::Listed => Shape::Ring,
            AnswerMark::No => Shape::Bar,
            AnswerMark::NotRecorded => Shape::Open,
        }
    }
}

impl Render for AnswerMark {
    fn render(&self) -> Markup {
        html! {
            span class={ "il-verdict " (self.shape().tone()) } {
                (mark(self.shape())) span { (self.words()) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listed_is_never_said_as_yes() {
        assert_eq!(AnswerMark::Listed.words(), "Listed, not yet confirmed");
        assert_ne!(AnswerMark::Listed.shape(), AnswerMark::Yes.shape());
        assert_eq!(AnswerMark::AfterSteps(0).words(), "Yes, after steps");
    }
}
