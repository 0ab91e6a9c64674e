//! From one page of a list to the next.

use super::icon::{Icon, icon};
use crate::{shell::Shell, words::grouped};
use maud::{Markup, html};

/// Where one stands in a list; a list of one page has no pager.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pager {
    /// This page, from 1.
    pub page: u64,
    /// How many pages there are.
    pub page_count: u64,
    /// Address of the previous page.
    pub previous_href: Option<String>,
    /// Address of the next page.
    pub next_href: Option<String>,
}

pub(crate) fn pager(shell: &Shell, pager: &Pager) -> Markup {
    html! {
        @if pager.page_count > 1 {
            nav class="il-pager" aria-label="Pages" {
                @if let Some(href) = &pager.previous_href {
                    a class="il-pager__step" href=(href) rel="prev" { (icon(shell, Icon::Previous)) "Previous" span class="usa-sr-only" { " page" } }
                }
                span { "Page " (grouped(pager.page)) " of " (grouped(pager.page_count)) }
                @if let Some(href) = &pager.next_href {
                    a class="il-pager__step" href=(href) rel="next" { "Next" span class="usa-sr-only" { " page" } (icon(shell, Icon::Next)) }
                }
            }
        }
    }
}
