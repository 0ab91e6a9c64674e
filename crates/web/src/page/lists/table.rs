//! `/search.csv` and `/search.xlsx`: everything that a search finds.

use crate::{
    chosen::Choice,
    error::Failure,
    form::search::{self, SearchForm},
    page::visit::Visit,
};
use axum::{
    body::Body,
    http::header,
    response::{IntoResponse, Response},
};
use futures_util::stream;
use interlocal_portal::lists::OfferingList;
use std::{fs::File, io::Read, sync::Arc};

/// Bytes of a file that are read at once.
const PIECE: usize = 64 * 1024;
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// As CSV, a piece at a time.
pub async fn csv(mut visit: Visit) -> Result<Response, Failure> {
    let list = list(&mut visit)?;
    let pieces = stream::try_unfold((list, true), |(mut list, first)| async move {
        match list.rows().await {
            Ok(Some(rows)) => {
                let head = if first {
                    OfferingList::heading()
                } else {
                    String::new()
                };
                Ok(Some((head + &OfferingList::lines(&rows), (list, false))))
            }
            Ok(None) => Ok(None),
            Err(error) => {
                tracing::warn!(%error, "an export ends early");
                Err(error)
            }
        }
    });
    Ok(file(
        Body::from_stream(pieces),
        "text/csv; charset=utf-8",
        "csv",
    ))
}

/// As a workbook, which lies on the disk while it is sent.
pub async fn xlsx(mut visit: Visit) -> Result<Response, Failure> {
    let list = list(&mut visit)?;
    let book = list.workbook(title(&visit)).await?;
    let pieces = stream::try_unfold(book, |book| async move {
        let read = tokio::task::spawn_blocking(move || piece(book)).await;
        read.unwrap_or_else(|error| Err(std::io::Error::other(error)))
    });
    Ok(file(Body::from_stream(pieces), WORKBOOK, "xlsx"))
}

fn piece(mut book: File) -> std::io::Result<Option<(Vec<u8>, File)>> {
    let mut bytes = vec![0; PIECE];
    let count = book.read(&mut bytes)?;
    bytes.truncate(count);
    Ok((count > 0).then_some((bytes, book)))
}

/// The whole list: a file says nothing that its address does not say.
fn list(visit: &mut Visit) -> Result<OfferingList, Failure> {
    visit.choice = Choice::in_address(&visit.app, &visit.fields)?;
    let SearchForm { search, .. } = search::read(&visit.app, &visit.fields, &visit.choice)?;
    let portal = Arc::clone(&visit.app.portal);
    Ok(OfferingList::of(portal, visit.actor(), search))
}

/// What a list is of, in words.
pub fn title(visit: &Visit) -> String {
    let mut parts = Vec::new();
    for category in visit.fields.all("category") {
        parts.push(visit.category(&category.as_str().into()).name);
    }
    for provider in visit.fields.all("provider") {
        parts.push(visit.body(&provider.as_str().into()).name);
    }
    parts.extend(visit.fields.all("state"));
    if let Some(words) = visit.fields.last("q").filter(|words| !words.is_empty()) {
        parts.push(format!("“{words}”"));
    }
    if let Some(chosen) = visit.choice.shown(&visit.snapshot) {
        parts.push(format!("for {}", chosen.name));
    }
    match parts.as_slice() {
        [] => "Offerings".to_owned(),
        parts => format!("Offerings: {}", parts.join(", ")),
    }
}

fn file(body: Body, media: &'static str, ending: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, media.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"offerings.{ending}\""),
        ),
    ];
    (headers, body).into_response()
}
