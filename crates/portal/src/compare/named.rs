//! An edition as an address names it.

use interlocal_catalog::OfferingId;
use std::{fmt, str::FromStr};

/// Editions side by side at most.
pub const MOST: usize = 4;

/// An offering, and which of its editions; without a number the one that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The slug of the offering.
    pub slug: OfferingId,
    /// The number of a frozen edition.
    pub edition: Option<i32>,
}

/// The text names no edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoName;

impl FromStr for Named {
    type Err = NoName;

    /// `a-slug`, or `a-slug@2`.
    fn from_str(text: &str) -> Result<Self, NoName> {
        let (slug, edition) = match text.split_once('@') {
            Some((slug, number)) => (slug, Some(number.parse().map_err(|_| NoName)?)),
            None => (text, None),
        };
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let fits = !slug.is_empty() && slug.len() <= 200 && slug.chars().all(plain);
        if !fits || edition.is_some_and(|number: i32| number < 1) {
            return Err(NoName);
        }
        Ok(Self {
            slug: OfferingId::new(slug),
            edition,
        })
    }
}

impl fmt::Display for Named {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.edition {
            Some(number) => write!(out, "{}@{number}", self.slug),
            None => write!(out, "{}", self.slug),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_is_named_by_its_slug_and_number_and_nothing_else() {
        for text in ["buyboard", "a-1@3"] {
            let named: Named = text.parse().unwrap();
            assert_eq!(named.to_string(), text);
        }
        for text in ["", "A", "a@", "a@0", "a@x", "a b", "a.b", "../a", "a@1@2"] {
            assert_eq!(text.parse::<Named>(), Err(NoName), "{text}");
        }
    }
}
