//! A box for a name, and the choice where what was typed may mean several.

use super::form::{Choice, Field, Source, choices, name_line};
use maud::{Markup, html};

/// What typed names may mean, field by field: key and name.
pub type Meant = Vec<(&'static str, Vec<(String, String)>)>;

/// The box of a field, and below it what its words may mean.
pub(crate) fn pick(field: &Field<'_>, source: Source, meant: &Meant) -> Markup {
    let near = meant.iter().find(|(name, _)| *name == field.name);
    html! {
        (name_line(field, source))
        @if let Some((_, near)) = near {
            @let key = format!("{}_key", field.name);
            @let options: Vec<Choice<'_>> = near
                .iter()
                .map(|(value, label)| Choice { value, label, chosen: false })
                .collect();
            @let which = Field {
                name: &key,
                label: "Which of them?",
                hint: "None of them? Write more of its name above.",
                value: "",
                faults: field.faults,
            };
            (choices(&which, "radio", &options))
        }
    }
}
