//! `/desk/{body}/domains`

use super::{
    after::{see, shown},
    visit::Visit,
};
use crate::{error::Failure, form::posted::Posted};
use axum::{extract::Path, response::Response};
use interlocal_catalog::OrganizationId;
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{ApprovedLine, DomainsPage, SuggestedLine},
};
use interlocal_portal::Error;

/// The known domains of a body.
pub async fn show(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    let page = page(&visit, &body, "", Vec::new()).await?;
    Ok(visit.answer(&page))
}

/// Approves a domain.
pub async fn approve(Path(body): Path<String>, posted: Posted) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    let visit = &posted.visit;
    let typed = posted.fields.last("domain").unwrap_or_default();
    let approved = visit
        .app
        .portal
        .approve_domain(&visit.acting()?, &body, typed)
        .await;
    match approved {
        Err(Error::Invalid(faults)) => {
            let page = page(visit, &body, typed, shown(faults)).await?;
            Ok(visit.refused(&page))
        }
        Err(other) => Err(other.into()),
        Ok(()) => Ok(see(&format!("/desk/{body}/domains"), "approved")),
    }
}

/// Takes an approval back.
pub async fn take_back(Path(body): Path<String>, posted: Posted) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    let visit = &posted.visit;
    let domain = posted.fields.last("domain").unwrap_or_default();
    visit
        .app
        .portal
        .take_back_domain(&visit.acting()?, &body, domain)
        .await?;
    Ok(see(&format!("/desk/{body}/domains"), "taken-back"))
}

async fn page(
    visit: &Visit,
    body: &OrganizationId,
    typed: &str,
    faults: Vec<FieldFault>,
) -> Result<DomainsPage, Failure> {
    let known = visit
        .app
        .portal
        .read_domains(&visit.acting()?, body)
        .await?;
    let path = format!("/desk/{body}/domains");
    let count = known.approved.len() + known.suggested.len();
    Ok(DomainsPage {
        shell: visit.shell_of_table(&path, count),
        body: visit.body(body),
        approved: known
            .approved
            .into_iter()
            .map(|one| ApprovedLine {
                domain: one.domain,
                approved_on: one.approved_at.date_naive(),
                approved_by: one.approved_by,
            })
            .collect(),
        suggested: known
            .suggested
            .into_iter()
            .map(|one| SuggestedLine {
                domain: one.registered.domain,
                kind: one.registered.kind,
                organization: one.registered.organization_name,
                place: [one.registered.city, one.registered.state]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(", "),
                government: one.government,
                has_website: one.has_website,
            })
            .collect(),
        typed: typed.to_owned(),
        done: visit.done(),
        faults,
    })
}
