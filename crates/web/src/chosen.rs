//! The chosen government: named in the address with `for`, else remembered in a cookie.

use crate::{App, error::Failure, form::Fields};
use axum::http::{HeaderMap, HeaderValue, header};
use interlocal_catalog::{PlaceId, jurisdiction::JurisdictionKey};
use interlocal_pages::Chosen;
use interlocal_portal::Snapshot;

const COOKIE: &str = "interlocal_for";

/// The government in whose name a page is asked for.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Its key.
    pub place: Option<PlaceId>,
    /// What the browser is told to remember.
    pub remember: Option<HeaderValue>,
}

impl Choice {
    /// From the address; for JSON, which remembers nothing.
    pub fn in_address(app: &App, fields: &Fields) -> Result<Self, Failure> {
        let place = match fields.last("for") {
            Some(text) if !text.is_empty() => {
                let snapshot = app.portal.snapshot();
                Some(app.portal.government(&snapshot, "for", text)?.key.place())
            }
            _ => None,
        };
        Ok(Self {
            place,
            remember: None,
        })
    }

    /// From the address, else from the cookie; an empty `for` forgets.
    pub fn on_page(app: &App, fields: &Fields, headers: &HeaderMap) -> Result<Self, Failure> {
        let Some(text) = fields.last("for") else {
            return Ok(Self {
                place: remembered(app, headers),
                remember: None,
            });
        };
        if text.is_empty() {
            let forget = format!("{COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
            return Ok(Self {
                place: None,
                remember: HeaderValue::from_str(&forget).ok(),
            });
        }
        let choice = Self::in_address(app, fields)?;
        let remember = choice.place.as_ref().and_then(|place| {
            let year = 365 * 24 * 3600;
            let cookie =
                format!("{COOKIE}={place}; Path=/; Max-Age={year}; HttpOnly; SameSite=Lax");
            HeaderValue::from_str(&cookie).ok()
        });
        Ok(Self { remember, ..choice })
    }

    /// As the shell of a page shows it.
    pub fn shown(&self, snapshot: &Snapshot) -> Option<Chosen> {
        self.place.as_ref().map(|place| Chosen {
            key: place.to_string(),
            name: snapshot.directory.full_name(place),
        })
    }
}

fn remembered(app: &App, headers: &HeaderMap) -> Option<PlaceId> {
    let key: JurisdictionKey = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == COOKIE)
        .and_then(|(_, key)| key.parse().ok())?;
    let place = key.place();
    app.portal
        .snapshot()
        .directory
        .jurisdiction(&place)
        .map(|_| place)
}
