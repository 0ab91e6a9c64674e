//! The form that asks for partners.

use crate::{components::references::CategoryRef, shell::Shell};
use maud::{Markup, html};

/// What can be asked, with what is chosen.
#[derive(Clone, Debug, Default)]
pub struct MatchForm {
    /// Categories, second level after its first.
    pub categories: Vec<CategoryRef>,
    /// Slug of the chosen category; empty when none is.
    pub category: String,
    /// `obtain`, `join`, `learn` with their words.
    pub intents: Vec<Choice>,
    /// `near`, `apart`, `neutral` with their words.
    pub placements: Vec<Choice>,
    /// Regimes that the partner must meet; several may be chosen.
    pub regimes: Vec<Choice>,
}

/// One choice of a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The value in the address.
    pub value: String,
    /// The words on the page.
    pub label: String,
    /// Whether it is chosen.
    pub checked: bool,
}

pub(super) fn match_form(shell: &Shell, form: &MatchForm) -> Markup {
    html! {
        form class="il-match-form" action="/match" method="get" {
            @if let Some(key) = shell.key() { input type="hidden" name="for" value=(key); }
            div class="il-match-form__field" {
                label class="usa-label" for="m-category" { "What is it about?" }
                select class="usa-select" id="m-category" name="category" required {
                    option value="" { "Choose a category" }
                    @for category in &form.categories {
                        option value=(category.slug) selected[category.slug == form.category] { (category.name) }
                    }
                }
            }
            (choices("intent", "What do you want?", "radio", &form.intents))
            (choices("placement", "Where should the partner be?", "radio", &form.placements))
            @if !form.regimes.is_empty() {
                (choices("regime", "What must it meet?", "checkbox", &form.regimes))
            }
            button class="usa-button il-next" type="submit" { "Show partners" }
        }
    }
}

fn choices(name: &str, legend: &str, input: &str, choices: &[Choice]) -> Markup {
    html! {
        fieldset class="usa-fieldset il-match-form__field" {
            legend class="usa-legend" { (legend) }
            @for choice in choices {
                @let id = format!("m-{name}-{}", choice.value.to_lowercase().replace(' ', "-"));
                div class={ "usa-" (input) } {
                    input class={ "usa-" (input) "__input" } type=(input) id=(id) name=(name)
                        value=(choice.value) checked[choice.checked];
                    label class={ "usa-" (input) "__label" } for=(id) { (choice.label) }
                }
            }
        }
    }
}
