//! A letter, whose head no text of a user can add a line to.

use std::{fmt, str::FromStr};

/// An address that mail can go to, in lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address(String);

impl Address {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands behind the @.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Address {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let small = text.trim().to_lowercase();
        let whole = small.split_once('@').is_some_and(|(name, domain)| {
            !name.is_empty() && domain.contains('.') && !domain.starts_with('.')
        });
        let odd = |c: char| c.is_whitespace() || "\"(),:;<>[\\]".contains(c);
        if !whole || small.len() > 254 || !is_plain(&small) || small.contains(odd) {
            return Err(format!("“{}” is no e-mail address", text.trim()));
        }
        small
            .parse::<lettre::Address>()
            .map_err(|_| format!("“{}” is no e-mail address", text.trim()))?;
        Ok(Self(small))
    }
}

/// Whether a text holds nothing that could begin a line of its own.
pub fn is_plain(text: &str) -> bool {
    !text
        .chars()
        .any(|c| c.is_control() || "\u{2028}\u{2029}".contains(c))
}

/// What is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Names it for ever, so that whoever gets it twice can tell.
    pub id: String,
    /// To whom.
    pub to: Address,
    /// What about.
    pub subject: String,
    /// What it says, in plain text.
    pub body: String,
}

#[cfg(test)]
mod tests {
    use super::Address;

    fn check(text: &str, expect: Option<&str>) {
        let address = text.parse::<Address>().ok();
        assert_eq!(address.as_ref().map(Address::as_str), expect, "{text:?}");
    }

    #[test]
    fn an_address_is_one_address_and_nothing_else() {
        check(" Ada@Arden.Example ", Some("ada@arden.example"));
        for text in [
            "",
            "ada",
            "ada@localhost",
            "@arden.example",
            "ada@arden.example\r\nBcc: all@arden.example",
            "ada@arden.example, bo@arden.example",
            "Ada <ada@arden.example>",
            "ada@arden.example\u{2028}x",
            "ada@.example",
            "\"ada buyer\"@arden.example",
            "ada@arden.example@all.example",
        ] {
            check(text, None);
        }
    }
}
