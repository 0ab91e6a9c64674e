//! `/desk` and `/desk/{body}`

use super::{
    super::{lists::taken, turning::Turning, visit::Visit},
    to,
};
use crate::{error::Failure, form::Faults};
use axum::{extract::Path, response::Response};
use interlocal_catalog::{OrganizationId, offering::Status, policy::Role};
use interlocal_pages::{
    pages::{DeskBody, DeskIndexPage, DeskListingRow, DeskPage, DeskShelf},
    words::written,
};
use interlocal_portal::desk::listings::{DeskRow, Shelf};

/// Listings on a page.
const PAGE: usize = 50;

/// The bodies of whoever has signed in.
pub async fn index(visit: Visit) -> Result<Response, Failure> {
    let bodies = visit.app.portal.own_desks(&visit.acting()?)?;
    let page = DeskIndexPage {
        shell: visit.shell_of_table("/desk", bodies.len()),
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

/// The listings of a body, all or those of one status.
pub async fn show(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    let stands = visit.snapshot.directory.canonical(&body);
    if *stands != body {
        return Ok(to(&format!("/desk/{stands}")));
    }
    let (actor, portal) = (visit.acting()?, &visit.app.portal);
    portal.desk_door(&actor, &body, Role::Member)?;
    let turning = Turning::read(&visit.fields, PAGE)?;
    let mut faults = Faults::default();
    let words = faults.words(&visit.fields, "status", &Shelf::ALL.map(Shelf::word));
    faults.end()?;
    let wanted = Shelf::ALL
        .into_iter()
        .find(|shelf| words.last().is_some_and(|word| word == shelf.word()));
    let answer = portal
        .desk(&actor, &body, (wanted, turning.piece()))
        .await?;
    let shelves = answer.counts.iter().map(|(shelf, count)| {
        let rows = answer.rows.iter().filter(|(stands, _)| stands == shelf);
        DeskShelf {
            id: shelf.word(),
            label: label(*shelf),
            count: *count as u64,
            chosen: wanted == Some(*shelf),
            rows: rows.map(|(_, row)| listing(&visit, row, *shelf)).collect(),
        }
    });
    let query = visit.fields.with(&["page"], &[]);
    let files = match answer.rows.is_empty() {
        true => Vec::new(),
        false => {
            let twin = format!("/api/v1/desk/{body}?{query}");
            taken(&format!("/desk/{body}/listings"), &query, Some(&twin))
        }
    };
    let page = DeskPage {
        shell: visit.shell_with(files, None),
        body: visit.body(&body),
        shelves: shelves.collect(),
        may_edit: answer.may_edit,
        pager: turning.pager(&visit.fields, &format!("/desk/{body}"), answer.total),
    };
    Ok(visit.answer(&page))
}

fn label(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::InReview => "In review",
        Shelf::Draft => "Drafts",
        Shelf::Scheduled => "Approved, not up yet",
        Shelf::Published => "Published",
        Shelf::Expired => "Expired",
        Shelf::Withdrawn => "Withdrawn",
    }
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
