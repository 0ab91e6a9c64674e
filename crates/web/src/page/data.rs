//! `/data`, its files, `/data.json` and the portal's own extension of OCDS.

use super::visit::Visit;
use crate::{App, error::Failure};
use axum::{
    Json,
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use futures_util::stream;
use interlocal_pages::pages::{DataFile, DataPage};
use interlocal_portal::exporting::{EXTENSION, FILES, dataset};
use std::time::SystemTime;
use tokio::{fs::File, io::AsyncReadExt};

/// Bytes of a file that are read together.
const CHUNK: usize = 64 * 1024;
/// How long a browser keeps what changes once a night.
const BRIEFLY: &str = "public, max-age=300";

/// What there is to download.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    let kept = visit.app.portal.downloads();
    let bytes = |name: &str| {
        let files = kept.iter().flat_map(|kept| &kept.files);
        let mut found = files.filter(|file| file.offered.name == name);
        found.next().map(|file| file.bytes)
    };
    let files = FILES.into_iter().map(|file| DataFile {
        name: file.name,
        title: file.title,
        about: file.about,
        media: file.media,
        standard: file.standard,
        standard_url: file.conforms_to,
        bytes: bytes(file.name),
    });
    let page = DataPage {
        shell: visit.shell(Some("/data.json".to_owned())),
        written_on: kept.as_ref().map(|kept| kept.written_at.date_naive()),
        title: dataset::TITLE,
        about: dataset::ABOUT,
        keywords: dataset::KEYWORDS,
        files: files.collect(),
    };
    Ok(visit.answer(&page))
}

/// The same as DCAT-US.
pub async fn data_json(State(app): State<App>) -> Response {
    let whole = app.portal.data_json(&app.look.brand().name);
    let briefly = [(header::CACHE_CONTROL, BRIEFLY)];
    (briefly, Json(whole)).into_response()
}

/// A file, as it is read from the disk.
pub async fn file(
    State(app): State<App>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let (offered, place) = app.portal.download(&name)?;
    let fault = |error: std::io::Error| Failure::Unavailable(format!("{name}: {error}"));
    let file = File::open(place).await.map_err(fault)?;
    let known = file.metadata().await.map_err(fault)?;
    let age = known.modified().ok();
    let age = age.and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
    let micros = age.unwrap_or_default().as_micros();
    let tag = format!("\"{micros:x}-{:x}\"", known.len());
    let tag = HeaderValue::from_str(&tag).map_err(|e| Failure::Internal(e.to_string()))?;
    let same = headers.get(header::IF_NONE_MATCH) == Some(&tag);
    let mut response = match same {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => Body::from_stream(read(file)).into_response(),
    };
    let disposition = format!("attachment; filename=\"{}\"", offered.name);
    let disposition =
        HeaderValue::from_str(&disposition).map_err(|e| Failure::Internal(e.to_string()))?;
    let answer = response.headers_mut();
    answer.insert(header::ETAG, tag);
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static(BRIEFLY));
    if !same {
        answer.insert(header::CONTENT_LENGTH, HeaderValue::from(known.len()));
        answer.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static(offered.media),
        );
        answer.insert(header::CONTENT_DISPOSITION, disposition);
    }
    Ok(response)
}

/// The bytes of a file, some at a time.
fn read(file: File) -> impl stream::Stream<Item = std::io::Result<Vec<u8>>> {
    stream::try_unfold(file, async |mut file| {
        let mut chunk = vec![0; CHUNK];
        let read = file.read(&mut chunk).await?;
        chunk.truncate(read);
        Ok((read > 0).then_some((chunk, file)))
    })
}

/// A file of the extension that says who may use a contract.
pub async fn extension(Path(name): Path<String>) -> Result<Response, Failure> {
    let found = EXTENSION.into_iter().find(|(file, _)| *file == name);
    let (file, text) = found.ok_or(Failure::NotFound)?;
    let media = match file.ends_with(".json") {
        true => "application/json",
        false => "text/markdown; charset=utf-8",
    };
    let headers = [
        (header::CONTENT_TYPE, media),
        (header::CACHE_CONTROL, BRIEFLY),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    Ok((headers, text).into_response())
}
