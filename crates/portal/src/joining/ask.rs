//! Asking to join.

use super::Joinable;
use crate::{Error, Portal, gate};
use interlocal_catalog::policy::{self, Action, Actor};
use interlocal_store::{Deed, Wanted};

/// Letters of a message at most.
const LONGEST_MESSAGE: usize = 2_000;

impl Portal {
    /// Asks to join a body or a government; one open request for each.
    pub async fn ask_to_join(
        &self,
        actor: &Actor,
        wanted: &Joinable,
        message: &str,
    ) -> Result<(), Error> {
        let person = gate::person(actor)?;
        if !policy::may(actor, Action::Join) {
            return Err(Error::Denied);
        }
        let (wanted, name) = self.joinable(wanted)?;
        let message = message.trim();
        if message.is_empty() {
            return Err(Error::field(
                "message",
                "say who you are and what you do there, so that they can tell",
            ));
        }
        if message.chars().count() > LONGEST_MESSAGE {
            let text = format!("may have {LONGEST_MESSAGE} letters at most");
            return Err(Error::field("message", text));
        }
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let confirmed = tx.account(person.id).await?;
        if confirmed.is_none_or(|account| account.confirmed_at.is_none()) {
            return Err(Error::field(
                "message",
                "confirm your address first: the link is in the mail that you were sent",
            ));
        }
        let (kept, subject, body) = match &wanted {
            Joinable::Body(id) => {
                let people = tx.roles_in(id).await?;
                if people.iter().any(|(id, _)| *id == person.id) {
                    return Err(Error::Conflict(format!("you belong to {name} already")));
                }
                (Wanted::Body(id.clone()), person.email.as_str(), Some(id))
            }
            Joinable::Government(place) => {
                (Wanted::Government(place.clone()), place.as_str(), None)
            }
        };
        tx.add_join_request(person.id, &kept, message, at)
            .await
            .map_err(|error| match error {
                interlocal_store::Error::Conflict(_) => Error::Conflict(format!(
                    "you have asked to join {name}, and it is open still"
                )),
                other => other.into(),
            })?;
        let deed = Deed {
            action: "ask_to_join",
            subject,
            reason: message,
            body,
        };
        tx.audit(at, actor, &deed).await?;
        Ok(tx.commit().await?)
    }
}
