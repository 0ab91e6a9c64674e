//! The second factor: set up, shown at every sign-in, required of those whom the
//! configuration names. A session without it, where it is asked for, may nothing.

use super::{
    secret::Secret,
    sessions::{Entrance, SignedIn},
    throttle::CODE,
};
use crate::{Error, Portal};
use interlocal_catalog::policy::{Person, Role};
use interlocal_identity::codes;
use interlocal_store::{Account, Deed};
use std::str::FromStr;

/// Whom a second factor is asked of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Who has this role in any body.
    Role(Role),
    /// Portal stewards.
    Steward,
}

impl Asked {
    fn means(self, person: &Person) -> bool {
        match self {
            Asked::Role(role) => person.roles.values().any(|own| *own == role),
            Asked::Steward => person.steward,
        }
    }
}

impl FromStr for Asked {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match Role::of(word) {
            Some(role) => Ok(Asked::Role(role)),
            None if word == "steward" => Ok(Asked::Steward),
            None => Err(format!(
                "“{word}” is none of member, editor, approver, administrator, steward"
            )),
        }
    }
}

/// What a session lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// The code of the second factor.
    Code,
    /// A second factor at all: it is asked of this person, who has none yet.
    SecondFactor,
}

/// A second factor that is being set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingUp {
    /// The key, in Base32, in groups of four.
    pub key: String,
    /// The address that an authenticator app reads.
    pub app_url: String,
}

impl Portal {
    /// What a session of this account lacks.
    pub(crate) fn lacking(
        &self,
        account: &Account,
        person: &Person,
        shown: bool,
    ) -> Option<Lacking> {
        if shown {
            return None;
        }
        if account.totp_confirmed_at.is_some() {
            return Some(Lacking::Code);
        }
        let asked = self
            .outside
            .second_factor_for
            .iter()
            .any(|asked| asked.means(person));
        asked.then_some(Lacking::SecondFactor)
    }

    /// The key to enter into an authenticator app; the same until it is in force.
    pub async fn set_up_second_factor(&self, signed_in: &SignedIn) -> Result<SettingUp, Error> {
        let account = self.without_second_factor(signed_in).await?;
        let key = match account.totp_secret {
            Some(key) => key,
            None => {
                let key = codes::draw_key()?;
                let tx = self.store.begin().await?;
                tx.set_second_factor(account.id, Some(&key), None).await?;
                tx.commit().await?;
                key
            }
        };
        let letters: Vec<char> = key.chars().collect();
        let groups: Vec<String> = letters
            .chunks(4)
            .map(|four| four.iter().collect())
            .collect();
        Ok(SettingUp {
            app_url: codes::app_url(&key, &account.email)?,
            key: groups.join(" "),
        })
    }

    /// Puts the second factor in force with a first code. Gives the recovery codes,
    /// which are shown once, and the new secret of the session.
    pub async fn confirm_second_factor(
        &self,
        signed_in: &SignedIn,
        code: &str,
    ) -> Result<(Vec<String>, Secret), Error> {
        let account = self.without_second_factor(signed_in).await?;
        self.throttle(&[(CODE, &account.email)]).await?;
        let now = self.clock.now();
        let key = account.totp_secret.as_deref().unwrap_or_default();
        let step = self.step(key, code)?.ok_or_else(wrong)?;
        let codes = codes::draw_recovery_codes()?;
        let tx = self.store.begin().await?;
        if !tx.use_step(account.id, step).await? {
            return Err(wrong());
        }
        tx.set_second_factor(account.id, Some(key), Some(now))
            .await?;
        tx.set_recovery_codes(account.id, &hashes(account.id, &codes))
            .await?;
        let deed = Deed {
            action: "set_up_second_factor",
            subject: &account.email,
            ..Deed::default()
        };
        tx.audit(now, &signed_in.actor(), &deed).await?;
        // Sessions that never showed it are over.
        tx.end_sessions(account.id).await?;
        self.unthrottle(&tx, CODE, &account.email).await?;
        let entrance = Entrance::like(signed_in).with_second_factor();
        let secret = self.begin_session(&tx, account.id, &entrance).await?;
        tx.commit().await?;
        Ok((codes, secret))
    }

    /// Shows a code, or a recovery code, for a session that lacks it. The session
    /// goes on under a new secret. A code is good once.
    pub async fn show_code(&self, signed_in: &SignedIn, code: &str) -> Result<Secret, Error> {
        let person = &signed_in.person;
        if signed_in.lacking != Some(Lacking::Code) {
            return Err(Error::NotFound);
        }
        self.throttle(&[(CODE, &person.email)]).await?;
        let account = self
            .store
            .account(person.id)
            .await?
            .ok_or(Error::NotFound)?;
        let key = account.totp_secret.as_deref().unwrap_or_default();
        let step = self.step(key, code)?;
        let tx = self.store.begin().await?;
        let right = match step {
            Some(step) => tx.use_step(account.id, step).await?,
            None => {
                let plain = codes::plain_recovery_code(code);
                tx.use_recovery_code(account.id, &hash(account.id, &plain))
                    .await?
            }
        };
        if !right {
            return Err(wrong());
        }
        let deed = Deed {
            action: "show_second_factor",
            subject: &account.email,
            reason: if step.is_some() {
                "code"
            } else {
                "recovery code"
            },
            ..Deed::default()
        };
        tx.audit(self.clock.now(), &signed_in.actor(), &deed)
            .await?;
        self.unthrottle(&tx, CODE, &account.email).await?;
        tx.end_any_session(&signed_in.session.hash).await?;
        let entrance = Entrance::like(signed_in).with_second_factor();
        let secret = self.begin_session(&tx, account.id, &entrance).await?;
        tx.commit().await?;
        Ok(secret)
    }

    /// Takes the second factor off the account; a code must be shown for it.
    pub async fn remove_second_factor(
        &self,
        signed_in: &SignedIn,
        code: &str,
    ) -> Result<(), Error> {
        let person = signed_in.complete()?;
        self.throttle(&[(CODE, &person.email)]).await?;
        let account = self
            .store
            .account(person.id)
            .await?
            .ok_or(Error::NotFound)?;
        let key = account.totp_secret.as_deref().unwrap_or_default();
        let step = self.step(key, code)?.ok_or_else(wrong)?;
        let tx = self.store.begin().await?;
        if account.totp_confirmed_at.is_none() || !tx.use_step(account.id, step).await? {
            return Err(wrong());
        }
        tx.set_second_factor(account.id, None, None).await?;
        tx.set_recovery_codes(account.id, &[]).await?;
        let deed = Deed {
            action: "remove_second_factor",
            subject: &account.email,
            ..Deed::default()
        };
        tx.audit(self.clock.now(), &signed_in.actor(), &deed)
            .await?;
        self.unthrottle(&tx, CODE, &account.email).await?;
        Ok(tx.commit().await?)
    }

    async fn without_second_factor(&self, signed_in: &SignedIn) -> Result<Account, Error> {
        if signed_in.lacking == Some(Lacking::Code) {
            return Err(Error::SecondFactorFirst);
        }
        let account = self.store.account(signed_in.person.id).await?;
        let account = account.ok_or(Error::NotFound)?;
        match account.totp_confirmed_at {
            None => Ok(account),
            Some(_) => Err(Error::Conflict(
                "A second factor is set up already.".to_owned(),
            )),
        }
    }

    fn step(&self, key: &str, code: &str) -> Result<Option<i64>, Error> {
        let now = u64::try_from(self.clock.now().timestamp()).unwrap_or_default();
        if key.is_empty() {
            return Ok(None);
        }
        Ok(codes::step_of(key, code, now)?)
    }
}

fn wrong() -> Error {
    Error::field("code", "is no code that holds now; each is good once")
}

fn hashes(person: i32, codes: &[String]) -> Vec<String> {
    codes
        .iter()
        .map(|code| hash(person, &codes::plain_recovery_code(code)))
        .collect()
}

fn hash(person: i32, plain: &str) -> String {
    Secret::shown(&format!("recovery:{person}:{plain}")).hash()
}
