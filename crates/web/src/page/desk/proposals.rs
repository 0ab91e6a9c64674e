//! `/desk/{body}/proposals`

use super::{super::visit::Visit, to};
use crate::{
    error::Failure,
    form::{Faults, posted::Posted},
};
use axum::{extract::Path, response::Response};
use interlocal_catalog::OrganizationId;
use interlocal_pages::pages::{ProposalRow, ProposalsPage};

/// Facts of sources that wait for the body.
pub async fn show(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    let portal = &visit.app.portal;
    let waiting = portal.proposals(&visit.actor(), &body).await?;
    let path = format!("/desk/{body}/proposals");
    let shell = visit.shell_of_table(&path, waiting.len());
    let rows = waiting.into_iter().map(|(slug, proposal)| ProposalRow {
        id: proposal.id,
        slug: slug.to_string(),
        fact: proposal.fact,
        supplier: proposal.supplier,
        evidence: proposal.evidence,
        url: proposal.url,
        on: proposal.proposed_at.date_naive(),
    });
    let page = ProposalsPage {
        shell,
        body: visit.body(&body),
        rows: rows.collect(),
    };
    Ok(visit.answer(&page))
}

/// Confirms or dismisses one.
pub async fn decide(
    Path((body, id)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    let id: i32 = id.parse().map_err(|_| Failure::NotFound)?;
    let Posted { visit, fields } = posted;
    let (portal, actor) = (&visit.app.portal, visit.actor());
    let mut faults = Faults::default();
    let words = faults.words(&fields, "decision", &["confirm", "dismiss"]);
    if words.is_empty() {
        faults.add("decision", "choose whether to confirm or to dismiss");
    }
    // Whoever may not decide learns that first.
    portal.proposals(&actor, &body).await?;
    faults.end()?;
    if words.last().is_some_and(|word| word == "confirm") {
        let slug = portal.confirm_proposal(&actor, &body, id).await?;
        return Ok(to(&format!("/desk/{body}/offerings/{slug}")));
    }
    portal.dismiss_proposal(&actor, &body, id).await?;
    Ok(to(&format!("/desk/{body}/proposals")))
}
