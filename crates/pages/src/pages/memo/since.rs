//! What changed since a memo was frozen.

use crate::{
    components::verdict::VerdictBadge,
    href,
    pages::{ChangeRow, changes::side_by_side_of},
    words::{and, capitalized},
};
use maud::{Markup, html};

/// What changed of one option.
#[derive(Clone, Debug)]
pub struct ChangedSince {
    /// Its title when the memo was frozen.
    pub title: String,
    /// Its slug now, as far as it is published.
    pub slug: Option<String>,
    /// What the changes are about: price, term.
    pub about: Vec<String>,
    /// The badges then and now, where they differ.
    pub verdict: Option<(VerdictBadge, VerdictBadge)>,
    /// The editions of both sides.
    pub numbers: (i32, i32),
    /// What differs.
    pub rows: Vec<ChangeRow>,
}

pub(super) fn since(changed: &[ChangedSince]) -> Markup {
    html! {
        section class="il-section il-screen" aria-labelledby="since" {
            h2 id="since" { "What changed since" }
            @if changed.is_empty() {
                p { "Nothing that the memo relies on has changed since it was frozen." }
            }
            @for one in changed {
                h3 {
                    @match &one.slug {
                        Some(slug) => a href=(href::offering(slug, None)) { (one.title) },
                        None => (one.title),
                    }
                }
                @if !one.about.is_empty() { p { "Changed: " strong { (capitalized(&and(&one.about).to_lowercase())) } "." } }
                @if let Some((then, now)) = &one.verdict {
                    p { "The answer was " (then) " and is now " (now) "." }
                }
                @if !one.rows.is_empty() {
                    (side_by_side_of(
                        &one.rows,
                        (
                            &format!("Edition {}, relied on", one.numbers.0),
                            &format!("Edition {}, now", one.numbers.1),
                        ),
                        &format!("What changed: {}", one.title),
                    ))
                }
            }
        }
    }
}
