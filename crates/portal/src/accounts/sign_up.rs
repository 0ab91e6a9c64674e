//! Signing up: the address is confirmed before there is an account, so that nobody
//! can prepare one for somebody else.

use super::{
    secret::Secret,
    throttle::{LINK, LINK_FROM},
    welcome::{Invited, Welcome},
};
use crate::{Error, Portal};
use chrono::TimeDelta;
use interlocal_mail::Address;
use interlocal_store::NewPassage;

/// Hours for which the link holds.
const HOURS: i64 = 24;

impl Portal {
    /// Mails a link to an address; whoever has an account there is told so instead.
    /// The answer is the same either way.
    pub async fn sign_up(&self, email: &str, from: &str) -> Result<Address, Error> {
        self.may_sign_in()?;
        let to: Address = email
            .parse()
            .map_err(|fault: String| Error::field("email", fault))?;
        self.throttle(&[(LINK, to.as_str()), (LINK_FROM, from)])
            .await?;
        let secret = Secret::draw()?;
        let tx = self.store.begin().await?;
        if tx.account_by_email(to.as_str()).await?.is_some() {
            let text = format!(
                "Somebody, probably you, wants to sign up at {url} with this address.\n\n\
                 You have an account already. Sign in:\n{url}/sign-in\n\n\
                 If the password is gone, take a new one:\n{url}/reset\n",
                url = self.public_url()
            );
            self.queue_mail(&tx, &to, "You have an account already", &text)
                .await?;
        } else {
            let invited = Invited::by_themselves(&to);
            let passage = NewPassage {
                hash: &secret.hash(),
                kind: Welcome::SignUp.word(),
                subject: to.as_str(),
                content: &invited.to_json()?,
                ends_at: self.clock.now() + TimeDelta::hours(HOURS),
            };
            tx.end_passages(Welcome::SignUp.word(), to.as_str()).await?;
            tx.add_passage(&passage).await?;
            let text = format!(
                "Somebody, probably you, wants to sign up at {url} with this address.\n\n\
                 Open this link within {HOURS} hours to choose a name and a password:\n\
                 {url}/sign-up/{secret}\n\n\
                 If it was not you, do nothing: no account is made.\n",
                url = self.public_url(),
                secret = secret.expose(),
            );
            self.queue_mail(&tx, &to, "Confirm your address", &text)
                .await?;
        }
        tx.commit().await?;
        Ok(to)
    }
}
