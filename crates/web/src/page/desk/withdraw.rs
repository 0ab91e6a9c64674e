//! `/desk/{body}/offerings/{slug}/withdraw`

use super::{super::visit::Visit, ListingPath, faults, named, to, with_status};
use crate::{
    error::Failure,
    form::{Fields, desk::retirement_day, posted::Posted},
};
use axum::{extract::Path, http::StatusCode, response::Response};
use interlocal_catalog::{OfferingId, OrganizationId, policy::Role};
use interlocal_pages::pages::WithdrawPage;
use interlocal_portal::{Error, FieldFault, desk::withdraw::TakingBack};

/// The form.
pub async fn show(Path(path): ListingPath, visit: Visit) -> Result<Response, Failure> {
    let (body, slug) = named(&path);
    let portal = &visit.app.portal;
    portal.desk_door(&visit.actor(), &body, Role::Approver)?;
    let page = page(&visit, (&body, &slug), &Fields::default(), &[]).await?;
    Ok(visit.answer(&page))
}

/// Withdraws now.
pub async fn withdraw(Path(path): ListingPath, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let (body, slug) = named(&path);
    let successor = fields.last("successor").unwrap_or_default();
    let back = TakingBack {
        reason: fields.last("reason").unwrap_or_default().to_owned(),
        successor: (!successor.is_empty()).then(|| OfferingId::new(successor)),
    };
    let (portal, actor) = (&visit.app.portal, visit.actor());
    let done = portal.withdraw(&actor, &body, &slug, back).await;
    answered(&visit, (&body, &slug), &fields, done).await
}

/// Sets or clears the day on which it is withdrawn by itself.
pub async fn retire(Path(path): ListingPath, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let (body, slug) = named(&path);
    let (portal, actor) = (&visit.app.portal, visit.actor());
    portal.desk_door(&actor, &body, Role::Approver)?;
    let done = match retirement_day(&fields) {
        Ok(day) => portal.retire_on(&actor, &body, &slug, day).await,
        Err(wrong) => Err(Error::Invalid(wrong)),
    };
    answered(&visit, (&body, &slug), &fields, done).await
}

async fn answered(
    visit: &Visit,
    (body, slug): (&OrganizationId, &OfferingId),
    fields: &Fields,
    done: Result<(), Error>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(to(&format!("/desk/{body}/offerings/{slug}"))),
        Err(Error::Invalid(wrong)) => {
            let page = page(visit, (body, slug), fields, &wrong).await?;
            Ok(with_status(StatusCode::BAD_REQUEST, visit.answer(&page)))
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(
    visit: &Visit,
    (body, slug): (&OrganizationId, &OfferingId),
    typed: &Fields,
    wrong: &[FieldFault],
) -> Result<WithdrawPage, Failure> {
    let portal = &visit.app.portal;
    let listing = portal.desk_listing(&visit.actor(), body, slug).await?;
    let set = listing.offering.retire_on.map(|day| day.to_string());
    let text = |name: &str| typed.last(name).unwrap_or_default().to_owned();
    let retire_on = typed.last("retire_on").map(str::to_owned).or(set);
    Ok(WithdrawPage {
        shell: visit.shell(None),
        listing: visit.listing_head(&listing),
        reason: text("reason"),
        successor: text("successor"),
        retire_on: retire_on.unwrap_or_default(),
        faults: faults(wrong),
    })
}
