//! Lists to take along: `/search.csv`, `/search.xlsx`, feeds, calendars, and what
//! tells machines where everything is.

pub mod calendar;
pub mod feed;
pub mod found;
pub mod table;

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use interlocal_pages::components::list_files::ListFile;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The files of a list of offerings that a query of the search finds.
pub fn files_of(query: &str) -> Vec<ListFile> {
    let file = |label, media, ending: &str| ListFile {
        label,
        media,
        href: match query {
            "" => format!("/search.{ending}"),
            query => format!("/search.{ending}?{query}"),
        },
    };
    vec![
        file("CSV", "text/csv", "csv"),
        file(
            "Excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
        ),
        ListFile {
            label: "JSON",
            media: "application/json",
            href: format!("/api/v1/offerings?{query}"),
        },
        file("Feed", "application/atom+xml", "atom"),
        file("Calendar of dates", "text/calendar", "ics"),
    ]
}

/// What one offering can be followed by.
pub fn files_of_one(slug: &str) -> Vec<ListFile> {
    vec![
        ListFile {
            label: "JSON",
            media: "application/json",
            href: format!("/api/v1/offerings/{slug}"),
        },
        ListFile {
            label: "Feed of changes",
            media: "application/atom+xml",
            href: format!("/offerings/{slug}/changes.atom"),
        },
        ListFile {
            label: "Calendar of dates",
            media: "text/calendar",
            href: format!("/offerings/{slug}/dates.ics"),
        },
    ]
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
