//! `/join`: everybody's own way into a body.

use crate::{
    components::{
        done::done,
        error_summary::{FieldFault, error_summary},
        form::{Field, form, lines},
    },
    href,
    shell::{Head, Shell},
    words::{grouped, written},
};
use chrono::NaiveDate;
use maud::{Markup, Render, html};

/// What somebody belongs to, asks for, and may ask for.
#[derive(Clone, Debug)]
pub struct JoinPage {
    /// What stands around.
    pub shell: Shell,
    /// Bodies that they belong to: slug, name and role.
    pub belongs: Vec<(String, String, &'static str)>,
    /// What they asked for.
    pub requests: Vec<RequestState>,
    /// Whether their address is confirmed.
    pub confirmed: bool,
    /// The words searched for.
    pub words: String,
    /// Bodies found: slug and name.
    pub bodies: Vec<(String, String)>,
    /// How many there are.
    pub body_count: u64,
    /// Governments found: key, name with its state, kind.
    pub governments: Vec<(String, String, String)>,
    /// What they are about to ask for.
    pub asking: Option<Asking>,
    /// What was done just now.
    pub done: Option<&'static str>,
    /// What is wrong with what was typed.
    pub faults: Vec<FieldFault>,
}

/// What became of a request.
#[derive(Clone, Debug)]
pub struct RequestState {
    /// The body or government.
    pub name: String,
    /// When.
    pub asked_on: NaiveDate,
    /// Whether it was granted; none while it is open.
    pub granted: Option<bool>,
    /// What was said with it.
    pub words: String,
}

/// A body or government that is about to be asked for.
#[derive(Clone, Debug)]
pub struct Asking {
    /// The field that names it: `body` or `government`.
    pub field: &'static str,
    /// Its slug or key.
    pub value: String,
    /// Its name.
    pub name: String,
    /// How they stand to it already.
    pub stands: Stands,
    /// What was typed.
    pub message: String,
}

/// How somebody stands to a body or government.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// They may ask.
    Free,
    /// They asked on this day, and nobody has decided yet.
    Asked(NaiveDate),
    /// They belong to it.
    Belongs,
}

impl Render for JoinPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Join a body",
            description: "Ask to belong to the government or body you work for.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                h1 { "Join the body you work for" }
                (done(self.done))
                (error_summary(&self.faults))
                @if !self.confirmed {
                    p class="il-lead" { "Confirm your address first: the link is in the mail that you were sent." }
                }
                @match &self.asking {
                    Some(asking) => (self.ask(asking)),
                    None => { (self.state()) (self.search()) }
                }
            },
        )
    }
}

impl JoinPage {
    fn state(&self) -> Markup {
        html! {
            @if !self.belongs.is_empty() {
                section class="il-section" aria-labelledby="belongs" {
                    h2 id="belongs" { "You belong to" }
                    ul {
                        @for (slug, name, role) in &self.belongs {
                            li { a href={ "/desk/" (href::escape(slug)) } { (name) } ", as " (role) }
                        }
                    }
                }
            }
            @if !self.requests.is_empty() {
                section class="il-section" aria-labelledby="asked" {
                    h2 id="asked" { "You asked for" }
                    ul {
                        @for request in &self.requests {
                            li {
                                (request.name) ", on " (written(request.asked_on)) ": "
                                @match request.granted {
                                    None => "not decided yet",
                                    Some(true) => "granted",
                                    Some(false) => "refused",
                                }
                                @if !request.words.is_empty() { " – “" (request.words) "”" }
                            }
                        }
                    }
                }
            }
        }
    }

    fn search(&self) -> Markup {
        html! {
            section class="il-section" aria-labelledby="find" {
                h2 id="find" { "Find it" }
                form class="il-picker" action="/join" method="get" {
                    label class="usa-label" for="join-q" { "Name of the government, office or body" }
                    input class="usa-input" id="join-q" name="q" type="search" value=(self.words) maxlength="120" required;
                    button class="usa-button" type="submit" { "Find" }
                }
                @if !self.words.is_empty() { (self.found()) }
            }
        }
    }

    fn found(&self) -> Markup {
        html! {
            @if self.bodies.is_empty() && self.governments.is_empty() {
                p role="status" { "Nothing is called “" (self.words) "”. Check the spelling, or try fewer words." }
            }
            @if !self.bodies.is_empty() {
                h3 { "Bodies of the directory" }
                ul {
                    @for (slug, name) in &self.bodies {
                        li { a href={ "/join?body=" (href::escape(slug)) } { (name) } }
                    }
                }
                @let shown = self.bodies.len() as u64;
                @if shown < self.body_count {
                    p class="usa-hint" { (grouped(shown)) " of " (grouped(self.body_count)) " are shown; more words find fewer." }
                }
            }
            @if !self.governments.is_empty() {
                h3 { "Governments" }
                ul {
                    @for (key, name, kind) in &self.governments {
                        li { a href={ "/join?government=" (href::escape(key)) } { (name) } " (" (kind) ")" }
                    }
                }
            }
        }
    }

    fn ask(&self, asking: &Asking) -> Markup {
        let field = Field {
            name: "message",
            label: "Who are you, and what do you do there?",
            hint: "Your address is shown to whoever decides.",
            value: &asking.message,
            faults: &self.faults,
        };
        html! {
            section class="il-section" aria-labelledby="ask" {
                h2 id="ask" { "Ask to join " (asking.name) }
                @match asking.stands {
                    Stands::Belongs => p {
                        "You belong to it already. " a href={ "/desk/" (href::escape(&asking.value)) } { "Go to its desk" } "."
                    },
                    Stands::Asked(on) => p class="il-notice" {
                        "You asked on " (written(on)) ", and nobody has decided yet. You are told by mail."
                    },
                    Stands::Free => {
                        p {
                            @if asking.field == "body" {
                                "Its administrator or a steward of the portal decides. You join as a member; roles are given afterwards."
                            } @else {
                                "Nobody speaks for it here yet. A steward of the portal decides, and sets it up."
                            }
                        }
                        (form(&self.shell, "/join", &html! {
                            input type="hidden" name=(asking.field) value=(asking.value);
                            (lines(&field, 5))
                            button class="usa-button" type="submit" { "Ask to join" }
                        }))
                    }
                }
                p { a href="/join" { "Find another one" } }
            }
        }
    }
}
