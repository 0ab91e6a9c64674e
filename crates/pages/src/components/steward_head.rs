//! The head of every page of a steward: the ways to its parts.

use maud::{Markup, html};

/// Parts: the address and the words.
const PARTS: [(&str, &str); 11] = [
    ("/steward", "Overview"),
    ("/steward/requests", "Requests"),
    ("/steward/bodies", "Bodies"),
    ("/steward/people", "People"),
    ("/steward/audit", "Audit log"),
    ("/steward/mail", "Mail"),
    ("/steward/jobs", "Jobs"),
    ("/steward/imports", "Imports"),
    ("/steward/webhooks", "Webhooks"),
    ("/steward/announcements", "Announcements"),
    ("/steward/consider-rules", "What memos consider"),
];

/// The heading of a page; `part` is where the reader is.
pub(crate) fn steward_head(part: &str, heading: &str) -> Markup {
    html! {
        p class="il-kicker" { "Steward" }
        h1 { (heading) }
        nav class="il-tabs" aria-label="Steward" {
            ul {
                @for (path, label) in PARTS {
                    li {
                        a href=(path) aria-current=[(path == part).then_some("page")] { (label) }
                    }
                }
            }
        }
    }
}
