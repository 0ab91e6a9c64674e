//! `/desk/{body}/listed` and `/desk/{body}/stale`

use super::{
    link_words::link_words, lists::tables_called, named::source, refused::see_other, visit::Visit,
};
use crate::{error::Failure, form::posted::Posted};
use axum::{extract::Path, response::Response};
use interlocal_catalog::{OfferingId, OrganizationId};
use interlocal_pages::pages::{BrokenLinkRow, WaitingEntry, WaitingFor, WaitingPage};
use interlocal_portal::{
    Judged,
    desk::claim::{BrokenLink, Waiting},
};

/// What is listed of a body and not confirmed by it.
pub async fn listed(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    visit.signed_in()?;
    let body = OrganizationId::new(body);
    let waiting = visit.app.portal.read_listed(&visit.actor(), &body).await?;
    Ok(visit.answer(&page(&visit, WaitingFor::FirstWord, &waiting)))
}

/// What a body confirmed and must look at again.
pub async fn stale(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    visit.signed_in()?;
    let body = OrganizationId::new(body);
    let (portal, actor) = (&visit.app.portal, visit.actor());
    let waiting = portal.read_stale(&actor, &body).await?;
    let broken = portal.read_broken_links(&actor, &body).await?;
    let mut page = page(&visit, WaitingFor::NextWord, &waiting);
    page.broken = broken.iter().map(broken_row).collect();
    if !broken.is_empty() {
        let called = ("Broken links (CSV)", "Broken links (Excel)");
        let list = format!("/desk/{body}/broken-links");
        page.shell.files.extend(tables_called(called, &list, ""));
    }
    Ok(visit.answer(&page))
}

/// Confirms an entry, and comes back to those that are listed.
pub async fn claim(
    Path((body, slug)): Path<(String, String)>,
    Posted { visit, .. }: Posted,
) -> Result<Response, Failure> {
    confirm(&visit, &body, &slug).await?;
    Ok(see_other(&format!("/desk/{body}/listed")))
}

/// Confirms an entry again, and comes back to those that are stale.
pub async fn confirm_again(
    Path((body, slug)): Path<(String, String)>,
    Posted { visit, .. }: Posted,
) -> Result<Response, Failure> {
    confirm(&visit, &body, &slug).await?;
    Ok(see_other(&format!("/desk/{body}/stale")))
}

async fn confirm(visit: &Visit, body: &str, slug: &str) -> Result<(), Failure> {
    let (body, slug) = (OrganizationId::new(body), OfferingId::new(slug));
    let portal = &visit.app.portal;
    Ok(portal.confirm(&visit.actor(), &body, &slug).await?)
}

fn page(visit: &Visit, waiting_for: WaitingFor, waiting: &Waiting) -> WaitingPage {
    let list = match waiting_for {
        WaitingFor::FirstWord => "listed",
        WaitingFor::NextWord => "stale",
    };
    let path = format!("/desk/{}/{list}", waiting.body.id);
    WaitingPage {
        shell: visit.shell_of_table(&path, waiting.entries.len()),
        body: visit.body(&waiting.body.id),
        waiting_for,
        entries: waiting
            .entries
            .iter()
            .map(|entry| visit.waiting(entry))
            .collect(),
        may_confirm: waiting.may_confirm,
        broken: Vec::new(),
    }
}

fn broken_row(broken: &BrokenLink) -> BrokenLinkRow {
    BrokenLinkRow {
        slug: broken.slug.to_string(),
        title: broken.title.clone(),
        place: broken.link.field.label().to_owned(),
        link: broken.link.link.clone(),
        said: link_words(broken.link.check.as_ref()),
    }
}

impl Visit {
    fn waiting(&self, judged: &Judged) -> WaitingEntry {
        let content = &judged.edition.content;
        let days = u64::try_from(content.review_days).unwrap_or(0);
        let review_by = content.checked_on.checked_add_days(chrono::Days::new(days));
        WaitingEntry {
            slug: content.slug.to_string(),
            title: content.title.clone(),
            category: self.category(&content.category),
            summary: content.summary.clone(),
            confidence: judged.shelved.confidence(self.app.portal.today()),
            source: source(&content.source_words, content.checked_on),
            review_by: review_by.unwrap_or(content.checked_on),
        }
    }
}
