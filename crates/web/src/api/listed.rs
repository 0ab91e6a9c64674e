//! A list as an answer: where it goes on stands in its body and in its head.

use axum::{
    Json,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

/// A list that goes on at `next`.
pub fn listed(next: Option<&str>, body: &impl Serialize) -> Response {
    let mut response = Json(body).into_response();
    let link = next.and_then(|next| HeaderValue::from_str(&format!("<{next}>; rel=\"next\"")).ok());
    if let Some(link) = link {
        response.headers_mut().insert(header::LINK, link);
    }
    response
}
