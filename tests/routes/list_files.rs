//! Every list but that of offerings as a file: whole, typed, harmless, and for nobody
//! whom its page is not for.

use super::{
    asking::{RUNTIME, Site, json, page, text as string},
    desk_review::{BODY, decide, leads_to, person, site, submit, written},
};
use calamine::{Data, Reader};
use http::StatusCode;
use interlocal_catalog::policy::Role;
use interlocal_store::{NewDelivery, NewWebhook};
use interlocal_testkit::{
    imports::{applied, checked},
    now,
    people::{Somebody, somebody, steward},
};
use std::collections::BTreeSet;

/// A list as CSV: its headings and its rows.
fn csv(site: &Site, who: Option<&Somebody>, path: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let answer = match who {
        Some(who) => site.get_as(who, path),
        None => site.get(path),
    };
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
    let text = answer.text();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
    let headings = cells(reader.headers().unwrap());
    let rows = reader.records().map(|row| cells(&row.unwrap())).collect();
    (headings, rows)
}

/// The same list as a workbook: the cells of its first sheet without their headings;
/// its sheet of sources must name a day.
fn workbook(site: &Site, who: Option<&Somebody>, path: &str) -> Vec<Vec<Data>> {
    let answer = match who {
        Some(who) => site.get_as(who, path),
        None => site.get(path),
    };
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    let file = std::io::Cursor::new(answer.bytes);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(file).unwrap();
    let names = book.sheet_names();
    assert_eq!(names.len(), 2, "{path}: {names:?}");
    assert_eq!(names[1], "Sources", "{path}");
    let sources = book.worksheet_range("Sources").unwrap();
    let as_of = sources.rows().find(|row| row[0] == "As of");
    assert!(matches!(as_of.unwrap()[1], Data::DateTime(_)), "{path}");
    let source = sources.rows().find(|row| row[0] == "Source");
    assert!(!source.unwrap()[1].to_string().is_empty(), "{path}");
    let formulas = book.worksheet_formula(&names[0]).unwrap();
    assert!(formulas.is_empty(), "{path}");
    let sheet = book.worksheet_range(&names[0]).unwrap();
    sheet.rows().skip(1).map(<[Data]>::to_vec).collect()
}

fn column(of: &(Vec<String>, Vec<Vec<String>>), heading: &str) -> Vec<String> {
    let place = of.0.iter().position(|known| known == heading);
    let place = place.unwrap_or_else(|| panic!("{heading} in {:?}", of.0));
    of.1.iter().map(|row| row[place].clone()).collect()
}

#[test]
fn every_list_of_readers_is_whole_in_both_files() {
    let starter = &super::asking::STARTER;
    let total = |path: &str| json(path)["total"].as_u64().unwrap() as usize;
    let categories = json("/api/v1/categories")["items"]
        .as_array()
        .unwrap()
        .len();
    let governments = json("/api/v1")["jurisdiction_count"].as_u64().unwrap() as usize;
    assert!(governments > 52_000);
    for (list, query, count) in [
        (
            "/jurisdictions",
            "?q=springfield",
            Some(total("/api/v1/jurisdictions?q=springfield")),
        ),
        ("/jurisdictions", "", Some(governments)),
        ("/jurisdictions/county-17031/answers", "", None),
        ("/states/il/answers", "", None),
        ("/match", "?for=county-17031&category=gis", None),
        ("/categories", "", Some(categories)),
        ("/categories/cybersecurity/statements", "", None),
        (
            "/organizations/center-for-internet-security/statements",
            "",
            None,
        ),
        ("/templates", "", Some(4)),
        ("/shortlist", "", Some(0)),
    ] {
        let (headings, rows) = csv(starter, None, &format!("{list}.csv{query}"));
        if let Some(count) = count {
            assert_eq!(rows.len(), count, "{list}{query}");
        }
        assert!(
            headings
                .iter()
                .any(|one| one.contains("slug") || one.contains("Slug") || one == "Key"),
            "{list}: {headings:?}"
        );
        if rows.len() < 1_000 {
            let cells = workbook(starter, None, &format!("{list}.xlsx{query}"));
            assert_eq!(cells.len(), rows.len(), "{list}{query}");
        }
    }
}

#[test]
fn the_registry_fits_one_workbook_with_numbers_as_numbers() {
    let cells = workbook(&super::asking::STARTER, None, "/jurisdictions.xlsx");
    assert!(cells.len() > 52_000, "{}", cells.len());
    let cook = cells.iter().find(|row| row[1] == "county-17031");
    let cook = cook.unwrap();
    assert_eq!(cook[0].to_string(), "Cook County");
    assert!(
        matches!(cook[8], Data::Float(people) if people > 5_000_000.0),
        "{:?}",
        cook[8]
    );
}

#[test]
fn the_answers_of_a_government_name_their_evidence_with_its_day() {
    let starter = &super::asking::STARTER;
    let path = "/jurisdictions/county-17031/answers";
    let file = csv(starter, None, &format!("{path}.csv"));
    let sheet = json(&format!("/api/v1{path}"));
    let mut known = BTreeSet::new();
    let mut evidence = BTreeSet::new();
    for first in sheet["items"].as_array().unwrap() {
        let children = first["children"].as_array().unwrap();
        for answer in std::iter::once(first).chain(children) {
            let slug = string(&answer["category"]["slug"]);
            for item in answer["evidence"].as_array().unwrap() {
                let day = string(&item["checked_on"]);
                evidence.insert((slug.clone(), string(&item["slug"]), day));
            }
            known.insert((slug, string(&answer["answer"])));
        }
    }
    let slugs = column(&file, "Category slug");
    let answers = column(&file, "Answer");
    let told: BTreeSet<_> = slugs.iter().cloned().zip(answers).collect();
    assert_eq!(told, known);
    let offered = column(&file, "Evidence slug");
    let days = column(&file, "Checked on");
    let told: BTreeSet<_> = slugs
        .into_iter()
        .zip(offered)
        .zip(days)
        .map(|((slug, offering), day)| (slug, offering, day))
        .filter(|(_, offering, _)| !offering.is_empty())
        .collect();
    assert!(evidence.len() > 10);
    assert!(evidence.is_subset(&told));
    let typed = workbook(starter, None, &format!("{path}.xlsx"));
    assert!(typed.iter().any(|row| matches!(row[12], Data::DateTime(_))));
    assert!(typed.iter().all(|row| matches!(row[3], Data::Float(_))));
}

#[test]
fn partners_come_with_their_scores_and_reasons_beyond_those_that_the_page_shows() {
    let query = "?for=county-17031&category=gis";
    let file = csv(&super::asking::STARTER, None, &format!("/match.csv{query}"));
    let names: BTreeSet<String> = column(&file, "Partner").into_iter().collect();
    let shown = json(&format!("/api/v1/matches{query}"));
    for card in shown["cards"].as_array().unwrap() {
        assert!(names.contains(&string(&card["name"])), "{}", card["name"]);
    }
    let parts = column(&file, "Part");
    let scores = column(&file, "Score");
    let reasons = column(&file, "Reasons");
    for ((part, score), why) in parts.iter().zip(&scores).zip(&reasons) {
        let is_ranked = ["shown first", "more"].contains(&part.as_str());
        assert_eq!(score.parse::<f64>().is_ok(), is_ranked, "{part} {score}");
        assert!(!why.is_empty(), "{part}");
    }
    for (path, field) in [
        ("/match.csv", "for"),
        ("/match.csv?for=county-17031", "category"),
    ] {
        let answer = super::asking::get(path);
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path}");
        assert!(answer.text().contains(field), "{path}");
    }
}

#[test]
fn pages_of_lists_lead_to_their_files_with_the_filter_of_their_address() {
    for (path, links) in [
        (
            "/jurisdictions?q=springfield&page=2",
            &[
                "/jurisdictions.csv?q=springfield",
                "/jurisdictions.xlsx?q=springfield",
                "/api/v1/jurisdictions?q=springfield",
                "/jurisdictions.atom?q=springfield",
            ][..],
        ),
        (
            "/jurisdictions",
            &["/jurisdictions.csv", "/jurisdictions.atom"],
        ),
        (
            "/jurisdictions/county-17031",
            &[
                "/jurisdictions/county-17031/answers.xlsx",
                "/jurisdictions/county-17031/answers.atom",
            ],
        ),
        (
            "/states/il",
            &["/states/il/answers.csv", "/search.csv?state=IL"],
        ),
        (
            "/match?for=county-17031&category=gis",
            &["/match.csv?category=gis&amp;for=county-17031"],
        ),
        (
            "/categories",
            &["/categories.csv", "/categories.atom", "/api/v1/categories"],
        ),
        ("/templates", &["/templates.xlsx", "/templates.atom"]),
    ] {
        let html = page(path);
        for link in links {
            assert!(
                html.contains(&format!("href=\"{link}\"")),
                "{link} on {path}"
            );
        }
    }
}

const DESK: &str = "/desk/il-department-of-innovation-and-technology";
const EVIL: &str = "=cmd()|calc";

/// People of a body who typed what a spreadsheet would take for a formula wherever they
/// could.
fn typed() -> (Site, Somebody, Somebody) {
    let site = site();
    let ada = person(&site, "ada", Role::Administrator);
    let ben = person(&site, "ben", Role::Approver);
    let slug = written(&site, &ada, EVIL);
    submit(&site, &ada, &slug);
    leads_to(&decide(&site, &ben, &slug, "approve", EVIL));
    let report = [("message", EVIL), ("email", "clerk@town.example")];
    leads_to(&site.send(&format!("/offerings/{slug}/report"), &report, &[]));
    let part = [
        ("who", "state-17"),
        ("program", "buyboard"),
        ("scope", "self"),
        ("source", EVIL),
    ];
    leads_to(&site.post_as(&ada, &format!("{DESK}/participations"), &part));
    let used = [
        ("user", "state-17"),
        ("used", "buyboard"),
        ("adoption_source", EVIL),
    ];
    leads_to(&site.post_as(&ada, &format!("{DESK}/adoptions"), &used));
    let portal = &site.world.portal;
    let clerk = RUNTIME.block_on(somebody(portal, "clerk@county.example", &[]));
    for asks in [
        [("body", BODY), ("message", EVIL)],
        [("government", "county-17089"), ("message", EVIL)],
    ] {
        leads_to(&site.post_as(&clerk, "/join", &asks));
    }
    leads_to(&site.post_as(&ada, "/shortlist", &[("add", slug.as_str())]));
    let note = format!("note-{slug}");
    let fields = [("note", slug.as_str()), (note.as_str(), EVIL)];
    leads_to(&site.post_as(&ada, "/shortlist", &fields));
    let begun = [("body", BODY), ("title", EVIL), ("o", slug.as_str())];
    let workspace = leads_to(&site.post_as(&ada, "/workspaces", &begun));
    assert_eq!(workspace, "/workspaces/1");
    let said = [("item", "1"), ("opinion-1", "yes"), ("comment-1", EVIL)];
    leads_to(&site.post_as(&ada, "/workspaces/1/say", &said));
    let memo = [
        ("body", BODY),
        ("for", "state-17"),
        ("title", EVIL),
        ("o", "buyboard"),
    ];
    leads_to(&site.post_as(&ada, "/memos/new", &memo));
    RUNTIME.block_on(async {
        let file = checked(
            portal,
            &ada.actor,
            BODY,
            &format!("Number,Title\nA-1,{EVIL}\n"),
        )
        .await;
        applied(portal, &ada.actor, BODY, file).await;
    });
    let sam = RUNTIME.block_on(steward(portal, "sam@portal.example"));
    let words = [("words", EVIL), ("kind", "warning")];
    leads_to(&site.post_as(&sam, "/steward/announcements", &words));
    let rule = [
        ("state", "state-17"),
        ("kind", "cooperative"),
        ("name", EVIL),
        ("source", EVIL),
    ];
    leads_to(&site.post_as(&sam, "/steward/consider-rules", &rule));
    let body = [
        ("name", EVIL),
        ("kind", "regional_council"),
        ("level", "regional"),
    ];
    leads_to(&site.post_as(&sam, "/steward/bodies", &body));
    (site, ada, sam)
}

#[test]
fn what_people_typed_exports_harmlessly_in_every_list() {
    let (site, ada, sam) = typed();
    let desk = |list: &str| format!("{DESK}/{list}");
    let evil = format!("'{EVIL}");
    for (who, list) in [
        (&ada, desk("listings")),
        (&ada, desk("reports")),
        (&ada, desk("participations")),
        (&ada, desk("adoptions")),
        (&ada, desk("members")),
        (&ada, desk("log")),
        (&ada, "/shortlist".to_owned()),
        (&ada, "/workspaces/1/options".to_owned()),
        (&ada, "/memos".to_owned()),
        (&sam, "/steward/requests".to_owned()),
        (&sam, "/steward/bodies".to_owned()),
        (&sam, "/steward/announcements".to_owned()),
        (&sam, "/steward/consider-rules".to_owned()),
        (&sam, "/steward/audit".to_owned()),
    ] {
        let (_, rows) = csv(&site, Some(who), &format!("{list}.csv"));
        let is_typed = |cell: &String| *cell == evil || cell.starts_with(&evil);
        assert!(rows.iter().flatten().any(is_typed), "{list}: {rows:?}");
        let cells = workbook(&site, Some(who), &format!("{list}.xlsx"));
        assert_eq!(cells.len(), rows.len(), "{list}");
        let kept = |cell: &Data| cell.to_string().starts_with(EVIL);
        assert!(cells.iter().flatten().any(kept), "{list}");
    }
}

#[test]
fn every_list_of_a_desk_and_of_stewards_says_when_and_by_which_name() {
    let (site, ada, sam) = typed();
    for list in [
        "listings",
        "listed",
        "stale",
        "broken-links",
        "statements",
        "questions",
        "reports",
        "participations",
        "adoptions",
        "import",
        "imports",
        "proposals",
        "members",
        "domains",
        "webhooks",
        "log",
    ] {
        named(&site, &ada, &format!("{DESK}/{list}"));
    }
    for list in [
        "requests",
        "bodies",
        "people",
        "mail",
        "jobs",
        "webhooks",
        "announcements",
        "consider-rules",
        "audit",
    ] {
        named(&site, &sam, &format!("/steward/{list}"));
    }
}

/// Both files have the same rows, and what is dated has a typed day.
fn named(site: &Site, who: &Somebody, list: &str) {
    let (headings, rows) = csv(site, Some(who), &format!("{list}.csv"));
    let cells = workbook(site, Some(who), &format!("{list}.xlsx"));
    assert_eq!(cells.len(), rows.len(), "{list}");
    let dated = |heading: &String| {
        let last = heading.rsplit(' ').next().unwrap_or_default();
        ["at", "on", "by", "until", "from"].contains(&last.to_lowercase().as_str())
    };
    let is_undated = list.ends_with("/bodies");
    assert!(
        is_undated || headings.iter().any(dated),
        "{list}: {headings:?}"
    );
    for (heading, place) in headings.iter().zip(0..) {
        if heading.ends_with(" at") || heading == "at" || heading.ends_with(" on") {
            for row in &cells {
                let cell = row.get(place).cloned().unwrap_or_default();
                let is_day = matches!(cell, Data::DateTime(_) | Data::Empty);
                assert!(is_day, "{list}, {heading}: {cell:?}");
            }
        }
    }
}

#[test]
fn what_a_page_of_a_desk_or_of_stewards_leads_to_is_there_for_who_reads_it() {
    let (site, ada, sam) = typed();
    let desk = |rest: &str| (&ada, format!("{DESK}{rest}"));
    let steward = |rest: &str| (&sam, format!("/steward/{rest}"));
    let (own, others) = told(&site);
    for (who, page) in [
        (&ada, "/desk".to_owned()),
        desk(&format!("/webhooks/{own}")),
        steward(&format!("webhooks/{others}")),
        desk("?status=published"),
        desk("/reports"),
        desk("/participations"),
        desk("/import"),
        desk("/members"),
        desk("/log"),
        steward("requests"),
        steward("bodies?q=illinois"),
        steward("people?q=example"),
        steward("announcements"),
        steward("consider-rules"),
        steward("audit?action=publish"),
    ] {
        let html = site.get_as(who, &page).text();
        let files = html.split("Take this list along: ").nth(1);
        let files = files.unwrap_or_else(|| panic!("{page}"));
        let files = files.split("</nav>").next().unwrap();
        let links: Vec<String> = files
            .split("href=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&"))
            .collect();
        assert!(
            links.iter().any(|link| link.starts_with("/api/v1/")),
            "{page}: {links:?}"
        );
        for link in links {
            let answer = site.get_as(who, &link);
            assert_eq!(answer.status, StatusCode::OK, "{link} on {page}");
        }
    }
}

/// An address of the body and one of the portal, each with an event; gives their rows.
fn told(site: &Site) -> (i32, i32) {
    let store = site.world.portal.store();
    let body = BODY.into();
    RUNTIME.block_on(async {
        let tx = store.begin().await.unwrap();
        let mut rows = Vec::new();
        for owner in [Some(&body), None] {
            let new = NewWebhook {
                body: owner,
                address: "https://hooks.example.org/",
                secret: "whsec_AAAA",
                events: &["offering.published"],
                by: "ada@il.example",
            };
            let id = tx.add_webhook(&new, now()).await.unwrap();
            let event = NewDelivery {
                webhook: id,
                event: "evt_1",
                kind: "ping",
                payload: "{}",
            };
            tx.add_delivery(&event, now()).await.unwrap();
            rows.push(id);
        }
        tx.commit().await.unwrap();
        (rows[0], rows[1])
    })
}

#[test]
fn desks_deliveries_and_open_questions_are_taken_along() {
    let site = site();
    let ada = person(&site, "ada", Role::Administrator);
    let (own, _) = told(&site);
    let desks = csv(&site, Some(&ada), "/desk.csv");
    assert_eq!(column(&desks, "Body slug"), [BODY]);
    assert_eq!(column(&desks, "Role"), ["administrator"]);
    assert_eq!(workbook(&site, Some(&ada), "/desk.xlsx").len(), 1);
    let log = format!("{DESK}/webhooks/{own}/deliveries");
    let events = csv(&site, Some(&ada), &format!("{log}.csv"));
    assert_eq!(column(&events, "Event"), ["evt_1"]);
    assert_eq!(column(&events, "Stands"), ["waits"]);
    named(&site, &ada, &log);
    let ask = [
        ("category", "offsite-backup"),
        ("for", "county-17031"),
        ("organization", BODY),
    ];
    leads_to(&site.send("/ask", &ask, &[]));
    let page = format!("/organizations/{BODY}");
    let html = site.page(&page);
    for ending in ["csv", "xlsx"] {
        assert!(html.contains(&format!("href=\"{page}/questions.{ending}\"")));
    }
    let asked = csv(&site, None, &format!("{page}/questions.csv"));
    assert_eq!(column(&asked, "Category slug"), ["offsite-backup"]);
    assert_eq!(column(&asked, "Asked by"), ["1"]);
    assert_eq!(
        workbook(&site, None, &format!("{page}/questions.xlsx")).len(),
        1
    );
}

#[test]
fn the_listings_of_a_desk_are_those_of_the_shelf_that_the_address_names() {
    let (site, ada, _) = typed();
    let slugs = |query: &str| {
        let file = csv(&site, Some(&ada), &format!("{DESK}/listings.csv{query}"));
        (column(&file, "Slug"), column(&file, "Stands"))
    };
    let (all, _) = slugs("");
    let (published, stands) = slugs("?status=published");
    assert!(all.len() > published.len(), "a draft of the import too");
    assert!(stands.iter().all(|word| word == "published"), "{stands:?}");
    let html = site
        .get_as(&ada, &format!("{DESK}?status=published"))
        .text();
    let link = format!("href=\"{DESK}/listings.csv?status=published\"");
    assert!(html.contains(&link), "{html}");
    let wrong = site.get_as(&ada, &format!("{DESK}/listings.csv?status=lost"));
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
}
