//! The mark: two interlocking rings, drawn for this project.

use maud::{Markup, html};

/// The rings, in the color of the text around them.
pub(super) fn rings() -> Markup {
    html! {
        svg class="il-rings" viewBox="0 0 44 28" width="44" height="28" aria-hidden="true" focusable="false" {
            g fill="none" stroke="currentColor" stroke-width="4" {
                path d="M19.29 23.07A10.5 10.5 0 1 1 23.8 17.77" {}
                path d="M24.71 4.93A10.5 10.5 0 1 1 20.2 10.23" {}
            }
        }
    }
}
