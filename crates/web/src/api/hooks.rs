//! `/api/v1/desk/{body}/webhooks` and `/api/v1/steward/webhooks`: whom a body tells of what
//! happens, and whom the portal does.

use super::{
    document::call::{Call, Group},
    listed::listed,
    shape::List,
};
use crate::{
    App,
    error::Failure,
    form::{
        Fields,
        cursor::Window,
        sent::{
            Sender, Sent,
            people::{SentPause, SentWebhook},
        },
    },
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OrganizationId, policy::Actor};
use interlocal_portal::webhooks::{Delivery, Step, Webhook};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::HashMap;

const EXAMPLE: &str =
    r#"{"address": "https://example.gov/hooks/interlocal", "events": ["offering.published"]}"#;

/// Whose they are, and the addresses of their calls: list, one, trying, once more.
struct Told {
    group: Group,
    paths: [&'static str; 4],
    names: [&'static str; 7],
    whose: &'static str,
}

const BODY: Told = Told {
    group: Group::People,
    paths: [
        "/api/v1/desk/{body}/webhooks",
        "/api/v1/desk/{body}/webhooks/{id}",
        "/api/v1/desk/{body}/webhooks/{id}/test",
        "/api/v1/desk/{body}/webhooks/{id}/deliveries/{delivery}/again",
    ],
    names: [
        "listWebhooks",
        "addWebhook",
        "readWebhook",
        "pauseWebhook",
        "removeWebhook",
        "testWebhook",
        "sendAgain",
    ],
    whose: "For administrators of the body: its own events.",
};

const PORTAL: Told = Told {
    group: Group::Steward,
    paths: [
        "/api/v1/steward/webhooks",
        "/api/v1/steward/webhooks/{id}",
        "/api/v1/steward/webhooks/{id}/test",
        "/api/v1/steward/webhooks/{id}/deliveries/{delivery}/again",
    ],
    names: [
        "listWebhooksOfPortal",
        "addWebhookOfPortal",
        "readWebhookOfPortal",
        "pauseWebhookOfPortal",
        "removeWebhookOfPortal",
        "testWebhookOfPortal",
        "sendAgainFromPortal",
    ],
    whose: "For stewards: everything that is public.",
};

/// Events of a part, and at most.
const PART: (usize, usize) = (100, 500);

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    [BODY, PORTAL].into_iter().flat_map(told).collect()
}

fn told(of: Told) -> [Call; 7] {
    let [all, one, test, again] = of.paths;
    let [list, add, read, pause, remove, try_it, once_more] = of.names;
    [
        Call::get(all, list)
            .told(of.group, "Who is told of what happens", of.whose)
            .reading()
            .gives::<List<WebhookShown>>(),
        Call::post(all, add)
            .told(
                of.group,
                "Tell an address of events from now on",
                "The secret with which events are signed comes back this once.",
            )
            .writing()
            .takes::<SentWebhook>(EXAMPLE)
            .makes::<AddedShown>(),
        Call::get(one, read)
            .told(
                of.group,
                "One address that is told, with what it was told",
                "The newest event first, with the answers to them.",
            )
            .reading()
            .in_parts(500)
            .gives::<OneShown>(),
        Call::put(one, pause)
            .told(of.group, "Stop telling an address for now, or go on", "")
            .writing()
            .takes::<SentPause>(r#"{"stopped": true}"#)
            .gives::<OneShown>(),
        Call::delete(one, remove)
            .told(of.group, "Tell an address no longer", "")
            .writing(),
        Call::post(test, try_it)
            .told(of.group, "Send an event that only tries the way", "")
            .writing()
            .gives_nothing(),
        Call::post(again, once_more)
            .told(of.group, "Send an event once more", "")
            .writing()
            .gives_nothing(),
    ]
}

/// An address that is told.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Webhook")]
pub struct WebhookShown {
    /// Its number.
    id: i32,
    /// Where to.
    address: String,
    /// Of which events.
    events: Vec<String>,
    /// Who wanted it.
    made_by: String,
    /// When.
    made_at: DateTime<Utc>,
    /// Since when nothing arrives; null where the last event did.
    failing_since: Option<DateTime<Utc>>,
    /// When it was stopped; null where it is told.
    stopped_at: Option<DateTime<Utc>>,
    /// Why it was stopped.
    stopped_because: Option<String>,
}

/// An address that is told from now on.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AddedWebhook")]
pub struct AddedShown {
    /// Its number.
    id: i32,
    /// With what events are signed; it is not shown again.
    secret: String,
}

/// An address that is told, with what it was told.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "WebhookWithDeliveries")]
pub struct OneShown {
    #[serde(flatten)]
    webhook: WebhookShown,
    /// How many events there are; those of the last 30 days are kept.
    delivery_total: u64,
    /// A part of them, the newest first.
    deliveries: Vec<DeliveryShown>,
    /// Where the list of events goes on; null at its end.
    next: Option<String>,
}

/// An event on its way, or handed over.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Delivery")]
pub struct DeliveryShown {
    /// Its number.
    id: i32,
    /// The event's own identifier.
    event: String,
    /// What happened.
    kind: String,
    /// What is sent, as it is sent.
    payload: String,
    /// When it happened.
    queued_at: DateTime<Utc>,
    /// When it is tried next; null where that is over.
    due_at: Option<DateTime<Utc>>,
    /// How often it was tried.
    attempts: i32,
    /// When it was tried the last time.
    tried_at: Option<DateTime<Utc>>,
    /// When it was taken.
    delivered_at: Option<DateTime<Utc>>,
    /// When it was given up.
    given_up_at: Option<DateTime<Utc>>,
    /// The status of the last answer.
    status: Option<u16>,
    /// How the last answer begins.
    said: String,
    /// What went wrong the last time.
    fault: String,
}

fn shown(one: Webhook) -> WebhookShown {
    let (stopped_at, stopped_because) = one.stopped.unzip();
    WebhookShown {
        id: one.id,
        address: one.address,
        events: one.events,
        made_by: one.made_by,
        made_at: one.made_at,
        failing_since: one.failing_since,
        stopped_at,
        stopped_because,
    }
}

fn delivery(one: Delivery) -> DeliveryShown {
    let waits = one.delivered_at.is_none() && one.given_up_at.is_none();
    DeliveryShown {
        id: one.id,
        event: one.event,
        kind: one.kind,
        payload: one.payload,
        queued_at: one.queued_at,
        due_at: waits.then_some(one.due_at),
        attempts: one.attempts,
        tried_at: one.tried_at,
        delivered_at: one.delivered_at,
        given_up_at: one.given_up_at,
        status: one.status,
        said: one.said,
        fault: one.fault,
    }
}

/// What an address names: a body, which the portal has none of, and numbers.
type Names = Path<HashMap<String, String>>;

struct Named {
    body: Option<OrganizationId>,
    names: HashMap<String, String>,
}

impl Named {
    fn of(Path(names): Names) -> Self {
        let body = names.get("body").cloned().map(OrganizationId::new);
        Self { body, names }
    }

    fn number(&self, name: &str) -> Result<i32, Failure> {
        let text = self.names.get(name).map(String::as_str);
        let number = text.and_then(|text| text.parse().ok());
        number.ok_or(Failure::NotFound)
    }
}

async fn one(
    app: &App,
    actor: &Actor,
    named: &Named,
    fields: &Fields,
) -> Result<Response, Failure> {
    let (id, of) = (named.number("id")?, named.body.as_ref());
    let portal = &app.portal;
    portal.read_webhooks(actor, of).await?;
    let path = match of {
        Some(body) => format!("/api/v1/desk/{body}/webhooks/{id}"),
        None => format!("/api/v1/steward/webhooks/{id}"),
    };
    let window = Window::of(fields, &path, PART)?;
    let piece = (id, (window.offset, window.limit));
    let found = portal.read_webhook(actor, of, piece).await?;
    let one = OneShown {
        webhook: shown(found.webhook),
        delivery_total: found.total,
        deliveries: found.deliveries.into_iter().map(delivery).collect(),
        next: window.next(fields, &path, found.total),
    };
    Ok(listed(one.next.as_deref(), &one))
}

async fn change(
    app: &App,
    sender: &Sender,
    named: &Named,
    step: Step,
) -> Result<StatusCode, Failure> {
    let actor = sender.acting()?;
    let id = named.number("id")?;
    let portal = &app.portal;
    portal
        .change_webhook(&actor, named.body.as_ref(), (id, step))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Who is told.
pub async fn list(
    State(app): State<App>,
    names: Names,
    caller: Caller,
) -> Result<Json<List<WebhookShown>>, Failure> {
    let named = Named::of(names);
    let known = app
        .portal
        .read_webhooks(&caller.actor(), named.body.as_ref())
        .await?;
    Ok(Json(List::whole(
        known.all.into_iter().map(shown).collect(),
    )))
}

/// Tells another address, and gives its secret this once.
pub async fn add(
    State(app): State<App>,
    names: Names,
    sent: Sent<SentWebhook>,
) -> Result<Response, Failure> {
    let named = Named::of(names);
    let actor = sent.sender.acting()?;
    let body = named.body.as_ref();
    app.portal.read_webhooks(&actor, body).await?;
    let said = sent.read()?.checked()?;
    let wanted = (said.address.as_str(), said.events.as_slice());
    let added = app.portal.add_webhook(&actor, body, wanted).await?;
    let all = match body {
        Some(body) => format!("/api/v1/desk/{body}/webhooks"),
        None => "/api/v1/steward/webhooks".to_owned(),
    };
    let headers = [
        (header::LOCATION, format!("{all}/{}", added.id)),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    let shown = Json(AddedShown {
        id: added.id,
        secret: added.secret,
    });
    Ok((StatusCode::CREATED, headers, shown).into_response())
}

/// What one was told.
pub async fn show(
    State(app): State<App>,
    names: Names,
    fields: Fields,
    caller: Caller,
) -> Result<Response, Failure> {
    one(&app, &caller.actor(), &Named::of(names), &fields).await
}

/// Stops for now, or goes on.
pub async fn pause(
    State(app): State<App>,
    names: Names,
    sent: Sent<SentPause>,
) -> Result<Response, Failure> {
    let named = Named::of(names);
    let actor = sent.sender.acting()?;
    // Who may not look at it hears that first, whatever was sent.
    app.portal
        .read_webhook(&actor, named.body.as_ref(), (named.number("id")?, (0, 0)))
        .await?;
    let step = match sent.read()?.stopped {
        true => Step::Stop,
        false => Step::GoOn,
    };
    change(&app, &sent.sender, &named, step).await?;
    one(&app, &actor, &named, &Fields::default()).await
}

/// Forgets one.
pub async fn remove(
    State(app): State<App>,
    names: Names,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    change(&app, &sender, &Named::of(names), Step::Remove).await
}

/// Tries the way.
pub async fn test(
    State(app): State<App>,
    names: Names,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    change(&app, &sender, &Named::of(names), Step::Test).await
}

/// Sends an event once more.
pub async fn again(
    State(app): State<App>,
    names: Names,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let named = Named::of(names);
    let delivery = named.number("delivery")?;
    change(&app, &sender, &named, Step::Again(delivery)).await
}
