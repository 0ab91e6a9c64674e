//! What tells machines where everything is: `/sitemap.xml`, `/sitemaps/…`,
//! `/robots.txt`, `/opensearch.xml`, `/.well-known/security.txt`

use super::seldom;
use crate::{App, error::Failure};
use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use chrono::Days;
use interlocal_portal::lists::{Addresses, escaped};

const XML: &str = "application/xml; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";
/// Days for which a security.txt speaks.
const SPEAKS_DAYS: u64 = 180;

/// The index of all sitemaps.
pub async fn index(State(app): State<App>, headers: HeaderMap) -> Response {
    seldom(&headers, app.portal.sitemap_index(), XML)
}

/// One sitemap.
pub async fn sitemap(
    State(app): State<App>,
    Path((kind, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let kind = Addresses::ALL.into_iter().find(|one| one.word() == kind);
    let page = file
        .strip_suffix(".xml")
        .filter(|number| !number.starts_with(['0', '+']))
        .and_then(|number| number.parse().ok());
    let (Some(kind), Some(page)) = (kind, page) else {
        return Err(Failure::NotFound);
    };
    let text = app.portal.sitemap(kind, page).ok_or(Failure::NotFound)?;
    Ok(seldom(&headers, text, XML))
}

/// What robots may read: what everybody may, but no page that is somebody's own and
/// no list that is the same in another order.
pub async fn robots(State(app): State<App>, headers: HeaderMap) -> Response {
    let sitemap = app.portal.public_url().of("/sitemap.xml");
    let text = format!(
        "User-agent: *\nDisallow: /account\nDisallow: /compare\nDisallow: /desk\n\
         Disallow: /memos\nDisallow: /search?\nDisallow: /shortlist\nDisallow: /steward\n\
         Disallow: /workspaces\nAllow: /\n\nSitemap: {sitemap}\n"
    );
    seldom(&headers, text, TEXT)
}

/// How a browser searches here.
pub async fn opensearch(State(app): State<App>, headers: HeaderMap) -> Response {
    let brand = app.look.brand();
    let name: String = brand.name.chars().take(16).collect();
    let address = |path: &str| escaped(&app.portal.public_url().of(path));
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{}</ShortName>\n\
         <Description>Shared services and contracts that governments may use</Description>\n\
         <InputEncoding>UTF-8</InputEncoding>\n\
         <Url type=\"text/html\" template=\"{}?q={{searchTerms}}\"/>\n\
         <Url type=\"application/atom+xml\" template=\"{}?q={{searchTerms}}&amp;page={{startPage?}}\"/>\n\
         <Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"{}\"/>\n\
         </OpenSearchDescription>\n",
        escaped(name.trim()),
        address("/search"),
        address("/search.atom"),
        address("/opensearch.xml"),
    );
    seldom(
        &headers,
        text,
        "application/opensearchdescription+xml; charset=utf-8",
    )
}

/// Where to report a weakness (RFC 9116).
pub async fn security(State(app): State<App>, headers: HeaderMap) -> Response {
    let base = app.portal.public_url();
    let until = app.portal.today().checked_add_days(Days::new(SPEAKS_DAYS));
    let until = until.unwrap_or(app.portal.today());
    let contact = app.portal.security_contact();
    let contact = contact.map_or_else(|| base.of("/about#security"), str::to_owned);
    let text = format!(
        "Contact: {contact}\nExpires: {until}T00:00:00Z\nPreferred-Languages: en\n\
         Canonical: {}\n",
        base.of("/.well-known/security.txt")
    );
    seldom(&headers, text, TEXT)
}
