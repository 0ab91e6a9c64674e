//! Error pages; each offers a way on.

use crate::{
    components::error_summary::{FieldFault, error_summary},
    href,
    shell::{Head, Shell},
    words::{waiting, written},
};
use chrono::NaiveDate;
use maud::{Markup, Render, html};

/// An error page.
#[derive(Clone, Debug)]
pub struct ErrorPage {
    /// What stands around.
    pub shell: Shell,
    /// What went wrong.
    pub problem: Problem,
}

/// What went wrong.
#[derive(Clone, Debug)]
pub enum Problem {
    /// 400: the address or form says something that cannot be.
    BadRequest {
        /// Each fault.
        faults: Vec<FieldFault>,
    },
    /// 404.
    NotFound,
    /// 405.
    MethodNotAllowed,
    /// 410: a page that was taken away.
    Gone {
        /// When.
        on: Option<NaiveDate>,
        /// Why, in words.
        reason: Option<String>,
        /// Title and address of what replaces it.
        successor: Option<(String, String)>,
    },
    /// 414.
    AddressTooLong,
    /// 429.
    TooMany {
        /// After how many seconds to try again.
        retry_seconds: u64,
    },
    /// 500.
    Internal {
        /// What to quote when reporting it.
        request_id: String,
    },
    /// 503.
    Unavailable {
        /// After how many seconds to try again, where it is known.
        retry_seconds: Option<u64>,
    },
}

impl Problem {
    /// The status of the answer.
    pub fn status(&self) -> u16 {
        match self {
            Problem::BadRequest { .. } => 400,
            Problem::NotFound => 404,
            Problem::MethodNotAllowed => 405,
            Problem::Gone { .. } => 410,
            Problem::AddressTooLong => 414,
            Problem::TooMany { .. } => 429,
            Problem::Internal { .. } => 500,
            Problem::Unavailable { .. } => 503,
        }
    }

    fn title(&self) -> &'static str {
        match self {
            Problem::BadRequest { .. } => "We could not read that request",
            Problem::NotFound => "There is no such page",
            Problem::MethodNotAllowed => "This address does not take that",
            Problem::Gone { .. } => "This page was taken away",
            Problem::AddressTooLong => "The address is too long",
            Problem::TooMany { .. } => "Too many requests",
            Problem::Internal { .. } => "Something went wrong on our side",
            Problem::Unavailable { .. } => "Not available at the moment",
        }
    }
}

impl Render for ErrorPage {
    fn render(&self) -> Markup {
        let title = self.problem.title();
        let head = Head {
            title,
            description: title,
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                div class="il-prose" {
                    p class="il-kicker" { "Error " (self.problem.status()) }
                    h1 { (title) }
                    (what(&self.problem))
                    (self.ways_on())
                }
            },
        )
    }
}

fn what(problem: &Problem) -> Markup {
    html! {
        @match problem {
            Problem::BadRequest { faults } => (error_summary(faults)),
            Problem::NotFound => p { "It may have moved, or the address is not quite right." },
            Problem::MethodNotAllowed => p { "The page exists, but not for this kind of request." },
            Problem::Gone { on, reason, successor } => {
                p {
                    @match on { Some(day) => { "On " (written(*day)) "." } None => { "Date not stated." } }
                    " Reason: " (reason.as_deref().unwrap_or("not stated")) "."
                }
                @if let Some((title, href)) = successor { p { "In its place: " a href=(href) { (title) } "." } }
            }
            Problem::AddressTooLong => p { "Use fewer words or fewer filters." },
            Problem::TooMany { retry_seconds } => p { "Please try again in " (waiting(*retry_seconds)) "." },
            Problem::Internal { request_id } => p { "Please try again. If it happens again, report it with this number: " code { (request_id) } "." },
            Problem::Unavailable { retry_seconds } => p {
                @match retry_seconds {
                    Some(seconds) => { "Please try again in " (waiting(*seconds)) "." }
                    None => "Please try again in a few minutes.",
                }
            },
        }
    }
}

impl ErrorPage {
    fn ways_on(&self) -> Markup {
        html! {
            form class="il-search__words" action="/search" method="get" role="search" {
                label class="usa-label" for="q" { "Search offerings" }
                div class="il-box" {
                    input class="usa-input" id="q" type="search" name="q" value=(self.shell.query) maxlength="200";
                    @if let Some(key) = self.shell.key() { input type="hidden" name="for" value=(key); }
                    button class="usa-button" type="submit" { "Search" }
                }
            }
            ul {
                li { a href=(href::with_for("/", self.shell.key())) { "Home page" } }
                li { a href=(href::with_for("/categories", self.shell.key())) { "Categories" } }
                li { a href="/jurisdictions" { "Choose your government" } }
            }
        }
    }
}
