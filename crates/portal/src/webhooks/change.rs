//! Telling somebody from now on, and what may be done about it afterwards.

use super::{happen::draw_event, signature::draw_secret};
use crate::{Error, FieldFault, Portal};
use interlocal_catalog::{
    OrganizationId,
    policy::Actor,
    webhook::{EventKind, TEST},
};
use interlocal_store::{Deed, NewDelivery, NewWebhook};
use serde_json::json;

/// Addresses that a body or the portal tells at most.
const MOST: usize = 10;
/// Letters of an address.
const LONGEST: usize = 500;

/// Somebody who is told from now on.
pub struct Added {
    /// The row.
    pub id: i32,
    /// With what events are signed; nobody is shown it again.
    pub secret: String,
}

/// What may be done about somebody who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Send an event that only tries the way.
    Test,
    /// Send an event again.
    Again(i32),
    /// Stop for now.
    Stop,
    /// Go on after a stop.
    GoOn,
    /// Forget them.
    Remove,
}

impl Portal {
    /// Tells an address of these events from now on.
    pub async fn add_webhook(
        &self,
        actor: &Actor,
        body: Option<&OrganizationId>,
        (address, events): (&str, &[String]),
    ) -> Result<Added, Error> {
        self.looks_after_webhooks(actor, body)?;
        let address = address.trim();
        let mut faults = Vec::new();
        let mut fault = |field: &str, message: String| {
            faults.push(FieldFault {
                field: field.to_owned(),
                message,
            });
        };
        if let Some(why) = self.bars_address(address) {
            fault("address", why);
        }
        let kinds: Vec<&str> = EventKind::ALL
            .into_iter()
            .map(EventKind::word)
            .filter(|word| events.iter().any(|event| event == word))
            .collect();
        if kinds.is_empty() {
            fault("events", "Choose at least one event".to_owned());
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let known = self.store.webhooks_of(body).await?;
        if known.len() >= MOST {
            let words = format!("{MOST} addresses are the most; remove one first");
            return Err(Error::field("address", words));
        }
        if known.iter().any(|one| one.address == address) {
            return Err(Error::field("address", "This address is told already"));
        }
        let secret = draw_secret()?;
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        let new = NewWebhook {
            body,
            address,
            secret: &secret,
            events: &kinds,
            by: actor.audit_name(),
        };
        let id = tx.add_webhook(&new, now).await?;
        let deed = Deed {
            action: "add_webhook",
            subject: &id.to_string(),
            reason: address,
            body,
        };
        tx.audit(now, actor, &deed).await?;
        tx.commit().await?;
        Ok(Added { id, secret })
    }

    /// Why an address is not told; none where it may be.
    fn bars_address(&self, address: &str) -> Option<String> {
        let care = &self.outside.webhooks;
        if address.is_empty() {
            return Some("Enter an address".to_owned());
        }
        if address.chars().count() > LONGEST {
            return Some(format!("Write {LONGEST} letters or fewer"));
        }
        if let Some(why) = care.asking.refuses(address) {
            return Some(format!("This address cannot be told: {why}"));
        }
        let is_safe = address.to_ascii_lowercase().starts_with("https://");
        (!is_safe && !care.allow_private)
            .then(|| "Write an address that begins with https://".to_owned())
    }

    /// Does something about somebody who is told.
    pub async fn change_webhook(
        &self,
        actor: &Actor,
        body: Option<&OrganizationId>,
        (id, step): (i32, Step),
    ) -> Result<(), Error> {
        self.looks_after_webhooks(actor, body)?;
        let known = self.read_webhooks(actor, body).await?;
        let webhook = known.all.into_iter().find(|one| one.id == id);
        let webhook = webhook.ok_or(Error::NotFound)?;
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        let action = match step {
            Step::Test => {
                let event = draw_event()?;
                let data = json!({"words": "This event only tries the way."});
                let payload = self.payload(&event, TEST, &data);
                let new = NewDelivery {
                    webhook: id,
                    event: &event,
                    kind: TEST,
                    payload: &payload,
                };
                tx.add_delivery(&new, now).await?;
                "test_webhook"
            }
            Step::Again(delivery) => {
                if !tx.send_again(id, delivery, now).await? {
                    return Err(Error::NotFound);
                }
                "send_webhook_again"
            }
            Step::Stop => {
                let why = format!("{} stopped it.", actor.audit_name());
                tx.stop_webhook(id, Some((now, &why))).await?;
                "stop_webhook"
            }
            Step::GoOn => {
                tx.stop_webhook(id, None).await?;
                tx.webhook_fails_since(id, None).await?;
                "go_on_with_webhook"
            }
            Step::Remove => {
                tx.remove_webhook(id).await?;
                "remove_webhook"
            }
        };
        let deed = Deed {
            action,
            subject: &id.to_string(),
            reason: &webhook.address,
            body,
        };
        tx.audit(now, actor, &deed).await?;
        Ok(tx.commit().await?)
    }
}
