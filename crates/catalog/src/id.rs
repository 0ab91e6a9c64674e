//! Identifiers as types, so that a place is never passed for an offering.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes the text as it is; the door that read it has checked its form.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    };
}

id! {
    /// A jurisdiction as a place, in the portal its key (`county-17031`).
    PlaceId
}
id! {
    /// An organization, in the portal its slug.
    OrganizationId
}
id! {
    /// An offering, in the portal its slug.
    OfferingId
}
id! {
    /// An offering or a program in which one takes part or signs.
    ProgramId
}
id! {
    /// A private contractor on a vehicle.
    SupplierId
}
id! {
    /// A category of the vocabulary, in the portal its slug.
    CategoryId
}

/// Whether the text is a slug: lower-case letters, digits and single hyphens,
/// 1 to 100 bytes, neither starting nor ending with a hyphen.
pub fn is_slug(text: &str) -> bool {
    let inner = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    (1..=100).contains(&text.len())
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(inner))
}

/// The slug that words make: letters without their accents, digits, single hyphens;
/// empty where no letter or digit is left.
pub fn slug_of(words: &str) -> String {
    let mut slug = String::new();
    for letter in words.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(letter) => slug.push(letter),
            None if ['\'', '’', '.'].contains(&letter) => {}
            None if slug.is_empty() || slug.ends_with('-') => {}
            None => slug.push('-'),
        }
    }
    slug.truncate(80);
    slug.trim_end_matches('-').to_owned()
}

/// A small letter without its accent, or a digit.
fn plain(letter: char) -> Option<char> {
    Some(match letter {
        'a'..='z' | '0'..='9' => letter,
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ē' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ī' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ō' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' => 'u',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{is_slug, slug_of};

    fn check(words: &str, expect: &str) {
        let slug = slug_of(words);
        assert_eq!(slug, expect);
        assert!(slug.is_empty() || is_slug(&slug), "{slug}");
    }

    #[test]
    fn a_name_makes_a_slug() {
        check("Cook County, Illinois", "cook-county-illinois");
        check("  Cañon City (CO) ", "canon-city-co");
        check("Prince George’s County", "prince-georges-county");
        check("St. Louis", "st-louis");
        check("“–”", "");
        check(&"ab ".repeat(60), &"ab-".repeat(27)[..80]);
    }
}
