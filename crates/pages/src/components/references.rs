//! Names that lead to another page: bodies, categories, places, sources.

use crate::{href, words::written};
use chrono::NaiveDate;
use interlocal_catalog::jurisdiction::JurisdictionKey;
use maud::{Markup, Render, html};

/// A body with its page and its own website.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BodyRef {
    /// Its slug, or the key of a government that is no body of the directory.
    pub slug: String,
    /// Its full name.
    pub name: String,
    /// Its own website.
    pub website: Option<String>,
}

/// A category with its page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CategoryRef {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// A jurisdiction with its page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceRef {
    /// Its key: `county-17031`.
    pub key: String,
    /// Its name.
    pub name: String,
}

/// Where a fact was read, and when it was checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceRef {
    /// The source as an address or in words; empty when nothing is recorded.
    pub words: String,
    /// The day on which it was checked.
    pub checked_on: NaiveDate,
}

impl Render for BodyRef {
    fn render(&self) -> Markup {
        let address = match self.slug.parse::<JurisdictionKey>() {
            Ok(_) => href::jurisdiction(&self.slug),
            Err(_) => href::organization(&self.slug),
        };
        html! { a href=(address) { (self.name) } }
    }
}

impl Render for PlaceRef {
    fn render(&self) -> Markup {
        html! { a href=(href::jurisdiction(&self.key)) { (self.name) } }
    }
}

impl Render for SourceRef {
    fn render(&self) -> Markup {
        html! {
            span class="il-source" {
                @match (href::outside(&self.words), self.words.trim()) {
                    (Some(address), _) => {
                        "Source: " a href=(address) rel="external" { (host(address)) }
                        ", checked " (written(self.checked_on))
                    }
                    (None, "") => { "No public source recorded" }
                    (None, words) => { "Source: " (words) ", checked " (written(self.checked_on)) }
                }
            }
        }
    }
}

/// A link that leaves the portal and says where it leads.
pub(crate) fn outside_link(address: &str, words: &str) -> Markup {
    html! {
        @match href::outside(address) {
            Some(address) => a href=(address) rel="external" { (words) " (" (host(address)) ")" },
            None => (words),
        }
    }
}

/// The host of an address, without `www.`.
pub(crate) fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(words: &str) -> String {
        let checked_on = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        SourceRef {
            words: words.to_owned(),
            checked_on,
        }
        .render()
        .into_string()
    }

    #[test]
    fn a_source_is_linked_only_when_it_is_a_web_address() {
        assert!(source("https://www.arden.example/it").contains(">arden.example</a>"));
        assert!(!source("javascript:alert(1)").contains("href"));
        assert!(source("  ").contains("No public source recorded"));
    }

    #[test]
    fn what_a_source_says_is_escaped() {
        assert!(source("<script>x</script>").contains("&lt;script&gt;"));
    }
}
