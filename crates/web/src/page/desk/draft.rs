//! `/desk/{body}/offerings/{slug}`: everything it says, and handing it in.

use super::{
    super::visit::Visit, ListingPath, faults, history, named, sent_back, to, version, with_status,
};
use crate::{error::Failure, form::posted::Posted};
use axum::{extract::Path, http::StatusCode, response::Response};
use interlocal_catalog::{OfferingId, OrganizationId, offering::Status, policy::Role};
use interlocal_pages::pages::{DraftPage, StepRow};
use interlocal_portal::{Error, FieldFault};

/// A listing at the desk.
pub async fn show(Path(path): ListingPath, visit: Visit) -> Result<Response, Failure> {
    let (body, slug) = named(&path);
    let page = page(&visit, &body, &slug, &[]).await?;
    Ok(visit.answer(&page))
}

async fn page(
    visit: &Visit,
    body: &OrganizationId,
    slug: &OfferingId,
    wrong: &[FieldFault],
) -> Result<DraftPage, Failure> {
    let (portal, actor) = (&visit.app.portal, visit.actor());
    let listing = portal.desk_listing(&actor, body, slug).await?;
    let done = portal.listing_history(&actor, body, slug).await?;
    let status = listing.offering.status;
    let missing = portal.missing(&listing.draft);
    Ok(DraftPage {
        shell: visit.shell(None),
        said: visit.said_rows(&listing.draft.content),
        missing: missing
            .into_iter()
            .map(|(part, why)| StepRow { part, why })
            .collect(),
        faults: faults(wrong),
        sent_back: sent_back(&done).filter(|_| listing.has_draft()),
        history: history(&done),
        drafted: listing.has_draft(),
        in_review: listing.draft.stage.status == Status::InReview,
        public: matches!(status, Status::Published | Status::Expired),
        withdrawn: status == Status::Withdrawn,
        may_edit: portal.desk_door(&actor, body, Role::Editor).is_ok(),
        may_publish: portal.desk_door(&actor, body, Role::Approver).is_ok(),
        listing: visit.listing_head(&listing),
    })
}

/// Hands a draft in.
pub async fn submit(Path(path): ListingPath, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let (body, slug) = named(&path);
    let (portal, actor) = (&visit.app.portal, visit.actor());
    portal.desk_door(&actor, &body, Role::Editor)?;
    let submitted = portal
        .submit_draft(&actor, &body, &slug, version(&fields)?)
        .await;
    match submitted {
        Ok(()) => Ok(to(&format!("/desk/{body}/offerings/{slug}/review"))),
        Err(Error::Invalid(wrong)) => {
            let mut page = page(&visit, &body, &slug, &wrong).await?;
            for fault in &mut page.faults {
                fault.field = String::new();
            }
            Ok(with_status(StatusCode::BAD_REQUEST, visit.answer(&page)))
        }
        Err(other) => Err(other.into()),
    }
}

/// Takes a draft back from review.
pub async fn take_back(Path(path): ListingPath, posted: Posted) -> Result<Response, Failure> {
    let (body, slug) = named(&path);
    let (portal, actor) = (&posted.visit.app.portal, posted.visit.actor());
    portal.desk_door(&actor, &body, Role::Editor)?;
    let version = version(&posted.fields)?;
    portal
        .take_back_draft(&actor, &body, &slug, version)
        .await?;
    Ok(to(&format!("/desk/{body}/offerings/{slug}")))
}

/// Gives a draft up.
pub async fn discard(Path(path): ListingPath, posted: Posted) -> Result<Response, Failure> {
    let (body, slug) = named(&path);
    let (portal, actor) = (&posted.visit.app.portal, posted.visit.actor());
    portal.desk_door(&actor, &body, Role::Editor)?;
    let version = version(&posted.fields)?;
    portal.discard_draft(&actor, &body, &slug, version).await?;
    Ok(to(&format!("/desk/{body}")))
}
