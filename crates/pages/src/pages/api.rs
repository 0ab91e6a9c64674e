//! `/api`: what programs may ask, each call with a request that can be copied.

use crate::shell::{Head, Shell};
use maud::{Markup, Render, html};

/// A parameter of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiParam {
    /// Its name.
    pub name: String,
    /// Where it stands: in the address, in the head.
    pub place: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it means, and which values it takes.
    pub says: String,
}

/// An answer of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiAnswer {
    /// The status.
    pub status: u16,
    /// What it means.
    pub says: String,
}

/// One call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiCall {
    /// Its name, which is its anchor.
    pub name: &'static str,
    /// The method.
    pub verb: String,
    /// The address.
    pub path: &'static str,
    /// What it does.
    pub title: &'static str,
    /// More of it.
    pub says: &'static str,
    /// Who may.
    pub needs: &'static str,
    /// Its parameters.
    pub params: Vec<ApiParam>,
    /// Its answers.
    pub answers: Vec<ApiAnswer>,
    /// A request that can be copied.
    pub request: String,
}

/// A group of calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiGroup {
    /// Its name.
    pub label: &'static str,
    /// Its calls.
    pub calls: Vec<ApiCall>,
}

/// The page.
#[derive(Clone, Debug, Default)]
pub struct ApiPage {
    /// What stands around.
    pub shell: Shell,
    /// The calls.
    pub groups: Vec<ApiGroup>,
    /// Requests a minute from an address; none without a limit.
    pub by_address: Option<u32>,
    /// Requests a minute with a token; none without a limit.
    pub by_token: Option<u32>,
}

impl Render for ApiPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "API",
            description: "What programs may ask of this portal, each call with a request that can be copied.",
            search_box: false,
        };
        let content = html! {
            h1 { "API" }
            p class="il-lead" {
                "Everything that is shown here can be read as JSON, and everything that is done at a desk can be "
                "done by a program. For programs: " a href="/api/openapi.json" { "the same as OpenAPI 3.1" } "."
            }
            div class="il-prose" { (self.rules()) }
            nav aria-labelledby="calls" {
                h2 id="calls" { "Calls" }
                @for group in &self.groups {
                    h3 { (group.label) }
                    ul {
                        @for call in &group.calls {
                            li { a href={ "#" (call.name) } { (call.title) } }
                        }
                    }
                }
            }
            @for group in &self.groups {
                section class="il-section" {
                    h2 { (group.label) }
                    @for call in &group.calls { (one(call)) }
                }
            }
        };
        self.shell.document(&head, &content)
    }
}

impl ApiPage {
    fn rules(&self) -> Markup {
        html! {
            h2 { "Rules for every call" }
            dl {
                dt { "Who asks" }
                dd {
                    "Reading needs nothing. What is for people of a body takes a token, which you make in "
                    a href="/account/tokens" { "your account" } " and send as "
                    code { "Authorization: Bearer TOKEN" } ". It acts in your name, as far as its scopes go."
                }
                dt { "How often" }
                dd {
                    @match (self.by_address, self.by_token) {
                        (None, None) => { "As often as you like." }
                        (address, token) => {
                            @if let Some(most) = address { (most) " requests a minute from one address. " }
                            @if let Some(most) = token { (most) " requests a minute with one token. " }
                            code { "RateLimit" } " says what is left; 429 says with "
                            code { "Retry-After" } " how long to wait."
                        }
                    }
                }
                dt { "Lists" }
                dd { "A list goes on at the address in " code { "next" } ", which stands in the " code { "Link" } " header too." }
                dt { "What you have already" }
                dd { "Send the " code { "ETag" } " of an answer as " code { "If-None-Match" } "; 304 says that it still stands." }
                dt { "Drafts" }
                dd {
                    "Send the " code { "ETag" } " of the listing that you read as " code { "If-Match" }
                    "; 412 says that somebody has changed the draft since."
                }
                dt { "Sending again" }
                dd {
                    "A " code { "POST" } " with an " code { "Idempotency-Key" } " of your own is done once: sent again "
                    "within 24 hours it is answered alike. What was refused was not done, and may be sent again."
                }
                dt { "Refusals" }
                dd {
                    "Are problem details (RFC 9457), with each faulty field in " code { "errors" }
                    ": a name of the address, or a pointer into the JSON that was sent."
                }
            }
        }
    }
}

fn one(call: &ApiCall) -> Markup {
    let of = |part: &str| format!("{}-{part}", call.name);
    html! {
        section class="il-section" {
            h3 id=(call.name) { (call.title) }
            p { code { (call.verb) " " (call.path) } }
            @if !call.says.is_empty() { p { (call.says) } }
            p { (call.needs) }
            @if !call.params.is_empty() {
                div class="il-scroll" tabindex="0" role="group" aria-labelledby=(of("params")) {
                    table class="usa-table usa-table--borderless" {
                        caption id=(of("params")) { "Parameters" }
                        thead { tr { th scope="col" { "Name" } th scope="col" { "Where" } th scope="col" { "Meaning" } } }
                        tbody {
                            @for param in &call.params {
                                tr {
                                    th scope="row" { code { (param.name) } }
                                    td { (param.place) @if param.required { ", required" } }
                                    td { (param.says) }
                                }
                            }
                        }
                    }
                }
            }
            div class="il-scroll" tabindex="0" role="group" aria-labelledby=(of("answers")) {
                table class="usa-table usa-table--borderless" {
                    caption id=(of("answers")) { "Answers" }
                    thead { tr { th scope="col" { "Status" } th scope="col" { "Meaning" } } }
                    tbody {
                        @for answer in &call.answers {
                            tr { th scope="row" { (answer.status) } td { (answer.says) } }
                        }
                    }
                }
            }
            p id=(of("request")) { "A request" }
            pre class="il-scroll" tabindex="0" role="group" aria-labelledby=(of("request")) { code { (call.request) } }
        }
    }
}
