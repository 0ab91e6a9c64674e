//! The head of every page of a body's desk: whose it is, and the ways to its parts.

use super::references::BodyRef;
use crate::href;
use maud::{Markup, html};

/// Parts of a desk: what follows the body in the address, and the words.
const PARTS: [(&str, &str); 12] = [
    ("", "Listings"),
    ("/listed", "Listed"),
    ("/stale", "To confirm again"),
    ("/questions", "Questions"),
    ("/reports", "Reports"),
    ("/statements", "Statements of no"),
    ("/participations", "Participations"),
    ("/import", "Import"),
    ("/members", "Members"),
    ("/domains", "Known domains"),
    ("/webhooks", "Webhooks"),
    ("/log", "Log"),
];

/// The heading of a page of the desk; `part` is where the reader is.
pub(crate) fn desk_head(body: &BodyRef, part: &str, heading: &str) -> Markup {
    let desk = format!("/desk/{}", href::escape(&body.slug));
    html! {
        p class="il-kicker" { "Desk of " a href=(href::organization(&body.slug)) { (body.name) } }
        h1 { (heading) }
        nav class="il-tabs" aria-label="Desk" {
            ul {
                @for (path, label) in PARTS {
                    li {
                        a href={ (desk) (path) } aria-current=[(path == part).then_some("page")] { (label) }
                    }
                }
            }
        }
    }
}
