//! `/steward/jobs`: the work that is done by itself.

use crate::{
    components::steward_head::steward_head,
    shell::{Head, Shell},
    words::moment,
};
use chrono::{DateTime, Utc};
use maud::{Markup, Render, html};

/// Every job.
#[derive(Clone, Debug)]
pub struct JobsPage {
    /// What stands around.
    pub shell: Shell,
    /// Jobs by name.
    pub jobs: Vec<JobLine>,
}

/// A job.
#[derive(Clone, Debug)]
pub struct JobLine {
    /// Its name in snake case.
    pub name: String,
    /// When it last ran.
    pub ran_at: DateTime<Utc>,
    /// When it last failed, and why.
    pub fault: Option<(DateTime<Utc>, String)>,
}

impl Render for JobsPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Jobs",
            description: "Work that is done by itself: when it ran, and what went wrong.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (steward_head("/steward/jobs", "Jobs"))
                @if self.jobs.is_empty() {
                    p { "None has run yet." }
                } @else {
                    div class="il-wide" tabindex="0" role="region" aria-label="Jobs" {
                        table class="usa-table usa-table--borderless" {
                            thead { tr { th scope="col" { "Job" } th scope="col" { "Last run" } th scope="col" { "Last fault" } } }
                            tbody {
                                @for job in &self.jobs {
                                    tr {
                                        th scope="row" { (job.name.replace('_', " ")) }
                                        td { (moment(job.ran_at)) }
                                        td {
                                            @match &job.fault {
                                                Some((at, fault)) => { (moment(*at)) ": " (fault) }
                                                None => "None",
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
                p class="usa-hint" { "A run without a fault is noted at most once a minute." }
            },
        )
    }
}
