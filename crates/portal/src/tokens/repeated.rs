//! A request that is sent again under the same key gets the same answer, and is not
//! done a second time.

use crate::{Error, Portal, accounts::secret::Secret, importing::hash_of};
use chrono::TimeDelta;

/// Hours for which an answer is kept.
pub const KEPT_HOURS: i64 = 24;

/// A request with the key that its sender gave it.
#[derive(Clone, Copy, Debug)]
pub struct Keyed<'a> {
    /// The key.
    pub key: &'a str,
    /// Who sent it: what names a token or an address, never shown.
    pub sender: &'a str,
    /// What it asks for: method and path.
    pub target: &'a str,
    /// What it sends.
    pub body: &'a [u8],
}

impl Keyed<'_> {
    /// What it is kept under, which names nobody.
    fn kept_under(&self) -> String {
        let Self {
            key,
            sender,
            target,
            ..
        } = self;
        Secret::shown(&format!("{key}\n{sender}\n{target}")).hash()
    }

    fn body_hash(&self) -> String {
        hash_of(self.body)
    }
}

/// An answer as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAnswer {
    /// Its status.
    pub status: u16,
    /// Its headers, one a line.
    pub headers: String,
    /// Its body.
    pub body: String,
}

/// Whether a request is the first under its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It is: do it.
    First,
    /// It was answered: this.
    Again(KeptAnswer),
    /// The first one is still worked at.
    Busy,
    /// The first one sent something else.
    Another,
}

impl Portal {
    /// Whether this request is the first under its key.
    pub async fn turn(&self, keyed: Keyed<'_>) -> Result<Turn, Error> {
        let (key, hash) = (keyed.kept_under(), keyed.body_hash());
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        tx.sweep_answers(now - TimeDelta::hours(KEPT_HOURS)).await?;
        let first = tx.begin_answer(&key, &hash, now).await?;
        tx.commit().await?;
        if first {
            return Ok(Turn::First);
        }
        let Some(kept) = self.store.kept_answer(&key).await? else {
            return Ok(Turn::Busy);
        };
        if kept.body_hash != hash {
            return Ok(Turn::Another);
        }
        Ok(match kept.answer {
            None => Turn::Busy,
            Some((status, headers, body)) => Turn::Again(KeptAnswer {
                status,
                headers,
                body,
            }),
        })
    }

    /// Keeps the answer to a request.
    pub async fn keep_answer(&self, keyed: Keyed<'_>, answer: &KeptAnswer) -> Result<(), Error> {
        let tx = self.store.begin().await?;
        let parts = (answer.status, &*answer.headers, &*answer.body);
        tx.keep_answer(&keyed.kept_under(), parts).await?;
        Ok(tx.commit().await?)
    }

    /// Forgets a request that was not answered for good, so that it may be sent again.
    pub async fn forget_answer(&self, keyed: Keyed<'_>) -> Result<(), Error> {
        let tx = self.store.begin().await?;
        tx.forget_answer(&keyed.kept_under()).await?;
        Ok(tx.commit().await?)
    }
}
