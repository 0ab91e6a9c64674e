//! What a visitor set aside, kept by the browser until somebody signs in.

use crate::signed_in::{cookie, keep};
use axum::http::{HeaderMap, HeaderValue};
use interlocal_catalog::{OfferingId, id::is_slug};
use interlocal_portal::accounts::public_url::PublicUrl;

const COOKIE: &str = "interlocal_shortlist";
/// Offerings that a browser keeps at most.
pub const MOST: usize = 20;
/// For how long, in seconds.
const KEPT: i64 = 180 * 24 * 3600;

/// The slugs that a browser keeps, in order; what is no slug is passed over.
pub fn kept(headers: &HeaderMap) -> Vec<OfferingId> {
    let mut slugs: Vec<OfferingId> = Vec::new();
    for text in cookie(headers, COOKIE).unwrap_or_default().split('.') {
        if is_slug(text) && slugs.len() < MOST && !slugs.iter().any(|known| known.as_str() == text)
        {
            slugs.push(OfferingId::new(text));
        }
    }
    slugs
}

/// The header that makes a browser keep these.
pub fn keeping(url: &PublicUrl, slugs: &[OfferingId]) -> Option<HeaderValue> {
    let slugs: Vec<&str> = slugs.iter().map(OfferingId::as_str).collect();
    let seconds = if slugs.is_empty() { 0 } else { KEPT };
    keep(url, COOKIE, &slugs.join("."), seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_slugs_are_read_each_once_and_not_too_many() {
        let mut headers = HeaderMap::new();
        let many: Vec<String> = (0..40).map(|n| format!("s-{n}")).collect();
        let text = format!(
            "{COOKIE}=siem.siem.../../etc.<script>.Siem.{}",
            many.join(".")
        );
        headers.insert("cookie", HeaderValue::from_str(&text).unwrap());
        let slugs = kept(&headers);
        assert_eq!(slugs.len(), MOST);
        assert_eq!(slugs[0].as_str(), "siem");
        assert!(slugs.iter().all(|slug| is_slug(slug.as_str())));
        assert_eq!(
            slugs.iter().filter(|slug| slug.as_str() == "siem").count(),
            1
        );
    }
}
