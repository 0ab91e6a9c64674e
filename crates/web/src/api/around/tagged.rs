//! Conditional requests: an answer has a tag made of its bytes, and who has it already
//! is told so.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

use crate::error::Failure;

/// Bytes of the largest answer that is held to be tagged.
const LARGEST: usize = 64 * 1024 * 1024;

/// Tags the answers to reading requests, and leaves out what the reader has.
pub async fn tagged(request: Request, next: Next) -> Response {
    let reads = [Method::GET, Method::HEAD].contains(request.method());
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let response = next.run(request).await;
    if !reads || response.status() != StatusCode::OK || !is_json(response.headers()) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST).await else {
        return Failure::Internal("an answer is too large to be tagged".to_owned()).into_response();
    };
    if !parts.headers.contains_key(header::ETAG) {
        let tag = format!("\"{}\"", hex(&Sha256::digest(&bytes)));
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            parts.headers.insert(header::ETAG, tag);
        }
    }
    let tag = parts.headers.get(header::ETAG).cloned();
    let has_it = |known: &HeaderValue| {
        let tag = tag.as_ref().and_then(|tag| tag.to_str().ok());
        known.to_str().ok().zip(tag).is_some_and(|(known, tag)| {
            let mut names = known.split(',').map(str::trim);
            names.any(|name| name == "*" || name.trim_start_matches("W/") == tag)
        })
    };
    if known.as_ref().is_some_and(has_it) {
        parts.status = StatusCode::NOT_MODIFIED;
        for gone in [header::CONTENT_TYPE, header::CONTENT_LENGTH] {
            parts.headers.remove(gone);
        }
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(bytes))
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
