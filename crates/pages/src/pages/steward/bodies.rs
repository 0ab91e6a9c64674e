//! `/steward/bodies`: the bodies of the directory.

use crate::{
    components::{
        done::done,
        pager::{Pager, pager},
        steward_head::steward_head,
    },
    href,
    shell::{Head, Shell},
    words::counted,
};
use maud::{Markup, Render, html};

/// Bodies that fit some words.
#[derive(Clone, Debug)]
pub struct StewardBodiesPage {
    /// What stands around.
    pub shell: Shell,
    /// The words.
    pub words: String,
    /// How many fit.
    pub total: u64,
    /// Those of this page.
    pub rows: Vec<BodyLine>,
    /// From one page to the next.
    pub pager: Pager,
    /// What was done just now.
    pub done: Option<&'static str>,
}

/// A body.
#[derive(Clone, Debug)]
pub struct BodyLine {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its kind in words.
    pub kind: &'static str,
    /// The government it belongs to.
    pub of: Option<String>,
}

impl Render for StewardBodiesPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Bodies",
            description: "The bodies of the directory.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (steward_head("/steward/bodies", "Bodies"))
                (done(self.done))
                form class="il-picker" action="/steward/bodies" method="get" {
                    label class="usa-label" for="bodies-q" { "Name, other name or slug" }
                    input class="usa-input" id="bodies-q" name="q" type="search" value=(self.words) maxlength="120";
                    button class="usa-button" type="submit" { "Find" }
                }
                p { a href="/steward/bodies/new" { "Add a body" } " · " a href="/steward/merge-bodies" { "Merge two bodies" } }
                p role="status" class="il-found" {
                    (counted(self.total, "body fits", "bodies fit")) "."
                }
                ul class="il-rows" {
                    @for row in &self.rows {
                        @let slug = href::escape(&row.slug);
                        li class="il-row" {
                            h2 class="il-row__title" { a href={ "/steward/bodies/" (slug) } { (row.name) } }
                            p class="il-row__body" {
                                (row.kind) @if let Some(of) = &row.of { " of " (of) } " · " (row.slug)
                            }
                            p class="il-row__summary" {
                                a href={ "/desk/" (slug) } { "Desk" span class="usa-sr-only" { " of " (row.name) } } " · "
                                a href={ "/desk/" (slug) "/members" } { "Members" span class="usa-sr-only" { " of " (row.name) } } " · "
                                a href={ "/desk/" (slug) "/domains" } { "Known domains" span class="usa-sr-only" { " of " (row.name) } } " · "
                                a href={ "/desk/" (slug) "/log" } { "Log" span class="usa-sr-only" { " of " (row.name) } }
                            }
                        }
                    }
                }
                (pager(&self.shell, &self.pager))
            },
        )
    }
}
