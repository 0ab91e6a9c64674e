//! The named part of an address.

use crate::error::Failure;
use axum::extract::{FromRequestParts, Path};

/// The one name in an address; text that is none leads nowhere.
#[derive(Clone, Debug)]
pub struct Named(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = Failure;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        state: &S,
    ) -> Result<Self, Failure> {
        let Path(name) = Path::<String>::from_request_parts(parts, state)
            .await
            .map_err(|_| Failure::NotFound)?;
        Ok(Self(name))
    }
}
