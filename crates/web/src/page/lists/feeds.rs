//! `/search.atom` and every other list that everybody reads as a feed; and
//! `/offerings/{slug}/changes.atom`

use super::{offerings::title, readers::partners_sought, seldom};
use crate::{
    api::jurisdictions::named,
    chosen::Choice,
    error::Failure,
    form::{Faults, search},
    page::visit::Visit,
};
use axum::{extract::Path, http::HeaderMap, response::Response};
use interlocal_catalog::{CategoryId, OfferingId, OrganizationId};
use interlocal_portal::lists::{Entries, FeedPage, atom};

const MEDIA: &str = "application/atom+xml; charset=utf-8";
/// Governments on a page of their feed.
const GOVERNMENTS: usize = 100;
/// Statements on a page of their feed.
const STATEMENTS: usize = 100;
/// Partners on a page of their feed.
const PARTNERS: usize = 50;
/// Who says what is known of governments.
const REGISTRY: &str = "US Census Bureau";

/// What a search finds, what changed last first.
pub async fn offerings(mut visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    visit.choice = Choice::in_address(&visit.app, &visit.fields)?;
    let form = search::read(&visit.app, &visit.fields, &visit.choice)?;
    let (page, limit) = (form.page, form.search.limit.max(1));
    let portal = &visit.app.portal;
    let found = portal.feed(&visit.actor(), form.search).await?;
    let turned = Turned {
        visit: &visit,
        path: "/search",
        page,
        last: last_page(found.total, limit),
    };
    let feed = turned.feed(
        Named {
            tag: "offerings",
            title: title(&visit),
            subtitle: "Offerings of the catalog, what changed last first.",
        },
        found,
    );
    Ok(seldom(&headers, atom(&feed), MEDIA))
}

/// Governments that fit the words, or all of them.
pub async fn governments(visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    let mut faults = Faults::default();
    let page = faults.number(&visit.fields, "page", 1..=2_000, 1);
    faults.end()?;
    let words = visit.fields.last("q").unwrap_or_default();
    let piece = ((page - 1) * GOVERNMENTS, GOVERNMENTS);
    let portal = &visit.app.portal;
    let found = portal.feed_of_governments(REGISTRY, words, piece).await?;
    let title = match words {
        "" => "Governments".to_owned(),
        words => format!("Governments: “{words}”"),
    };
    let turned = Turned {
        visit: &visit,
        path: "/jurisdictions",
        page,
        last: last_page(found.total, GOVERNMENTS),
    };
    let named = Named {
        tag: "jurisdictions",
        title,
        subtitle: "Governments of the registry, as of the day on which it was taken in.",
    };
    Ok(seldom(&headers, atom(&turned.feed(named, found)), MEDIA))
}

/// Every category.
pub async fn categories(visit: Visit, headers: HeaderMap) -> Response {
    let found = visit.app.portal.feed_of_categories(&author(&visit));
    let named = Named {
        tag: "categories",
        title: "Categories".to_owned(),
        subtitle: "The vocabulary of the catalog, as of its day.",
    };
    let feed = whole(&visit, "/categories").feed(named, found);
    seldom(&headers, atom(&feed), MEDIA)
}

/// Every paper.
pub async fn papers(visit: Visit, headers: HeaderMap) -> Response {
    let found = visit.app.portal.feed_of_papers(&author(&visit));
    let named = Named {
        tag: "templates",
        title: "Templates".to_owned(),
        subtitle: "Papers by which governments join and share, each as of the day of its text.",
    };
    let feed = whole(&visit, "/templates").feed(named, found);
    seldom(&headers, atom(&feed), MEDIA)
}

/// The answer sheet of a government.
pub async fn answers(
    Path(key): Path<String>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let place = named(&visit.app, &visit.snapshot, &key)?.key.place();
    let (portal, author) = (&visit.app.portal, author(&visit));
    let (name, found) = portal
        .feed_of_answers(&visit.actor(), &author, &place)
        .await?;
    let base = portal.public_url();
    let feed = FeedPage {
        id: portal.tag(&format!("jurisdiction/{place}/answers")),
        title: format!("Answers for {name}"),
        subtitle: "An entry for each category, updated when what decides it changed.".to_owned(),
        author,
        own: base.of(&format!("/jurisdictions/{place}/answers.atom")),
        page: base.of(&format!("/jurisdictions/{place}")),
        others: Vec::new(),
        updated: found.updated,
        entries: found.entries,
    };
    Ok(seldom(&headers, atom(&feed), MEDIA))
}

/// The answers of a state by kind of local government.
pub async fn state(
    Path(postal): Path<String>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let (portal, author) = (&visit.app.portal, author(&visit));
    let upper = postal.to_uppercase();
    let found = portal.feed_of_state(&visit.actor(), &author, &upper).await;
    let (name, found) = found?;
    let path = format!("/states/{}", upper.to_lowercase());
    let base = portal.public_url();
    let feed = FeedPage {
        id: portal.tag(&format!("state/{}/answers", upper.to_lowercase())),
        title: format!("Answers by kind of local government in {name}"),
        subtitle: "An entry for each category, updated when what decides it changed.".to_owned(),
        author,
        own: base.of(&format!("{path}/answers.atom")),
        page: base.of(&path),
        others: Vec::new(),
        updated: found.updated,
        entries: found.entries,
    };
    Ok(seldom(&headers, atom(&feed), MEDIA))
}

/// What nobody offers, by a category.
pub async fn said_about(
    Path(slug): Path<String>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let (page, piece) = statements(&visit)?;
    let category = CategoryId::new(slug.as_str());
    let portal = &visit.app.portal;
    let found = portal
        .feed_of_statements_about(&visit.actor(), &category, piece)
        .await?;
    let at = format!("/categories/{slug}");
    Ok(said(&visit, &headers, (&at, page), found))
}

/// What a body does not offer.
pub async fn said_by(
    Path(slug): Path<String>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let (page, piece) = statements(&visit)?;
    let body = OrganizationId::new(slug.as_str());
    let portal = &visit.app.portal;
    let found = portal
        .feed_of_statements_of(&visit.actor(), &body, piece)
        .await?;
    let at = format!("/organizations/{slug}");
    Ok(said(&visit, &headers, (&at, page), found))
}

fn statements(visit: &Visit) -> Result<(usize, (usize, usize)), Failure> {
    let mut faults = Faults::default();
    let page = faults.number(&visit.fields, "page", 1..=2_000, 1);
    faults.end()?;
    Ok((page, ((page - 1) * STATEMENTS, STATEMENTS)))
}

fn said(
    visit: &Visit,
    headers: &HeaderMap,
    (at, page): (&str, usize),
    (name, found): (String, Entries),
) -> Response {
    let turned = Turned {
        visit,
        path: &format!("{at}/statements"),
        page,
        last: last_page(found.total, STATEMENTS),
    };
    let named = Named {
        tag: &format!("{}/statements", at.trim_start_matches('/')),
        title: format!("What is not offered: {name}"),
        subtitle: "Dated statements of bodies that they do not offer something.",
    };
    let feed = FeedPage {
        page: visit.app.portal.public_url().of(at),
        ..turned.feed(named, found)
    };
    seldom(headers, atom(&feed), MEDIA)
}

/// Partners for a need: for whom and for what stands in the address.
pub async fn partners(mut visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    visit.choice = Choice::in_address(&visit.app, &visit.fields)?;
    let mut faults = Faults::default();
    let page = faults.number(&visit.fields, "page", 1..=2_000, 1);
    faults.end()?;
    let search = partners_sought(&visit)?;
    let (actor, author) = (visit.actor(), author(&visit));
    let piece = ((page - 1) * PARTNERS, PARTNERS);
    let portal = &visit.app.portal;
    let found = portal.feed_of_partners(&actor, &author, search, piece);
    let (title, found) = found.await?;
    let turned = Turned {
        visit: &visit,
        path: "/match",
        page,
        last: last_page(found.total, PARTNERS),
    };
    let named = Named {
        tag: "match",
        title,
        subtitle: "Partners for a need, best first, each as of the record on which it rests.",
    };
    Ok(seldom(&headers, atom(&turned.feed(named, found)), MEDIA))
}

/// What a feed is called.
struct Named<'a> {
    tag: &'a str,
    title: String,
    subtitle: &'static str,
}

/// A page of a feed among its pages.
struct Turned<'a> {
    visit: &'a Visit,
    path: &'a str,
    page: usize,
    last: usize,
}

/// A feed of one page.
fn whole<'a>(visit: &'a Visit, path: &'a str) -> Turned<'a> {
    Turned {
        visit,
        path,
        page: 1,
        last: 1,
    }
}

fn last_page(total: u64, limit: usize) -> usize {
    let total = usize::try_from(total).unwrap_or(usize::MAX);
    total.div_ceil(limit).max(1)
}

fn author(visit: &Visit) -> String {
    visit.app.look.brand().name.clone()
}

impl Turned<'_> {
    /// The page, with where the others are.
    fn feed(&self, named: Named<'_>, found: Entries) -> FeedPage {
        let portal = &self.visit.app.portal;
        let base = portal.public_url();
        let query = self.visit.fields.with(&["page"], &[]);
        let at = |number: usize| {
            let number = number.to_string();
            let query = self.visit.fields.with(&["page"], &[("page", &number)]);
            base.of(&format!("{}.atom?{query}", self.path))
        };
        let mut others = vec![("first", at(1)), ("last", at(self.last))];
        if self.page > 1 {
            others.push(("previous", at((self.page - 1).min(self.last))));
        }
        if self.page < self.last {
            others.push(("next", at(self.page + 1)));
        }
        FeedPage {
            id: portal.tag(&format!("{}?{query}", named.tag)),
            title: named.title,
            subtitle: named.subtitle.to_owned(),
            author: author(self.visit),
            own: at(self.page),
            page: base.of(&format!("{}?{query}", self.path)),
            others,
            updated: found.updated,
            entries: found.entries,
        }
    }
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
