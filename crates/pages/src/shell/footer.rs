//! The footer: where facts come from and how to reach the portal's own pages.

use super::Shell;
use crate::words::written;
use maud::{Markup, html};

pub(super) fn footer(shell: &Shell) -> Markup {
    html! {
        footer class="il-footer" {
            div class="grid-container" {
                p class="il-footer__line" {
                    (shell.brand.name) " shows who may use what, by which rule, and when that was checked. "
                    "It is not an official website of any government. Facts stand as of "
                    (written(shell.as_of)) "."
                }
                nav aria-label="About this portal" {
                    ul class="il-footer__links" {
                        li { a href="/about" { "About and sources" } }
                        li { a href="/data" { "Open data" } }
                        li { a href="/accessibility" { "Accessibility" } }
                        li { a href="/privacy" { "Privacy" } }
                        li { a href="/api" { "API" } }
                        @if let Some(json) = &shell.json {
                            li { a href=(json) { "This page as JSON" } }
                        }
                    }
                }
            }
        }
    }
}
