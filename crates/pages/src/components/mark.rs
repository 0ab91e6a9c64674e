//! The shapes of verdicts: filled check, check with steps, open dot, bar.

use maud::{Markup, html};

/// A shape; always beside its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Filled disc with a check: yes.
    Check,
    /// Stairs with a check: yes, after steps.
    Steps,
    /// Ring with a check: listed, not confirmed.
    Ring,
    /// Open dot: not recorded.
    Open,
    /// Bar: no.
    Bar,
}

impl Shape {
    /// The color class.
    pub(crate) fn tone(self) -> &'static str {
        match self {
            Shape::Check => "il-tone-yes",
            Shape::Steps => "il-tone-steps",
            Shape::Ring => "il-tone-listed",
            Shape::Open => "il-tone-open",
            Shape::Bar => "il-tone-no",
        }
    }
}

/// Draws the shape.
pub(crate) fn mark(shape: Shape) -> Markup {
    html! {
        svg class="il-mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false" {
            @match shape {
                Shape::Check => {
                    circle cx="10" cy="10" r="9" fill="currentColor" {}
                    path class="il-mark__inner" d="M5.6 10.3l3 3 5.8-6.2" fill="none" stroke-width="2.2" {}
                }
                Shape::Steps => {
                    path d="M1 19v-6.5h5.5v-5.5H12V1.5h6a1 1 0 0 1 1 1V19z" fill="currentColor" {}
                    path class="il-mark__inner" d="M8.2 12.9l2.7 2.7 5.2-5.6" fill="none" stroke-width="2.2" {}
                }
                Shape::Ring => {
                    circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="1.8" {}
                    path d="M6 10.2l2.7 2.7 5.3-5.6" fill="none" stroke="currentColor" stroke-width="2" {}
                }
                Shape::Open => {
                    circle cx="10" cy="10" r="7.6" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.2 2.77" {}
                }
                Shape::Bar => {
                    rect x="2" y="7.6" width="16" height="4.8" rx="1" fill="currentColor" {}
                }
            }
        }
    }
}
