//! `/desk/{body}/listed` and `/desk/{body}/stale`: entries that wait for the word of
//! their body.

use crate::{
    components::{
        confidence::ConfidenceTag,
        desk_head::desk_head,
        form::form,
        references::{BodyRef, CategoryRef, SourceRef},
    },
    href,
    shell::{Head, Shell},
    words::{counted, written},
};
use chrono::NaiveDate;
use interlocal_catalog::eligibility::verdict::Confidence;
use maud::{Markup, Render, html};

/// What waits for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitingFor {
    /// To be claimed: read in public sources.
    FirstWord,
    /// To be confirmed again before it goes stale.
    NextWord,
}

/// Entries that wait for the word of their body.
#[derive(Clone, Debug)]
pub struct WaitingPage {
    /// What stands around.
    pub shell: Shell,
    /// The body.
    pub body: BodyRef,
    /// For what they wait.
    pub waiting_for: WaitingFor,
    /// The entries.
    pub entries: Vec<WaitingEntry>,
    /// Whether the reader may confirm them.
    pub may_confirm: bool,
    /// Links of published listings that lead nowhere.
    pub broken: Vec<BrokenLinkRow>,
}

/// A link that leads nowhere.
#[derive(Clone, Debug)]
pub struct BrokenLinkRow {
    /// The slug of the listing.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Where in it the link stands.
    pub place: String,
    /// The link.
    pub link: String,
    /// What came of asking after it: `answered 404 (no such page) on …`.
    pub said: String,
}

/// One of them.
#[derive(Clone, Debug)]
pub struct WaitingEntry {
    /// Its slug.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its category.
    pub category: CategoryRef,
    /// Its summary.
    pub summary: String,
    /// How well it is vouched for.
    pub confidence: Confidence,
    /// Where it was read and when it was checked.
    pub source: SourceRef,
    /// The day after which it is stale.
    pub review_by: NaiveDate,
}

impl WaitingFor {
    fn part(self) -> &'static str {
        match self {
            WaitingFor::FirstWord => "/listed",
            WaitingFor::NextWord => "/stale",
        }
    }

    fn heading(self) -> &'static str {
        match self {
            WaitingFor::FirstWord => "Listed, not confirmed",
            WaitingFor::NextWord => "To confirm again",
        }
    }

    fn button(self) -> &'static str {
        match self {
            WaitingFor::FirstWord => "Confirm",
            WaitingFor::NextWord => "Confirm again",
        }
    }
}

impl Render for WaitingPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: self.waiting_for.heading(),
            description: "Entries that wait for the word of their body.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (desk_head(&self.body, self.waiting_for.part(), self.waiting_for.heading()))
                p class="il-prose" { (self.lead()) }
                @if !self.may_confirm && !self.entries.is_empty() {
                    p class="il-notice" { "An approver of the body confirms; an editor corrects." }
                }
                ul class="il-rows" { @for entry in &self.entries { (self.entry(entry)) } }
                (self.broken_links())
            },
        )
    }
}

impl WaitingPage {
    fn lead(&self) -> Markup {
        let count = self.entries.len() as u64;
        html! {
            @match (self.waiting_for, count) {
                (WaitingFor::FirstWord, 0) => { "Nothing that is listed of this body waits for its word." }
                (WaitingFor::FirstWord, _) => {
                    (counted(count, "entry was", "entries were")) " read in public sources. Confirm what is right, "
                    "correct what is not, and remove what you do not offer: until then it is shown as “listed”."
                }
                (WaitingFor::NextWord, 0) => { "Nothing that this body confirmed is out of date or will be within 30 days." }
                (WaitingFor::NextWord, _) => {
                    (counted(count, "entry is", "entries are")) " out of date or will be within 30 days. "
                    "A stale yes counts as not recorded."
                }
            }
        }
    }

    fn broken_links(&self) -> Markup {
        let desk = format!("/desk/{}", href::escape(&self.body.slug));
        html! {
            @if !self.broken.is_empty() {
                section class="il-section" aria-labelledby="links" {
                    h2 id="links" { "Links that lead nowhere" }
                    ul class="il-plain il-ruled" {
                        @for row in &self.broken {
                            li {
                                a href={ (desk) "/offerings/" (href::escape(&row.slug)) } { (row.title) }
                                p { (row.place) ": " (row.link) " " (row.said) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn entry(&self, entry: &WaitingEntry) -> Markup {
        let desk = format!("/desk/{}", href::escape(&self.body.slug));
        let slug = href::escape(&entry.slug);
        let part = self.waiting_for.part();
        let tag = ConfidenceTag {
            confidence: entry.confidence,
            checked_on: Some(entry.source.checked_on),
        };
        let confirm = html! {
            button class="usa-button" type="submit" {
                (self.waiting_for.button()) span class="usa-sr-only" { ": " (entry.title) }
            }
        };
        html! {
            li class="il-row" {
                h2 class="il-row__title" { a href=(href::offering(&entry.slug, None)) { (entry.title) } }
                @if !entry.summary.is_empty() { p class="il-row__summary" { (entry.summary) } }
                p class="il-row__tags" {
                    span class="il-tag" { (entry.category.name) }
                    (tag)
                    span class="il-tag" { "Review by " (written(entry.review_by)) }
                }
                p class="il-muted" { (entry.source) }
                div class="il-actions" {
                    @if self.may_confirm {
                        (form(&self.shell, &format!("{desk}{part}/{slug}"), &confirm))
                    }
                    a class="usa-button usa-button--outline" href={ (desk) "/offerings/" (slug) } {
                        "Correct or remove" span class="usa-sr-only" { ": " (entry.title) }
                    }
                }
            }
        }
    }
}
