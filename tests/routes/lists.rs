//! Lists that are taken along: tables, feeds, calendars, sitemaps.

use super::{
    asking::{Site, page, words},
    desk_review::{at, decide, leads_to, person, save, site, submit, version, written},
};
use calamine::{Data, Reader};
use http::{Method, StatusCode, header};
use interlocal_catalog::policy::Role;
use interlocal_testkit::people::Somebody;

fn text(path: &str) -> String {
    let answer = super::asking::get(path);
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
    answer.text()
}

fn rows(csv: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.records().collect::<Result<_, _>>().unwrap()
}

fn publish(site: &Site, editor: &Somebody, approver: &Somebody, slug: &str) {
    submit(site, editor, slug);
    leads_to(&decide(site, approver, slug, "approve", ""));
}

#[test]
fn a_list_as_csv_has_every_row_of_it_and_not_one_page() {
    let all = super::asking::json("/api/v1/offerings?limit=1");
    let total = all["total"].as_u64().unwrap() as usize;
    assert!(total > 100);
    let whole = rows(&text("/search.csv"));
    assert_eq!(whole.len(), total);
    let narrowed = super::asking::json("/api/v1/offerings?category=cybersecurity&limit=1");
    let narrowed = narrowed["total"].as_u64().unwrap() as usize;
    let some = rows(&text("/search.csv?category=cybersecurity&page=2"));
    assert_eq!(some.len(), narrowed);
    assert!(
        some.iter()
            .all(|row| &row[17] == "unsourced" || !row[18].is_empty()),
        "each has a source"
    );
    assert!(
        some.iter().all(|row| row[8].is_empty()),
        "nobody was chosen"
    );
    let ours = rows(&text("/search.csv?category=cybersecurity&for=county-17031"));
    assert!(
        ours.iter().all(|row| !row[8].is_empty()),
        "each has a verdict"
    );
}

#[test]
fn a_list_as_a_workbook_says_the_same_with_types_and_sources() {
    let csv = rows(&text("/search.csv?category=cybersecurity"));
    let answer = super::asking::get("/search.xlsx?category=cybersecurity");
    assert_eq!(answer.status, StatusCode::OK);
    let file = std::io::Cursor::new(answer.bytes);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(file).unwrap();
    assert_eq!(book.sheet_names(), ["Offerings", "Sources"]);
    let sheet = book.worksheet_range("Offerings").unwrap();
    let cells: Vec<&[Data]> = sheet.rows().skip(1).collect();
    assert_eq!(cells.len(), csv.len());
    for (row, line) in cells.iter().zip(&csv) {
        assert_eq!(row[1].to_string(), line[1]);
        assert!(matches!(row[19], Data::DateTime(_)), "{:?}", row[19]);
        assert!(matches!(row[20], Data::Float(_)), "{:?}", row[20]);
    }
    let sources = book.worksheet_range("Sources").unwrap();
    let words: Vec<String> = sources.rows().map(|row| row[1].to_string()).collect();
    assert!(
        words.iter().any(|word| word.contains("Cybersecurity")),
        "{words:?}"
    );
}

#[test]
fn the_files_of_a_list_stand_on_its_page() {
    let html = page("/search?q=backup&page=2&for=county-17031");
    for link in [
        "/search.csv?q=backup&amp;for=county-17031",
        "/search.xlsx?q=backup&amp;for=county-17031",
        "/search.atom?q=backup&amp;for=county-17031",
    ] {
        assert!(html.contains(&format!("href=\"{link}\"")), "{link}");
    }
    assert!(html.contains("rel=\"alternate\" type=\"application/atom+xml\""));
    let html = page("/states/il");
    assert!(html.contains("href=\"/search.csv?state=IL\""));
}

#[test]
fn a_feed_is_paged_and_told_to_who_has_it_already() {
    let answer = super::asking::get("/search.atom?category=cybersecurity&limit=5&page=2");
    assert_eq!(answer.status, StatusCode::OK);
    let feed: atom_syndication::Feed = answer.text().parse().unwrap();
    assert_eq!(feed.entries().len(), 5);
    let rel = |name: &str| feed.links().iter().any(|link| link.rel() == name);
    for name in ["self", "alternate", "first", "last", "previous", "next"] {
        assert!(rel(name), "{name}");
    }
    for entry in feed.entries() {
        assert!(entry.id().starts_with("tag:"), "{}", entry.id());
        assert!(*entry.updated() <= *feed.updated());
    }
    let tag = answer.header(header::ETAG).to_owned();
    let again = super::asking::STARTER.ask(
        Method::GET,
        "/search.atom?category=cybersecurity&limit=5&page=2",
        &[("if-none-match", &tag)],
    );
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert!(again.bytes.is_empty());
}

#[test]
fn an_entry_is_updated_by_a_real_change_alone() {
    let site = site();
    let (ada, ben) = (
        person(&site, "ada", Role::Editor),
        person(&site, "ben", Role::Approver),
    );
    let slug = written(&site, &ada, "Fed");
    publish(&site, &ada, &ben, &slug);
    let feed = |path: &str| -> atom_syndication::Feed { site.get(path).text().parse().unwrap() };
    let of = |feed: &atom_syndication::Feed| {
        let id = format!("offering/{slug}");
        let entry = feed.entries().iter().find(|one| one.id().ends_with(&id));
        let entry = entry.unwrap();
        (entry.id().to_owned(), *entry.updated())
    };
    let before = of(&feed("/search.atom?q=fed"));
    let path = at(&slug, "/edit/what");
    let opened = version(&site, &ada, &path);
    assert_eq!(opened, "0", "nothing was begun");
    save(&site, &ada, &slug, "dates", &[("ends_on", "2028-06-30")]);
    publish(&site, &ada, &ben, &slug);
    let after = of(&feed("/search.atom?q=fed"));
    assert_eq!(before.0, after.0, "the name stays");
    let changes = feed(&format!("/offerings/{slug}/changes.atom"));
    assert_eq!(changes.entries().len(), 2);
    let summary = changes.entries()[0].summary().unwrap().as_str().to_owned();
    assert!(summary.contains("Ends on"), "{summary}");
}

#[test]
fn a_calendar_moves_and_takes_back_its_days_under_the_same_name() {
    let site = site();
    let (ada, ben) = (
        person(&site, "ada", Role::Editor),
        person(&site, "ben", Role::Approver),
    );
    let slug = written(&site, &ada, "Dated");
    save(&site, &ada, &slug, "dates", &[("ends_on", "2028-06-30")]);
    publish(&site, &ada, &ben, &slug);
    let path = format!("/offerings/{slug}/dates.ics");
    let event = |text: &str, key: &str| -> String {
        let uid = format!("UID:{slug}-{key}@");
        text.split("BEGIN:VEVENT")
            .find(|part| part.contains(&uid))
            .unwrap_or_else(|| panic!("{uid} in {text}"))
            .to_owned()
    };
    let first = event(&site.get(&path).text(), "ends");
    assert!(first.contains("DTSTART;VALUE=DATE:20280630"), "{first}");
    assert!(first.contains("SEQUENCE:0"), "{first}");
    save(&site, &ada, &slug, "dates", &[("ends_on", "2029-06-30")]);
    publish(&site, &ada, &ben, &slug);
    let moved = event(&site.get(&path).text(), "ends");
    assert!(moved.contains("DTSTART;VALUE=DATE:20290630"), "{moved}");
    assert!(moved.contains("SEQUENCE:1"), "{moved}");
    save(&site, &ada, &slug, "dates", &[("ends_on", "")]);
    publish(&site, &ada, &ben, &slug);
    let gone = event(&site.get(&path).text(), "ends");
    assert!(gone.contains("STATUS:CANCELLED"), "{gone}");
    assert!(gone.contains("SEQUENCE:2"), "{gone}");
    let body = format!("/organizations/{}/dates.ics", super::desk_review::BODY);
    let fields = [("reason", "It has ended.")];
    leads_to(&site.post_as(&ben, &at(&slug, "/withdraw"), &fields));
    let review = event(&site.get(&body).text(), "review");
    assert!(review.contains("STATUS:CANCELLED"), "{review}");
}

#[test]
fn what_few_may_see_is_in_no_list_that_everybody_takes() {
    let site = site();
    let (ada, ben) = (
        person(&site, "ada", Role::Editor),
        person(&site, "ben", Role::Approver),
    );
    let slug = written(&site, &ada, "Hidden wombat");
    let fields = [
        ("title", "Hidden wombat"),
        ("kind", "service"),
        ("category", "endpoint-detection"),
        ("summary", "It watches."),
        ("visibility", "verified_governments"),
    ];
    save(&site, &ada, &slug, "what", &fields);
    publish(&site, &ada, &ben, &slug);
    let body = super::desk_review::BODY;
    let lists = [
        "/search.csv".to_owned(),
        "/search.atom?limit=100".to_owned(),
        "/search.ics".to_owned(),
        format!("/organizations/{body}/dates.ics"),
        "/sitemaps/offerings/1.xml".to_owned(),
    ];
    for path in &lists {
        let answer = site.get(path);
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(!answer.text().contains("wombat"), "{path}");
    }
    for path in ["changes.atom", "dates.ics"] {
        let answer = site.get(&format!("/offerings/{slug}/{path}"));
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    let whole = site.get_as(&ada, "/search.csv").text();
    assert!(whole.contains("wombat"), "who may see it takes it");
}

#[test]
fn a_cell_that_looks_like_a_formula_is_text_in_every_file() {
    let site = site();
    let (ada, ben) = (
        person(&site, "ada", Role::Editor),
        person(&site, "ben", Role::Approver),
    );
    let slug = written(&site, &ada, "=cmd()|calc");
    publish(&site, &ada, &ben, &slug);
    let csv = site.get("/search.csv?q=calc").text();
    assert!(csv.contains("'=cmd()"), "{csv}");
    let file = std::io::Cursor::new(site.get("/search.xlsx?q=calc").bytes);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(file).unwrap();
    let formulas = book.worksheet_formula("Offerings").unwrap();
    assert!(formulas.is_empty());
}

#[test]
fn machines_find_every_page_and_how_to_search() {
    let index = text("/sitemap.xml");
    let maps: Vec<&str> = index
        .split("<loc>")
        .skip(1)
        .filter_map(|rest| rest.split("</loc>").next())
        .collect();
    assert!(maps.len() >= 5, "{maps:?}");
    let mut addresses = 0;
    for map in &maps {
        let path = map.splitn(4, '/').nth(3).unwrap();
        let xml = text(&format!("/{path}"));
        let count = xml.matches("<loc>").count();
        assert!(count <= 50_000, "{map}");
        addresses += count;
        let last = xml.rsplit("<loc>").next().unwrap();
        let last = last.split("</loc>").next().unwrap();
        let last = last.splitn(4, '/').nth(3).unwrap();
        page(&format!("/{last}"));
    }
    assert!(addresses > 52_000, "{addresses}");
    for path in [
        "/sitemaps/offerings/2.xml",
        "/sitemaps/desk/1.xml",
        "/sitemaps/offerings/0.xml",
    ] {
        let answer = super::asking::get(path);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(text("/robots.txt").contains("/sitemap.xml"));
    assert!(text("/opensearch.xml").contains("{searchTerms}"));
    let security = text("/.well-known/security.txt");
    for field in ["Contact: ", "Expires: 2027-", "Canonical: "] {
        assert!(security.contains(field), "{security}");
    }
    assert!(words(&page("/about")).contains("Reporting a weakness"));
}

/// The feeds that the head of a page names.
fn feeds_of(site: &Site, path: &str) -> Vec<String> {
    let html = site.page(path);
    let head = html.split("</head>").next().unwrap();
    let links = head.split("<link rel=\"alternate\" type=\"application/atom+xml\"");
    let addresses = links.skip(1).map(|rest| {
        let href = rest.split("href=\"").nth(1).unwrap();
        href.split('"').next().unwrap().replace("&amp;", "&")
    });
    addresses.collect()
}

fn feed(site: &Site, path: &str) -> atom_syndication::Feed {
    let answer = site.get(path);
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
    answer.text().parse().unwrap()
}

#[test]
fn every_feed_that_a_page_names_is_there_with_names_and_days_that_stay() {
    let starter = &super::asking::STARTER;
    let mut seen = 0;
    for (page, feeds) in [
        ("/search?q=backup", &["/search.atom?q=backup"][..]),
        (
            "/states/il",
            &["/search.atom?state=IL", "/states/il/answers.atom"],
        ),
        (
            "/match?for=county-17031&category=gis",
            &["/match.atom?category=gis&for=county-17031"],
        ),
        ("/categories", &["/categories.atom"]),
        ("/offerings/buyboard", &["/offerings/buyboard/changes.atom"]),
        ("/templates", &["/templates.atom"]),
        ("/jurisdictions", &["/jurisdictions.atom"]),
        (
            "/jurisdictions/county-17031",
            &["/jurisdictions/county-17031/answers.atom"],
        ),
    ] {
        let named = feeds_of(starter, page);
        for path in feeds {
            assert!(
                named.contains(&(*path).to_owned()),
                "{path} of {page}: {named:?}"
            );
            let (first, again) = (feed(starter, path), feed(starter, path));
            assert!(!first.entries().is_empty(), "{path}");
            assert_eq!(first, again, "{path}");
            for entry in first.entries() {
                assert!(entry.id().starts_with("tag:"), "{path}: {}", entry.id());
                assert!(entry.updated() <= first.updated(), "{path}");
                assert!(entry.published().unwrap() <= entry.updated(), "{path}");
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "{seen}");
    let answer = super::asking::get("/match.atom?for=county-17031");
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    for path in [
        "/states/zz/answers.atom",
        "/categories/none/statements.atom",
    ] {
        let answer = super::asking::get(path);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[test]
fn the_answers_of_a_state_as_a_feed_are_those_of_its_page() {
    let starter = &super::asking::STARTER;
    let feed = feed(starter, "/states/il/answers.atom");
    let rows = rows(&text("/states/il/answers.csv"));
    let mut said = std::collections::BTreeSet::new();
    for entry in feed.entries() {
        let slug = entry.id().rsplit('/').next().unwrap().to_owned();
        let summary = entry.summary().unwrap().as_str().to_owned();
        assert!(summary.contains(": "), "{summary}");
        said.insert(slug);
    }
    let known = rows.iter().map(|row| row[1].to_owned()).collect();
    assert_eq!(said, known);
}

#[test]
fn a_statement_of_no_is_an_entry_of_its_day_in_both_its_feeds() {
    let site = site();
    let ada = person(&site, "ada", Role::Approver);
    let body = super::desk_review::BODY;
    let fields = [("category", "offsite-backup"), ("kinds", "county")];
    leads_to(&site.post_as(&ada, &format!("/desk/{body}/statements"), &fields));
    let of_body = format!("/organizations/{body}");
    for (page, path) in [
        (
            "/categories/offsite-backup",
            "/categories/offsite-backup/statements.atom",
        ),
        (
            "/categories/backup-recovery",
            "/categories/backup-recovery/statements.atom",
        ),
        (&*of_body, &*format!("{of_body}/statements.atom")),
    ] {
        assert!(feeds_of(&site, page).contains(&path.to_owned()), "{page}");
        let feed = feed(&site, path);
        assert_eq!(feed.entries().len(), 1, "{path}");
        let entry = &feed.entries()[0];
        let today = site.world.portal.today().to_string();
        assert!(entry.updated().to_rfc3339().starts_with(&today), "{path}");
        assert!(entry.title().as_str().ends_with("not offered to counties"));
        let rels: Vec<&str> = feed.links().iter().map(|link| link.rel()).collect();
        assert!(
            rels.contains(&"first") && rels.contains(&"last"),
            "{rels:?}"
        );
    }
}

#[test]
fn whoever_follows_a_list_is_told_that_its_days_were_taken_back() {
    let site = site();
    let (ada, ben) = (
        person(&site, "ada", Role::Editor),
        person(&site, "ben", Role::Approver),
    );
    let slug = written(&site, &ada, "Numbat watch");
    save(&site, &ada, &slug, "dates", &[("ends_on", "2028-06-30")]);
    publish(&site, &ada, &ben, &slug);
    let hidden = written(&site, &ada, "Secret numbat");
    let few = [
        ("title", "Secret numbat"),
        ("kind", "service"),
        ("category", "endpoint-detection"),
        ("summary", "It watches."),
        ("visibility", "verified_governments"),
    ];
    save(&site, &ada, &hidden, "what", &few);
    publish(&site, &ada, &ben, &hidden);
    let begun = [
        ("body", super::desk_review::BODY),
        ("title", "Kept"),
        ("o", slug.as_str()),
    ];
    let workspace = leads_to(&site.post_as(&ada, "/workspaces", &begun));
    leads_to(&site.post_as(&ada, &format!("{workspace}/link"), &[("do", "open")]));
    let kept = site.get_as(&ada, &workspace).text();
    let secret = kept.split("/workspaces/shared/").nth(1).unwrap();
    let secret = secret
        .split(['"', '<', ' ', '/'])
        .next()
        .unwrap()
        .to_owned();
    let body = format!("/organizations/{}/dates.ics", super::desk_review::BODY);
    let calendars = [
        "/search.ics?q=numbat".to_owned(),
        "/search.ics?category=cybersecurity&state=IL".to_owned(),
        "/search.ics?for=county-17031&usable=yes".to_owned(),
        format!("/offerings/{slug}/dates.ics"),
        format!("/workspaces/shared/{secret}/dates.ics"),
        body,
    ];
    let event = |path: &str| -> String {
        let answer = site.get(path);
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        let text = answer.text();
        let uid = format!("UID:{slug}-ends@");
        let mut events = text.split("BEGIN:VEVENT");
        let event = events.find(|part| part.contains(&uid));
        event
            .unwrap_or_else(|| panic!("{uid} in {path}: {text}"))
            .to_owned()
    };
    for path in &calendars {
        let stands = event(path);
        assert!(stands.contains("STATUS:CONFIRMED"), "{path}: {stands}");
        assert!(stands.contains("SEQUENCE:0"), "{path}: {stands}");
    }
    for gone in [&slug, &hidden] {
        let fields = [("reason", "It has ended.")];
        leads_to(&site.post_as(&ben, &at(gone, "/withdraw"), &fields));
    }
    for path in &calendars {
        let gone = event(path);
        assert!(gone.contains("STATUS:CANCELLED"), "{path}: {gone}");
        assert!(gone.contains("SEQUENCE:1"), "{path}: {gone}");
        assert!(
            gone.contains("DTSTART;VALUE=DATE:20280630"),
            "{path}: {gone}"
        );
    }
    for other in ["/search.ics?q=wombat", "/search.ics?state=OH&kind=contract"] {
        assert!(!site.get(other).text().contains(&slug), "{other}");
    }
    let text = site.get("/search.ics?q=numbat").text();
    assert!(
        !text.contains("Secret numbat"),
        "what few saw is told to nobody else"
    );
}
