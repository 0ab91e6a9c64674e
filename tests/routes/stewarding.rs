//! Everything of a steward, over HTTP.

use super::asking::{RUNTIME, Site, words};
use http::{StatusCode, header};
use interlocal_catalog::policy::{Actor, Role};
use interlocal_store::Deed;
use interlocal_testkit::{
    now,
    people::{Somebody, somebody, steward},
    small_world,
};

const BODY: &str = "il-department-of-innovation-and-technology";
const OTHER: &str = "center-for-internet-security";

fn site() -> (Site, Somebody) {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let who = RUNTIME.block_on(steward(&site.world.portal, "s@arden.example"));
    (site, who)
}

fn done(site: &Site, who: &Somebody, path: &str, fields: &[(&str, &str)]) {
    let answer = site.post_as(who, path, fields);
    assert_eq!(
        answer.status,
        StatusCode::SEE_OTHER,
        "{path}: {}",
        words(&answer.text())
    );
}

#[test]
fn a_body_is_added_renamed_and_found_under_its_new_name_and_scripts_stay_words() {
    let (site, who) = site();
    let script = "</title><script>alert(1)</script>";
    let mut fields = vec![
        ("name", script),
        ("slug", "arden-council"),
        ("aliases", "AC\n\"><img src=x onerror=alert(1)>"),
        ("kind", "regional_council"),
        ("level", "regional"),
        ("serves", "county-17031"),
        ("website", "https://arden.example/\"><script>"),
    ];
    done(&site, &who, "/steward/bodies", &fields);
    for path in [
        "/steward/bodies/arden-council",
        "/steward/bodies?q=script",
        "/organizations/arden-council",
        "/desk/arden-council/members",
        "/desk/arden-council/log",
        "/steward/audit?subject=arden-council",
        "/join?q=script",
    ] {
        let page = site.get_as(&who, path).text();
        assert!(!page.contains("<script>alert"), "{path}");
        assert!(!page.contains("<img src=x"), "{path}");
    }
    fields[0] = ("name", "Wombat Council of Governments");
    done(&site, &who, "/steward/bodies/arden-council", &fields);
    let page = site.page("/organizations/arden-council");
    assert!(page.contains("Wombat Council of Governments"));
    let found = words(&site.get_as(&who, "/steward/bodies?q=wombat").text());
    assert!(found.contains("Wombat Council"), "{found}");
    let twice = site.post_as(&who, "/steward/bodies", &fields);
    assert_eq!(twice.status, StatusCode::BAD_REQUEST);
    assert!(twice.text().contains("href=\"#slug\""));
    let bad = [
        ("name", ""),
        ("kind", "kingdom"),
        ("level", "local"),
        ("website", "javascript:alert(1)"),
    ];
    let answer = site.post_as(&who, "/steward/bodies", &bad);
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
}

#[test]
fn the_offerings_of_a_renamed_body_are_found_by_its_new_name() {
    let (site, who) = site();
    let before = site.json("/api/v1/offerings?q=quokkanet");
    assert_eq!(before["items"].as_array().unwrap().len(), 0);
    let fields = [
        ("name", "Quokkanet Security"),
        ("kind", "nonprofit"),
        ("level", "regional"),
    ];
    done(&site, &who, &format!("/steward/bodies/{OTHER}"), &fields);
    let after = site.json("/api/v1/offerings?q=quokkanet");
    let items = after["items"].as_array().unwrap();
    assert!(!items.is_empty());
    let named = items
        .iter()
        .filter(|item| item["provider"]["slug"] == OTHER);
    assert!(named.count() > 0, "{items:?}");
}

#[test]
fn a_body_that_stands_twice_becomes_one_and_everything_of_it_moves() {
    let (site, who) = site();
    let portal = &site.world.portal;
    let people = [("m@arden.example", Role::Editor)]
        .map(|(email, role)| RUNTIME.block_on(somebody(portal, email, &[(OTHER, role)])));
    let offered = site.json(&format!("/api/v1/offerings?provider={OTHER}"));
    let count = offered["items"].as_array().unwrap().len();
    assert!(count > 0);
    let slug = offered["items"][0]["slug"].as_str().unwrap().to_owned();
    let new = [
        ("name", "Wombat Security"),
        ("slug", "wombat-security"),
        ("kind", "nonprofit"),
        ("level", "regional"),
    ];
    done(&site, &who, "/steward/bodies", &new);
    let merge = [
        ("from", OTHER),
        ("into", "wombat-security"),
        ("reason", "one body"),
    ];
    done(&site, &who, "/steward/merge-bodies", &merge);
    let old = site.get(&format!("/organizations/{OTHER}?for=county-17031"));
    assert_eq!(old.status, StatusCode::MOVED_PERMANENTLY);
    let to = old.header(header::LOCATION);
    assert_eq!(to, "/organizations/wombat-security?for=county-17031");
    let moved = site.json("/api/v1/offerings?provider=wombat-security");
    assert_eq!(moved["items"].as_array().unwrap().len(), count);
    assert_eq!(moved["items"][0]["provider"]["name"], "Wombat Security");
    let by_old = site.json(&format!("/api/v1/offerings?provider={OTHER}"));
    assert_eq!(
        by_old["total"], moved["total"],
        "the old slug still finds them"
    );
    let page = words(&site.page(&format!("/offerings/{slug}")));
    assert!(page.contains("Wombat Security"), "{page}");
    assert!(
        !page.contains("Edition 2"),
        "no edition is made or changed: {page}"
    );
    let roles = RUNTIME
        .block_on(portal.store().roles_of(people[0].id))
        .unwrap();
    assert_eq!(roles.get(&"wombat-security".into()), Some(&Role::Editor));
    assert_eq!(roles.len(), 1);
    let log = words(&site.get_as(&who, "/desk/wombat-security/log").text());
    assert!(log.contains("merge bodies"), "{log}");
    let desk = site.get_as(&who, &format!("/desk/{OTHER}"));
    assert_eq!(desk.status, StatusCode::SEE_OTHER);
    assert_eq!(desk.header(header::LOCATION), "/desk/wombat-security");
    let gone = site.get_as(&who, &format!("/desk/{OTHER}/members"));
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    let again = site.post_as(&who, "/steward/merge-bodies", &merge);
    assert_eq!(again.status, StatusCode::NOT_FOUND);
}

#[test]
fn an_offering_that_stands_twice_leads_to_the_other_for_good() {
    let (site, who) = site();
    let all = site.json(&format!("/api/v1/offerings?provider={OTHER}"));
    let slugs: Vec<&str> = all["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["slug"].as_str().unwrap())
        .collect();
    let (from, into) = (slugs[0], slugs[1]);
    let merge = [("from", from), ("into", into), ("reason", "the same")];
    let itself = [("from", from), ("into", from), ("reason", "x")];
    let refused = site.post_as(&who, "/steward/merge-offerings", &itself);
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    done(&site, &who, "/steward/merge-offerings", &merge);
    let old = site.get(&format!("/offerings/{from}"));
    assert_eq!(old.status, StatusCode::MOVED_PERMANENTLY);
    assert_eq!(old.header(header::LOCATION), format!("/offerings/{into}"));
    assert!(site.page(&format!("/offerings/{into}")).contains(into));
    let left = site.json(&format!("/api/v1/offerings?provider={OTHER}"));
    assert_eq!(left["items"].as_array().unwrap().len(), slugs.len() - 1);
}

#[test]
fn the_log_is_filtered_paged_and_exported_whole_and_no_cell_is_a_formula() {
    let (site, who) = site();
    RUNTIME.block_on(async {
        let tx = site.world.portal.store().begin().await.unwrap();
        for number in 0..1_200 {
            let deed = Deed {
                action: "test_deed",
                subject: &format!("=cmd|' /C calc'!A{number}"),
                reason: "@SUM(1+1)\n+2",
                body: Some(&BODY.into()),
            };
            tx.audit(now(), &Actor::Portal, &deed).await.unwrap();
        }
        tx.commit().await.unwrap();
    });
    let page = site.get_as(&who, "/steward/audit?action=test_deed").text();
    assert_eq!(page.matches("calc").count(), 50);
    let older = super::asking::link(&page, "Older entries");
    assert!(older.contains("action=test_deed"), "{older}");
    let next = site.get_as(&who, &older).text();
    assert!(
        next.contains("!A1149<") && !next.contains("!A1150<"),
        "{older}"
    );
    let csv = site.get_as(&who, "/steward/audit.csv?action=test_deed");
    assert_eq!(csv.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
    let text = csv.text();
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 1_200);
    for cell in rows.iter().flat_map(|row| row.iter()) {
        let begins = cell.trim_start();
        assert!(!begins.starts_with(['=', '+', '-', '@']), "{cell}");
    }
    let own = site.get_as(&who, &format!("/desk/{BODY}/log.csv")).text();
    assert!(own.contains("test_deed"));
    let none = site.get_as(&who, "/steward/audit.csv?action=test_deed&until=2020-01-01");
    assert_eq!(none.text().lines().count(), 1, "the header alone");
    let bad = site.get_as(&who, "/steward/audit?from=yesterday");
    assert_eq!(bad.status, StatusCode::BAD_REQUEST);
    assert!(bad.text().contains("value=\"yesterday\""));
}

#[test]
fn an_announcement_stands_on_every_page_on_its_days() {
    let (site, who) = site();
    let words_of = "Maintenance on Sunday <b>";
    for (from, until) in [("2026-11-22", "2026-11-22"), ("2026-11-23", "")] {
        let fields = [
            ("words", words_of),
            ("kind", "warning"),
            ("from", from),
            ("until", until),
        ];
        done(&site, &who, "/steward/announcements", &fields);
    }
    for path in ["/", "/search?q=edr", "/nothing-here", "/sign-in"] {
        let page = site.get(path).text();
        let said = page.matches("Maintenance on Sunday &lt;b&gt;").count();
        assert_eq!(said, 1, "{path}");
    }
    let bad = [
        ("words", ""),
        ("kind", "warning"),
        ("from", "2026-11-23"),
        ("until", "2026-11-22"),
    ];
    let answer = site.post_as(&who, "/steward/announcements", &bad);
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    for field in ["#words", "#until"] {
        assert!(
            answer.text().contains(&format!("href=\"{field}\"")),
            "{field}"
        );
    }
    let all = RUNTIME
        .block_on(site.world.portal.store().announcements())
        .unwrap();
    for one in all {
        let path = format!("/steward/announcements/{}/remove", one.id);
        done(&site, &who, &path, &[]);
    }
    assert!(!site.page("/").contains("Maintenance"));
}

#[test]
fn an_account_that_a_steward_closes_is_signed_out_and_the_last_steward_stays() {
    let (site, who) = site();
    let person = RUNTIME.block_on(somebody(&site.world.portal, "p@arden.example", &[]));
    assert_eq!(site.get_as(&person, "/join").status, StatusCode::OK);
    let page = words(&site.get_as(&who, "/steward/people?q=P@ARDEN").text());
    assert!(page.contains("p@arden.example"), "{page}");
    let account = |id: i32| format!("/steward/people/{id}/account");
    let role = |id: i32| format!("/steward/people/{id}/steward");
    done(&site, &who, &account(person.id), &[("closed", "yes")]);
    assert_eq!(site.get_as(&person, "/join").status, StatusCode::SEE_OTHER);
    for (path, fields) in [
        (account(who.id), [("closed", "yes")]),
        (role(who.id), [("steward", "no")]),
    ] {
        let answer = site.post_as(&who, &path, &fields);
        assert_eq!(answer.status, StatusCode::CONFLICT, "{path}");
    }
    done(&site, &who, &account(person.id), &[("closed", "no")]);
    done(&site, &who, &role(person.id), &[("steward", "yes")]);
    done(&site, &who, &role(who.id), &[("steward", "no")]);
    let nobody = site.post_as(&who, &role(person.id), &[("steward", "no")]);
    assert_eq!(
        nobody.status,
        StatusCode::NOT_FOUND,
        "who is no steward any more"
    );
}
