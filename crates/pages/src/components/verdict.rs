//! The badge of a verdict: shape, word and color, the same everywhere.

use super::mark::{Shape, mark};
use crate::words::counted;
use interlocal_catalog::eligibility::verdict::{LinkState, Outcome};
use maud::{Markup, Render, html};

/// A verdict in one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerdictBadge {
    /// Yes, after steps, unknown or no.
    pub outcome: Outcome,
    /// How many steps are left; counts only with [`Outcome::AfterSteps`].
    pub step_count: usize,
}

impl VerdictBadge {
    /// The words beside the shape.
    pub fn words(&self) -> String {
        match self.outcome {
            Outcome::Yes => "Yes".to_owned(),
            Outcome::AfterSteps => after_steps(self.step_count),
            Outcome::Unknown => "Not recorded – ask".to_owned(),
            Outcome::No => "No".to_owned(),
        }
    }

    /// The shape of the outcome.
    pub fn shape(&self) -> Shape {
        match self.outcome {
            Outcome::Yes => Shape::Check,
            Outcome::AfterSteps => Shape::Steps,
            Outcome::Unknown => Shape::Open,
            Outcome::No => Shape::Bar,
        }
    }
}

impl Render for VerdictBadge {
    fn render(&self) -> Markup {
        html! {
            span class={ "il-verdict " (self.shape().tone()) } {
                (mark(self.shape())) span { (self.words()) }
            }
        }
    }
}

/// `Yes, after 2 steps`; without the count where it is not known.
pub(crate) fn after_steps(count: usize) -> String {
    match count {
        0 => "Yes, after steps".to_owned(),
        count => format!("Yes, after {}", counted(count as u64, "step", "steps")),
    }
}

/// Shape and word of one link of the chain.
pub(crate) fn link_state(state: LinkState) -> (Shape, &'static str) {
    match state {
        LinkState::Met => (Shape::Check, "Met"),
        LinkState::ToDo => (Shape::Steps, "To do"),
        LinkState::Failed => (Shape::Bar, "Not met"),
        LinkState::Unknown => (Shape::Open, "Not recorded"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(outcome: Outcome, step_count: usize) -> String {
        VerdictBadge {
            outcome,
            step_count,
        }
        .words()
    }

    #[test]
    fn every_verdict_has_its_words() {
        assert_eq!(words(Outcome::Yes, 0), "Yes");
        assert_eq!(words(Outcome::AfterSteps, 1), "Yes, after 1 step");
        assert_eq!(words(Outcome::AfterSteps, 2), "Yes, after 2 steps");
        assert_eq!(words(Outcome::Unknown, 0), "Not recorded – ask");
        assert_eq!(words(Outcome::No, 0), "No");
    }

    #[test]
    fn no_two_verdicts_share_a_shape_or_a_color() {
        let all = [
            Outcome::Yes,
            Outcome::AfterSteps,
            Outcome::Unknown,
            Outcome::No,
        ];
        for (index, one) in all.iter().enumerate() {
            for other in &all[index + 1..] {
                let badge = |outcome| VerdictBadge {
                    outcome,
                    step_count: 2,
                };
                assert_ne!(badge(*one).shape(), badge(*other).shape());
                assert_ne!(badge(*one).shape().tone(), badge(*other).shape().tone());
            }
        }
    }

    #[test]
    fn a_badge_carries_its_word_as_text_and_hides_its_shape() {
        let html = VerdictBadge {
            outcome: Outcome::No,
            step_count: 0,
        }
        .render()
        .into_string();
        assert!(html.contains("<span>No</span>"), "{html}");
        assert!(html.contains("aria-hidden=\"true\""), "{html}");
    }
}
