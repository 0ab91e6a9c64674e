//! Whose files an address is about, and which of them: at the desk of a body, where the
//! address names one, else those of stewards.

use crate::{App, error::Failure};
use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::request::Parts,
};
use interlocal_catalog::OrganizationId;
use interlocal_portal::importing::Intake;

/// Whose files they are.
pub enum At {
    /// Those at the desk of a body.
    Desk(OrganizationId),
    /// Those of stewards.
    Stewards,
}

impl At {
    /// As the portal knows it.
    pub fn intake(&self) -> Intake<'_> {
        match self {
            Self::Desk(body) => Intake::Desk(body),
            Self::Stewards => Intake::Stewards,
        }
    }

    /// The page on which they are listed.
    pub fn page(&self) -> String {
        match self {
            Self::Desk(body) => format!("/desk/{body}/import"),
            Self::Stewards => "/steward/imports".to_owned(),
        }
    }

    /// The page of what was taken in.
    pub fn past(&self) -> String {
        match self {
            Self::Desk(body) => format!("/desk/{body}/imports"),
            Self::Stewards => "/steward/past-imports".to_owned(),
        }
    }

    /// The call that lists them.
    pub fn call(&self) -> String {
        match self {
            Self::Desk(body) => format!("/api/v1/desk/{body}/imports"),
            Self::Stewards => "/api/v1/steward/imports".to_owned(),
        }
    }

    /// The name of a source without the body that stands before it.
    pub fn source<'a>(&self, source: &'a str) -> &'a str {
        match self {
            Self::Desk(body) => {
                let own = source.strip_prefix(body.as_str());
                own.and_then(|rest| rest.strip_prefix(": "))
                    .unwrap_or(source)
            }
            Self::Stewards => source,
        }
    }
}

impl FromRequestParts<App> for At {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        Ok(match part(parts, app, "body").await? {
            Some(body) => Self::Desk(OrganizationId::new(body)),
            None => Self::Stewards,
        })
    }
}

/// A file, or a past import, by its number.
pub struct One {
    /// Whose it is.
    pub at: At,
    /// Its number.
    pub number: i32,
}

impl One {
    /// The page of the file.
    pub fn page(&self) -> String {
        format!("{}/{}", self.at.page(), self.number)
    }
}

impl FromRequestParts<App> for One {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let at = At::from_request_parts(parts, app).await?;
        let number = part(parts, app, "id").await?;
        let number = number.and_then(|number| number.parse().ok());
        Ok(Self {
            at,
            number: number.ok_or(Failure::NotFound)?,
        })
    }
}

/// A part of the address by its name.
async fn part(parts: &mut Parts, app: &App, name: &str) -> Result<Option<String>, Failure> {
    let all = RawPathParams::from_request_parts(parts, app).await;
    let all = all.map_err(|_| Failure::NotFound)?;
    let mut found = all.iter().filter(|(known, _)| *known == name);
    Ok(found.next().map(|(_, part)| part.to_owned()))
}
