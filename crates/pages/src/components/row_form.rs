//! Small forms inside the rows of a list: each id stands once on the page.

use super::form::{Choice, token};
use crate::Shell;
use maud::{Markup, html};

/// A form in a row; `content` brings its controls and its button.
pub(crate) fn row_form(shell: &Shell, action: &str, content: &Markup) -> Markup {
    html! {
        form class="il-row-form" method="post" action=(action) { (token(shell)) (content) }
    }
}

/// A list to choose from, with a label that only readers of the screen hear.
pub(crate) fn row_select(id: &str, name: &str, label: &str, options: &[Choice<'_>]) -> Markup {
    html! {
        label class="usa-sr-only" for=(id) { (label) }
        select class="usa-select" id=(id) name=(name) {
            @for option in options {
                option value=(option.value) selected[option.chosen] { (option.label) }
            }
        }
    }
}

/// A button whose words are enough for the eye; `what` says of what to the ear.
pub(crate) fn row_button(label: &str, what: &str) -> Markup {
    html! {
        button class="usa-button usa-button--outline" type="submit" {
            (label) span class="usa-sr-only" { " " (what) }
        }
    }
}

/// The roles as choices.
pub(crate) fn roles(chosen: interlocal_catalog::policy::Role) -> Vec<Choice<'static>> {
    interlocal_catalog::policy::Role::ALL
        .into_iter()
        .map(|role| Choice {
            value: role.word(),
            label: role.word(),
            chosen: role == chosen,
        })
        .collect()
}
