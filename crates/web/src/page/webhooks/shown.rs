//! Webhooks as pages show them: without their secrets.

use crate::{error::Failure, form::Fields, page::visit::Visit};
use interlocal_catalog::OrganizationId;
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{DeliveryLine, DeliveryState, WebhookLine, WebhookOwner, WebhookPage, WebhooksPage},
};
use interlocal_portal::webhooks::{Delivery, Webhook};

/// The list, with what was typed.
pub async fn list(
    visit: &Visit,
    of: Option<&OrganizationId>,
    typed: &Fields,
    faults: Vec<FieldFault>,
) -> Result<WebhooksPage, Failure> {
    let portal = &visit.app.portal;
    let known = portal.read_webhooks(&visit.acting()?, of).await?;
    let path = match of {
        Some(body) => format!("/desk/{body}/webhooks"),
        None => "/steward/webhooks".to_owned(),
    };
    Ok(WebhooksPage {
        shell: visit.shell_of_table(&path, known.all.len()),
        owner: owner(visit, of),
        webhooks: known.all.into_iter().map(line).collect(),
        address: typed.last("address").unwrap_or_default().to_owned(),
        events: typed.all("events"),
        done: visit.done(),
        faults,
    })
}

/// One with its events.
pub async fn one(
    visit: &Visit,
    of: Option<&OrganizationId>,
    id: i32,
) -> Result<WebhookPage, Failure> {
    let portal = &visit.app.portal;
    let known = portal.read_webhook(&visit.acting()?, of, id).await?;
    Ok(WebhookPage {
        shell: visit.shell(None),
        owner: owner(visit, of),
        webhook: line(known.webhook),
        deliveries: known.deliveries.into_iter().map(delivery).collect(),
        done: visit.done(),
    })
}

/// Whose they are.
pub fn owner(visit: &Visit, of: Option<&OrganizationId>) -> WebhookOwner {
    WebhookOwner(of.map(|body| visit.body(body)))
}

fn line(one: Webhook) -> WebhookLine {
    WebhookLine {
        id: one.id,
        address: one.address,
        events: one.events,
        made_by: one.made_by,
        made_at: one.made_at,
        failing_since: one.failing_since,
        stopped: one.stopped,
    }
}

fn delivery(one: Delivery) -> DeliveryLine {
    let state = if one.delivered_at.is_some() {
        DeliveryState::Taken
    } else if one.given_up_at.is_some() {
        DeliveryState::GivenUp
    } else {
        DeliveryState::Waits(one.due_at)
    };
    DeliveryLine {
        id: one.id,
        event: one.event,
        kind: one.kind,
        queued_at: one.queued_at,
        attempts: u64::try_from(one.attempts).unwrap_or(0),
        tried_at: one.tried_at,
        state,
        status: one.status,
        said: one.said,
        fault: one.fault,
        payload: one.payload,
    }
}
