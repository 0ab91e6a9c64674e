//! Where a request comes from: the machine, the browser, the cookies of a sign-in.

use crate::{
    App,
    signed_in::{cookie, session_cookie, way_cookie},
};
use axum::{
    extract::ConnectInfo,
    http::{HeaderMap, header, request::Parts},
};
use interlocal_portal::accounts::secret::Secret;
use std::net::SocketAddr;

/// Where a request comes from.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The address of the machine; empty when it is not known.
    pub from: String,
    /// What the browser calls itself, shortened to what people know.
    pub browser: String,
    /// The secret of a session, whether there is one or not.
    pub shown: Option<Secret>,
    /// What a browser brings back from a provider; may be empty.
    pub way: String,
}

impl Origin {
    /// From the head of a request.
    pub fn of(app: &App, parts: &Parts) -> Self {
        let url = app.portal.public_url();
        let headers = &parts.headers;
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map(|peer| peer.0.ip().to_string());
        let told = app
            .portal
            .is_behind_proxy()
            .then(|| last_hop(headers))
            .flatten();
        let agent = headers.get(header::USER_AGENT);
        let agent = agent
            .and_then(|agent| agent.to_str().ok())
            .unwrap_or_default();
        Self {
            from: told.or(peer).unwrap_or_default(),
            browser: in_words(agent),
            shown: cookie(headers, session_cookie(url)).map(Secret::shown),
            way: cookie(headers, way_cookie(url))
                .unwrap_or_default()
                .to_owned(),
        }
    }
}

/// The address that the proxy in front added: the last one, for whatever stands
/// before it anybody can write.
fn last_hop(headers: &HeaderMap) -> Option<String> {
    let values = headers.get_all("x-forwarded-for");
    let last = values.iter().next_back()?.to_str().ok()?;
    let address = last.rsplit(',').next()?.trim();
    address
        .parse::<std::net::IpAddr>()
        .ok()
        .map(|ip| ip.to_string())
}

/// A browser and its system in words: `Firefox on Linux`.
fn in_words(agent: &str) -> String {
    let first = |known: &[(&'static str, &'static str)]| {
        known
            .iter()
            .find(|(sign, _)| agent.contains(sign))
            .map(|(_, words)| *words)
    };
    let browser = first(&[
        ("Edg", "Edge"),
        ("OPR", "Opera"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ]);
    let system = first(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        (Some(browser), None) => browser.to_owned(),
        _ => agent.chars().take(60).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{in_words, last_hop};
    use axum::http::{HeaderMap, HeaderValue};

    #[test]
    fn a_browser_is_told_in_words() {
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        assert_eq!(in_words(firefox), "Firefox on Linux");
        assert_eq!(in_words("curl/8.5.0"), "curl/8.5.0");
        assert_eq!(in_words(""), "");
    }

    #[test]
    fn what_a_client_writes_before_the_proxy_does_not_count() {
        let mut headers = HeaderMap::new();
        let value = HeaderValue::from_static("10.0.0.1, 192.0.2.7");
        headers.append("x-forwarded-for", value);
        assert_eq!(last_hop(&headers).as_deref(), Some("192.0.2.7"));
        headers.append("x-forwarded-for", HeaderValue::from_static("nonsense"));
        assert_eq!(last_hop(&headers), None);
    }
}
