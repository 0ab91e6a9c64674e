//! Icons of the U.S. Web Design System, from the sprite that the build makes.

use crate::shell::Shell;
use maud::{Markup, html};

/// The icons in use; the build puts exactly these into the sprite (`assets/icons.txt`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Magnifying glass.
    Search,
    /// To the next page.
    Next,
    /// To the previous page.
    Previous,
    /// Take away a filter.
    Close,
    /// Leaves the portal.
    Launch,
    /// Something to know first.
    Info,
    /// A fault.
    Error,
    /// Onward.
    Forward,
}

impl Icon {
    /// Every icon.
    pub const ALL: [Icon; 8] = [
        Icon::Search,
        Icon::Next,
        Icon::Previous,
        Icon::Close,
        Icon::Launch,
        Icon::Info,
        Icon::Error,
        Icon::Forward,
    ];

    /// The name in the sprite.
    pub fn name(self) -> &'static str {
        match self {
            Icon::Search => "search",
            Icon::Next => "navigate_next",
            Icon::Previous => "navigate_before",
            Icon::Close => "close",
            Icon::Launch => "launch",
            Icon::Info => "info_outline",
            Icon::Error => "error",
            Icon::Forward => "arrow_forward",
        }
    }
}

/// An icon beside words that say the same; hidden from screen readers.
pub(crate) fn icon(shell: &Shell, icon: Icon) -> Markup {
    html! {
        svg class="usa-icon" aria-hidden="true" focusable="false" {
            use href={ (shell.asset("sprite.svg")) "#" (icon.name()) } {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_build_puts_every_icon_into_the_sprite() {
        let listed: Vec<&str> = include_str!("../../../../assets/icons.txt")
            .lines()
            .collect();
        let used: Vec<&str> = Icon::ALL.iter().map(|icon| icon.name()).collect();
        assert_eq!(listed, used);
    }
}
