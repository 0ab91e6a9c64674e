//! Who shows a token, and how often they ask.

use crate::{App, error::Failure, form::origin::Origin, limits::Counted};
use axum::{
    extract::{Request, State},
    http::header,
    middleware::Next,
    response::{IntoResponse, Response},
};
use interlocal_portal::tokens::holder::Holder;

/// Finds the token that a request shows, counts the request, and lets it through.
pub async fn counted(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let shown = shown(&app, &parts).await;
    let who = match &shown {
        Ok(Some(holder)) => Counted::Token(holder.token.id),
        Ok(None) | Err(_) => Counted::Address(Origin::of(&app, &parts).from),
    };
    let left = app.limits.count(&who);
    let mut response = match (left.and_then(|left| left.wait), shown) {
        (Some(seconds), _) => Failure::TooOften(seconds).into_response(),
        (None, Err(failure)) => failure.into_response(),
        (None, Ok(holder)) => {
            if let Some(holder) = holder {
                parts.extensions.insert(holder);
            }
            next.run(Request::from_parts(parts, body)).await
        }
    };
    if let Some(left) = left {
        left.tell(response.headers_mut());
    }
    response
}

async fn shown(app: &App, parts: &axum::http::request::Parts) -> Result<Option<Holder>, Failure> {
    let Some(value) = parts.headers.get(header::AUTHORIZATION) else {
        return Ok(None);
    };
    let text = value.to_str().map_err(|_| Failure::BadToken)?;
    let (scheme, token) = text.split_once(' ').ok_or(Failure::BadToken)?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Err(Failure::BadToken);
    }
    let holder = app.portal.holder(token.trim()).await?;
    holder.map(Some).ok_or(Failure::BadToken)
}
