//! Documents, users and history of an offering.

use super::OfferingPage;
use crate::{
    components::references::{PlaceRef, SourceRef, outside_link},
    href,
    words::{and, written},
};
use chrono::NaiveDate;
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
    /// Where it was read.
    pub source: SourceRef,
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
        }
    }

    pub(super) fn users(&self) -> Markup {
        html! {
            section class="il-prose" aria-labelledby="users" {
                h2 id="users" { "Who uses it" }
                @if self.users.is_empty() && self.known_users.is_empty() { p class="il-absent" { "Not stated" } }
                @if !self.known_users.is_empty() { p { (self.known_users) } }
                @if !self.users.is_empty() {
                    ul {
                        @for user in &self.users {
                            li {
                                (user.place)
                                @if let Some(day) = user.since { " since " (written(day)) }
                                ". " span class="il-muted" { (user.source) }
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
