//! Who is told, and what was handed over or waits.

use super::{Delivery, Webhook};
use crate::{Error, Portal};
use interlocal_catalog::{OrganizationId, organization::Organization, policy::Actor};

/// Those whom a body tells, or the portal.
pub struct Webhooks {
    /// The body; none for the portal.
    pub body: Option<Organization>,
    /// The oldest first.
    pub all: Vec<Webhook>,
}

/// One with its events.
pub struct OneWebhook {
    /// The body; none for the portal.
    pub body: Option<Organization>,
    /// Whom.
    pub webhook: Webhook,
    /// How many events there are.
    pub total: u64,
    /// A piece of them, the newest first.
    pub deliveries: Vec<Delivery>,
}

impl Portal {
    /// Those whom a body tells, or the portal where none is named.
    pub async fn read_webhooks(
        &self,
        actor: &Actor,
        body: Option<&OrganizationId>,
    ) -> Result<Webhooks, Error> {
        let owner = self.owner_of_webhooks(actor, body)?;
        Ok(Webhooks {
            all: self.store.webhooks_of(body).await?,
            body: owner,
        })
    }

    /// One of them, with a piece of its events.
    pub async fn read_webhook(
        &self,
        actor: &Actor,
        body: Option<&OrganizationId>,
        (id, piece): (i32, (usize, usize)),
    ) -> Result<OneWebhook, Error> {
        let known = self.read_webhooks(actor, body).await?;
        let webhook = known.all.into_iter().find(|one| one.id == id);
        let webhook = webhook.ok_or(Error::NotFound)?;
        let (total, deliveries) = self.store.deliveries(id, piece).await?;
        Ok(OneWebhook {
            body: known.body,
            webhook,
            total,
            deliveries,
        })
    }
}
