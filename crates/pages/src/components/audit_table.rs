//! Entries of the audit log as a table.

use crate::{href, words::moment};
use chrono::{DateTime, Utc};
use maud::{Markup, html};

/// An entry.
#[derive(Clone, Debug)]
pub struct AuditLine {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// What was done, in snake case.
    pub action: String,
    /// To what.
    pub subject: String,
    /// Why; may be empty.
    pub reason: String,
    /// In whose name: slug and name.
    pub body: Option<(String, String)>,
}

pub(crate) fn audit_table(lines: &[AuditLine], older: Option<&str>) -> Markup {
    html! {
        @if lines.is_empty() {
            p role="status" { "No entry fits." }
        } @else {
            div class="il-wide" tabindex="0" role="region" aria-label="Entries" {
                table class="usa-table usa-table--borderless il-log" {
                    thead {
                        tr {
                            th scope="col" { "When" } th scope="col" { "Who" } th scope="col" { "What" }
                            th scope="col" { "To what" } th scope="col" { "In whose name" } th scope="col" { "Why" }
                        }
                    }
                    tbody {
                        @for line in lines {
                            tr {
                                td { (moment(line.at)) }
                                td { (line.actor) }
                                td { (line.action.replace('_', " ")) }
                                td { (line.subject) }
                                td { @if let Some((slug, name)) = &line.body { a href=(href::organization(slug)) { (name) } } }
                                td { (line.reason) }
                            }
                        }
                    }
                }
            }
        }
        @if let Some(older) = older { p { a href=(older) rel="next" { "Older entries" } } }
    }
}
