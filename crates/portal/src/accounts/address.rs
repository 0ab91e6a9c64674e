//! Another address for an account: confirmed by a link that is mailed to it, and the
//! old one is told.

use super::{
    secret::Secret,
    sessions::{Entrance, SignedIn},
    throttle::{LINK, LINK_FROM, NEW_ADDRESS, SIGN_IN},
};
use crate::{Error, Portal};
use chrono::TimeDelta;
use interlocal_identity::password;
use interlocal_mail::Address;
use interlocal_store::{Account, AccountChange, Deed, NewPassage};

/// Hours for which the link holds.
const HOURS: i64 = 24;
const KIND: &str = "address";

/// What somebody typed to change their address, and from where.
#[derive(Clone, Debug, Default)]
pub struct NewAddress {
    /// The new address.
    pub email: String,
    /// Their password, where they have one.
    pub password: String,
    /// The machine it comes from.
    pub from: String,
}

impl Portal {
    /// Mails a link to the new address; whoever has an account there is told so instead.
    /// The answer is the same either way.
    pub async fn ask_for_address(
        &self,
        signed_in: &SignedIn,
        wanted: NewAddress,
    ) -> Result<(), Error> {
        let person = signed_in.complete()?;
        let to: Address = wanted
            .email
            .parse()
            .map_err(|fault: String| Error::field("email", fault))?;
        if to.as_str() == person.email {
            return Err(Error::field("email", "is your address already"));
        }
        self.throttle(&[
            (SIGN_IN, person.email.as_str()),
            (NEW_ADDRESS, &person.id.to_string()),
        ])
        .await?;
        let account = self.store.account(person.id).await?;
        let account = account.ok_or(Error::NotFound)?;
        let kept = account.password_hash.clone();
        if kept.is_some() && !password::matches(wanted.password, kept).await {
            return Err(Error::field("email_password", "is not your password"));
        }
        self.throttle(&[(LINK, to.as_str()), (LINK_FROM, &wanted.from)])
            .await?;
        let secret = Secret::draw()?;
        let url = self.public_url();
        let tx = self.store.begin().await?;
        self.unthrottle(&tx, SIGN_IN, &person.email).await?;
        tx.end_passages(KIND, &person.id.to_string()).await?;
        let (subject, text) = if tx.account_by_email(to.as_str()).await?.is_some() {
            let text = format!(
                "Somebody wants to give their account at {url} this address.\n\n\
                 An account has it already, so nothing was changed. If that is your account, sign \
                 in with it:\n{url}/sign-in\n"
            );
            ("An account has this address already", text)
        } else {
            let passage = NewPassage {
                hash: &secret.hash(),
                kind: KIND,
                subject: &person.id.to_string(),
                content: to.as_str(),
                ends_at: self.clock.now() + TimeDelta::hours(HOURS),
            };
            tx.add_passage(&passage).await?;
            let text = format!(
                "Somebody, probably you, wants to give their account at {url} this address.\n\n\
                 Open this link within {HOURS} hours, signed in with that account:\n\
                 {url}/account/email/{secret}\n\n\
                 If it was not you, do nothing: nothing is changed.\n",
                secret = secret.expose(),
            );
            ("Confirm your new address", text)
        };
        self.queue_mail(&tx, &to, subject, &text).await?;
        Ok(tx.commit().await?)
    }

    /// The address that a link gives to the account of the person; not found when it is
    /// over, was used, never was, or is for somebody else.
    pub async fn address_opened(
        &self,
        signed_in: &SignedIn,
        secret: &Secret,
    ) -> Result<String, Error> {
        let person = signed_in.complete()?;
        let found = self
            .store
            .passage(&secret.hash(), KIND, self.clock.now())
            .await?;
        found
            .filter(|passage| passage.subject == person.id.to_string())
            .map(|passage| passage.content)
            .ok_or(Error::NotFound)
    }

    /// Gives the account of the person its new address and tells the old one. Every
    /// other session ends, and this one goes on under a new secret.
    pub async fn change_address(
        &self,
        signed_in: &SignedIn,
        secret: &Secret,
    ) -> Result<Secret, Error> {
        let new = self.address_opened(signed_in, secret).await?;
        let person = signed_in.complete()?;
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        tx.take_passage(&secret.hash(), KIND, now)
            .await?
            .ok_or(Error::NotFound)?;
        let taken: Option<Account> = tx.account_by_email(&new).await?;
        if taken.is_some() {
            return Err(Error::Conflict(
                "Another account has taken this address meanwhile.".to_owned(),
            ));
        }
        let change = AccountChange {
            email: Some(&new),
            confirmed_at: Some(now),
            ..AccountChange::default()
        };
        tx.change_account(person.id, &change).await?;
        tx.end_passages("reset", &person.email).await?;
        tx.end_sessions(person.id).await?;
        let deed = Deed {
            action: "change_address",
            subject: &new,
            reason: &person.email,
            ..Deed::default()
        };
        tx.audit(now, &signed_in.actor(), &deed).await?;
        // The people who look after a body see in its own log who somebody is now.
        for body in person.roles.keys() {
            let deed = Deed {
                body: Some(body),
                ..deed
            };
            tx.audit(now, &signed_in.actor(), &deed).await?;
        }
        if let Ok(old) = person.email.parse::<Address>() {
            let text = format!(
                "Your account at {url} has another address now: {new}.\n\n\
                 If that was not you, write to the people who look after this portal.\n",
                url = self.public_url()
            );
            self.queue_mail(&tx, &old, "Your address was changed", &text)
                .await?;
        }
        let entrance = Entrance::like(signed_in);
        let session = self.begin_session(&tx, person.id, &entrance).await?;
        tx.commit().await?;
        Ok(session)
    }
}
