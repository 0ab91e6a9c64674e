//! Closing an account: whose it was is forgotten; the history of what was
//! published stays.

use super::sessions::SignedIn;
use crate::{Error, Portal};
use interlocal_store::Deed;

impl Portal {
    /// Closes the account of the person. They type their address to say that they
    /// mean it.
    pub async fn close_account(&self, signed_in: &SignedIn, typed: &str) -> Result<(), Error> {
        let person = signed_in.complete()?;
        if typed.trim().to_lowercase() != person.email {
            return Err(Error::field(
                "email",
                "type your own address to close the account",
            ));
        }
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        let deed = Deed {
            action: "close_account",
            subject: &person.email,
            ..Deed::default()
        };
        tx.audit(now, &signed_in.actor(), &deed).await?;
        tx.end_sessions(person.id).await?;
        tx.set_recovery_codes(person.id, &[]).await?;
        tx.unlink_identities(person.id).await?;
        tx.end_passages("reset", &person.email).await?;
        tx.erase_account(person.id, now).await?;
        Ok(tx.commit().await?)
    }
}
