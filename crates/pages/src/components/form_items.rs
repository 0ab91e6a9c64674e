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
    /// Questions about one thing.
    Group {
        /// What they are about.
        label: String,
        /// The questions.
        items: Vec<FormItem>,
    },
    /// Questions that most leave as they are, behind a line that opens.
    Fold {
        /// What they are about.
        label: String,
        /// Whether something is answered already.
        open: bool,
        /// The questions.
        items: Vec<FormItem>,
    },
}

impl FormItem {
    /// Whether something is wrong with an answer to it.
    fn is_faulty(&self, faults: &[FieldFault]) -> bool {
        match self {
            FormItem::Heading(_) | FormItem::Note(_) => false,
            FormItem::Group { items, .. } | FormItem::Fold { items, .. } => {
                items.iter().any(|item| item.is_faulty(faults))
            }
            FormItem::Hidden { name, .. }
            | FormItem::Line { name, .. }
            | FormItem::Lines { name, .. }
            | FormItem::Select { name, .. }
            | FormItem::Choices { name, .. } => faults.iter().any(|fault| fault.field == *name),
        }
    }
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
        FormItem::Group { label, items } => html! {
            fieldset class="usa-fieldset il-group" {
                legend class="usa-legend usa-legend--large" { (label) }
                (form_items(items, faults))
            }
        },
        FormItem::Fold { label, open, items } => html! {
            details class="il-fold" open[*open || item.is_faulty(faults)] {
                summary { (label) }
                (form_items(items, faults))
            }
        },
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

#[cfg(test)]
mod tests {
    use super::{FieldFault, FormItem, form_items};

    #[test]
    fn a_fold_stands_open_where_something_in_it_is_wrong() {
        let line = FormItem::Line {
            name: "miles".into(),
            label: "Miles".into(),
            hint: String::new(),
            value: "ten".into(),
            kind: "text",
        };
        let fold = FormItem::Fold {
            label: "Limits".into(),
            open: false,
            items: vec![line],
        };
        let closed = form_items(std::slice::from_ref(&fold), &[]).into_string();
        assert!(closed.contains("<details class=\"il-fold\">"), "{closed}");
        let fault = FieldFault {
            field: "miles".into(),
            message: "no number".into(),
        };
        let open = form_items(&[fold], &[fault]).into_string();
        assert!(open.contains("<details class=\"il-fold\" open>"), "{open}");
    }
}
