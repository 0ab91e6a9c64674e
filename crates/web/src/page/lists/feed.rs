//! `/search.atom` and `/offerings/{slug}/changes.atom`

use super::{seldom, table::title};
use crate::{chosen::Choice, error::Failure, form::search, page::visit::Visit};
use axum::{extract::Path, http::HeaderMap, response::Response};
use interlocal_catalog::OfferingId;
use interlocal_portal::lists::{FeedPage, atom};

const MEDIA: &str = "application/atom+xml; charset=utf-8";

/// What a search finds, what changed last first.
pub async fn offerings(mut visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    visit.choice = Choice::in_address(&visit.app, &visit.fields)?;
    let form = search::read(&visit.app, &visit.fields, &visit.choice)?;
    let (page, limit) = (form.page, form.search.limit.max(1));
    let portal = &visit.app.portal;
    let found = portal.feed(&visit.actor(), form.search).await?;
    let last = usize::try_from(found.total)
        .unwrap_or(usize::MAX)
        .div_ceil(limit)
        .max(1);
    let base = portal.public_url();
    let query = visit.fields.with(&["page"], &[]);
    let at = |number: usize| {
        let number = number.to_string();
        let query = visit.fields.with(&["page"], &[("page", &number)]);
        base.of(&format!("/search.atom?{query}"))
    };
    let mut others = vec![("first", at(1)), ("last", at(last))];
    if page > 1 {
        others.push(("previous", at((page - 1).min(last))));
    }
    if page < last {
        others.push(("next", at(page + 1)));
    }
    let feed = FeedPage {
        id: portal.tag(&format!("offerings?{query}")),
        title: title(&visit),
        subtitle: "Offerings of the catalog, what changed last first.".to_owned(),
        author: visit.app.look.brand().name.clone(),
        own: at(page),
        page: base.of(&format!("/search?{query}")),
        others,
        updated: found.updated,
        entries: found.entries,
    };
    Ok(seldom(&headers, atom(&feed), MEDIA))
}

/// The editions of an offering.
pub async fn changes(
    Path(slug): Path<String>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let slug = OfferingId::new(slug);
    let portal = &visit.app.portal;
    let (title, found) = portal.feed_of_changes(&visit.actor(), &slug).await?;
    let base = portal.public_url();
    let feed = FeedPage {
        id: portal.tag(&format!("offering/{slug}/changes")),
        title: format!("What changed: {title}"),
        subtitle: "The editions of an offering, newest first.".to_owned(),
        author: visit.app.look.brand().name.clone(),
        own: base.of(&format!("/offerings/{slug}/changes.atom")),
        page: base.of(&format!("/offerings/{slug}/changes")),
        others: Vec::new(),
        updated: found.updated,
        entries: found.entries,
    };
    Ok(seldom(&headers, atom(&feed), MEDIA))
}
