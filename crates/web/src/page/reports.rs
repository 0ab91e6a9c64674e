//! `/desk/{body}/reports`

use super::{
    refused::{outcome, see_other},
    visit::Visit,
};
use crate::{error::Failure, form::posted::Posted};
use axum::{extract::Path, response::Response};
use interlocal_catalog::OrganizationId;
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{OneReportPage, ReportRow, ReportsPage},
};
use interlocal_portal::desk::reports::Reported;

/// The reports of a body.
pub async fn list(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    visit.signed_in()?;
    let body = OrganizationId::new(body);
    let found = visit.app.portal.read_reports(&visit.actor(), &body).await?;
    let path = format!("/desk/{body}/reports");
    let page = ReportsPage {
        shell: visit.shell_of_table(&path, found.reports.len()),
        body: visit.body(&found.body.id),
        reports: found.reports.iter().map(row).collect(),
    };
    Ok(visit.answer(&page))
}

/// One report.
pub async fn show(
    Path((body, id)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, Failure> {
    visit.signed_in()?;
    let page = page(&visit, (&body, &id), "", Vec::new()).await?;
    Ok(visit.answer(&page))
}

/// Takes it upon oneself to look after a report.
pub async fn own(
    Path((body, id)): Path<(String, String)>,
    Posted { visit, .. }: Posted,
) -> Result<Response, Failure> {
    let organization = OrganizationId::new(body.as_str());
    let portal = &visit.app.portal;
    portal
        .own_report(&visit.actor(), &organization, number(&id)?)
        .await?;
    Ok(see_other(&format!("/desk/{body}/reports/{id}")))
}

/// Closes a report with an answer.
pub async fn close(
    Path((body, id)): Path<(String, String)>,
    Posted { visit, fields }: Posted,
) -> Result<Response, Failure> {
    let organization = OrganizationId::new(body.as_str());
    let answer = fields.last("answer").unwrap_or_default();
    let (portal, actor) = (&visit.app.portal, visit.actor());
    let done = portal.close_report(&actor, &organization, number(&id)?, answer);
    let faults = match outcome(done.await)? {
        Ok(()) => return Ok(see_other(&format!("/desk/{body}/reports"))),
        Err(faults) => faults,
    };
    Ok(visit.refuse(&page(&visit, (&body, &id), answer, faults).await?))
}

fn number(id: &str) -> Result<i32, Failure> {
    id.parse().map_err(|_| Failure::NotFound)
}

async fn page(
    visit: &Visit,
    (body, id): (&str, &str),
    answer: &str,
    faults: Vec<FieldFault>,
) -> Result<OneReportPage, Failure> {
    let (portal, actor) = (&visit.app.portal, visit.actor());
    let body = OrganizationId::new(body);
    let found = portal.read_report(&actor, &body, number(id)?).await?;
    Ok(OneReportPage {
        shell: visit.shell(None),
        body: visit.body(&found.body.id),
        report: row(&found.reported),
        may_edit: found.may_edit,
        answer: answer.to_owned(),
        faults,
    })
}

fn row(reported: &Reported) -> ReportRow {
    let report = &reported.report;
    ReportRow {
        id: report.id,
        offering: reported
            .offering
            .as_ref()
            .map(|found| found.slug.to_string()),
        title: reported.title.clone(),
        message: report.message.clone(),
        reported_on: report.reported_at.date_naive(),
        owner: reported.owner.clone(),
        answer: report.answer.clone(),
        closed_on: report.closed_at.map(|at| at.date_naive()),
        told: !report.email.is_empty(),
    }
}
