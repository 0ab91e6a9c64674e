//! Every page that anybody may read has its feeds, or a reason in words why not.

use super::twins::{BROWSER, DECIDING, FILE, FORM, OPEN, WORDS, routes};
use std::collections::BTreeSet;

/// How a list that everybody reads is followed.
enum Followed {
    /// By these feeds.
    By(&'static [&'static str]),
    /// By none, because of this.
    No(&'static str),
}

const ANSWER: &str = "an answer to what its reader typed, not a list that grows";
pub const THING: &str = "one thing and no list; the lists in which it stands have feeds";
const LINK: &str = "for whoever has its secret link, and feed readers tell addresses on";

/// Every page that anybody may read, with the feeds of its lists.
const FEEDS: &[(&str, Followed)] = &[
    (
        "/",
        Followed::No("it shows the newest of lists that have feeds"),
    ),
    ("/search", Followed::By(&["/search.atom"])),
    (
        "/offerings/{slug}",
        Followed::By(&["/offerings/{slug}/changes.atom"]),
    ),
    (
        "/offerings/{slug}/changes",
        Followed::By(&["/offerings/{slug}/changes.atom"]),
    ),
    (
        "/offerings/{slug}/lines",
        Followed::By(&["/offerings/{slug}/changes.atom"]),
    ),
    ("/offerings/{slug}/checklist", Followed::No(THING)),
    ("/offerings/{slug}/report", Followed::No(FORM)),
    ("/templates", Followed::By(&["/templates.atom"])),
    ("/templates/{slug}", Followed::No(THING)),
    ("/templates/{slug}/text", Followed::No(FILE)),
    ("/compare", Followed::No(ANSWER)),
    ("/documents/{id}/{name}", Followed::No(FILE)),
    ("/jurisdictions", Followed::By(&["/jurisdictions.atom"])),
    (
        "/jurisdictions/{key}",
        Followed::By(&["/jurisdictions/{key}/answers.atom"]),
    ),
    ("/match", Followed::By(&["/match.atom"])),
    (
        "/states/{postal}",
        Followed::By(&["/states/{postal}/answers.atom", "/search.atom"]),
    ),
    (
        "/organizations/{slug}",
        Followed::By(&["/organizations/{slug}/statements.atom", "/search.atom"]),
    ),
    ("/categories", Followed::By(&["/categories.atom"])),
    (
        "/categories/{slug}",
        Followed::By(&["/categories/{slug}/statements.atom", "/search.atom"]),
    ),
    ("/ask", Followed::No(FORM)),
    ("/about", Followed::No(WORDS)),
    ("/accessibility", Followed::No(WORDS)),
    ("/privacy", Followed::No(WORDS)),
    ("/api", Followed::No(WORDS)),
    (
        "/data",
        Followed::No("files of the whole catalog, written each night; /data.json dates them"),
    ),
    ("/data/{name}", Followed::No(FILE)),
    ("/extensions/interlocal-access/{name}", Followed::No(FILE)),
    ("/sitemaps/{kind}/{file}", Followed::No(FILE)),
    ("/shortlist", Followed::No(BROWSER)),
    ("/workspaces/shared/{secret}", Followed::No(LINK)),
    ("/memos/shared/{secret}", Followed::No(LINK)),
    (
        "/memos/shared/{secret}/attachments/{place}",
        Followed::No(LINK),
    ),
    ("/memos/verify", Followed::No(FORM)),
];

#[test]
fn every_list_that_everybody_reads_has_a_feed_or_a_reason_why_not() {
    let weighed = DECIDING.iter().filter(|(_, path, _)| {
        ["shared", "verify", "shortlist"]
            .iter()
            .any(|word| path.contains(word))
    });
    let pages: BTreeSet<&str> = OPEN
        .iter()
        .chain(weighed)
        .filter(|(verb, ..)| *verb == "get")
        .map(|(_, path, _)| *path)
        .collect();
    let listed: BTreeSet<&str> = FEEDS.iter().map(|(path, _)| *path).collect();
    assert_eq!(listed.len(), FEEDS.len(), "each page has one row");
    assert_eq!(pages, listed);
    let feeds: BTreeSet<String> = routes(&["crates/web/src/routes/lists.rs"])
        .into_iter()
        .map(|(_, path)| path)
        .filter(|path| path.ends_with(".atom"))
        .collect();
    let mut named = BTreeSet::new();
    for (page, followed) in FEEDS {
        match followed {
            Followed::By(own) => named.extend(own.iter().map(|feed| (*feed).to_owned())),
            Followed::No(why) => assert!(why.len() > 20, "{page}: a reason in words: {why}"),
        }
    }
    assert_eq!(named, feeds);
}
