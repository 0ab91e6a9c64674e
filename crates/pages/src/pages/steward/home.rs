//! `/steward`: what waits for a steward.

use crate::{
    components::steward_head::steward_head,
    shell::{Head, Shell},
    words::grouped,
};
use maud::{Markup, Render, html};

/// What waits.
#[derive(Clone, Debug)]
pub struct StewardPage {
    /// What stands around.
    pub shell: Shell,
    /// Open requests for governments.
    pub requests: u64,
    /// Mails that were given up.
    pub dead_letters: u64,
    /// Jobs whose last run failed.
    pub failing_jobs: u64,
    /// Bodies of the directory.
    pub bodies: u64,
    /// Published offerings.
    pub offerings: u64,
    /// Version of the category vocabulary.
    pub vocabulary: String,
}

impl Render for StewardPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Steward",
            description: "Looking after the portal.",
            search_box: false,
        };
        let waiting = [
            (
                "/steward/requests",
                "Requests for governments",
                self.requests,
            ),
            (
                "/steward/mail",
                "Mails that were given up",
                self.dead_letters,
            ),
            (
                "/steward/jobs",
                "Jobs that failed the last time",
                self.failing_jobs,
            ),
        ];
        self.shell.document(
            &head,
            &html! {
                (steward_head("/steward", "Looking after the portal"))
                section class="il-section" aria-labelledby="waiting" {
                    h2 id="waiting" { "What waits for you" }
                    ul {
                        @for (path, label, count) in waiting {
                            li { a href=(path) { (label) } ": " (grouped(count)) }
                        }
                    }
                }
                section class="il-section" aria-labelledby="holds" {
                    h2 id="holds" { "What the portal holds" }
                    ul {
                        li { a href="/steward/bodies" { "Bodies" } ": " (grouped(self.bodies)) }
                        li { a href="/search" { "Published offerings" } ": " (grouped(self.offerings)) }
                        li { "Category vocabulary: version " (self.vocabulary) }
                    }
                }
                section class="il-section" aria-labelledby="twice" {
                    h2 id="twice" { "What stands twice" }
                    p {
                        a href="/steward/merge-bodies" { "Merge two bodies" } " · "
                        a href="/steward/merge-offerings" { "Merge two offerings" }
                    }
                }
            },
        )
    }
}
