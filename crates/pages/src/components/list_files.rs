//! What a list can be taken along as: files, a feed, a calendar.

use maud::{Markup, html};

/// A form of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListFile {
    /// What it is called: `CSV`.
    pub label: &'static str,
    /// Its media type.
    pub media: &'static str,
    /// Its address.
    pub href: String,
}

/// Files that stand in one line; more of them are folded away.
const ONE_LINE: usize = 5;

/// The line under a list; nothing where there is no file.
pub(crate) fn list_files(files: &[ListFile]) -> Markup {
    html! {
        @if !files.is_empty() {
            nav class="il-files il-no-print" aria-label="Take this list along" {
                @if files.len() > ONE_LINE {
                    details class="il-fold" {
                        summary { "Take these lists along" }
                        p { (links(files)) }
                    }
                } @else {
                    p { "Take this list along: " (links(files)) }
                }
            }
        }
    }
}

fn links(files: &[ListFile]) -> Markup {
    html! {
        @for (place, file) in files.iter().enumerate() {
            @if place > 0 { " · " }
            a href=(file.href) type=(file.media) { (file.label) }
        }
    }
}

/// What the head of the page says of them, for feed readers and browsers.
pub(crate) fn alternates(files: &[ListFile]) -> Markup {
    html! {
        @for file in files {
            @if ["application/atom+xml", "text/calendar"].contains(&file.media) {
                link rel="alternate" type=(file.media) href=(file.href) title=(file.label);
            }
        }
    }
}
