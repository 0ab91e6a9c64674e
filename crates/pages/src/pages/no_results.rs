//! Ways on where a search finds nothing.

use crate::{
    components::references::{BodyRef, outside_link},
    href,
    shell::Shell,
    words::counted,
};
use maud::{Markup, html};

/// What to do instead; every part is optional.
#[derive(Clone, Debug, Default)]
pub struct NoResults {
    /// Each active filter without which something is found.
    pub without_filter: Vec<OtherSearch>,
    /// The same search with expired offerings.
    pub with_expired: Option<OtherSearch>,
    /// Other spellings and nearby words.
    pub nearby_words: Vec<OtherSearch>,
    /// What other states have for these words.
    pub elsewhere: Vec<ElsewhereRow>,
    /// The CIO office of the chosen jurisdiction's state.
    pub cio_office: Option<BodyRef>,
    /// The category that was picked, to ask about.
    pub category: Option<String>,
}

/// Another search that finds something.
#[derive(Clone, Debug, Default)]
pub struct OtherSearch {
    /// What differs: `State: Arden`, or the other words.
    pub words: String,
    /// Where it leads.
    pub href: String,
    /// How much it finds.
    pub count: u64,
}

/// A state with offerings for the same words.
#[derive(Clone, Debug, Default)]
pub struct ElsewhereRow {
    /// Name of the state.
    pub state: String,
    /// Where it leads.
    pub href: String,
    /// How many offerings.
    pub count: u64,
}

pub(super) fn no_results(shell: &Shell, ways: &NoResults) -> Markup {
    html! {
        div class="il-empty il-prose" {
            @if !ways.without_filter.is_empty() || ways.with_expired.is_some() {
                h2 { "Widen the search" }
                ul {
                    @for other in &ways.without_filter { (way("Without", other)) }
                    @if let Some(other) = &ways.with_expired {
                        li { a href=(other.href) { "With expired offerings" } " (" (counted(other.count, "offering", "offerings")) ")" }
                    }
                }
            }
            @if !ways.nearby_words.is_empty() {
                h2 { "Try other words" }
                ul { @for other in &ways.nearby_words { (way("", other)) } }
            }
            @if !ways.elsewhere.is_empty() {
                h2 { "What other states have" }
                ul {
                    @for row in &ways.elsewhere {
                        li { a href=(row.href) { (row.state) } " (" (counted(row.count, "offering", "offerings")) ")" }
                    }
                }
            }
            h2 { "Ask" }
            @match &ways.cio_office {
                Some(office) => p {
                    "Ask " (office) ", the CIO office of your state: one answer helps every government of your kind."
                    @if let Some(site) = &office.website { " " (outside_link(site, "Website")) }
                    br;
                    a class="usa-button il-next" href=(href::ask(None, ways.category.as_deref(), shell.key(), None)) { "Ask " (office.name) }
                },
                None => p {
                    "Choose your government, and the CIO office of your state stands here: "
                    a href=(crate::href::picker(&shell.path)) { "choose your government" } "."
                },
            }
        }
    }
}

fn way(before: &str, other: &OtherSearch) -> Markup {
    html! {
        li {
            a href=(other.href) {
                @if !before.is_empty() { (before) " " }
                "“" (other.words) "”"
            }
            " (" (counted(other.count, "offering", "offerings")) ")"
        }
    }
}
