//! How the work fares that is done by itself.

use crate::{Error, Store, Tx, entity::job_run, stored};
use chrono::{DateTime, Utc};
use sea_orm::{EntityTrait, QueryOrder, Set, sea_query::OnConflict};

/// The last run of a job.
#[derive(Clone, Debug, PartialEq)]
pub struct JobRun {
    /// The job: `mail`.
    pub name: String,
    /// When it last ran to its end.
    pub ran_at: DateTime<Utc>,
    /// When it last failed.
    pub failed_at: Option<DateTime<Utc>>,
    /// What went wrong then; empty when it never did.
    pub fault: String,
}

impl Tx {
    /// Notes a run of a job; a fault stays on record until the next one.
    pub async fn note_job(
        &self,
        name: &str,
        fault: Option<&str>,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        use job_run::Column;
        let row = job_run::ActiveModel {
            name: Set(name.to_owned()),
            ran_at: Set(stored(at)),
            failed_at: Set(fault.map(|_| stored(at))),
            fault: Set(fault.unwrap_or_default().to_owned()),
        };
        let mut columns = vec![Column::RanAt];
        if fault.is_some() {
            columns.extend([Column::FailedAt, Column::Fault]);
        }
        job_run::Entity::insert(row)
            .on_conflict(
                OnConflict::column(Column::Name)
                    .update_columns(columns)
                    .to_owned(),
            )
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// The last run of every job, by name.
    pub async fn job_runs(&self) -> Result<Vec<JobRun>, Error> {
        let rows = job_run::Entity::find()
            .order_by_asc(job_run::Column::Name)
            .all(&self.reader)
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| JobRun {
                name: row.name,
                ran_at: row.ran_at,
                failed_at: row.failed_at,
                fault: row.fault,
            })
            .collect())
    }
}
