//! The header: wordmark, navigation, chosen jurisdiction, search box.

use super::{Shell, wordmark};
use crate::{
    components::icon::{Icon, icon},
    href,
};
use maud::{Markup, html};

/// Places of the main navigation.
const PLACES: [(&str, &str); 4] = [
    ("/search", "Search"),
    ("/match", "Match"),
    ("/categories", "Categories"),
    ("/about", "About"),
];

pub(super) fn header(shell: &Shell, search_box: bool) -> Markup {
    html! {
        header class="il-header" {
            div class="grid-container il-header__bar" {
                a class="il-wordmark" href=(href::with_for("/", shell.key())) {
                    @match &shell.brand.logo {
                        Some(file) => img class="il-logo" src=(shell.asset(file)) alt="";,
                        None => (wordmark::rings()),
                    }
                    span { (shell.brand.name) }
                }
                nav class="il-nav" aria-label="Main" {
                    ul {
                        @for (path, label) in PLACES {
                            li {
                                a href=(href::with_for(path, shell.key()))
                                    aria-current=[is_here(shell, path).then_some("page")] { (label) }
                            }
                        }
                    }
                }
            }
            div class="il-subheader" {
                div class="grid-container il-subheader__bar" {
                    (chosen(shell))
                    (reader(shell))
                    @if search_box { (search(shell)) }
                }
            }
        }
    }
}

fn is_here(shell: &Shell, place: &str) -> bool {
    let path = shell.path.split(['?', '#']).next().unwrap_or_default();
    path == place
}

fn chosen(shell: &Shell) -> Markup {
    html! {
        p class="il-for" {
            @match &shell.chosen {
                Some(chosen) => {
                    span class="il-for__label" { "For " }
                    a class="il-for__name" href=(href::jurisdiction(&chosen.key)) { (chosen.name) }
                    " "
                    a class="il-for__change" href=(href::picker(&shell.path)) {
                        "Change" span class="usa-sr-only" { " the government" }
                    }
                }
                None => {
                    span class="il-for__label" { "No government chosen. " }
                    a class="il-for__change" href=(href::picker(&shell.path)) { "Choose yours" }
                }
            }
        }
    }
}

fn reader(shell: &Shell) -> Markup {
    html! {
        p class="il-reader" {
            @match &shell.reader {
                Some(reader) => {
                    a href="/shortlist" { "Shortlist" } " · "
                    a href="/memos" { "Memos" } " · "
                    a href="/desk" { "Desk" }
                    @if reader.steward { " · " a href="/steward" { "Steward" } }
                    " · " a href="/account" { (reader.name) }
                }
                None => {
                    a href="/shortlist" { "Shortlist" } " · "
                    a href="/sign-in" { "Sign in" }
                },
            }
        }
    }
}

fn search(shell: &Shell) -> Markup {
    html! {
        form class="il-box" action="/search" method="get" role="search" {
            label class="usa-sr-only" for="header-q" { "Search offerings" }
            input class="usa-input" id="header-q" type="search" name="q" value=(shell.query)
                maxlength="200" autocomplete="off" placeholder="Search offerings" data-suggest="/api/v1/suggest"
                data-for=[shell.key()];
            @if let Some(key) = shell.key() { input type="hidden" name="for" value=(key); }
            button class="usa-button il-box__button" type="submit" {
                (icon(shell, Icon::Search)) span class="usa-sr-only" { "Search" }
            }
        }
    }
}
