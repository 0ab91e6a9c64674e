//! The government picker: a plain form that a script turns into a type-ahead.

use crate::shell::Shell;
use maud::{Markup, html};

/// How one picker differs from another.
pub(crate) struct Picker<'a> {
    /// Prefix of the ids on the page.
    pub id: &'a str,
    /// The label of its box.
    pub label: &'a str,
    /// The words in its box.
    pub query: &'a str,
    /// The path to come back to.
    pub next: Option<&'a str>,
}

/// Label and box, to stand inside a form that leads to `/jurisdictions`.
pub(crate) fn field(picker: &Picker<'_>) -> Markup {
    html! {
        label class="usa-label" for={ (picker.id) "-q" } { (picker.label) }
        input class="usa-input" id={ (picker.id) "-q" } name="q" type="search" value=(picker.query)
            maxlength="120" autocomplete="off" spellcheck="false" required
            aria-describedby={ (picker.id) "-hint" }
            data-picker="/api/v1/jurisdictions" data-next=[picker.next];
        @if let Some(next) = picker.next { input type="hidden" name="next" value=(next); }
    }
}

/// The whole form.
pub(crate) fn form(_shell: &Shell, picker: &Picker<'_>, button: &str) -> Markup {
    html! {
        form class="il-picker" action="/jurisdictions" method="get" {
            (field(picker))
            button class="usa-button il-next" type="submit" { (button) }
            p class="usa-hint" id={ (picker.id) "-hint" } {
                "A state, county, city, town, township or school district, such as “Springfield, Ohio”."
            }
        }
    }
}
