//! The session cookie, and who asks: by it, or by a token of the API.

use crate::{App, error::Failure};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, header, request::Parts},
};
use interlocal_catalog::policy::Actor;
use interlocal_pages::Reader;
use interlocal_portal::{
    Error,
    accounts::{
        public_url::{PublicUrl, Safety},
        secret::Secret,
        sessions::{SESSION_DAYS, SignedIn},
    },
    tokens::holder::Holder,
};

/// Who asks: somebody who has signed in, or anybody; and beside it a program that shows
/// a token, which only the API lets in.
#[derive(Clone, Debug, Default)]
pub struct Caller(pub Option<SignedIn>, pub Option<Holder>);

impl Caller {
    /// From the cookie of a request; without one nothing is looked up.
    pub async fn of(app: &App, headers: &HeaderMap) -> Result<Self, Error> {
        match cookie(headers, session_cookie(app.portal.public_url())) {
            Some(text) => Ok(Self(app.portal.who(&Secret::shown(text)).await?, None)),
            None => Ok(Self::default()),
        }
    }

    /// As the frame of a page shows it.
    pub fn reader(&self) -> Option<Reader> {
        self.0.as_ref().map(|signed_in| Reader {
            name: signed_in.person.email.clone(),
            steward: signed_in.person.steward,
            form_token: signed_in.form_token.clone(),
        })
    }

    /// As the policy knows it.
    pub fn actor(&self) -> Actor {
        match (&self.1, &self.0) {
            (Some(holder), _) => holder.actor(),
            (None, Some(signed_in)) => signed_in.actor(),
            (None, None) => Actor::Anonymous,
        }
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        match parts.extensions.get::<Holder>() {
            Some(holder) => Ok(Self(None, Some(holder.clone()))),
            None => Ok(Self::of(app, &parts.headers).await?),
        }
    }
}

/// The value of a cookie of the request.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value)
}

/// The name of the session cookie under this address.
pub fn session_cookie(url: &PublicUrl) -> &'static str {
    match url.safety() {
        Safety::Encrypted => "__Host-interlocal",
        Safety::Loopback | Safety::Open => "interlocal_session",
    }
}

/// The name of the cookie of a browser that has gone to a provider.
pub fn way_cookie(url: &PublicUrl) -> &'static str {
    match url.safety() {
        Safety::Encrypted => "__Host-interlocal-way",
        Safety::Loopback | Safety::Open => "interlocal_way",
    }
}

/// The header that gives the browser a cookie for some seconds.
pub fn keep(url: &PublicUrl, name: &str, value: &str, seconds: i64) -> Option<HeaderValue> {
    let secure = if url.safety() == Safety::Encrypted {
        "; Secure"
    } else {
        ""
    };
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&text).ok()
}

/// The header that begins a session in the browser.
pub fn begin(url: &PublicUrl, secret: &Secret) -> Option<HeaderValue> {
    let seconds = SESSION_DAYS * 24 * 3600;
    keep(url, session_cookie(url), secret.expose(), seconds)
}

/// The header that ends the session in the browser.
pub fn end(url: &PublicUrl) -> Option<HeaderValue> {
    keep(url, session_cookie(url), "", 0)
}
