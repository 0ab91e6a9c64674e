//! Every page that is read is taken along as files, or has a reason in words why not.

use super::{
    followed::THING,
    twins::{FILE, FORM, SECRETS, Twin, WORDS, parts, routes},
};
use std::collections::BTreeSet;

/// How a page is taken along.
enum Taken {
    /// As these lists, each a file of CSV and a workbook at the same address.
    As(&'static [&'static str]),
    /// Not at all, because of this.
    Not(&'static str),
}

const OTHERS: &str = "a page of ways to lists, each of which is taken along by itself";
const REPORT: &str = "the report of a file comes as CSV and JSON from where it is read";

/// Every page that is read, behind sign-in or not, with its files.
const FILES: &[(&str, Taken)] = &[
    ("/", Taken::Not(OTHERS)),
    ("/search", Taken::As(&["/search"])),
    ("/offerings/{slug}", Taken::Not(THING)),
    (
        "/offerings/{slug}/changes",
        Taken::Not("two editions side by side, one at a time"),
    ),
    (
        "/offerings/{slug}/lines",
        Taken::As(&["/offerings/{slug}/lines"]),
    ),
    ("/offerings/{slug}/checklist", Taken::Not(THING)),
    ("/offerings/{slug}/report", Taken::Not(FORM)),
    ("/templates", Taken::As(&["/templates"])),
    ("/templates/{slug}", Taken::Not(THING)),
    ("/templates/{slug}/text", Taken::Not(FILE)),
    ("/compare", Taken::As(&["/compare"])),
    ("/documents/{id}/{name}", Taken::Not(FILE)),
    ("/jurisdictions", Taken::As(&["/jurisdictions"])),
    (
        "/jurisdictions/{key}",
        Taken::As(&["/jurisdictions/{key}/answers"]),
    ),
    ("/match", Taken::As(&["/match"])),
    (
        "/states/{postal}",
        Taken::As(&["/states/{postal}/answers", "/search"]),
    ),
    (
        "/organizations/{slug}",
        Taken::As(&[
            "/organizations/{slug}/statements",
            "/organizations/{slug}/questions",
            "/search",
        ]),
    ),
    ("/categories", Taken::As(&["/categories"])),
    (
        "/categories/{slug}",
        Taken::As(&["/categories/{slug}/statements", "/search"]),
    ),
    ("/ask", Taken::Not(FORM)),
    ("/about", Taken::Not(WORDS)),
    ("/accessibility", Taken::Not(WORDS)),
    ("/privacy", Taken::Not(WORDS)),
    ("/api", Taken::Not(WORDS)),
    ("/data", Taken::Not("a page of files already")),
    ("/data/{name}", Taken::Not(FILE)),
    ("/extensions/interlocal-access/{name}", Taken::Not(FILE)),
    ("/sitemaps/{kind}/{file}", Taken::Not(FILE)),
    (
        "/account",
        Taken::Not("all that an account holds is taken along at /account/data"),
    ),
    ("/account/data", Taken::Not(FILE)),
    (
        "/account/tokens",
        Taken::Not("all that an account holds is taken along at /account/data"),
    ),
    ("/account/close", Taken::Not(FORM)),
    ("/join", Taken::Not(FORM)),
    ("/shortlist", Taken::As(&["/shortlist"])),
    ("/workspaces/{id}", Taken::As(&["/workspaces/{id}/options"])),
    (
        "/workspaces/shared/{secret}",
        Taken::As(&["/workspaces/shared/{secret}/options"]),
    ),
    ("/memos", Taken::As(&["/memos"])),
    ("/memos/new", Taken::Not(FORM)),
    ("/memos/{id}", Taken::Not(THING)),
    ("/memos/shared/{secret}", Taken::Not(THING)),
    (
        "/memos/shared/{secret}/attachments/{place}",
        Taken::Not(FILE),
    ),
    ("/memos/{id}/edit", Taken::Not(FORM)),
    ("/memos/{id}/attachments/{place}", Taken::Not(FILE)),
    ("/memos/{id}/freeze", Taken::Not(FORM)),
    ("/memos/verify", Taken::Not(FORM)),
    ("/desk", Taken::As(&["/desk"])),
    (
        "/desk/{body}",
        Taken::As(&["/desk/{body}/listings", "/desk/{body}/broken-links"]),
    ),
    ("/desk/{body}/new", Taken::Not(FORM)),
    ("/desk/{body}/offerings/{slug}", Taken::Not(THING)),
    (
        "/desk/{body}/offerings/{slug}/edit/{step}",
        Taken::Not(FORM),
    ),
    ("/desk/{body}/offerings/{slug}/reach", Taken::Not(THING)),
    ("/desk/{body}/offerings/{slug}/preview", Taken::Not(THING)),
    ("/desk/{body}/offerings/{slug}/review", Taken::Not(THING)),
    ("/desk/{body}/offerings/{slug}/withdraw", Taken::Not(FORM)),
    (
        "/desk/{body}/import",
        Taken::As(&["/desk/{body}/import", "/desk/{body}/imports"]),
    ),
    ("/desk/{body}/import/{id}", Taken::Not(REPORT)),
    ("/desk/{body}/import/{id}/columns", Taken::Not(FORM)),
    (
        "/desk/{body}/proposals",
        Taken::As(&["/desk/{body}/proposals"]),
    ),
    ("/desk/{body}/listed", Taken::As(&["/desk/{body}/listed"])),
    ("/desk/{body}/stale", Taken::As(&["/desk/{body}/stale"])),
    (
        "/desk/{body}/statements",
        Taken::As(&["/desk/{body}/statements"]),
    ),
    (
        "/desk/{body}/questions",
        Taken::As(&["/desk/{body}/questions"]),
    ),
    ("/desk/{body}/questions/{id}", Taken::Not(THING)),
    ("/desk/{body}/reports", Taken::As(&["/desk/{body}/reports"])),
    ("/desk/{body}/reports/{id}", Taken::Not(THING)),
    (
        "/desk/{body}/participations",
        Taken::As(&["/desk/{body}/participations", "/desk/{body}/adoptions"]),
    ),
    ("/desk/{body}/members", Taken::As(&["/desk/{body}/members"])),
    ("/desk/{body}/domains", Taken::As(&["/desk/{body}/domains"])),
    (
        "/desk/{body}/webhooks",
        Taken::As(&["/desk/{body}/webhooks"]),
    ),
    (
        "/desk/{body}/webhooks/{id}",
        Taken::As(&["/desk/{body}/webhooks/{id}/deliveries"]),
    ),
    ("/desk/{body}/log", Taken::As(&["/desk/{body}/log"])),
    ("/steward", Taken::Not(OTHERS)),
    ("/steward/requests", Taken::As(&["/steward/requests"])),
    ("/steward/bodies", Taken::As(&["/steward/bodies"])),
    ("/steward/bodies/new", Taken::Not(FORM)),
    ("/steward/bodies/{slug}", Taken::Not(FORM)),
    ("/steward/merge-bodies", Taken::Not(FORM)),
    ("/steward/merge-offerings", Taken::Not(FORM)),
    ("/steward/people", Taken::As(&["/steward/people"])),
    ("/steward/audit", Taken::As(&["/steward/audit"])),
    (
        "/steward/imports",
        Taken::As(&["/steward/imports", "/steward/past-imports"]),
    ),
    ("/steward/imports/{id}", Taken::Not(REPORT)),
    ("/steward/mail", Taken::As(&["/steward/mail"])),
    ("/steward/jobs", Taken::As(&["/steward/jobs"])),
    ("/steward/webhooks", Taken::As(&["/steward/webhooks"])),
    (
        "/steward/webhooks/{id}",
        Taken::As(&["/steward/webhooks/{id}/deliveries"]),
    ),
    (
        "/steward/announcements",
        Taken::As(&["/steward/announcements"]),
    ),
    (
        "/steward/consider-rules",
        Taken::As(&["/steward/consider-rules"]),
    ),
];

#[test]
fn every_list_is_taken_along_as_files_or_has_a_reason_why_not() {
    let mut pages: BTreeSet<String> = BTreeSet::from(["/desk".to_owned()]);
    for (before, rows) in parts() {
        for (verb, path, twin) in rows {
            let is_secret = matches!(twin, Twin::None(why) if *why == SECRETS);
            if *verb == "get" && !is_secret {
                pages.insert(format!("{before}{path}"));
            }
        }
    }
    let listed: BTreeSet<String> = FILES.iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(listed.len(), FILES.len(), "each page has one row");
    assert_eq!(pages, listed);
    let files: BTreeSet<String> =
        routes(&["crates/web/src/routes.rs", "crates/web/src/routes/lists.rs"])
            .into_iter()
            .map(|(_, path)| path)
            .collect();
    let with_ending = |ending: &str| -> BTreeSet<String> {
        let all = files.iter().filter_map(|path| path.strip_suffix(ending));
        all.map(str::to_owned).collect()
    };
    let mut named = BTreeSet::new();
    for (page, taken) in FILES {
        match taken {
            Taken::As(lists) => named.extend(lists.iter().map(|list| (*list).to_owned())),
            Taken::Not(why) => assert!(why.len() > 20, "{page}: a reason in words: {why}"),
        }
    }
    assert_eq!(named, with_ending(".xlsx"));
    let csv: BTreeSet<String> = with_ending(".csv").intersection(&named).cloned().collect();
    assert_eq!(named, csv, "each list is CSV too");
}
