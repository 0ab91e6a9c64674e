//! A request that is sent again under the same `Idempotency-Key` is done once, and
//! answered alike.

use crate::{
    App,
    error::Failure,
    form::{origin::Origin, sent::LARGEST_CALL, upload::MOST_BYTES},
    signed_in::Caller,
};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{FromRequestParts, Request, State},
    http::{HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use interlocal_portal::{
    FieldFault,
    tokens::{
        holder::Holder,
        repeated::{KeptAnswer, Keyed, Turn},
    },
};

/// The header that names a request.
pub const KEY: &str = "idempotency-key";
/// The header that says that an answer is given again.
pub const AGAIN: &str = "idempotency-replayed";
/// Bytes of the longest key.
const LONGEST: usize = 200;
/// Bytes of the largest answer that is kept.
const LARGEST: usize = 2 * 1024 * 1024;

/// Does a named request once.
pub async fn again(State(app): State<App>, request: Request, next: Next) -> Response {
    let key = request.headers().get(KEY).cloned();
    once(app, key, request, next, LARGEST_CALL).await
}

/// The same for calls that send files, which may be larger where it is known who sends
/// them.
pub async fn again_with_files(State(app): State<App>, request: Request, next: Next) -> Response {
    let key = request.headers().get(KEY).cloned();
    if key.is_none() {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let known = match Caller::from_request_parts(&mut parts, &app).await {
        Ok(caller) => caller.actor().person().is_some(),
        Err(failure) => return failure.into_response(),
    };
    let largest = if known { MOST_BYTES } else { LARGEST_CALL };
    once(app, key, Request::from_parts(parts, body), next, largest).await
}

async fn once(
    app: App,
    key: Option<HeaderValue>,
    request: Request,
    next: Next,
    largest: usize,
) -> Response {
    match key {
        Some(key) if request.method() == Method::POST => {
            let done = named(app, (key, largest), request, next).await;
            done.unwrap_or_else(IntoResponse::into_response)
        }
        _ => next.run(request).await,
    }
}

async fn named(
    app: App,
    (key, largest): (HeaderValue, usize),
    request: Request,
    next: Next,
) -> Result<Response, Failure> {
    let key = key.to_str().unwrap_or_default().trim().to_owned();
    if key.is_empty() || key.len() > LONGEST {
        return Err(Failure::Invalid(vec![FieldFault {
            field: "Idempotency-Key".to_owned(),
            message: format!("has 1 to {LONGEST} printable letters"),
        }]));
    }
    let (parts, body) = request.into_parts();
    let bytes = to_bytes(body, largest)
        .await
        .map_err(|_| Failure::TooLarge(largest))?;
    let sender = match parts.extensions.get::<Holder>() {
        Some(holder) => format!("token {}", holder.token.id),
        None => {
            let origin = Origin::of(&app, &parts);
            let session = origin.shown.map(|secret| secret.hash());
            session.unwrap_or_else(|| format!("address {}", origin.from))
        }
    };
    let target = format!("{} {}", parts.method, parts.uri);
    // Whoever sent it may have gone: it is done all the same, and its answer kept.
    let done = tokio::spawn(async move {
        let keyed = Keyed {
            key: &key,
            sender: &sender,
            target: &target,
            body: &bytes,
        };
        match app.portal.turn(keyed).await? {
            Turn::First => {
                let request = Request::from_parts(parts, Body::from(bytes.clone()));
                let response = next.run(request).await;
                kept(&app, keyed, response).await
            }
            Turn::Again(answer) => Ok(given_again(answer)),
            Turn::Busy => Err(Failure::Conflict(
                "The request with this key is still worked at".to_owned(),
            )),
            Turn::Another => Err(Failure::KeyTaken),
        }
    });
    done.await
        .map_err(|error| Failure::Internal(error.to_string()))?
}

/// Keeps what was done. What was refused changed nothing, and may be sent again.
async fn kept(app: &App, keyed: Keyed<'_>, response: Response) -> Result<Response, Failure> {
    if !response.status().is_success() {
        app.portal.forget_answer(keyed).await?;
        return Ok(response);
    }
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, LARGEST)
        .await
        .map_err(|error| Failure::Internal(error.to_string()))?;
    let told = [header::CONTENT_TYPE, header::LOCATION, header::ETAG];
    let lines: Vec<String> = told
        .iter()
        .filter_map(|name| {
            let value = parts.headers.get(name)?.to_str().ok()?;
            Some(format!("{name}: {value}"))
        })
        .collect();
    let answer = KeptAnswer {
        status: parts.status.as_u16(),
        headers: lines.join("\n"),
        body: String::from_utf8_lossy(&bytes).into_owned(),
    };
    app.portal.keep_answer(keyed, &answer).await?;
    Ok(Response::from_parts(parts, Body::from(bytes)))
}

fn given_again(answer: KeptAnswer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    let mut response = (status, Bytes::from(answer.body)).into_response();
    let headers = response.headers_mut();
    headers.remove(header::CONTENT_TYPE);
    for line in answer.headers.lines() {
        let parts = line.split_once(": ").and_then(|(name, value)| {
            let name = name.parse::<HeaderName>().ok()?;
            Some((name, HeaderValue::from_str(value).ok()?))
        });
        headers.extend(parts.map(|(name, value)| (Some(name), value)));
    }
    headers.insert(AGAIN, HeaderValue::from_static("true"));
    response
}
