//! The edge: gives each request an id, bounds its address, logs it, turns
//! failures into a page or a problem, and sets the headers of every answer.

use crate::{
    App,
    api::document::problem::Problem as Wire,
    arrival::{Arrival, Brought},
    error::Failure,
    form::{posted::LARGEST_FORM, sent::LARGEST_CALL},
    page::visit::Visit,
    signed_in::{cookie, session_cookie},
};
use axum::{
    Json,
    extract::{Request, State},
    http::{HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use interlocal_pages::{
    Render, Shell,
    components::error_summary::FieldFault,
    pages::{ErrorPage, KeptWords, Problem},
};
use std::{any::Any, time::Instant};
use tracing::Instrument;

/// Bytes of a query string beyond which no address is read.
const LONGEST_QUERY: usize = 16_000;

const POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; \
                      base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
/// How the address of a twin begins.
const API: &str = "/api/v1";
/// Addresses whose last part is a secret; so is that of their twins.
const SECRET_PARTS: [&str; 6] = [
    "/invitations/",
    "/sign-up/",
    "/reset/",
    "/account/email/",
    "/memos/shared/",
    "/workspaces/shared/",
];

/// Goes around every request.
pub async fn answer(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let arrival = Arrival::default();
    request.extensions_mut().insert(arrival.clone());
    let id = uuid::Uuid::new_v4().simple().to_string();
    let path = request.uri().path().to_owned();
    let query = request.uri().query().unwrap_or_default().to_owned();
    let method = request.method().clone();
    let signed_in = cookie(request.headers(), session_cookie(app.portal.public_url())).is_some();
    let shows_token = request.headers().contains_key(header::AUTHORIZATION);
    let told = without_secret(&path);
    let span = tracing::info_span!("request", %id, %method, path = %told);
    async move {
        let begun = Instant::now();
        let response = if query.len() > LONGEST_QUERY {
            Failure::TooLong.into_response()
        } else {
            next.run(request).await
        };
        let asked = Asked {
            id: &id,
            path: &path,
            method: &method,
            brought: &arrival,
        };
        let response = rendered(&app, response, asked);
        tracing::info!(
            status = response.status().as_u16(),
            micros = begun.elapsed().as_micros() as u64,
            "answered"
        );
        let for_one = match (signed_in, shows_token) {
            (_, true) => Some("private, no-cache"),
            (true, false) => Some("private, no-store"),
            (false, false) => None,
        };
        with_headers(&app, response, &id, for_one)
    }
    .instrument(span)
    .await
}

/// What was asked, for the answer to a failure.
#[derive(Clone, Copy)]
struct Asked<'a> {
    id: &'a str,
    path: &'a str,
    method: &'a Method,
    brought: &'a Arrival,
}

/// Any address that no route names; the visit tells its page who asks.
pub async fn no_such_page(_: Result<Visit, Failure>) -> Failure {
    Failure::NotFound
}

/// A known address asked with another verb.
pub async fn method_not_allowed() -> Failure {
    Failure::MethodNotAllowed
}

/// A handler that panicked.
pub fn panicked(cause: Box<dyn Any + Send>) -> Response {
    let text = cause
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| cause.downcast_ref::<&str>().copied())
        .unwrap_or("unknown cause");
    Failure::Internal(format!("panicked: {text}")).into_response()
}

/// A failure as a page or a problem; anything else as it is.
fn rendered(app: &App, response: Response, asked: Asked<'_>) -> Response {
    let Asked {
        id, path, method, ..
    } = asked;
    let failure = match response.extensions().get::<Failure>() {
        Some(failure) => failure.clone(),
        None => match response.status() {
            _ if is_page(&response) => return response,
            StatusCode::BAD_REQUEST => Failure::Invalid(vec![interlocal_portal::FieldFault {
                field: "path".to_owned(),
                message: "is no valid text; check the address".to_owned(),
            }]),
            StatusCode::INTERNAL_SERVER_ERROR => Failure::Internal("no detail".to_owned()),
            StatusCode::PAYLOAD_TOO_LARGE if path.starts_with(API) => {
                Failure::TooLarge(LARGEST_CALL)
            }
            StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge(LARGEST_FORM),
            StatusCode::SERVICE_UNAVAILABLE if path != "/readyz" => {
                Failure::Unavailable("the request took too long".to_owned())
            }
            _ => return response,
        },
    };
    match &failure {
        Failure::Internal(detail) => tracing::error!(%detail, "a fault of the portal"),
        Failure::Unavailable(detail) => tracing::warn!(%detail, "not available"),
        _ => {}
    }
    let status = failure.status();
    let brought = asked.brought.brought();
    let keeps_words = brought.of_session && !brought.words.is_empty();
    if !speaks_json(path) && !keeps_words {
        match failure {
            Failure::SignInFirst => return to_sign_in("/sign-in", path, method),
            Failure::SecondFactorFirst => return to_sign_in("/sign-in/code", path, method),
            _ => {}
        }
    }
    let mut answer = if speaks_json(path) {
        let mut answer = problem(&failure, id);
        for (name, value) in response.headers() {
            if name.as_str().starts_with("ratelimit") {
                answer.headers_mut().insert(name, value.clone());
            }
        }
        answer
    } else {
        (
            status,
            axum::response::Html(page(app, failure.clone(), asked, brought)),
        )
            .into_response()
    };
    match failure {
        Failure::BadToken | Failure::SignInFirst | Failure::SecondFactorFirst => {
            let asked = match failure {
                Failure::BadToken => "Bearer realm=\"interlocal\", error=\"invalid_token\"",
                _ => "Bearer realm=\"interlocal\"",
            };
            let asked = HeaderValue::from_static(asked);
            answer.headers_mut().insert(header::WWW_AUTHENTICATE, asked);
        }
        Failure::MethodNotAllowed => {
            // Where it is not told here, the router tells it on the way out.
            if let Some(allow) = response.headers().get(header::ALLOW) {
                answer.headers_mut().insert(header::ALLOW, allow.clone());
            }
        }
        Failure::TooOften(seconds) => {
            answer
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        Failure::Unavailable(_) => {
            answer
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        _ => {}
    }
    if *method == Method::HEAD {
        *answer.body_mut() = axum::body::Body::empty();
    }
    answer
}

/// Whether an address is for programs.
fn speaks_json(path: &str) -> bool {
    ["/api/", "/hsds/"]
        .iter()
        .any(|begin| path.starts_with(begin))
}

/// A form that came back with its faults is a page already.
fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// A page that is for somebody: sign in, and come back to it.
fn to_sign_in(at: &str, path: &str, method: &Method) -> Response {
    let next = if method == Method::GET { path } else { "/" };
    let to = format!("{at}?next={}", interlocal_pages::escape(next));
    (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
}

fn problem(failure: &Failure, id: &str) -> Response {
    let status = failure.status();
    let (title, detail) = match failure {
        Failure::Invalid(_) => ("Some fields cannot be as they are", None),
        Failure::BadToken => (
            "The token does not hold",
            Some("It was revoked, has ended, or never was one".to_owned()),
        ),
        Failure::SignInFirst => ("Sign in first, or show a token", None),
        Failure::SecondFactorFirst => ("Show the second factor first", None),
        Failure::Forged => ("The request does not come from a page of this portal", None),
        Failure::RoleMissing(who) => (
            "Your role does not allow this",
            Some(format!("Only {who} can do this")),
        ),
        Failure::TooLarge(limit) => (
            "What was sent is too large",
            Some(format!("At most {limit} bytes are taken")),
        ),
        Failure::NoForm => (
            "This address takes forms",
            Some("Send Content-Type: application/x-www-form-urlencoded".to_owned()),
        ),
        Failure::NoFile(kinds) => ("This address takes a file", Some((*kinds).to_owned())),
        Failure::NoJson => (
            "This address takes JSON",
            Some("Send Content-Type: application/json".to_owned()),
        ),
        Failure::Changed => (
            "It has changed since",
            Some("Read it again; its ETag is what If-Match must name".to_owned()),
        ),
        Failure::NoVersion => (
            "Say for which version this is",
            Some("Send the ETag of what you read as If-Match".to_owned()),
        ),
        Failure::KeyTaken => (
            "This key was used for another request",
            Some("Draw a new Idempotency-Key for each request that differs".to_owned()),
        ),
        Failure::TooOften(seconds) => {
            ("Too often", Some(format!("Try again in {seconds} seconds")))
        }
        Failure::NotFound => ("There is nothing at this address", None),
        Failure::Gone(gone) => ("This was taken away", Some(gone.reason.clone())),
        Failure::MethodNotAllowed => ("This address does not take this method", None),
        Failure::Conflict(text) => ("That cannot be done now", Some(text.clone())),
        Failure::TooLong => (
            "The address is too long",
            Some("q may have 2,000 bytes".to_owned()),
        ),
        Failure::Internal(_) => ("A fault of the portal", None),
        Failure::Unavailable(_) => ("Not available now; try again shortly", None),
    };
    let mut body = Wire::new(title, status.as_u16(), id);
    body.detail = detail;
    if let Failure::Gone(gone) = failure {
        body.gone(gone.on, gone.successor.as_ref());
    }
    if let Failure::Invalid(faults) = failure {
        body.faults(faults);
    }
    let kind = HeaderValue::from_static("application/problem+json");
    let mut response = (status, Json(body)).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

fn page(app: &App, failure: Failure, asked: Asked<'_>, brought: Brought) -> String {
    let kept = kept_words(&failure, asked, &brought);
    let problem = match failure {
        Failure::Invalid(faults) => Problem::BadRequest {
            faults: faults
                .into_iter()
                .map(|fault| FieldFault {
                    field: String::new(),
                    message: format!("{}: {}", fault.field, fault.message),
                })
                .collect(),
        },
        Failure::SignInFirst => Problem::SignedOut { href: "/sign-in" },
        Failure::SecondFactorFirst => Problem::SignedOut {
            href: "/sign-in/code",
        },
        Failure::BadToken | Failure::NotFound => Problem::NotFound,
        Failure::Gone(gone) => Problem::Gone {
            on: Some(gone.on),
            reason: Some(gone.reason),
            successor: gone
                .successor
                .map(|(slug, title)| (title, format!("/offerings/{slug}"))),
        },
        Failure::Conflict(text) => Problem::Conflict { text },
        Failure::Forged => Problem::Forged,
        Failure::RoleMissing(who) => Problem::RoleMissing {
            who: who.to_owned(),
        },
        Failure::TooLarge(limit) => Problem::TooLarge { limit },
        Failure::NoForm | Failure::NoJson | Failure::NoFile(_) => Problem::NoForm,
        Failure::Changed | Failure::NoVersion | Failure::KeyTaken => Problem::Conflict {
            text: "It has changed since.".to_owned(),
        },
        Failure::TooOften(seconds) => Problem::TooMany {
            retry_seconds: seconds,
        },
        Failure::MethodNotAllowed => Problem::MethodNotAllowed,
        Failure::TooLong => Problem::AddressTooLong,
        Failure::Internal(_) => Problem::Internal {
            request_id: asked.id.to_owned(),
        },
        Failure::Unavailable(_) => Problem::Unavailable {
            retry_seconds: Some(5),
        },
    };
    let shell = Shell {
        path: asked.path.to_owned(),
        origin: app.portal.public_url().origin().to_owned(),
        chosen: brought.chosen,
        query: String::new(),
        asset_version: app.look.version().to_owned(),
        as_of: app.portal.today(),
        json: None,
        files: Vec::new(),
        reader: brought.reader,
        brand: app.look.brand(),
        announcements: app.portal.announced(),
        tray: Vec::new(),
        starred: Default::default(),
    };
    let page = ErrorPage {
        shell,
        problem,
        kept,
    };
    page.render().into_string()
}

/// The words of a form that could not be taken. A form that carries the token of
/// another session can be sent again only where the browser says that a page of this
/// portal sent it.
fn kept_words(failure: &Failure, asked: Asked<'_>, brought: &Brought) -> Option<KeptWords> {
    let again = match failure {
        Failure::Forged => brought.from_here,
        Failure::SignInFirst
        | Failure::SecondFactorFirst
        | Failure::Conflict(_)
        | Failure::TooOften(_)
        | Failure::Internal(_)
        | Failure::Unavailable(_) => true,
        _ => false,
    };
    (!brought.words.is_empty()).then(|| KeptWords {
        action: asked.path.to_owned(),
        words: brought.words.clone(),
        again,
    })
}

/// A path as it may be logged.
fn without_secret(path: &str) -> &str {
    let page = path.strip_prefix(API).unwrap_or(path);
    let secret = SECRET_PARTS.iter().find(|part| page.starts_with(**part));
    let kept = secret.map_or(path.len(), |part| path.len() - page.len() + part.len());
    path.get(..kept).unwrap_or(path)
}

/// What pages may load, and where their forms may lead: here, and to the providers
/// that vouch, for browsers follow the policy through redirects of a form.
fn policy(app: &App) -> String {
    let mut policy = POLICY.to_owned();
    for origin in app.portal.provider_origins() {
        policy.push(' ');
        policy.push_str(&origin);
    }
    policy
}

/// What somebody who has signed in is shown is kept nowhere on the way.
fn with_headers(
    app: &App,
    mut response: Response,
    id: &str,
    for_one: Option<&'static str>,
) -> Response {
    let policy = policy(app);
    let headers = response.headers_mut();
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.append(header::VARY, HeaderValue::from_static("cookie"));
    }
    let mut set = |name: &'static str, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers
                .entry(HeaderName::from_static(name))
                .or_insert(value);
        }
    };
    set("x-request-id", id);
    set("content-security-policy", &policy);
    set("x-content-type-options", "nosniff");
    set("referrer-policy", "same-origin");
    set("cross-origin-opener-policy", "same-origin");
    set("cache-control", for_one.unwrap_or("no-cache"));
    response
}

#[cfg(test)]
mod tests {
    use super::without_secret;

    #[test]
    fn no_secret_of_an_address_is_logged() {
        assert_eq!(without_secret("/invitations/4f9a"), "/invitations/");
        assert_eq!(without_secret("/reset/4f9a"), "/reset/");
        assert_eq!(without_secret("/sign-up/4f9a"), "/sign-up/");
        assert_eq!(without_secret("/memos/shared/4f9a.json"), "/memos/shared/");
        let twin = "/api/v1/memos/shared/";
        assert_eq!(without_secret(&format!("{twin}4f9a")), twin);
        let twin = "/api/v1/workspaces/shared/";
        assert_eq!(without_secret(&format!("{twin}4f9a")), twin);
        assert_eq!(without_secret("/api/v1/suggest"), "/api/v1/suggest");
        assert_eq!(without_secret("/offerings/buyboard"), "/offerings/buyboard");
    }
}
