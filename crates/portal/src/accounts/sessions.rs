//! Sessions: begun when somebody signs in, shown by a cookie, ended by either side.

use super::{public_url::Safety, second_factor::Lacking, secret::Secret};
use crate::{Error, Portal};
use chrono::{DateTime, TimeDelta, Utc};
use interlocal_catalog::policy::{Actor, Person};
use interlocal_store::{Account, NewSession, Session, Tx};
use std::sync::Arc;

/// Days that a session lasts.
pub const SESSION_DAYS: i64 = 14;
/// Hours without use after which it ends.
const IDLE_HOURS: i64 = 12;
/// Minutes after which its use is noted again.
const NOTED_MINUTES: i64 = 5;

/// Somebody who has signed in, as one request knows them.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who it is and what it may.
    pub person: Arc<Person>,
    /// The session.
    pub session: Session,
    /// What a form of this session carries, so that no other site can send one.
    pub form_token: String,
    /// What the session lacks; as long as it does, the person is nobody special.
    pub lacking: Option<Lacking>,
}

impl SignedIn {
    /// As the policy knows them.
    pub fn actor(&self) -> Actor {
        Actor::Person(Arc::clone(&self.person))
    }

    /// The person, where the session lacks nothing.
    pub fn complete(&self) -> Result<&Arc<Person>, Error> {
        match self.lacking {
            None => Ok(&self.person),
            Some(_) => Err(Error::SecondFactorFirst),
        }
    }
}

/// How somebody came in.
#[derive(Clone, Debug, Default)]
pub struct Entrance {
    /// What the browser calls itself.
    pub browser: String,
    /// How they signed in: `password`, `invitation` or a provider's name.
    pub way: String,
    /// Whether the second factor was shown.
    pub second_factor: bool,
    /// The provider that vouched, and its token.
    pub provider: Option<(String, String)>,
}

impl Entrance {
    /// As somebody came in who has signed in already.
    pub(crate) fn like(signed_in: &SignedIn) -> Self {
        let session = &signed_in.session;
        Self {
            browser: session.browser.clone(),
            way: session.way.clone(),
            second_factor: session.second_factor_at.is_some(),
            provider: session.provider.clone().zip(session.id_token.clone()),
        }
    }

    /// The same, with the second factor shown.
    pub(crate) fn with_second_factor(self) -> Self {
        Self {
            second_factor: true,
            ..self
        }
    }
}

impl Portal {
    /// Begins a session inside a transaction; the secret is for the cookie.
    pub(crate) async fn begin_session(
        &self,
        tx: &Tx,
        person: i32,
        entrance: &Entrance,
    ) -> Result<Secret, Error> {
        let secret = Secret::draw()?;
        let at = self.clock.now();
        let browser: String = entrance.browser.chars().take(200).collect();
        let new = NewSession {
            hash: &secret.hash(),
            person,
            ends_at: at + TimeDelta::days(SESSION_DAYS),
            browser: &browser,
            way: &entrance.way,
            second_factor: entrance.second_factor,
            provider: entrance
                .provider
                .as_ref()
                .map(|(name, token)| (name.as_str(), token.as_str())),
        };
        tx.add_session(&new, at).await?;
        Ok(secret)
    }

    /// Begins a session of a person without asking for anything: for the command
    /// line and for tests.
    pub async fn session_of(&self, person: i32, entrance: &Entrance) -> Result<Secret, Error> {
        let tx = self.store.begin().await?;
        let secret = self.begin_session(&tx, person, entrance).await?;
        tx.commit().await?;
        Ok(secret)
    }

    /// Who shows this secret; none when its session is over or was never there.
    pub async fn who(&self, secret: &Secret) -> Result<Option<SignedIn>, Error> {
        if self.public_url().safety() == Safety::Open {
            return Ok(None);
        }
        let Some((session, account)) = self.store.session(&secret.hash()).await? else {
            return Ok(None);
        };
        let now = self.clock.now();
        if is_over(&session, now) || account.disabled_at.is_some() {
            return Ok(None);
        }
        if now - session.seen_at >= TimeDelta::minutes(NOTED_MINUTES) {
            let tx = self.store.begin().await?;
            tx.touch_session(&session.hash, now).await?;
            tx.commit().await?;
        }
        let mut person = self.person(account.clone()).await?;
        let lacking = self.lacking(&account, &person, session.second_factor_at.is_some());
        if lacking.is_some() {
            person.roles.clear();
            person.steward = false;
        }
        Ok(Some(SignedIn {
            person: Arc::new(person),
            session,
            form_token: secret.derived("form"),
            lacking,
        }))
    }

    /// Ends a session of the person; another's is not found.
    pub async fn end_session(&self, person: &Person, hash: &str) -> Result<(), Error> {
        let tx = self.store.begin().await?;
        let ended = tx.end_session(person.id, hash).await?;
        tx.commit().await?;
        if ended { Ok(()) } else { Err(Error::NotFound) }
    }

    /// Ends every session of the person, on every machine.
    pub async fn end_all_sessions(&self, person: &Person) -> Result<(), Error> {
        let tx = self.store.begin().await?;
        tx.end_sessions(person.id).await?;
        Ok(tx.commit().await?)
    }

    pub(crate) async fn person(&self, account: Account) -> Result<Person, Error> {
        Ok(Person {
            roles: self.store.roles_of(account.id).await?,
            id: account.id,
            email: account.email,
            name: account.name,
            steward: account.is_steward,
            token: None,
        })
    }
}

/// Whether a session has ended by itself.
pub(crate) fn is_over(session: &Session, now: DateTime<Utc>) -> bool {
    now >= session.ends_at || now - session.seen_at > TimeDelta::hours(IDLE_HOURS)
}
