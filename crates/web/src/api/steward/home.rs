//! `/api/v1/steward` and `/api/v1/steward/jobs`

use super::super::{
    document::call::{Call, Group},
    shape::List,
};
use crate::{App, error::Failure, signed_in::Caller};
use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/steward", "readWaiting")
            .told(Group::Steward, "What waits for a steward", "")
            .reading()
            .gives::<WaitingShown>(),
        Call::get("/api/v1/steward/jobs", "listJobs")
            .told(Group::Steward, "The work that is done by itself", "")
            .reading()
            .gives::<List<JobShown>>(),
    ]
}

/// What waits for a steward.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Waiting")]
pub struct WaitingShown {
    /// Open requests for governments.
    requests: u64,
    /// Mails that were given up.
    mails_given_up: u64,
    /// Jobs whose last run failed.
    failing_jobs: u64,
    /// Bodies of the directory.
    organizations: u64,
    /// Published offerings.
    offerings: u64,
    /// The version of the category vocabulary.
    vocabulary: String,
}

/// Work that is done by itself.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Job")]
pub struct JobShown {
    /// Its name.
    name: String,
    /// When it last ran.
    ran_at: DateTime<Utc>,
    /// When it last failed.
    failed_at: Option<DateTime<Utc>>,
    /// What went wrong then.
    fault: String,
}

/// What waits.
pub async fn show(State(app): State<App>, caller: Caller) -> Result<Json<WaitingShown>, Failure> {
    let portal = &app.portal;
    let waiting = portal.read_waiting(&caller.actor()).await?;
    let snapshot = portal.snapshot();
    Ok(Json(WaitingShown {
        requests: waiting.requests,
        mails_given_up: waiting.dead_letters,
        failing_jobs: waiting.failing_jobs,
        organizations: snapshot.directory.organization_count() as u64,
        offerings: snapshot.offering_count() as u64,
        vocabulary: portal.vocabulary().version().to_string(),
    }))
}

/// The work that is done by itself.
pub async fn jobs(State(app): State<App>, caller: Caller) -> Result<Json<List<JobShown>>, Failure> {
    let runs = app.portal.read_jobs(&caller.actor()).await?;
    let jobs = runs.into_iter().map(|run| JobShown {
        name: run.name,
        ran_at: run.ran_at,
        failed_at: run.failed_at,
        fault: run.fault,
    });
    Ok(Json(List::whole(jobs.collect())))
}
