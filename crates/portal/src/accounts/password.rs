//! Another password for somebody who has signed in.

use super::{
    secret::Secret,
    sessions::{Entrance, SignedIn},
    throttle::SIGN_IN,
};
use crate::{Error, Portal};
use interlocal_identity::password;
use interlocal_store::{AccountChange, Deed};

impl Portal {
    /// Changes the password of the person, or gives one to an account without;
    /// every other session ends, and this one goes on under a new secret.
    pub async fn change_password(
        &self,
        signed_in: &SignedIn,
        old: String,
        new: String,
    ) -> Result<Secret, Error> {
        let person = signed_in.complete()?;
        self.throttle(&[(SIGN_IN, &person.email)]).await?;
        let account = self
            .store
            .account(person.id)
            .await?
            .ok_or(Error::NotFound)?;
        let kept = account.password_hash.clone();
        if kept.is_some() && !password::matches(old, kept).await {
            return Err(Error::field("old_password", "is not your password"));
        }
        if let Some(fault) = password::fault(&new, &[&person.email, &person.name]) {
            return Err(Error::field("password", fault));
        }
        let hash = password::hash(new).await?;
        let tx = self.store.begin().await?;
        self.unthrottle(&tx, SIGN_IN, &person.email).await?;
        let change = AccountChange {
            password_hash: Some(&hash),
            ..AccountChange::default()
        };
        tx.change_account(person.id, &change).await?;
        tx.end_sessions(person.id).await?;
        let deed = Deed {
            action: "change_password",
            subject: &person.email,
            ..Deed::default()
        };
        tx.audit(self.clock.now(), &signed_in.actor(), &deed)
            .await?;
        let secret = self
            .begin_session(&tx, person.id, &Entrance::like(signed_in))
            .await?;
        tx.commit().await?;
        Ok(secret)
    }
}
