//! The chosen government: named in the address with `for`, else remembered in a cookie.

use crate::{
    App,
    error::Failure,
    form::Fields,
    signed_in::{cookie, keep},
};
use axum::http::{HeaderMap, HeaderValue};
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
            return Ok(Self {
                place: None,
                remember: keep(app.portal.public_url(), COOKIE, "", 0),
            });
        }
        let choice = Self::in_address(app, fields)?;
        let remember = choice.place.as_ref().and_then(|place| {
            let year = 365 * 24 * 3600;
            keep(app.portal.public_url(), COOKIE, place.as_str(), year)
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
    let key: JurisdictionKey = cookie(headers, COOKIE)?.parse().ok()?;
    let place = key.place();
    app.portal
        .snapshot()
        .directory
        .jurisdiction(&place)
        .map(|_| place)
}
