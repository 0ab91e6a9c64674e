//! `/offerings/{slug}/report`

use super::{
    refused::{outcome, see_other, shown},
    visit::Visit,
};
use crate::{
    error::Failure,
    form::{Faults, posted::Posted, voice},
};
use axum::{extract::Path, response::Response};
use interlocal_catalog::OfferingId;
use interlocal_pages::pages::ReportPage;
use interlocal_portal::desk::ask::Voice;

/// The form.
pub async fn show(Path(slug): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let mut page = page(&visit, &OfferingId::new(slug))?;
    page.sent = visit.fields.on("sent");
    Ok(visit.answer(&page))
}

/// Reports.
pub async fn send(
    Path(slug): Path<String>,
    Posted { visit, fields }: Posted,
) -> Result<Response, Failure> {
    let slug = OfferingId::new(slug);
    let page = page(&visit, &slug)?;
    let mut faults = Faults::default();
    let said = voice::read(&fields, &mut faults);
    let failed = match faults.end() {
        Err(Failure::Invalid(faults)) => shown(faults),
        Err(other) => return Err(other),
        Ok(()) => {
            let voice = Voice {
                email: said.email.as_ref(),
                message: &said.message,
                from: &visit.origin.from,
            };
            let report = visit.app.portal.report(&visit.actor(), &slug, voice).await;
            match outcome(report)? {
                Ok(()) => {
                    return Ok(see_other(&format!(
                        "/offerings/{}/report?sent=1",
                        page.slug
                    )));
                }
                Err(faults) => faults,
            }
        }
    };
    Ok(visit.refuse(&ReportPage {
        faults: failed,
        email: fields.last("email").unwrap_or_default().to_owned(),
        message: said.message,
        ..page
    }))
}

fn page(visit: &Visit, slug: &OfferingId) -> Result<ReportPage, Failure> {
    let offering = visit.app.portal.read_reportable(&visit.actor(), slug)?;
    Ok(ReportPage {
        shell: visit.shell(None),
        slug: offering.slug.to_string(),
        title: offering.title.clone(),
        provider: visit.body(&offering.provider),
        sent: false,
        faults: Vec::new(),
        email: visit
            .caller
            .0
            .as_ref()
            .map(|signed_in| signed_in.person.email.clone())
            .unwrap_or_default(),
        message: String::new(),
    })
}
