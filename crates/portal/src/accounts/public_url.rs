//! The address under which people reach the portal.

use std::{fmt, str::FromStr};

/// Scheme, host and port, without a path: `https://interlocal.example`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    origin: String,
    safety: Safety,
}

/// How far a cookie may be trusted under an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// https: cookies are `Secure` and bound to the host.
    Encrypted,
    /// http on this machine alone.
    Loopback,
    /// http over a network: nobody may sign in.
    Open,
}

impl PublicUrl {
    /// The address without a slash at its end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Host and port, as a `Host` header names them.
    pub fn host(&self) -> &str {
        self.origin.split_once("://").map_or("", |(_, host)| host)
    }

    /// How far a cookie may be trusted.
    pub fn safety(&self) -> Safety {
        self.safety
    }

    /// The whole address of a path inside the portal.
    pub fn of(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

impl Default for PublicUrl {
    fn default() -> Self {
        Self {
            origin: "http://127.0.0.1:8080".to_owned(),
            safety: Safety::Loopback,
        }
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.origin)
    }
}

impl FromStr for PublicUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let origin = text.trim().trim_end_matches('/').to_ascii_lowercase();
        let (scheme, host) = origin
            .split_once("://")
            .ok_or("begins neither with https:// nor with http://")?;
        let plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
        if host.is_empty() || !host.chars().all(plain) {
            return Err("has a host and a port at most, and no path".to_owned());
        }
        let safety = match scheme {
            "https" => Safety::Encrypted,
            "http" if is_loopback(host) => Safety::Loopback,
            "http" => Safety::Open,
            _ => return Err("begins neither with https:// nor with http://".to_owned()),
        };
        Ok(Self { origin, safety })
    }
}

fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(rest),
        None => host.split(':').next().unwrap_or(host),
    };
    name == "localhost"
        || name
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::{PublicUrl, Safety};

    fn check(text: &str, expect: Option<(&str, Safety)>) {
        let url = text.parse::<PublicUrl>().ok();
        let found = url.as_ref().map(|url| (url.origin(), url.safety()));
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn cookies_are_trusted_over_https_and_on_this_machine_alone() {
        let secure = Some(("https://portal.example", Safety::Encrypted));
        check("https://Portal.example/", secure);
        let here = Some(("http://127.0.0.1:8080", Safety::Loopback));
        check("http://127.0.0.1:8080", here);
        check(
            "http://[::1]:80",
            Some(("http://[::1]:80", Safety::Loopback)),
        );
        check(
            "http://localhost",
            Some(("http://localhost", Safety::Loopback)),
        );
        let open = Some(("http://localhost.evil.example", Safety::Open));
        check("http://localhost.evil.example", open);
        check("ftp://portal.example", None);
        check("https://portal.example/path", None);
        check("https://user@portal.example", None);
        check("portal.example", None);
    }
}
