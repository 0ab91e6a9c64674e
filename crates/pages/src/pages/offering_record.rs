//! Documents, users and history of an offering.

use super::OfferingPage;
use crate::{
    components::references::{PlaceRef, SourceRef, outside_link},
    href,
    words::{and, grouped, miles, written},
};
use chrono::NaiveDate;
use interlocal_catalog::offering::OfferingKind;
use maud::{Markup, html};

/// A document or link.
#[derive(Clone, Debug, Default)]
pub struct DocumentRow {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// Type, size, date, in words.
    pub about: String,
}

/// A government that uses it.
#[derive(Clone, Debug, Default)]
pub struct UserRow {
    /// The government.
    pub place: PlaceRef,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// At what size, in words; empty where nobody said.
    pub size: String,
    /// Where it was read.
    pub source: SourceRef,
}

/// A government like the reader's that uses it.
#[derive(Clone, Debug, Default)]
pub struct LikeUsRow {
    /// What is known of its use.
    pub user: UserRow,
    /// People.
    pub population: Option<u64>,
    /// How far away, in statute miles.
    pub distance_miles: Option<f64>,
}

/// One event of its history.
#[derive(Clone, Debug)]
pub struct HistoryRow {
    /// The day.
    pub on: NaiveDate,
    /// What happened: `Edition 1 published`.
    pub what: String,
    /// Address of what changed, where there was something before.
    pub changes: Option<String>,
}

impl OfferingPage {
    pub(super) fn documents(&self) -> Markup {
        html! {
            @if !self.documents.is_empty() {
                section class="il-prose" aria-labelledby="documents" {
                    h2 id="documents" { "Documents and links" }
                    ul {
                        @for document in &self.documents {
                            li {
                                @if href::is_inside(&document.url) { a href=(document.url) { (document.title) } }
                                @else { (outside_link(&document.url, &document.title)) }
                                @if !document.about.is_empty() { ", " (document.about) }
                            }
                        }
                    }
                }
            }
            (self.papers())
        }
    }

    /// What a buyer needs for the file, and papers to sign.
    fn papers(&self) -> Markup {
        let slug = href::escape(&self.slug);
        html! {
            p {
                @if self.kind == OfferingKind::Contract {
                    a href=(href::with_for(&format!("/offerings/{slug}/checklist"), self.shell.key())) { "Due-diligence checklist" } " · "
                }
                a href={ "/templates?offering=" (slug) } { "Templates of agreements" }
            }
        }
    }

    pub(super) fn users(&self) -> Markup {
        html! {
            section class="il-prose" aria-labelledby="who-uses-it" {
                h2 id="who-uses-it" { "Who uses it" }
                @if self.users.is_empty() && self.like_us.is_empty() && self.known_users.is_empty() { p class="il-absent" { "Not stated" } }
                @if !self.known_users.is_empty() { p { (self.known_users) } }
                (self.like_us())
                @if !self.users.is_empty() {
                    ul {
                        @for user in &self.users {
                            li {
                                (user.place)
                                @if !user.size.is_empty() { ", " (user.size) }
                                @if let Some(day) = user.since { " since " (written(day)) }
                                ". " span class="il-muted" { (user.source) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn like_us(&self) -> Markup {
        let not_stated = || "Not stated".to_owned();
        html! {
            @if let (Some(chosen), false) = (&self.shell.chosen, self.like_us.is_empty()) {
                h3 id="like-us" { "Governments like " (chosen.name) }
                p { "Of the same kind, the most alike in size first." }
                div class="il-scroll" tabindex="0" role="group" aria-labelledby="like-us" {
                    table class="usa-table usa-table--borderless" {
                        thead {
                            tr {
                                th scope="col" { "Government" }
                                th scope="col" class="il-number" { "People" }
                                th scope="col" class="il-number" { "Distance" }
                                th scope="col" { "Since" }
                                th scope="col" { "At what size" }
                            }
                        }
                        tbody {
                            @for row in &self.like_us {
                                tr {
                                    th scope="row" { (row.user.place) div class="il-muted" { (row.user.source) } }
                                    td class="il-number" { (row.population.map_or_else(not_stated, grouped)) }
                                    td class="il-number" { (row.distance_miles.map_or_else(not_stated, miles)) }
                                    td { (row.user.since.map_or_else(not_stated, written)) }
                                    td { @if row.user.size.is_empty() { "Not stated" } @else { (row.user.size) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    pub(super) fn history(&self) -> Markup {
        html! {
            section class="il-prose" aria-labelledby="history" {
                h2 id="history" { "History" }
                ul class="il-plain" {
                    @for row in &self.history {
                        li {
                            (written(row.on)) ": " (row.what)
                            @if let Some(address) = &row.changes { " – " a href=(address) { "what changed" } }
                        }
                    }
                    li { (written(self.source.checked_on)) ": source checked" }
                }
                p { a href={ "/offerings/" (href::escape(&self.slug)) "/report" } { "Report a problem" } }
                @if !self.aliases.is_empty() { p class="il-muted" { "Also listed as " (and(&self.aliases)) "." } }
            }
        }
    }
}
