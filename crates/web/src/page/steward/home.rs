//! `/steward`, `/steward/jobs`

use crate::{error::Failure, page::visit::Visit};
use axum::response::Response;
use interlocal_pages::pages::{JobLine, JobsPage, StewardPage};

/// What waits for a steward.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    let portal = &visit.app.portal;
    let waiting = portal.read_waiting(&visit.acting()?).await?;
    let page = StewardPage {
        shell: visit.shell(None),
        requests: waiting.requests,
        dead_letters: waiting.dead_letters,
        failing_jobs: waiting.failing_jobs,
        bodies: visit.snapshot.directory.organization_count() as u64,
        offerings: visit.snapshot.offering_count() as u64,
        vocabulary: portal.vocabulary().version().to_string(),
    };
    Ok(visit.answer(&page))
}

/// The work that is done by itself.
pub async fn jobs(visit: Visit) -> Result<Response, Failure> {
    let runs = visit.app.portal.read_jobs(&visit.acting()?).await?;
    let page = JobsPage {
        shell: visit.shell_of_table("/steward/jobs", runs.len()),
        jobs: runs
            .into_iter()
            .map(|run| JobLine {
                name: run.name,
                ran_at: run.ran_at,
                fault: run.failed_at.map(|at| (at, run.fault)),
            })
            .collect(),
    };
    Ok(visit.answer(&page))
}
