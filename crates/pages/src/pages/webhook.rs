//! `/desk/{body}/webhooks/{id}` and `/steward/webhooks/{id}`: what an address was told.

use super::webhooks::{WebhookLine, WebhookOwner, events_in_words, how_it_stands, tries};
use crate::{
    components::{
        done::done,
        pager::{Pager, pager},
        row_form::{row_button, row_form},
    },
    shell::{Head, Shell},
    words::moment,
};
use chrono::{DateTime, Utc};
use maud::{Markup, Render, html};

/// An event that was handed over or waits.
#[derive(Clone, Debug)]
pub struct DeliveryLine {
    /// Its row.
    pub id: i32,
    /// The event's own identifier.
    pub event: String,
    /// Its word.
    pub kind: String,
    /// When it happened.
    pub queued_at: DateTime<Utc>,
    /// How often it was tried.
    pub attempts: u64,
    /// When it was tried the last time.
    pub tried_at: Option<DateTime<Utc>>,
    /// Where it stands.
    pub state: DeliveryState,
    /// The status of the last answer.
    pub status: Option<u16>,
    /// How the last answer begins.
    pub said: String,
    /// What went wrong the last time.
    pub fault: String,
    /// What is sent.
    pub payload: String,
}

/// Where an event stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryState {
    /// It was taken.
    Taken,
    /// It is tried then.
    Waits(DateTime<Utc>),
    /// It was given up.
    GivenUp,
}

/// An address with its events.
#[derive(Clone, Debug)]
pub struct WebhookPage {
    /// What stands around.
    pub shell: Shell,
    /// Whose it is.
    pub owner: WebhookOwner,
    /// The address.
    pub webhook: WebhookLine,
    /// Its events, the newest first.
    pub deliveries: Vec<DeliveryLine>,
    /// From one page of them to the next.
    pub pager: Pager,
    /// What was done just now.
    pub done: Option<&'static str>,
}

impl Render for WebhookPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Webhook",
            description: "What an address was told.",
            search_box: false,
        };
        let one = &self.webhook;
        self.shell.document(
            &head,
            &html! {
                (self.owner.head("Webhook"))
                (done(self.done))
                p class="il-lead il-break" { (one.address) }
                p { (events_in_words(&one.events)) }
                p { span class="usa-hint" { "Added on " (moment(one.made_at)) " by " (one.made_by) "." } }
                (how_it_stands(one))
                (self.acts())
                section class="il-section" aria-labelledby="events" {
                    h2 id="events" { "Events" }
                    @if self.deliveries.is_empty() {
                        p { "None in the last 30 days." }
                    } @else {
                        ul class="il-rows" { @for line in &self.deliveries { (self.row(line)) } }
                    }
                    (pager(&self.shell, &self.pager))
                }
            },
        )
    }
}

impl WebhookPage {
    fn acts(&self) -> Markup {
        let is_stopped = self.webhook.stopped.is_some();
        html! {
            div class="il-acts" {
                @if is_stopped { (self.act("go-on", "Go on")) }
                @else {
                    (self.act("test", "Send a test event"))
                    (self.act("stop", "Stop"))
                }
                (self.act("remove", "Remove"))
            }
        }
    }

    fn act(&self, step: &str, label: &str) -> Markup {
        row_form(
            &self.shell,
            &self.owner.one(self.webhook.id),
            &html! {
                input type="hidden" name="do" value=(step);
                (row_button(label, "this address"))
            },
        )
    }

    fn row(&self, line: &DeliveryLine) -> Markup {
        html! {
            li class="il-row" {
                h3 class="il-row__title" { (line.kind) }
                p class="il-row__body" {
                    (state(line)) " · happened on " (moment(line.queued_at)) " · " (tries(line.attempts))
                    @if let Some(at) = line.tried_at { ", the last on " (moment(at)) }
                }
                @if !line.fault.is_empty() { p class="il-row__summary" { "What went wrong: " (line.fault) "." } }
                details class="il-fold" {
                    summary { "What was sent and said" span class="usa-sr-only" { ": " (line.event) } }
                    p { code class="il-break" { "webhook-id: " (line.event) } }
                    p { code class="il-break" { (line.payload) } }
                    @if let Some(status) = line.status {
                        p { "It answered " (status) @if line.said.is_empty() { "." } @else { ":" } }
                        @if !line.said.is_empty() { p { code class="il-break" { (line.said) } } }
                    }
                }
                @if !matches!(line.state, DeliveryState::Waits(_)) {
                    (row_form(&self.shell, &self.owner.one(self.webhook.id), &html! {
                        input type="hidden" name="do" value="again";
                        input type="hidden" name="delivery" value=(line.id);
                        (row_button("Send again", &line.event))
                    }))
                }
            }
        }
    }
}

fn state(line: &DeliveryLine) -> Markup {
    html! {
        @match line.state {
            DeliveryState::Taken => {
                strong { "Taken" }
                @if let Some(status) = line.status { " with " (status) }
            }
            DeliveryState::Waits(due) => { strong { "Waits" } " until " (moment(due)) }
            DeliveryState::GivenUp => { strong { "Given up" } }
        }
    }
}
