//! Embedded styles, scripts, fonts and images.

use crate::{App, assets, error::Failure};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// A file of the look, or an embedded one; a browser keeps it for good.
pub async fn asset(
    State(app): State<App>,
    Path((_version, path)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    if let Some((bytes, kind)) = app.look.file(&path) {
        // An image of somebody else's making runs nothing, even when opened by itself.
        let headers = [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, assets::CACHE_CONTROL),
            (
                header::CONTENT_SECURITY_POLICY,
                "default-src 'none'; style-src 'unsafe-inline'",
            ),
        ];
        return Ok((headers, bytes).into_response());
    }
    let asset = assets::find(&path).ok_or(Failure::NotFound)?;
    let etag = HeaderValue::from_str(&asset.etag).map_err(|e| Failure::Internal(e.to_string()))?;
    let known = headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|tag| *tag == etag);
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        asset.bytes.into_owned().into_response()
    };
    let answer = response.headers_mut();
    answer.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(asset.content_type),
    );
    answer.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static(assets::CACHE_CONTROL),
    );
    answer.insert(header::ETAG, etag);
    Ok(response)
}

/// The icon that browsers ask for unasked.
pub async fn favicon(app: State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    let path = Path((String::new(), "images/favicon.svg".to_owned()));
    let mut response = asset(app, path, headers).await?;
    let briefly = HeaderValue::from_static("public, max-age=86400");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, briefly);
    Ok(response)
}
