//! What waits for a steward.

use crate::{Error, Portal, gate};
use interlocal_catalog::policy::Actor;
use interlocal_store::MailState;

/// How much waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Open requests for governments.
    pub requests: u64,
    /// Mails that were given up.
    pub dead_letters: u64,
    /// Jobs whose last run failed.
    pub failing_jobs: u64,
}

impl Portal {
    /// Nothing where the actor is a steward; else why not.
    pub fn as_steward(&self, actor: &Actor) -> Result<(), Error> {
        gate::oversee(actor)
    }

    /// How much waits for a steward.
    pub async fn read_waiting(&self, actor: &Actor) -> Result<Waiting, Error> {
        gate::oversee(actor)?;
        let jobs = self.store.job_runs().await?;
        let failing = jobs.iter().filter(|run| run.failed_at == Some(run.ran_at));
        Ok(Waiting {
            requests: self.store.open_government_requests().await?.len() as u64,
            dead_letters: self.mails(actor, MailState::GivenUp, (0, 0)).await?.0,
            failing_jobs: failing.count() as u64,
        })
    }
}
