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
    /// By which of their tokens.
    pub token: Option<String>,
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
    let in_names = lines.iter().any(|line| line.body.is_some());
    html! {
        @if lines.is_empty() {
            p role="status" { "No entry fits." }
        } @else {
            div class="il-wide" tabindex="0" role="region" aria-label="Entries" {
                table class="usa-table usa-table--borderless il-log il-stacked" {
                    thead {
                        tr {
                            th scope="col" { "When" } th scope="col" { "Who" } th scope="col" { "What" }
                            th scope="col" { "To what" }
                            @if in_names { th scope="col" { "In whose name" } }
                            th scope="col" { "Why" }
                        }
                    }
                    tbody {
                        @for line in lines {
                            tr {
                                td { (moment(line.at)) }
                                td data-label="Who" {
                                    (line.actor)
                                    @if let Some(token) = &line.token { " by the token “" (token) "”" }
                                }
                                td data-label="What" { (line.action.replace('_', " ")) }
                                td data-label="To what" { (line.subject) }
                                @if in_names {
                                    td data-label="In whose name" {
                                        @if let Some((slug, name)) = &line.body { a href=(href::organization(slug)) { (name) } }
                                    }
                                }
                                td data-label="Why" { (line.reason) }
                            }
                        }
                    }
                }
            }
        }
        @if let Some(older) = older { p { a href=(older) rel="next" { "Older entries" } } }
    }
}
