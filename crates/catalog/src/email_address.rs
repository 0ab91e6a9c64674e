//! Addresses that somebody leaves to be told. Whether one exists is not known here;
//! it must be one address alone, so that no line of a letter's head is added.

use std::{fmt, str::FromStr};

/// Bytes of the longest address (RFC 5321, section 4.5.3.1.3).
const LONGEST: usize = 254;

/// One address in lower case: `ada@arden.example`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

/// A text that is no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write one e-mail address, such as name@county.gov")]
pub struct NoEmailAddress;

impl EmailAddress {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for EmailAddress {
    type Err = NoEmailAddress;

    fn from_str(text: &str) -> Result<Self, NoEmailAddress> {
        let (local, domain) = text.split_once('@').ok_or(NoEmailAddress)?;
        let in_local = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&b);
        let label = |label: &str| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let fits = text.len() <= LONGEST
            && (1..=64).contains(&local.len())
            && local.bytes().all(in_local)
            && local.split('.').all(|part| !part.is_empty())
            && domain.contains('.')
            && domain.split('.').all(label);
        if fits {
            Ok(Self(text.to_ascii_lowercase()))
        } else {
            Err(NoEmailAddress)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::EmailAddress;

    fn check(text: &str, expect: Option<&str>) {
        let found = text.parse::<EmailAddress>().ok();
        assert_eq!(found.as_ref().map(EmailAddress::as_str), expect, "{text:?}");
    }

    #[test]
    fn one_address_alone_is_taken() {
        check(
            "Ada.Lovelace+it@Arden.example",
            Some("ada.lovelace+it@arden.example"),
        );
        check("ada@arden", None);
        check("ada", None);
        check("@arden.example", None);
        check("ada@arden.example, eve@evil.example", None);
        check("ada@arden.example\r\nBcc: eve@evil.example", None);
        check("ada@arden.example\n", None);
        check("ada b@arden.example", None);
        check("Ada <ada@arden.example>", None);
        check("ada@-arden.example", None);
        check("a..b@arden.example", None);
        check(&format!("{}@arden.example", "a".repeat(65)), None);
    }
}
