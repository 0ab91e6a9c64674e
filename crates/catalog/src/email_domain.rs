//! Domains of e-mail addresses. Two are the same only when every label is: an
//! address under `mail.arden.example` is not one under `arden.example`.

use std::{fmt, str::FromStr};

/// Hosts that give an address to anybody: belonging to one proves nothing.
const OPEN_TO_ANYBODY: [&str; 58] = [
    "126.com",
    "163.com",
    "aim.com",
    "aol.com",
    "att.net",
    "bellsouth.net",
    "centurylink.net",
    "centurytel.net",
    "charter.net",
    "comcast.net",
    "cox.net",
    "duck.com",
    "earthlink.net",
    "email.com",
    "embarqmail.com",
    "fastmail.com",
    "frontier.com",
    "frontiernet.net",
    "gmail.com",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hey.com",
    "hotmail.com",
    "icloud.com",
    "inbox.com",
    "juno.com",
    "live.com",
    "mac.com",
    "mail.com",
    "mail.ru",
    "me.com",
    "msn.com",
    "netscape.net",
    "netzero.net",
    "optonline.net",
    "outlook.com",
    "pm.me",
    "proton.me",
    "protonmail.com",
    "q.com",
    "qq.com",
    "rocketmail.com",
    "roadrunner.com",
    "rr.com",
    "sbcglobal.net",
    "spectrum.net",
    "suddenlink.net",
    "tds.net",
    "tuta.com",
    "tutanota.com",
    "verizon.net",
    "windstream.net",
    "yahoo.com",
    "yandex.com",
    "ymail.com",
    "zoho.com",
];

/// A domain in lower case: `arden.example`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EmailDomain(String);

/// Why a text is no domain that a body can be known by.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DomainError {
    /// It is not written as a domain is.
    #[error("“{0}” is no domain; write it as in arden.gov, without @ and without https://")]
    Form(String),
    /// Anybody can have an address there.
    #[error("anybody can have an address at {0}, so it says nothing about a body")]
    OpenToAnybody(String),
}

impl EmailDomain {
    /// The domain as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The domain of an address; none where it has none.
    pub fn of_address(address: &str) -> Option<Self> {
        let (_, domain) = address.rsplit_once('@')?;
        domain.parse().ok()
    }

    /// Errs where anybody can have an address there.
    pub fn is_of_one_body(&self) -> Result<(), DomainError> {
        if OPEN_TO_ANYBODY.contains(&self.0.as_str()) {
            Err(DomainError::OpenToAnybody(self.0.clone()))
        } else {
            Ok(())
        }
    }
}

impl FromStr for EmailDomain {
    type Err = DomainError;

    fn from_str(text: &str) -> Result<Self, DomainError> {
        let domain = text.trim().trim_end_matches('.').to_ascii_lowercase();
        let label = |label: &str| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        let named = domain
            .rsplit('.')
            .next()
            .is_some_and(|top| top.bytes().any(|b| b.is_ascii_lowercase()));
        if domain.len() <= 253 && domain.contains('.') && named && domain.split('.').all(label) {
            Ok(Self(domain))
        } else {
            Err(DomainError::Form(text.trim().chars().take(80).collect()))
        }
    }
}

impl fmt::Display for EmailDomain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::EmailDomain;

    fn check(text: &str, expect: Option<&str>) {
        let domain = text.parse::<EmailDomain>().ok();
        assert_eq!(domain.as_ref().map(EmailDomain::as_str), expect, "{text}");
    }

    #[test]
    fn a_domain_is_read_without_regard_to_case() {
        check(" Arden.GOV ", Some("arden.gov"));
        check("mail.arden.gov.", Some("mail.arden.gov"));
        for text in [
            "gov",
            "",
            "a@arden.gov",
            "https://arden.gov",
            "arden..gov",
            "-a.gov",
            "127.0.0.1",
            "ärden.gov",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn the_domain_of_an_address_is_all_behind_the_last_at() {
        let of = |text| EmailDomain::of_address(text).map(|domain| domain.to_string());
        assert_eq!(of("Ada@Arden.gov"), Some("arden.gov".to_owned()));
        assert_eq!(
            of("\"a@gmail.com\"@arden.gov"),
            Some("arden.gov".to_owned())
        );
        assert_eq!(of("arden.gov"), None);
    }

    #[test]
    fn a_host_that_gives_anybody_an_address_says_nothing() {
        let free: EmailDomain = "GMail.com".parse().unwrap();
        assert!(free.is_of_one_body().is_err());
        let own: EmailDomain = "gmail.com.arden.gov".parse().unwrap();
        assert!(own.is_of_one_body().is_ok());
    }
}
