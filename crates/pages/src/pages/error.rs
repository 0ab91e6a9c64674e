//! Error pages; each offers a way on.

use super::kept_words::KeptWords;
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
    /// What was typed into a form that could not be taken.
    pub kept: Option<KeptWords>,
}

/// What went wrong.
#[derive(Clone, Debug)]
pub enum Problem {
    /// 400: the address or form says something that cannot be.
    BadRequest {
        /// Each fault.
        faults: Vec<FieldFault>,
    },
    /// 401: a form of a session that has ended meanwhile.
    SignedOut {
        /// Where to sign in.
        href: &'static str,
    },
    /// 403: the form came from elsewhere or is of an older visit.
    Forged,
    /// 403: the reader belongs to the body, but this takes more.
    RoleMissing {
        /// Who may do it.
        who: String,
    },
    /// 404.
    NotFound,
    /// 409.
    Conflict {
        /// What stands against it.
        text: String,
    },
    /// 413.
    TooLarge {
        /// Bytes that are taken at most.
        limit: usize,
    },
    /// 415.
    NoForm,
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
            Problem::SignedOut { .. } => 401,
            Problem::Forged | Problem::RoleMissing { .. } => 403,
            Problem::NotFound => 404,
            Problem::Conflict { .. } => 409,
            Problem::TooLarge { .. } => 413,
            Problem::NoForm => 415,
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
            Problem::SignedOut { .. } => "You are signed out",
            Problem::Forged => "We could not tell that this came from you",
            Problem::RoleMissing { .. } => "Your role does not allow this",
            Problem::NotFound => "There is no such page",
            Problem::Conflict { .. } => "This does not fit what stands already",
            Problem::TooLarge { .. } => "That is too large",
            Problem::NoForm => "This address takes forms",
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
                    @if let Some(kept) = &self.kept { (kept.section(&self.shell)) }
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
            Problem::SignedOut { href } => p {
                "Your session has ended since you opened the form. "
                a href=(href) target="_blank" { "Sign in (opens in a new tab)" }
                ", come back to this page and send the form again."
            },
            Problem::Forged => p {
                "The form did not come from a page of this portal, or you have signed in or out since "
                "it was opened. Nothing was changed. Open the page anew and send the form again."
            },
            Problem::RoleMissing { who } => p { "Only " (who) " can do this. Nothing was changed." },
            Problem::Conflict { text } => p { (sentence(text)) " Nothing was changed." },
            Problem::TooLarge { limit } => p {
                "What was sent is larger than the " (size(*limit)) " that this address takes. Nothing was stored. "
                "If you go back one page, your browser may still show what you typed."
            },
            Problem::NoForm => p { "It takes what a form of this portal sends. Nothing was stored." },
            Problem::NotFound => p { "It may have moved, or the address is not quite right." },
            Problem::MethodNotAllowed => p { "The page exists, but not for this kind of request." },
            Problem::Gone { on, reason, successor } => {
                p {
                    @match on { Some(day) => { "On " (written(*day)) "." } None => { "Date not stated." } }
                    " Reason: " (sentence(reason.as_deref().unwrap_or("not stated")))
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

/// A text that ends as a sentence does.
fn sentence(text: &str) -> String {
    let ends = text.ends_with(['.', '!', '?']);
    format!("{text}{}", if ends { "" } else { "." })
}

/// Bytes as people say them.
fn size(bytes: usize) -> String {
    if bytes >= 1_000_000 {
        format!("{} MB", bytes / 1_000_000)
    } else {
        format!("{} KB", bytes / 1_000)
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
