//! A new password by a mailed link.

use super::{
    secret::Secret,
    sessions::Entrance,
    sign_in::acting,
    throttle::{LINK, LINK_FROM},
    welcome::Chosen,
};
use crate::{Error, Portal};
use chrono::TimeDelta;
use interlocal_identity::password;
use interlocal_mail::Address;
use interlocal_store::{Account, AccountChange, Deed, NewPassage};

/// Hours for which the link holds.
const HOURS: i64 = 2;
const KIND: &str = "reset";

impl Portal {
    /// Mails a link to an address that has an account. The answer is the same
    /// where it has none.
    pub async fn ask_for_reset(&self, email: &str, from: &str) -> Result<Address, Error> {
        self.may_sign_in()?;
        let to: Address = email
            .parse()
            .map_err(|fault: String| Error::field("email", fault))?;
        self.throttle(&[(LINK, to.as_str()), (LINK_FROM, from)])
            .await?;
        let secret = Secret::draw()?;
        let tx = self.store.begin().await?;
        let account = tx.account_by_email(to.as_str()).await?;
        if let Some(account) = account.filter(|account| account.disabled_at.is_none()) {
            let passage = NewPassage {
                hash: &secret.hash(),
                kind: KIND,
                subject: to.as_str(),
                content: &account.id.to_string(),
                ends_at: self.clock.now() + TimeDelta::hours(HOURS),
            };
            tx.end_passages(KIND, to.as_str()).await?;
            tx.add_passage(&passage).await?;
            let text = format!(
                "Somebody, probably you, wants a new password at {url}.\n\n\
                 Open this link within {HOURS} hours to choose one:\n{url}/reset/{secret}\n\n\
                 If it was not you, do nothing: the password stays as it is.\n",
                url = self.public_url(),
                secret = secret.expose(),
            );
            self.queue_mail(&tx, &to, "Choose a new password", &text)
                .await?;
        }
        tx.commit().await?;
        Ok(to)
    }

    /// Whose password a link changes; not found when it is over, was used, or never was.
    pub async fn reset_opened(&self, secret: &Secret) -> Result<String, Error> {
        Ok(self.reset_account(secret).await?.email)
    }

    /// Takes a new password, ends every session of the account, and signs it in.
    pub async fn reset(&self, secret: &Secret, chosen: Chosen) -> Result<Secret, Error> {
        self.may_sign_in()?;
        let account = self.reset_account(secret).await?;
        if let Some(fault) = password::fault(&chosen.password, &[&account.email, &account.name]) {
            return Err(Error::field("password", fault));
        }
        let hash = password::hash(chosen.password).await?;
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        tx.take_passage(&secret.hash(), KIND, now)
            .await?
            .ok_or(Error::NotFound)?;
        let change = AccountChange {
            password_hash: Some(&hash),
            ..AccountChange::default()
        };
        tx.change_account(account.id, &change).await?;
        tx.end_sessions(account.id).await?;
        let deed = Deed {
            action: "reset_password",
            subject: &account.email,
            ..Deed::default()
        };
        tx.audit(now, &acting(&account), &deed).await?;
        let entrance = Entrance {
            browser: chosen.browser,
            way: "password".to_owned(),
            ..Entrance::default()
        };
        let session = self
            .enter(&tx, &account, &entrance, chosen.before.as_ref())
            .await?;
        tx.commit().await?;
        Ok(session)
    }

    async fn reset_account(&self, secret: &Secret) -> Result<Account, Error> {
        let hash = secret.hash();
        let found = self.store.passage(&hash, KIND, self.clock.now());
        let passage = found.await?.ok_or(Error::NotFound)?;
        let id = passage.content.parse().map_err(|_| Error::NotFound)?;
        let account = self.store.account(id).await?;
        account
            .filter(|account| account.disabled_at.is_none())
            .ok_or(Error::NotFound)
    }
}
