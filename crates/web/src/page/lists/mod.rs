//! Lists to take along: `/search.csv`, `/search.xlsx`, feeds, calendars, and what
//! tells machines where everything is.

pub mod calendar;
pub mod desk;
pub mod feeds;
mod file;
pub mod found;
pub mod offerings;
pub mod readers;
pub mod steward;

use crate::api::around::twin::twin;
use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use interlocal_pages::components::list_files::ListFile;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The files of a list of offerings that a query of the search finds.
pub fn files_of(query: &str) -> Vec<ListFile> {
    let mut files = tables("/search", query);
    files.push(json(format!("/api/v1/offerings?{query}")));
    files.push(feed("/search", query));
    files.push(calendar_of(to("/search", "ics", query)));
    files
}

/// What one offering can be followed by.
pub fn files_of_one(slug: &str) -> Vec<ListFile> {
    vec![
        json(format!("/api/v1/offerings/{slug}")),
        changes_of(slug),
        calendar_of(format!("/offerings/{slug}/dates.ics")),
    ]
}

/// What changes of one offering, as a feed.
pub fn changes_of(slug: &str) -> ListFile {
    let href = format!("/offerings/{slug}/changes.atom");
    file("Feed of changes", ATOM, href)
}

const ATOM: &str = "application/atom+xml";
const CSV: &str = "text/csv";
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What statements of no are called beside offerings.
pub const STATEMENTS_TOO: (&str, &str) = ("Statements (CSV)", "Statements (Excel)");

/// What open questions are called beside offerings.
pub const QUESTIONS_TOO: (&str, &str) = ("Questions (CSV)", "Questions (Excel)");

/// A table as its two files, by its address without an ending.
pub fn tables(path: &str, query: &str) -> Vec<ListFile> {
    tables_called(("CSV", "Excel"), path, query)
}

/// The same under other names, where a page has more lists than one.
pub fn tables_called(
    (csv, xlsx): (&'static str, &'static str),
    path: &str,
    query: &str,
) -> Vec<ListFile> {
    vec![
        file(csv, CSV, to(path, "csv", query)),
        file(xlsx, WORKBOOK, to(path, "xlsx", query)),
    ]
}

/// A table as its two files, and as JSON where it has that.
pub fn taken(path: &str, query: &str, twin: Option<&str>) -> Vec<ListFile> {
    let mut files = tables(path, query);
    files.extend(twin.map(|href| json(href.to_owned())));
    files
}

/// Dates of a list that programs subscribe to.
pub fn calendar_of(href: String) -> ListFile {
    file("Calendar of dates", "text/calendar", href)
}

/// A list as JSON.
pub fn json(href: String) -> ListFile {
    file("JSON", "application/json", twin(href))
}

/// A list as a feed, by its address without an ending.
pub fn feed(path: &str, query: &str) -> ListFile {
    file("Feed", ATOM, to(path, "atom", query))
}

/// The same under another name, where a page has more lists than one.
pub fn feed_called(label: &'static str, path: &str) -> ListFile {
    file(label, ATOM, to(path, "atom", ""))
}

/// What the feed of statements is called beside that of offerings.
pub const FEED_OF_STATEMENTS: &str = "Statements (feed)";

fn file(label: &'static str, media: &'static str, href: String) -> ListFile {
    ListFile { label, media, href }
}

fn to(path: &str, ending: &str, query: &str) -> String {
    match query {
        "" => format!("{path}.{ending}"),
        query => format!("{path}.{ending}?{query}"),
    }
}

/// A text that changes seldom: whoever has it already is told so.
fn seldom(headers: &HeaderMap, text: String, media: &'static str) -> Response {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    let tag = format!("W/\"{:016x}\"", hasher.finish());
    let known = headers.get(header::IF_NONE_MATCH);
    let known = known.and_then(|value| value.to_str().ok());
    let is_known = known.is_some_and(|known| known.split(',').any(|one| one.trim() == tag));
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, media)], text).into_response()
    };
    if let Ok(value) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, value);
    }
    response
}
