//! Throttles: what may be tried only so often, by somebody's address and from a
//! machine. A try is counted before it is known whether it succeeds.

use super::secret::Secret;
use crate::{Error, Portal};
use chrono::TimeDelta;
use interlocal_store::Tx;

/// Something that may be tried so often within so many minutes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit {
    name: &'static str,
    most: i32,
    minutes: i64,
}

/// Passwords and codes for one account.
pub(crate) const SIGN_IN: Limit = Limit::new("sign-in", 5, 15);
/// The same from one machine.
pub(crate) const SIGN_IN_FROM: Limit = Limit::new("sign-in-from", 50, 15);
/// Links to one address.
pub(crate) const LINK: Limit = Limit::new("link", 3, 60);
/// Links asked for from one machine.
pub(crate) const LINK_FROM: Limit = Limit::new("link-from", 20, 60);
/// Addresses that one account asks for.
pub(crate) const NEW_ADDRESS: Limit = Limit::new("new-address", 5, 60);
/// Codes of a second factor, for one account.
pub(crate) const CODE: Limit = Limit::new("code", 5, 15);

/// Questions and reports from one machine.
pub(crate) const SPEAK_FROM: Limit = Limit::new("speak-from", 20, 60);

/// Minutes after which no count matters.
pub(crate) const LONGEST_MINUTES: i64 = 60;

impl Limit {
    const fn new(name: &'static str, most: i32, minutes: i64) -> Self {
        Self {
            name,
            most,
            minutes,
        }
    }

    /// What is kept names nobody.
    fn key(self, whose: &str) -> String {
        Secret::shown(&format!("{}:{whose}", self.name)).hash()
    }
}

impl Portal {
    /// Counts a try of each; too many of one refuse with the seconds to wait.
    pub(crate) async fn throttle(&self, tries: &[(Limit, &str)]) -> Result<(), Error> {
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        let mut wait = 0;
        for (limit, whose) in tries.iter().filter(|(_, whose)| !whose.is_empty()) {
            let span = TimeDelta::minutes(limit.minutes);
            let tries = tx.count_try(&limit.key(whose), span, now).await?;
            if tries.count > limit.most {
                wait = wait.max((tries.begun_at + span - now).num_seconds().max(1));
            }
        }
        tx.commit().await?;
        match u64::try_from(wait) {
            Ok(seconds) if seconds > 0 => Err(Error::TooOften(seconds)),
            _ => Ok(()),
        }
    }

    /// Forgets the tries of one who has succeeded.
    pub(crate) async fn unthrottle(&self, tx: &Tx, limit: Limit, whose: &str) -> Result<(), Error> {
        Ok(tx.forget_tries(&limit.key(whose)).await?)
    }
}
