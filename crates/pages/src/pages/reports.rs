//! `/desk/{body}/reports`: problems that readers reported.

use crate::{
    components::{
        desk_head::desk_head,
        error_summary::{FieldFault, error_summary},
        form::{Field, button_form, form, lines},
        references::BodyRef,
    },
    href,
    shell::{Head, Shell},
    words::{counted, written},
};
use chrono::NaiveDate;
use maud::{Markup, Render, html};

/// The reports of a body.
#[derive(Clone, Debug)]
pub struct ReportsPage {
    /// What stands around.
    pub shell: Shell,
    /// The body.
    pub body: BodyRef,
    /// Open ones first.
    pub reports: Vec<ReportRow>,
}

/// A report.
#[derive(Clone, Debug)]
pub struct ReportRow {
    /// Its number.
    pub id: i32,
    /// What the offering is called.
    pub title: String,
    /// The slug of the offering, as far as it is still published.
    pub offering: Option<String>,
    /// What is wrong, in the reader's words.
    pub message: String,
    /// When it was reported.
    pub reported_on: NaiveDate,
    /// Who looks after it.
    pub owner: Option<String>,
    /// What was answered.
    pub answer: String,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// Whether somebody is told of the answer.
    pub told: bool,
}

/// One report with the ways to deal with it.
#[derive(Clone, Debug)]
pub struct OneReportPage {
    /// What stands around.
    pub shell: Shell,
    /// The body.
    pub body: BodyRef,
    /// The report.
    pub report: ReportRow,
    /// Whether the reader may look after it.
    pub may_edit: bool,
    /// The answer as typed.
    pub answer: String,
    /// What cannot be as it is.
    pub faults: Vec<FieldFault>,
}

impl Render for ReportsPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Reports",
            description: "Problems that readers reported.",
            search_box: false,
        };
        let desk = format!("/desk/{}/reports", href::escape(&self.body.slug));
        let open = self
            .reports
            .iter()
            .filter(|row| row.closed_on.is_none())
            .count();
        self.shell.document(
            &head,
            &html! {
                (desk_head(&self.body, "/reports", "Reports"))
                p { (counted(open as u64, "open report", "open reports")) "." }
                ul class="il-plain il-ruled" {
                    @for row in &self.reports {
                        li {
                            a href={ (desk) "/" (row.id) } {
                                (row.title)
                            }
                            @if row.offering.is_none() { " (no longer published)" }
                            " " (state(row))
                            p class="il-words" { (row.message) }
                        }
                    }
                }
            },
        )
    }
}

fn state(row: &ReportRow) -> Markup {
    html! {
        span class="il-muted" {
            "Reported on " (written(row.reported_on)) ", "
            @match (row.closed_on, &row.owner) {
                (Some(day), _) => { "closed on " (written(day)) "." }
                (None, Some(owner)) => { "with " (owner) "." }
                (None, None) => { "nobody looks after it yet." }
            }
        }
    }
}

impl Render for OneReportPage {
    fn render(&self) -> Markup {
        let row = &self.report;
        let head = Head {
            title: "A reported problem",
            description: "A problem that a reader reported.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (error_summary(&self.faults))
                (desk_head(&self.body, "/reports", "A reported problem"))
                @if let Some(slug) = &row.offering {
                    p { "About " a href=(href::offering(slug, None)) { (row.title) } "." }
                } @else {
                    p { "About “" (row.title) "”, which is no longer published." }
                }
                p { (state(row)) }
                p class="il-words" { (row.message) }
                @if !row.answer.is_empty() {
                    h2 { "Answer" }
                    p class="il-words" { (row.answer) }
                }
                @if self.may_edit && row.closed_on.is_none() { (self.deal()) }
            },
        )
    }
}

impl OneReportPage {
    fn deal(&self) -> Markup {
        let action = format!(
            "/desk/{}/reports/{}",
            href::escape(&self.body.slug),
            self.report.id
        );
        let hint = if self.report.told {
            "Who reported it is told these words."
        } else {
            "Who reported it left no address; the words stay here."
        };
        let answer = Field {
            name: "answer",
            label: "What came of it",
            hint,
            value: &self.answer,
            faults: &self.faults,
        };
        html! {
            @if self.report.owner.is_none() { (button_form(&self.shell, &format!("{action}/own"), "I look after it")) }
            (form(&self.shell, &action, &html! {
                (lines(&answer, 5))
                button class="usa-button" type="submit" { "Answer and close" }
            }))
        }
    }
}
