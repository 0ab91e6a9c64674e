//! `/memos/{id}.json`, `/memos/{id}.xlsx` and the documents of a memo.

use super::number;
use crate::{
    error::Failure,
    page::{desk::documents, visit::Visit},
};
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use interlocal_portal::memos::read::MemoRead;

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// The canonical form with its hash.
    Json,
    /// A workbook.
    Xlsx,
}

/// The name of a memo in an address, and the file that its ending asks for.
pub fn kind_of(name: &str) -> (&str, Option<FileKind>) {
    if let Some(rest) = name.strip_suffix(".json") {
        (rest, Some(FileKind::Json))
    } else if let Some(rest) = name.strip_suffix(".xlsx") {
        (rest, Some(FileKind::Xlsx))
    } else {
        (name, None)
    }
}

/// A frozen memo as a file; a draft has none.
pub fn download(visit: &Visit, read: &MemoRead, kind: FileKind) -> Result<Response, Failure> {
    let portal = &visit.app.portal;
    let (bytes, media, ending) = match kind {
        FileKind::Json => (
            portal.memo_file(read)?.into_bytes(),
            "application/json",
            "json",
        ),
        FileKind::Xlsx => (
            portal.memo_workbook(read)?,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
        ),
    };
    let name = format!("attachment; filename=\"memo-{}.{ending}\"", read.row.id);
    let headers = [
        (header::CONTENT_TYPE, media.to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

/// A document of a memo for people of its body.
pub async fn attachment(
    Path((id, place)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, Failure> {
    let portal = &visit.app.portal;
    let read = portal.read_memo(&visit.acting()?, number(&id)?).await?;
    given(&visit, &read, &place).await
}

/// A document of a memo for whoever has its link.
pub async fn shared_attachment(
    Path((secret, place)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, Failure> {
    let portal = &visit.app.portal;
    let read = portal.read_shared_memo(&visit.actor(), &secret).await?;
    given(&visit, &read, &place).await
}

async fn given(visit: &Visit, read: &MemoRead, place: &str) -> Result<Response, Failure> {
    let place = place.parse().map_err(|_| Failure::NotFound)?;
    Ok(documents::given(
        visit.app.portal.open_attachment(read, place).await?,
    ))
}
