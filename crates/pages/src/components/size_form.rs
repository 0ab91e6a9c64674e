//! For what size costs are asked: quantities, years, and the lines that would be bought.

use super::{
    error_summary::FieldFault,
    form::{Choice, Field, line, select},
};
use maud::{Markup, html};

/// A box of the form.
#[derive(Clone, Debug, Default)]
pub struct SizeField {
    /// Its name.
    pub name: &'static str,
    /// What is to be entered.
    pub label: String,
    /// How, and what for.
    pub hint: String,
    /// What was typed or is remembered.
    pub value: String,
}

/// Lines of one price list to choose from.
#[derive(Clone, Debug, Default)]
pub struct LineChoices {
    /// Id of the group on the page.
    pub id: String,
    /// Whose list it is.
    pub legend: String,
    /// Value, words, and whether the line is counted.
    pub lines: Vec<(String, String, bool)>,
}

/// The form.
#[derive(Clone, Debug, Default)]
pub struct SizeForm {
    /// Where it is sent.
    pub action: String,
    /// What goes along.
    pub hidden: Vec<(String, String)>,
    /// Boxes of quantities, population and present cost.
    pub fields: Vec<SizeField>,
    /// Years to choose from: number, words, whether it is chosen.
    pub years: Vec<(String, String, bool)>,
    /// Lines to choose from.
    pub lines: Vec<LineChoices>,
    /// What is wrong with what was typed.
    pub faults: Vec<FieldFault>,
}

impl SizeForm {
    pub(crate) fn markup(&self) -> Markup {
        let years: Vec<Choice<'_>> = self
            .years
            .iter()
            .map(|(value, label, chosen)| Choice {
                value,
                label,
                chosen: *chosen,
            })
            .collect();
        let field = |name, label, hint, value| Field {
            name,
            label,
            hint,
            value,
            faults: &self.faults,
        };
        html! {
            form class="il-form il-size" method="get" action=(self.action) {
                @if !self.fields.is_empty() {
                    p class="usa-hint" { "A number such as 1200, or so many for each of another, such as 1.5 per user." }
                }
                @for (name, value) in &self.hidden { input type="hidden" name=(name) value=(value); }
                div class="il-size__fields" {
                    @for box_ in &self.fields {
                        (line(&field(box_.name, &box_.label, &box_.hint, &box_.value), "text", "off"))
                    }
                    (select(&field("years", "Years", "", ""), &years))
                }
                @for group in &self.lines { (Self::group(group)) }
                button class="usa-button" type="submit" { "Reckon the cost" }
            }
        }
    }

    fn group(group: &LineChoices) -> Markup {
        html! {
            fieldset class="usa-fieldset" id=(group.id) {
                legend class="usa-legend" { (group.legend) }
                @for (number, (value, label, chosen)) in group.lines.iter().enumerate() {
                    @let id = format!("{}-{number}", group.id);
                    div class="usa-checkbox" {
                        input class="usa-checkbox__input" id=(id) type="checkbox" name="line"
                            value=(value) checked[*chosen];
                        label class="usa-checkbox__label" for=(id) { (label) }
                    }
                }
            }
        }
    }
}
