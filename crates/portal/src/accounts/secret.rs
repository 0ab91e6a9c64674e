//! Secrets that are handed out once and kept as a hash alone.

use crate::Error;
use sha2::{Digest, Sha256};
use std::fmt;

/// A random secret of 256 bits, as text for an address or a cookie.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Draws a new one.
    pub fn draw() -> Result<Self, Error> {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes).map_err(|e| Error::Internal(format!("no randomness: {e}")))?;
        Ok(Self(hex(&bytes)))
    }

    /// The secret that somebody shows; whether it is one is found by its hash.
    pub fn shown(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The text to hand out.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The hash to keep, in hex.
    pub fn hash(&self) -> String {
        hex(&Sha256::digest(self.0.as_bytes()))
    }

    /// Another secret made from this one for a purpose, which does not tell this one.
    pub fn derived(&self, purpose: &str) -> String {
        hex(&Sha256::digest(format!("{purpose}:{}", self.0).as_bytes()))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn no_two_are_alike_and_none_shows_itself() {
        let (one, other) = (Secret::draw().unwrap(), Secret::draw().unwrap());
        assert_ne!(one, other);
        assert_eq!(one.expose().len(), 64);
        assert_eq!(format!("{one:?}"), "Secret(…)");
        assert_eq!(Secret::shown(one.expose()).hash(), one.hash());
        assert_ne!(one.derived("form"), one.hash());
    }
}
