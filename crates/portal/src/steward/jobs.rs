//! The work that is done by itself: noted when it ran, and what went wrong.

use crate::{Error, Portal, gate};
use chrono::{DateTime, TimeDelta, Utc};
use interlocal_catalog::policy::Actor;
use interlocal_store::JobRun;
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

/// Minutes after which a run without a fault is noted again.
const NOTED_MINUTES: i64 = 1;

/// When this node noted each job last.
#[derive(Default)]
pub struct Jobs(Mutex<HashMap<&'static str, DateTime<Utc>>>);

impl Jobs {
    fn is_due(&self, name: &'static str, now: DateTime<Utc>) -> bool {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let due = noted
            .get(name)
            .is_none_or(|last| now - *last >= TimeDelta::minutes(NOTED_MINUTES));
        if due {
            noted.insert(name, now);
        }
        due
    }
}

impl Portal {
    /// The last run of every job, for a steward.
    pub async fn read_jobs(&self, actor: &Actor) -> Result<Vec<JobRun>, Error> {
        gate::oversee(actor)?;
        Ok(self.store.job_runs().await?)
    }

    /// Does one piece of due work and notes how it went; a fault is logged and given
    /// back, so that the next piece has its turn.
    pub(crate) async fn job(
        &self,
        name: &'static str,
        work: impl Future<Output = Result<(), Error>>,
    ) -> Option<Error> {
        let fault = work.await.err();
        if let Some(error) = &fault {
            tracing::warn!(job = name, %error, "work that is due cannot be done now");
        }
        let now = self.clock.now();
        if (fault.is_some() || self.jobs.is_due(name, now))
            && let Err(error) = self.note_job(name, fault.as_ref(), now).await
        {
            tracing::warn!(job = name, %error, "a run cannot be noted");
        }
        fault
    }

    async fn note_job(
        &self,
        name: &str,
        fault: Option<&Error>,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let text = fault.map(ToString::to_string);
        let tx = self.store.begin().await?;
        tx.note_job(name, text.as_deref(), now).await?;
        Ok(tx.commit().await?)
    }
}
