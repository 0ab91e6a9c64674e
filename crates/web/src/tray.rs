//! What a browser keeps for its visitor: offerings to compare, and a size.

use crate::{
    App,
    signed_in::{cookie, keep},
};
use axum::http::{HeaderMap, HeaderValue};
use interlocal_portal::compare::{MOST, Named};

const TRAY: &str = "interlocal_compare";
const SIZE: &str = "interlocal_size";
const YEAR: i64 = 365 * 24 * 3600;

/// The offerings that a browser keeps to compare, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tray(pub Vec<Named>);

impl Tray {
    /// From the cookie of a request; what cannot be read is not there.
    pub fn of(headers: &HeaderMap) -> Self {
        let text = cookie(headers, TRAY).unwrap_or_default();
        let mut tray = Self::default();
        for named in text.split('.').filter_map(|name| name.parse().ok()) {
            tray.add(named);
        }
        tray
    }

    /// Whether nothing more fits.
    pub fn is_full(&self) -> bool {
        self.0.len() >= MOST
    }

    /// Puts one in, once and where there is room; whether it is in.
    pub fn add(&mut self, named: Named) -> bool {
        if self.0.contains(&named) {
            return true;
        }
        if self.is_full() {
            return false;
        }
        self.0.push(named);
        true
    }

    /// Takes one out.
    pub fn remove(&mut self, named: &Named) {
        self.0.retain(|kept| kept != named);
    }

    /// The header that makes the browser keep it.
    pub fn kept(&self, app: &App) -> Option<HeaderValue> {
        let names: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        let seconds = if names.is_empty() { 0 } else { YEAR };
        keep(app.portal.public_url(), TRAY, &names.join("."), seconds)
    }
}

/// The remembered size, as fields of an address.
pub fn remembered_size(headers: &HeaderMap) -> Option<&str> {
    cookie(headers, SIZE).filter(|text| !text.is_empty())
}

/// The header that makes the browser remember a size.
pub fn keep_size(app: &App, value: &str) -> Option<HeaderValue> {
    let seconds = if value.is_empty() { 0 } else { YEAR };
    keep(app.portal.public_url(), SIZE, value, seconds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::header;

    fn tray(text: &str) -> Vec<String> {
        let mut headers = HeaderMap::new();
        let value = format!("{TRAY}={text}");
        headers.insert(header::COOKIE, value.parse().unwrap());
        Tray::of(&headers)
            .0
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn a_cookie_from_anywhere_is_a_tray_of_four_at_most() {
        assert_eq!(tray("a.b@2"), ["a", "b@2"]);
        assert_eq!(tray("a.a.<x>.b..c.d.e"), ["a", "b", "c", "d"]);
        assert!(tray("").is_empty());
    }
}
