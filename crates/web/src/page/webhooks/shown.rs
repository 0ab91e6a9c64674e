//! Webhooks as pages show them: without their secrets.

use crate::{
    error::Failure,
    form::Fields,
    page::{lists::taken, turning::Turning, visit::Visit},
};
use interlocal_catalog::OrganizationId;
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{DeliveryLine, DeliveryState, WebhookLine, WebhookOwner, WebhookPage, WebhooksPage},
};
use interlocal_portal::webhooks::{Delivery, Webhook};

/// Events on a page.
const PAGE: usize = 50;

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
    let (actor, portal) = (visit.acting()?, &visit.app.portal);
    portal.read_webhooks(&actor, of).await?;
    let turning = Turning::read(&visit.fields, PAGE)?;
    let piece = (id, turning.piece());
    let known = portal.read_webhook(&actor, of, piece).await?;
    let path = match of {
        Some(body) => format!("/desk/{body}/webhooks/{id}"),
        None => format!("/steward/webhooks/{id}"),
    };
    let files = match known.deliveries.is_empty() {
        true => Vec::new(),
        false => {
            let twin = format!("/api/v1{path}");
            taken(&format!("{path}/deliveries"), "", Some(&twin))
        }
    };
    Ok(WebhookPage {
        shell: visit.shell_with(files, None),
        pager: turning.pager(&visit.fields, &path, known.total),
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
