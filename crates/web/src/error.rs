//! The only mapping from faults to statuses.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use interlocal_portal::{Error, FieldFault, Gone};

/// Why a request has no result. Silent: the edge turns it into a page or a
/// problem and logs what is the portal's own fault.
#[derive(Clone, Debug)]
pub enum Failure {
    /// 400.
    Invalid(Vec<FieldFault>),
    /// 401: what was shown as a token is none that holds.
    BadToken,
    /// 303 to the sign-in page, for pages; 401 elsewhere.
    SignInFirst,
    /// 303 to where the second factor is shown, for pages; 401 elsewhere.
    SecondFactorFirst,
    /// 403: a form that no page of this portal sent.
    Forged,
    /// 403, with who may do it.
    RoleMissing(&'static str),
    /// 404.
    NotFound,
    /// 410: taken back, with what is left of it.
    Gone(Box<Gone>),
    /// 405.
    MethodNotAllowed,
    /// 409.
    Conflict(String),
    /// 412: what the request was made for has changed since.
    Changed,
    /// 413, with the bytes that are taken at most.
    TooLarge(usize),
    /// 414.
    TooLong,
    /// 415: a body that is no form.
    NoForm,
    /// 415: a body that is no JSON.
    NoJson,
    /// 415: a body that is no file, nor a form with one; with what is taken.
    NoFile(&'static str),
    /// 422: the key of an earlier request that sent something else.
    KeyTaken,
    /// 428: the request must say for which version it was made.
    NoVersion,
    /// 429, with the seconds to wait.
    TooOften(u64),
    /// 500, with what is logged and never shown.
    Internal(String),
    /// 503, with what is logged and never shown.
    Unavailable(String),
}

impl Failure {
    /// Its status.
    pub fn status(&self) -> StatusCode {
        match self {
            Failure::Invalid(_) => StatusCode::BAD_REQUEST,
            Failure::BadToken | Failure::SignInFirst | Failure::SecondFactorFirst => {
                StatusCode::UNAUTHORIZED
            }
            Failure::Forged | Failure::RoleMissing(_) => StatusCode::FORBIDDEN,
            Failure::NotFound => StatusCode::NOT_FOUND,
            Failure::Gone(_) => StatusCode::GONE,
            Failure::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Failure::Conflict(_) => StatusCode::CONFLICT,
            Failure::Changed => StatusCode::PRECONDITION_FAILED,
            Failure::KeyTaken => StatusCode::UNPROCESSABLE_ENTITY,
            Failure::NoVersion => StatusCode::PRECONDITION_REQUIRED,
            Failure::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Failure::NoForm | Failure::NoJson | Failure::NoFile(_) => {
                StatusCode::UNSUPPORTED_MEDIA_TYPE
            }
            Failure::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Failure::TooLong => StatusCode::URI_TOO_LONG,
            Failure::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Failure::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound | Error::Denied => Failure::NotFound,
            Error::Gone(gone) => Failure::Gone(gone),
            Error::SignInFirst => Failure::SignInFirst,
            Error::SecondFactorFirst => Failure::SecondFactorFirst,
            Error::RoleMissing(who) => Failure::RoleMissing(who),
            Error::TooOften(seconds) => Failure::TooOften(seconds),
            Error::Invalid(faults) => Failure::Invalid(faults),
            Error::Conflict(text) => Failure::Conflict(text),
            Error::Unavailable(text) => Failure::Unavailable(text),
            Error::Internal(text) => Failure::Internal(text),
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
