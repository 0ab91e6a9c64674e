//! Which list is taken along and in which form, as its address ends: `members.csv`.

use axum::{extract::FromRequestParts, http::request::Parts};
use std::convert::Infallible;

/// `.csv` or `.xlsx`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Text with commas.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Ending {
    /// As file names end.
    pub fn word(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Ending {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(match parts.uri.path().ends_with(".xlsx") {
            true => Self::Xlsx,
            false => Self::Csv,
        })
    }
}

/// The list that the last part of an address names, without its ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListName(pub String);

impl<S: Sync> FromRequestParts<S> for ListName {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let last = parts.uri.path().rsplit('/').next().unwrap_or_default();
        let name = last.rsplit_once('.').map_or(last, |(name, _)| name);
        Ok(Self(name.to_owned()))
    }
}
