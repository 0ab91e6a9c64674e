//! Questions of a form as values: whoever reads the form also says what it asks.

use super::{
    error_summary::FieldFault,
    form::{Choice, Field, choices, line, lines, select},
};
use maud::{Markup, html};

/// One of several choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormOption {
    value: String,
    label: String,
    chosen: bool,
}

impl FormOption {
    /// What the form sends, what a person reads, whether it is chosen.
    pub fn new(value: &str, label: &str, chosen: bool) -> Self {
        Self {
            value: value.to_owned(),
            label: label.to_owned(),
            chosen,
        }
    }
}

/// A question of a form, or what stands between questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormItem {
    /// A heading.
    Heading(String),
    /// A sentence.
    Note(String),
    /// What the form sends without asking.
    Hidden {
        /// The name of the field.
        name: String,
        /// What it sends.
        value: String,
    },
    /// A line of text.
    Line {
        /// The name of the field.
        name: String,
        /// What is to be entered.
        label: String,
        /// How, and what for.
        hint: String,
        /// What stands in it.
        value: String,
        /// `text` or `date`.
        kind: &'static str,
    },
    /// Several lines.
    Lines {
        /// The name of the field.
        name: String,
        /// What is to be entered.
        label: String,
        /// How, and what for.
        hint: String,
        /// What stands in it.
        value: String,
        /// How many lines it shows.
        rows: u32,
    },
    /// One of a list.
    Select {
        /// The name of the field.
        name: String,
        /// What is to be chosen.
        label: String,
        /// How, and what for.
        hint: String,
        /// The list.
        options: Vec<FormOption>,
    },
    /// One (`radio`) or several (`checkbox`) of a list.
    Choices {
        /// The name of the field.
        name: String,
        /// What is to be chosen.
        label: String,
        /// How, and what for.
        hint: String,
        /// `radio` or `checkbox`.
        kind: &'static str,
        /// The list.
        options: Vec<FormOption>,
    },
}

/// The questions in order, each with its faults.
pub(crate) fn form_items(items: &[FormItem], faults: &[FieldFault]) -> Markup {
    html! { @for item in items { (form_item(item, faults)) } }
}

fn form_item(item: &FormItem, faults: &[FieldFault]) -> Markup {
    match item {
        FormItem::Heading(text) => html! { h2 { (text) } },
        FormItem::Note(text) => html! { p { (text) } },
        FormItem::Hidden { name, value } => {
            html! { input type="hidden" name=(name) value=(value); }
        }
        FormItem::Line {
            name,
            label,
            hint,
            value,
            kind,
        } => line(&field((name, label, hint), value, faults), kind, "off"),
        FormItem::Lines {
            name,
            label,
            hint,
            value,
            rows,
        } => lines(&field((name, label, hint), value, faults), *rows),
        FormItem::Select {
            name,
            label,
            hint,
            options,
        } => select(&field((name, label, hint), "", faults), &listed(options)),
        FormItem::Choices {
            name,
            label,
            hint,
            kind,
            options,
        } => choices(
            &field((name, label, hint), "", faults),
            kind,
            &listed(options),
        ),
    }
}

fn field<'a>(
    (name, label, hint): (&'a str, &'a str, &'a str),
    value: &'a str,
    faults: &'a [FieldFault],
) -> Field<'a> {
    Field {
        name,
        label,
        hint,
        value,
        faults,
    }
}

fn listed(options: &[FormOption]) -> Vec<Choice<'_>> {
    options
        .iter()
        .map(|option| Choice {
            value: &option.value,
            label: &option.label,
            chosen: option.chosen,
        })
        .collect()
}
