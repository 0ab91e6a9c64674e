//! How the columns of a contract list are read, for a person to correct.

use super::ImportHead;
use crate::{
    components::{
        error_summary::{FieldFault, error_summary},
        form::form,
        form_items::{FormItem, form_items},
    },
    shell::{Head, Shell},
    words::and,
};
use maud::{Markup, Render, html};

/// A column.
#[derive(Clone, Debug)]
pub struct ImportColumnRow {
    /// Its heading.
    pub name: String,
    /// Some of its cells.
    pub samples: Vec<String>,
    /// Its uses: word, label, whether it is the chosen one.
    pub uses: Vec<(String, String, bool)>,
}

/// How columns are read.
#[derive(Clone, Debug)]
pub struct ImportColumnsPage {
    /// What stands around.
    pub shell: Shell,
    /// Which file.
    pub head: ImportHead,
    /// Its columns.
    pub columns: Vec<ImportColumnRow>,
    /// Questions about the list as a whole.
    pub items: Vec<FormItem>,
    /// Headings that the source had before and this file lacks.
    pub missing: Vec<String>,
    /// Headings that are new.
    pub new: Vec<String>,
    /// What is wrong with what was chosen.
    pub faults: Vec<FieldFault>,
}

impl Render for ImportColumnsPage {
    fn render(&self) -> Markup {
        let title = format!("Columns of {}", self.head.file_name);
        let head = Head {
            title: &title,
            description: "How the columns of a list are read.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (self.head.intake.head("How the columns are read"))
                p class="il-facts" { (self.head.facts()) }
                (error_summary(&self.faults))
                p class="il-prose" {
                    "Correct what was guessed. It is kept for the next file of this source. "
                    "A column without a use of its own is kept as it is."
                }
                @for (words, names) in [("This file lacks", &self.missing), ("New in this file:", &self.new)] {
                    @if !names.is_empty() { p class="il-notice il-notice--soon" { (words) " " (and(names)) "." } }
                }
                (form(&self.shell, &self.head.at("/columns"), &html! {
                    (self.table())
                    (form_items(&self.items, &self.faults))
                    button class="usa-button il-next" type="submit" { "See what would be done" }
                }))
            },
        )
    }
}

impl ImportColumnsPage {
    fn table(&self) -> Markup {
        let fault = self.faults.iter().find(|fault| fault.field == "columns");
        html! {
            div id="columns" tabindex="-1" {
                @if let Some(fault) = fault { span class="usa-error-message" { (fault.message) } }
                table class="usa-table usa-table--borderless il-stacked il-cells" {
                    thead { tr { th scope="col" { "Column" } th scope="col" { "Some of its cells" } th scope="col" { "Read as" } } }
                    tbody {
                        @for (at, column) in self.columns.iter().enumerate() {
                            tr {
                                th scope="row" { (column.name) }
                                td data-label="Some of its cells" {
                                    @if column.samples.is_empty() { span class="il-absent" { "Blank" } }
                                    @for sample in &column.samples { div { (sample) } }
                                }
                                td data-label="Read as" {
                                    input type="hidden" name={ "h" (at) } value=(column.name);
                                    select class="usa-select" name={ "c" (at) } aria-label={ "Use of the column " (column.name) } {
                                        @for (word, label, chosen) in &column.uses {
                                            option value=(word) selected[*chosen] { (label) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
