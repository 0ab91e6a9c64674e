//! `/steward/audit`: who did what, when and why.

use crate::{
    components::{
        audit_table::{AuditLine, audit_table},
        error_summary::{FieldFault, error_summary},
        form::{Choice, Field, line, select},
        steward_head::steward_head,
    },
    shell::{Head, Shell},
};
use maud::{Markup, Render, html};

/// The audit log.
#[derive(Clone, Debug)]
pub struct AuditPage {
    /// What stands around.
    pub shell: Shell,
    /// The filters as they were typed: name of the field and value.
    pub filters: Vec<(&'static str, String)>,
    /// Every action that the log names.
    pub actions: Vec<String>,
    /// Entries, the newest first.
    pub lines: Vec<AuditLine>,
    /// Address of the older ones.
    pub older: Option<String>,
    /// What is wrong with the filters.
    pub faults: Vec<FieldFault>,
}

impl Render for AuditPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Audit log",
            description: "Who did what, when and why.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (steward_head("/steward/audit", "Audit log"))
                (error_summary(&self.faults))
                (self.form())
                @if self.faults.is_empty() {
                    (audit_table(&self.lines, self.older.as_deref()))
                }
            },
        )
    }
}

impl AuditPage {
    fn value(&self, name: &str) -> &str {
        self.filters
            .iter()
            .find(|(known, _)| *known == name)
            .map_or("", |(_, value)| value.as_str())
    }

    fn form(&self) -> Markup {
        let field = |name, label, hint| Field {
            name,
            label,
            hint,
            value: self.value(name),
            faults: &self.faults,
        };
        let chosen = self.value("action");
        let any = Choice {
            value: "",
            label: "any",
            chosen: chosen.is_empty(),
        };
        let labels: Vec<(&str, String)> = self
            .actions
            .iter()
            .map(|action| (action.as_str(), action.replace('_', " ")))
            .collect();
        let actions: Vec<Choice<'_>> = std::iter::once(any)
            .chain(labels.iter().map(|(value, label)| Choice {
                value,
                label,
                chosen: *value == chosen,
            }))
            .collect();
        html! {
            form class="il-filters" action="/steward/audit" method="get" {
                (line(&field("actor", "Who", "An address, or portal"), "text", "off"))
                (select(&field("action", "What", ""), &actions))
                (line(&field("subject", "To what", "A slug or an address"), "text", "off"))
                (line(&field("body", "In whose name", "The slug of a body"), "text", "off"))
                (line(&field("from", "From", ""), "date", "off"))
                (line(&field("until", "Until", "This day is inside"), "date", "off"))
                div class="il-filters__end" {
                    button class="usa-button" type="submit" { "Apply" }
                    a href="/steward/audit" { "Clear all" }
                }
            }
        }
    }
}
