//! A form that was sent: whose it is, that it came from a page of this portal,
//! and its fields.

use super::Fields;
use crate::{App, arrival::Arrival, error::Failure, page::visit::Visit};
use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Request},
    http::{HeaderMap, header},
};

/// The field that every form of a session carries.
pub const FORM_TOKEN: &str = "form_token";

/// Bytes of a form without a file.
pub const LARGEST_FORM: usize = 512_000;
/// Bytes of a form that is too large which are read to be shown again.
pub const LARGEST_READ: usize = 2_000_000;

/// A form that was sent.
pub struct Posted {
    /// Who sent it, and what a page of an answer needs.
    pub visit: Visit,
    /// Its fields.
    pub fields: Fields,
}

impl FromRequest<App> for Posted {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, app).await?;
        let from_here = comes_from_here(app, &parts.headers)?;
        let kind = parts.headers.get(header::CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(Failure::NoForm);
        }
        let path = parts.uri.path().to_owned();
        let arrival = parts.extensions.get::<Arrival>().cloned();
        let request = Request::from_parts(parts, body);
        let too_large = Failure::TooLarge(LARGEST_FORM);
        let bytes = Bytes::from_request(request, app).await;
        let bytes = bytes.map_err(|_| too_large.clone())?;
        let fields = Fields::posted(&bytes);
        if let Some(arrival) = arrival {
            arrival.said(&path, &fields, from_here);
        }
        if bytes.len() > LARGEST_FORM {
            return Err(too_large);
        }
        carries_token(&visit, &fields)?;
        Ok(Self { visit, fields })
    }
}

/// Browsers say where a form comes from; one from elsewhere is refused. Whether
/// anything was said.
pub fn comes_from_here(app: &App, headers: &HeaderMap) -> Result<bool, Failure> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site")
        && !["same-origin", "none"].contains(&site)
    {
        return Err(Failure::Forged);
    }
    let Some(origin) = text("origin") else {
        return Ok(text("sec-fetch-site") == Some("same-origin"));
    };
    let host = origin.split_once("://").map_or("", |(_, host)| host);
    let own = app.portal.public_url().host();
    if host == own || text("host").is_some_and(|named| named == host) {
        Ok(true)
    } else {
        Err(Failure::Forged)
    }
}

/// A form of a session carries its token.
pub fn carries_token(visit: &Visit, fields: &Fields) -> Result<(), Failure> {
    match &visit.caller.0 {
        Some(signed_in) if fields.last(FORM_TOKEN) != Some(&*signed_in.form_token) => {
            Err(Failure::Forged)
        }
        _ => Ok(()),
    }
}
