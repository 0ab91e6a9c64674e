//! Signing in with an address and a password, and signing out.

use super::{
    public_url::Safety,
    secret::Secret,
    sessions::{Entrance, SignedIn},
    throttle::{SIGN_IN, SIGN_IN_FROM},
};
use crate::{Error, Portal};
use interlocal_catalog::policy::{Actor, Person};
use interlocal_identity::password;
use interlocal_store::{Account, Deed, Tx};

/// The one answer to a wrong password, an address that nobody has, one that was
/// closed and one that signs in otherwise.
pub const WRONG: &str = "this address and password do not go together";

/// What somebody typed to sign in, and from where.
#[derive(Clone, Debug, Default)]
pub struct Attempt {
    /// The address.
    pub email: String,
    /// The password.
    pub password: String,
    /// The machine it comes from; empty when that is not known.
    pub from: String,
    /// What the browser calls itself.
    pub browser: String,
    /// The session that the browser showed, which ends when another begins.
    pub before: Option<Secret>,
}

impl Portal {
    /// Why nobody can sign in under this address; none when they can.
    pub fn sign_in_refused(&self) -> Option<String> {
        (self.public_url().safety() == Safety::Open).then(|| {
            format!(
                "This portal is reached under {}, where anybody on the way could read a password \
                 or take over a session. Signing in is possible once its address begins with https.",
                self.public_url()
            )
        })
    }

    pub(crate) fn may_sign_in(&self) -> Result<(), Error> {
        match self.sign_in_refused() {
            Some(reason) => Err(Error::Conflict(reason)),
            None => Ok(()),
        }
    }

    /// Signs in with a password; gives the secret of the new session.
    pub async fn sign_in(&self, attempt: Attempt) -> Result<Secret, Error> {
        self.may_sign_in()?;
        let email = attempt.email.trim().to_lowercase();
        let tries = [
            (SIGN_IN, email.as_str()),
            (SIGN_IN_FROM, attempt.from.as_str()),
        ];
        self.throttle(&tries).await?;
        let account = self.store.account_by_email(&email).await?;
        let account = account.filter(|account| account.disabled_at.is_none());
        let kept = account
            .as_ref()
            .and_then(|account| account.password_hash.clone());
        let right = password::matches(attempt.password, kept).await;
        let Some(account) = account.filter(|_| right) else {
            return Err(Error::field("password", WRONG));
        };
        let tx = self.store.begin().await?;
        self.unthrottle(&tx, SIGN_IN, &email).await?;
        let entrance = Entrance {
            browser: attempt.browser,
            way: "password".to_owned(),
            ..Entrance::default()
        };
        let secret = self
            .enter(&tx, &account, &entrance, attempt.before.as_ref())
            .await?;
        tx.commit().await?;
        Ok(secret)
    }

    /// Begins a session of an account with a secret of its own, ends the one that
    /// the browser showed, and writes it down.
    pub(crate) async fn enter(
        &self,
        tx: &Tx,
        account: &Account,
        entrance: &Entrance,
        before: Option<&Secret>,
    ) -> Result<Secret, Error> {
        if let Some(before) = before {
            tx.end_any_session(&before.hash()).await?;
        }
        self.join_by_domain(tx, account.id).await?;
        let secret = self.begin_session(tx, account.id, entrance).await?;
        let actor = acting(account);
        let deed = Deed {
            action: "sign_in",
            subject: &account.email,
            reason: &entrance.way,
            ..Deed::default()
        };
        tx.audit(self.clock.now(), &actor, &deed).await?;
        Ok(secret)
    }

    /// Ends the session; gives the address at which to sign out of the provider
    /// that vouched, where there is one.
    pub async fn sign_out(&self, signed_in: &SignedIn) -> Result<Option<String>, Error> {
        let session = &signed_in.session;
        let tx = self.store.begin().await?;
        tx.end_any_session(&session.hash).await?;
        tx.commit().await?;
        let (Some(name), Some(token)) = (&session.provider, &session.id_token) else {
            return Ok(None);
        };
        let provider = self.outside.providers.iter().find(|p| p.name() == name);
        Ok(provider.and_then(|provider| provider.sign_out_url(token, &self.public_url().of("/"))))
    }
}

/// An account as the audit log names who acts.
pub(crate) fn acting(account: &Account) -> Actor {
    let person = Person {
        id: account.id,
        email: account.email.clone(),
        name: account.name.clone(),
        steward: account.is_steward,
        roles: Default::default(),
        token: None,
    };
    Actor::Person(person.into())
}
