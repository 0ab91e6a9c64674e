//! Embedded styles, scripts, fonts and images.

use crate::{assets, error::Failure};
use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// One embedded file; a browser keeps it for good.
pub async fn asset(
    Path((_version, path)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
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
pub async fn favicon(headers: HeaderMap) -> Result<Response, Failure> {
    let path = Path((String::new(), "images/favicon.svg".to_owned()));
    let mut response = asset(path, headers).await?;
    let briefly = HeaderValue::from_static("public, max-age=86400");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, briefly);
    Ok(response)
}

/// Everything public may be found.
pub async fn robots() -> &'static str {
    "User-agent: *\nAllow: /\n"
}
