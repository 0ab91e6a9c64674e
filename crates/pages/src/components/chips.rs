//! Active filters, each with a link that takes it away.

use super::icon::{Icon, icon};
use crate::shell::Shell;
use maud::{Markup, html};

/// One active filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chip {
    /// Its words: `State: Arden`.
    pub label: String,
    /// Address of the same list without it.
    pub remove_href: String,
}

pub(crate) fn chips(shell: &Shell, chips: &[Chip], clear_href: &str) -> Markup {
    html! {
        @if !chips.is_empty() {
            div class="il-chips" {
                h2 class="usa-sr-only" { "Active filters" }
                ul {
                    @for chip in chips {
                        li {
                            a class="il-chip" href=(chip.remove_href) {
                                span class="usa-sr-only" { "Remove filter " }
                                (chip.label) (icon(shell, Icon::Close))
                            }
                        }
                    }
                    li { a class="il-chips__clear" href=(clear_href) { "Clear all" } }
                }
            }
        }
    }
}
