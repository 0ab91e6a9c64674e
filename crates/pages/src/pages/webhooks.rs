//! `/desk/{body}/webhooks` and `/steward/webhooks`: addresses that are told of events.

use crate::{
    components::{
        desk_head::desk_head,
        done::done,
        error_summary::{FieldFault, error_summary},
        form::{Choice, Field, choices, form, line},
        references::BodyRef,
        steward_head::steward_head,
    },
    href,
    shell::{Head, Shell},
    words::{counted, moment},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::webhook::EventKind;
use maud::{Markup, Render, html};

/// Whose addresses they are.
#[derive(Clone, Debug)]
pub struct WebhookOwner(pub Option<BodyRef>);

impl WebhookOwner {
    /// The address of their list, with something after it.
    fn path(&self, rest: &str) -> String {
        match &self.0 {
            Some(body) => format!("/desk/{}/webhooks{rest}", href::escape(&body.slug)),
            None => format!("/steward/webhooks{rest}"),
        }
    }

    pub(super) fn head(&self, heading: &str) -> Markup {
        match &self.0 {
            Some(body) => desk_head(body, "/webhooks", heading),
            None => steward_head("/steward/webhooks", heading),
        }
    }

    /// The address of the page of one.
    pub(super) fn one(&self, id: i32) -> String {
        self.path(&format!("/{id}"))
    }
}

/// An address that is told.
#[derive(Clone, Debug)]
pub struct WebhookLine {
    /// Its row.
    pub id: i32,
    /// Where to.
    pub address: String,
    /// Of what; words.
    pub events: Vec<String>,
    /// Who wanted it.
    pub made_by: String,
    /// When.
    pub made_at: DateTime<Utc>,
    /// Since when nothing arrives.
    pub failing_since: Option<DateTime<Utc>>,
    /// When it was stopped, and why.
    pub stopped: Option<(DateTime<Utc>, String)>,
}

/// The addresses of a body or of the portal.
#[derive(Clone, Debug)]
pub struct WebhooksPage {
    /// What stands around.
    pub shell: Shell,
    /// Whose they are.
    pub owner: WebhookOwner,
    /// The oldest first.
    pub webhooks: Vec<WebhookLine>,
    /// The address that was typed.
    pub address: String,
    /// Words of the events that were chosen.
    pub events: Vec<String>,
    /// What was done just now.
    pub done: Option<&'static str>,
    /// What is wrong with what was typed.
    pub faults: Vec<FieldFault>,
}

/// The secret of an address, shown once.
#[derive(Clone, Debug)]
pub struct WebhookSecretPage {
    /// What stands around.
    pub shell: Shell,
    /// Whose it is.
    pub owner: WebhookOwner,
    /// The row of the address.
    pub id: i32,
    /// The address.
    pub address: String,
    /// The secret.
    pub secret: String,
}

impl Render for WebhooksPage {
    fn render(&self) -> Markup {
        let title = match &self.owner.0 {
            Some(body) => format!("Webhooks of {}", body.name),
            None => "Webhooks".to_owned(),
        };
        let head = Head {
            title: &title,
            description: "Addresses that are told of events.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (self.owner.head("Webhooks"))
                (done(self.done))
                (error_summary(&self.faults))
                p class="il-lead" {
                    "A program of yours is told over HTTPS as soon as something happens: "
                    @if self.owner.0.is_some() { "everything about the listings and questions of this body." }
                    @else { "everything that is public, of every body." }
                }
                (self.standing())
                (self.another())
                (self.how())
            },
        )
    }
}

impl WebhooksPage {
    fn standing(&self) -> Markup {
        html! {
            section class="il-section" aria-labelledby="told" {
                h2 id="told" { "Told now" }
                @if self.webhooks.is_empty() {
                    p { "No address yet." }
                } @else {
                    ul class="il-rows" {
                        @for one in &self.webhooks {
                            li class="il-row" {
                                h3 class="il-row__title il-break" { a href=(self.owner.one(one.id)) { (one.address) } }
                                p class="il-row__body" { (events_in_words(&one.events)) }
                                (how_it_stands(one))
                            }
                        }
                    }
                }
            }
        }
    }

    fn another(&self) -> Markup {
        let field = |name, label, hint, value| Field {
            name,
            label,
            hint,
            value,
            faults: &self.faults,
        };
        let address = field(
            "address",
            "Address",
            "Such as https://hooks.arden.gov/interlocal. Addresses of networks that are not public are not told.",
            &self.address,
        );
        let events = field("events", "Events", "", "");
        let options: Vec<Choice<'_>> = EventKind::ALL
            .iter()
            .map(|kind| Choice {
                value: kind.word(),
                label: kind.label(),
                chosen: self.events.iter().any(|word| word == kind.word()),
            })
            .collect();
        html! {
            section class="il-section" aria-labelledby="another" {
                h2 id="another" { "Tell another address" }
                (form(&self.shell, &self.owner.path(""), &html! {
                    (line(&address, "url", "off"))
                    (choices(&events, "checkbox", &options))
                    button class="usa-button" type="submit" { "Tell it" }
                }))
            }
        }
    }

    fn how(&self) -> Markup {
        html! {
            section class="il-section il-prose" aria-labelledby="how" {
                h2 id="how" { "What arrives" }
                p {
                    "A POST with a JSON body: " code { "id" } ", " code { "type" } ", " code { "timestamp" } " and "
                    code { "data" } " with slugs, the number of the edition and the address of the page."
                }
                p {
                    "It is signed as Standard Webhooks has it. Take HMAC-SHA256 over "
                    code { "webhook-id" } ", a dot, " code { "webhook-timestamp" } ", a dot and the body as it came; the key "
                    "is what stands behind " code { "whsec_" } " in the secret, decoded from base64. The result in base64, "
                    "behind " code { "v1," } ", is what " code { "webhook-signature" } " says. Refuse times that are more than "
                    "five minutes away, and what you took before under the same " code { "webhook-id" } "."
                }
                p {
                    "Any status from 200 to 299 within ten seconds takes an event. Redirects are not followed. What is not "
                    "taken is tried again after 1, 4, 16, 64, 256 and 1,024 minutes; then it is given up. An address that "
                    "takes nothing for most of a day, or answers 410, is stopped. Events may arrive twice, and not in order."
                }
            }
        }
    }
}

impl Render for WebhookSecretPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "The secret of a webhook",
            description: "With what its events are signed.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (self.owner.head("Keep this secret"))
                div class="il-prose il-narrow" {
                    p class="il-lead" { "Events to this address are signed with it. Copy it now: it is not shown again." }
                    p class="il-break" { (self.address) }
                    p { strong class="il-key il-break" { (self.secret) } }
                    p { a class="usa-button" href=(self.owner.one(self.id)) { "I have kept it" } }
                }
            },
        )
    }
}

/// Of what an address is told.
pub(super) fn events_in_words(words: &[String]) -> String {
    if words.len() == EventKind::ALL.len() {
        return "Told of everything".to_owned();
    }
    let labels = words.iter().filter_map(|word| EventKind::of(word));
    let labels: Vec<&str> = labels.map(EventKind::label).collect();
    format!("Told when: {}", labels.join(" · ").to_lowercase())
}

/// Whether events arrive.
pub(super) fn how_it_stands(one: &WebhookLine) -> Markup {
    html! {
        @if let Some((at, why)) = &one.stopped {
            p class="il-notice il-notice--ended" { "Stopped on " (moment(*at)) ". " (why) }
        } @else if let Some(since) = one.failing_since {
            p class="il-notice il-notice--soon" { "Nothing was taken since " (moment(since)) "; it is tried again." }
        }
    }
}

/// `tried twice`
pub(super) fn tries(count: u64) -> String {
    format!("tried {}", counted(count, "time", "times"))
}
