//! `/desk/{body}/statements`: what a body does not offer to whom.

use super::StatementRow;
use crate::{
    components::{
        desk_head::desk_head,
        error_summary::{FieldFault, error_summary},
        form::{Choice, Field, choices, form, select},
        references::{BodyRef, CategoryRef},
    },
    href,
    shell::{Head, Shell},
    words::{capitalized, written},
};
use chrono::NaiveDate;
use maud::{Markup, Render, html};

/// The statements of a body.
#[derive(Clone, Debug)]
pub struct StatementsPage {
    /// What stands around.
    pub shell: Shell,
    /// The body.
    pub body: BodyRef,
    /// Its statements, the latest first.
    pub statements: Vec<Statement>,
    /// Every category, those of the second level marked.
    pub categories: Vec<CategoryRef>,
    /// Every kind of government: word, plural, and whether it is chosen.
    pub kinds: Vec<(String, String, bool)>,
    /// The chosen category.
    pub category: String,
    /// Whether the reader may say and take back.
    pub may_edit: bool,
    /// What cannot be as it is.
    pub faults: Vec<FieldFault>,
}

/// A statement with its name.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Its name.
    pub id: String,
    /// What it says.
    pub row: StatementRow,
    /// The last day on which it counts.
    pub until: NaiveDate,
}

impl Render for StatementsPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Statements of no",
            description: "What a body does not offer to whom.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (error_summary(&self.faults))
                (desk_head(&self.body, "/statements", "Statements of no"))
                p class="il-prose" {
                    "A dated no is worth as much as a yes: it spares every government of the kind the asking. "
                    "It counts for 730 days; say it again, or take it back."
                }
                (self.said())
                @if self.may_edit { (self.say()) }
            },
        )
    }
}

impl StatementsPage {
    fn said(&self) -> Markup {
        let desk = format!("/desk/{}/statements", href::escape(&self.body.slug));
        html! {
            @if self.statements.is_empty() { p { "This body has not said no to anything." } }
            ul class="il-plain il-ruled" {
                @for statement in &self.statements {
                    li {
                        strong { (statement.row.category.name) } ", to " (statement.row.kinds)
                        ": said on " (written(statement.row.said_on))
                        @if statement.row.too_old { ", counted until " (written(statement.until)) "." }
                        @else { ", counts until " (written(statement.until)) "." }
                        @if self.may_edit {
                            (form(&self.shell, &format!("{desk}/{}", href::escape(&statement.id)), &html! {
                                button class="usa-button usa-button--unstyled" type="submit" {
                                    "Take back" span class="usa-sr-only" { ": " (statement.row.category.name) ", to " (statement.row.kinds) }
                                }
                            }))
                        }
                    }
                }
            }
        }
    }

    fn say(&self) -> Markup {
        let category = Field {
            name: "category",
            label: "What the body does not offer",
            hint: "The most exact category; a wider one says more than you may mean.",
            value: "",
            faults: &self.faults,
        };
        let kinds = Field {
            name: "kinds",
            label: "To whom it does not",
            hint: "",
            value: "",
            faults: &self.faults,
        };
        let options: Vec<Choice<'_>> = std::iter::once(("", "Choose a category"))
            .chain(
                self.categories
                    .iter()
                    .map(|one| (one.slug.as_str(), one.name.as_str())),
            )
            .map(|(value, label)| Choice {
                value,
                label,
                chosen: value == self.category,
            })
            .collect();
        let labels: Vec<String> = self
            .kinds
            .iter()
            .map(|(_, kind, _)| capitalized(kind))
            .collect();
        let boxes: Vec<Choice<'_>> = self
            .kinds
            .iter()
            .zip(&labels)
            .map(|((value, _, chosen), label)| Choice {
                value,
                label,
                chosen: *chosen,
            })
            .collect();
        let content = html! {
            (select(&category, &options))
            (choices(&kinds, "checkbox", &boxes))
            button class="usa-button" type="submit" { "Say no, as of today" }
        };
        let action = format!("/desk/{}/statements", href::escape(&self.body.slug));
        html! {
            section class="il-section" aria-labelledby="say" {
                h2 id="say" { "Say no" }
                (form(&self.shell, &action, &content))
            }
        }
    }
}
