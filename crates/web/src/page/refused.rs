//! A form that cannot be taken as it is: its page again, with every fault and
//! every word that was typed.

use super::visit::Visit;
use crate::error::Failure;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use interlocal_pages::{Render, components::error_summary::FieldFault};
use interlocal_portal::Error;

/// The faults of the fields; any other failure is not the form's.
pub fn faults_of(error: Error) -> Result<Vec<FieldFault>, Failure> {
    match error {
        Error::Invalid(faults) => Ok(shown(faults)),
        other => Err(other.into()),
    }
}

/// Faults as a page lists them.
pub fn shown(faults: Vec<interlocal_portal::FieldFault>) -> Vec<FieldFault> {
    faults
        .into_iter()
        .map(|fault| FieldFault {
            field: fault.field,
            message: fault.message,
        })
        .collect()
}

/// What came of a form: done, refused with these faults, or failed.
pub fn outcome<T>(result: Result<T, Error>) -> Result<Result<T, Vec<FieldFault>>, Failure> {
    match result {
        Ok(done) => Ok(Ok(done)),
        Err(error) => Ok(Err(faults_of(error)?)),
    }
}

/// To a page after a form was taken.
pub fn see_other(to: &str) -> Response {
    let location = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

impl Visit {
    /// The page of a form with its faults: 400.
    pub fn refuse(&self, page: &impl Render) -> Response {
        let mut response = self.answer(page);
        *response.status_mut() = StatusCode::BAD_REQUEST;
        response
    }
}
