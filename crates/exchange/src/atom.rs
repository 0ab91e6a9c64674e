//! Atom feeds (RFC 4287), a page of a list each (RFC 5005).

use atom_syndication::{Category, Entry, Feed, Generator, Link, Person, Text};
use chrono::{DateTime, Utc};

/// A page of a feed.
#[derive(Clone, Debug)]
pub struct FeedPage {
    /// Names the feed for ever: a tag address.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it holds, in a sentence.
    pub subtitle: String,
    /// Who stands for it.
    pub author: String,
    /// The address of this page of the feed.
    pub own: String,
    /// The address of the list as a page.
    pub page: String,
    /// The addresses of other pages of the feed with their relation: `first`, `next`.
    pub others: Vec<(&'static str, String)>,
    /// When anything of the list changed last.
    pub updated: DateTime<Utc>,
    /// The entries.
    pub entries: Vec<FeedEntry>,
}

/// An entry of a feed.
#[derive(Clone, Debug)]
pub struct FeedEntry {
    /// Names the entry for ever: a tag address.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it says, without markup.
    pub summary: String,
    /// Where it can be read.
    pub address: String,
    /// Who says it.
    pub author: String,
    /// What it is about: word and label.
    pub category: Option<(String, String)>,
    /// When it appeared first.
    pub published: DateTime<Utc>,
    /// When it really changed last.
    pub updated: DateTime<Utc>,
}

/// The page as XML. Characters that XML does not know are left out.
pub fn atom(page: &FeedPage) -> String {
    let feed = Feed {
        title: Text::plain(clean(&page.title)),
        id: page.id.clone(),
        updated: page.updated.fixed_offset(),
        authors: vec![person(&page.author)],
        generator: Some(Generator {
            value: "Interlocal".to_owned(),
            ..Generator::default()
        }),
        links: std::iter::once(link("self", &page.own, "application/atom+xml"))
            .chain([link("alternate", &page.page, "text/html")])
            .chain(
                page.others
                    .iter()
                    .map(|(rel, to)| link(rel, to, "application/atom+xml")),
            )
            .collect(),
        subtitle: Some(Text::plain(clean(&page.subtitle))),
        entries: page.entries.iter().map(entry).collect(),
        ..Feed::default()
    };
    feed.to_string()
}

fn entry(entry: &FeedEntry) -> Entry {
    let category = entry.category.iter().map(|(term, label)| Category {
        term: clean(term),
        scheme: None,
        label: Some(clean(label)),
    });
    Entry {
        title: Text::plain(clean(&entry.title)),
        id: entry.id.clone(),
        updated: entry.updated.fixed_offset(),
        published: Some(entry.published.fixed_offset()),
        authors: vec![person(&entry.author)],
        categories: category.collect(),
        links: vec![link("alternate", &entry.address, "text/html")],
        summary: Some(Text::plain(clean(&entry.summary))),
        ..Entry::default()
    }
}

fn person(name: &str) -> Person {
    Person {
        name: clean(name),
        ..Person::default()
    }
}

fn link(rel: &str, to: &str, kind: &str) -> Link {
    Link {
        href: to.to_owned(),
        rel: rel.to_owned(),
        mime_type: Some(kind.to_owned()),
        ..Link::default()
    }
}

/// The text without what XML 1.0 does not know.
pub(crate) fn clean(text: &str) -> String {
    let known = |c: &char| {
        matches!(c, '\t' | '\n' | '\r') || (*c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'))
    };
    text.chars().filter(known).collect()
}

#[cfg(test)]
mod tests {
    use super::{FeedEntry, FeedPage, atom};
    use chrono::DateTime;

    #[test]
    fn text_stays_text_and_every_address_stands() {
        let at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let entry = FeedEntry {
            id: "tag:arden.example,2026:offering/a".to_owned(),
            title: "<b>A & B</b>\u{0}".to_owned(),
            summary: "x < y".to_owned(),
            address: "https://arden.example/offerings/a?x=1&y=2".to_owned(),
            author: "Arden".to_owned(),
            category: Some(("gis".to_owned(), "GIS".to_owned())),
            published: at,
            updated: at,
        };
        let page = FeedPage {
            id: "tag:arden.example,2026:list".to_owned(),
            title: "All".to_owned(),
            subtitle: "Everything".to_owned(),
            author: "Interlocal".to_owned(),
            own: "https://arden.example/search.atom".to_owned(),
            page: "https://arden.example/search".to_owned(),
            others: vec![(
                "next",
                "https://arden.example/search.atom?page=2".to_owned(),
            )],
            updated: at,
            entries: vec![entry.clone()],
        };
        let xml = atom(&page);
        let read: atom_syndication::Feed = xml.parse().unwrap();
        let first = &read.entries()[0];
        assert_eq!(first.title().as_str(), "<b>A & B</b>");
        assert_eq!(first.summary().unwrap().as_str(), "x < y");
        assert_eq!(first.links()[0].href(), entry.address);
        assert_eq!(first.updated().timestamp(), 1_800_000_000);
        let rels: Vec<&str> = read.links().iter().map(|link| link.rel()).collect();
        assert_eq!(rels, ["self", "alternate", "next"]);
        assert!(!xml.contains('\u{0}'));
    }
}
