//! Telling other machines what happens: each event is put on its way in the transaction
//! in which it happens, signed and handed over after it, tried again at growing
//! intervals, and given up in the end.

mod change;
mod happen;
mod read;
mod send;
pub mod signature;

pub use change::{Added, Step};
pub(crate) use happen::Telling;
pub use interlocal_store::{Delivery, Webhook};
pub use read::{OneWebhook, Webhooks};

use crate::{Error, Portal, gate};
use interlocal_catalog::{OrganizationId, organization::Organization, policy::Actor};
use interlocal_links::Asking;

/// Events are kept so many days after they happened.
pub const KEPT_DAYS: i64 = 30;

/// How events are handed over.
#[derive(Clone, Debug)]
pub struct WebhookCare {
    /// Who hands over, and where.
    pub asking: Asking,
    /// Whether http is enough, and networks that are not public are reached.
    pub allow_private: bool,
}

impl WebhookCare {
    /// Hands over under this name; `allow_private` reaches every network, without
    /// https too.
    pub fn new(agent: &str, allow_private: bool) -> Result<Self, String> {
        let everywhere: &[&str] = if allow_private {
            &["0.0.0.0/0", "::/0"]
        } else {
            &[]
        };
        let networks = everywhere.iter().map(|text| text.parse());
        Ok(Self {
            asking: Asking::new(agent, networks.collect::<Result<_, _>>()?),
            allow_private,
        })
    }
}

impl Default for WebhookCare {
    fn default() -> Self {
        Self {
            asking: Asking::new("Interlocal", Vec::new()),
            allow_private: false,
        }
    }
}

impl Portal {
    /// Who looks after webhooks: an administrator after those of a body, which is given;
    /// a steward after those of the portal, which have none.
    fn looks_after_webhooks(
        &self,
        actor: &Actor,
        body: Option<&OrganizationId>,
    ) -> Result<Option<Organization>, Error> {
        match body {
            Some(body) => self.administered(actor, body).map(Some),
            None => gate::steward(actor).map(|()| None),
        }
    }

    /// Whose webhooks somebody looks at.
    fn owner_of_webhooks(
        &self,
        actor: &Actor,
        body: Option<&OrganizationId>,
    ) -> Result<Option<Organization>, Error> {
        match body {
            Some(body) => self.looked_after(actor, body).map(Some),
            None => gate::oversee(actor).map(|()| None),
        }
    }
}
