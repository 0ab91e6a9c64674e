//! `/shortlist`

use super::{
    after::see,
    lists::{calendar_of, taken},
    named::badge,
    refused::{outcome, see_other},
    visit::Visit,
};
use crate::{
    error::Failure,
    form::{Fields, posted::Posted, weighing as form},
    shortlisted,
};
use axum::{http::header, response::Response};
use interlocal_catalog::OfferingId;
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{ShortlistPage, StarLine},
};

/// What the reader set aside.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    let page = page(&visit, &Fields::default(), Vec::new()).await?;
    Ok(visit.answer(&page))
}

/// Sets an offering aside, takes it off, or keeps a note on it.
pub async fn change(posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let (slug, change) = form::star(&fields)?;
    match visit.caller.0 {
        Some(_) => in_account(&visit, &fields, &slug, change).await,
        None => in_browser(&visit, &fields, slug, change),
    }
}

async fn in_account(
    visit: &Visit,
    fields: &Fields,
    slug: &OfferingId,
    change: form::StarChange<'_>,
) -> Result<Response, Failure> {
    let (portal, actor) = (&visit.app.portal, visit.acting()?);
    // What the browser kept before somebody signed in is theirs from here.
    let mut kept = visit.kept.clone();
    let done = match change {
        form::StarChange::Add => {
            kept.push(slug.clone());
            portal.star(&actor, &kept).await
        }
        form::StarChange::Remove => {
            portal.star(&actor, &kept).await?;
            portal.unstar(&actor, slug).await
        }
        form::StarChange::Note(note) => {
            portal.star(&actor, &kept).await?;
            portal.note_star(&actor, slug, note).await
        }
    };
    match outcome(done)? {
        Ok(()) => Ok(forgetting(visit, to(fields))),
        Err(faults) => Ok(visit.refuse(&page(visit, fields, faults).await?)),
    }
}

/// The browser keeps nothing that an account keeps.
fn forgetting(visit: &Visit, response: Response) -> Response {
    if visit.kept.is_empty() {
        return response;
    }
    with(
        response,
        shortlisted::keeping(visit.app.portal.public_url(), &[]),
    )
}

fn in_browser(
    visit: &Visit,
    fields: &Fields,
    slug: OfferingId,
    change: form::StarChange<'_>,
) -> Result<Response, Failure> {
    let mut kept = visit.kept.clone();
    match change {
        form::StarChange::Add => {
            if visit.title_of(&slug).is_none() {
                return Err(Failure::NotFound);
            }
            if kept.len() >= shortlisted::MOST && !kept.contains(&slug) {
                return Err(Failure::Conflict(format!(
                    "A browser keeps {} offerings at most. Sign in to keep more, or take some off.",
                    shortlisted::MOST
                )));
            }
            if !kept.contains(&slug) {
                kept.push(slug);
            }
        }
        form::StarChange::Remove => kept.retain(|known| *known != slug),
        form::StarChange::Note(_) => return Err(Failure::SignInFirst),
    }
    let cookie = shortlisted::keeping(visit.app.portal.public_url(), &kept);
    Ok(with(to(fields), cookie))
}

fn with(mut response: Response, cookie: Option<axum::http::HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Back to where the star was, else to the list.
fn to(fields: &Fields) -> Response {
    let next = fields.last("next").unwrap_or_default();
    let inside = interlocal_pages::href::is_inside(next) && next.is_ascii();
    match next {
        next if inside => see_other(next),
        _ => see("/shortlist", "saved"),
    }
}

/// The page, with what was typed into its forms.
pub async fn page(
    visit: &Visit,
    typed: &Fields,
    faults: Vec<FieldFault>,
) -> Result<ShortlistPage, Failure> {
    let (portal, actor) = (&visit.app.portal, visit.actor());
    let stars = portal
        .read_shortlist(&actor, &visit.kept, visit.place())
        .await?;
    let typed_on = typed.last("note").unwrap_or_default();
    let lines = stars.iter().map(|star| {
        let content = &star.judged.edition.content;
        let slug = star.judged.shelved.slug.to_string();
        let note = typed.last(&format!("note-{slug}"));
        StarLine {
            title: content.title.clone(),
            provider: visit.body(&content.provider),
            verdict: star.judged.verdict.as_ref().map(badge),
            note: match note {
                Some(note) if slug == typed_on => note.to_owned(),
                _ => star.note.clone(),
            },
            slug,
        }
    });
    let bodies = match visit.caller.0 {
        Some(_) => portal.own_bodies(&actor)?,
        None => Vec::new(),
    };
    let workspaces = portal.own_workspaces(&actor).await?;
    let twin = match visit.place() {
        Some(place) => format!("/api/v1/shortlist?for={place}"),
        None => "/api/v1/shortlist".to_owned(),
    };
    let query = visit.place().map(|place| format!("for={place}"));
    let files = match stars.is_empty() {
        true => Vec::new(),
        false => {
            let query = query.as_deref().unwrap_or_default();
            let mut files = taken("/shortlist", query, Some(&twin));
            files.push(calendar_of("/shortlist.ics".to_owned()));
            files
        }
    };
    Ok(ShortlistPage {
        shell: visit.shell_with(files, Some(twin)),
        stars: lines.collect(),
        workspaces: workspaces
            .iter()
            .map(|row| (row.id, row.title.clone(), visit.body(&row.body).name))
            .collect(),
        bodies: bodies
            .into_iter()
            .map(|body| (body.id.to_string(), body.name))
            .collect(),
        title: typed.last("title").unwrap_or_default().to_owned(),
        done: visit.done(),
        faults,
    })
}
