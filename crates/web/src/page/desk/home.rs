//! `/desk` and `/desk/{body}`

use super::super::visit::Visit;
use crate::error::Failure;
use axum::{extract::Path, response::Response};
use interlocal_catalog::{OrganizationId, offering::Status};
use interlocal_pages::{
    pages::{DeskBody, DeskIndexPage, DeskListingRow, DeskPage, DeskShelf},
    words::written,
};
use interlocal_portal::desk::listings::{DeskRow, Shelf};

/// The bodies of whoever has signed in.
pub async fn index(visit: Visit) -> Result<Response, Failure> {
    let bodies = visit.app.portal.own_desks(&visit.actor())?;
    let page = DeskIndexPage {
        shell: visit.shell(None),
        bodies: bodies
            .iter()
            .map(|(body, role)| DeskBody {
                body: visit.body(body),
                role: role.word().to_owned(),
            })
            .collect(),
    };
    Ok(visit.answer(&page))
}

/// The listings of a body.
pub async fn show(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    let answer = visit.app.portal.desk(&visit.actor(), &body).await?;
    let shelves = Shelf::ALL.into_iter().map(|shelf| {
        let (id, label) = match shelf {
            Shelf::InReview => ("in-review", "In review"),
            Shelf::Draft => ("drafts", "Drafts"),
            Shelf::Scheduled => ("scheduled", "Approved, not up yet"),
            Shelf::Published => ("published", "Published"),
            Shelf::Expired => ("expired", "Expired"),
            Shelf::Withdrawn => ("withdrawn", "Withdrawn"),
        };
        let rows = answer.rows.iter().filter(|row| Shelf::of(row) == shelf);
        DeskShelf {
            id,
            label,
            rows: rows.map(|row| listing(&visit, row, shelf)).collect(),
        }
    });
    let page = DeskPage {
        shell: visit.shell(None),
        body: visit.body(&body),
        shelves: shelves.collect(),
        may_edit: answer.may_edit,
    };
    Ok(visit.answer(&page))
}

fn listing(visit: &Visit, row: &DeskRow, shelf: Shelf) -> DeskListingRow {
    let drafted = row.draft.as_ref().map(|draft| &draft.content);
    let current = row.edition.as_ref().map(|edition| &edition.content);
    let content = drafted.or(current);
    let mut notes = Vec::new();
    if let (Some(_), Some(edition)) = (drafted, &row.edition) {
        let status = row.offering.status.label().to_lowercase();
        notes.push(format!("edition {} is {status}", edition.number));
    }
    let waits = row.draft.as_ref().and_then(|draft| draft.publish_on);
    if let (Shelf::Scheduled, Some(day)) = (shelf, waits) {
        notes.push(format!("goes up on {}", written(day)));
    }
    if let Some(day) = row.offering.retire_on
        && row.offering.status != Status::Withdrawn
    {
        notes.push(format!("is withdrawn on {}", written(day)));
    }
    if let Some(end) = current.and_then(|content| content.term.ends_on) {
        notes.push(format!("ends on {}", written(end)));
    }
    let changed = row.draft.as_ref().map_or(row.offering.changed_at, |draft| {
        draft.updated_at.max(row.offering.changed_at)
    });
    DeskListingRow {
        slug: row.offering.slug.to_string(),
        title: content.map_or_else(|| row.offering.slug.to_string(), |c| c.title.clone()),
        category: content.map_or_else(String::new, |c| visit.category(&c.category).name),
        notes,
        changed_on: changed.date_naive(),
        in_review: shelf == Shelf::InReview,
    }
}
