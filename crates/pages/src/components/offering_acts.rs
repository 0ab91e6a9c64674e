//! What a reader does with an offering in passing: sets it aside, or puts it beside
//! others.

use super::{star::star, tray::compare_button};
use crate::Shell;
use maud::{Markup, html};

/// Star and comparison of one offering, on one line. `place` is the id of the row that
/// the visitor comes back to.
pub(crate) fn offering_acts(shell: &Shell, slug: &str, title: &str, place: &str) -> Markup {
    html! {
        div class="il-acts" {
            (star(shell, slug, title))
            (compare_button(shell, slug, title, place))
        }
    }
}
