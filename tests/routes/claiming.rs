//! A body takes over what the directory says of it, and says what it does not offer.

use super::asking::{Answer, RUNTIME, Site, words};
use http::StatusCode;
use interlocal_catalog::{
    NaiveDate,
    offering::{Content, Source},
    policy::{Actor, Role},
};
use interlocal_portal::publish::Publication;
use interlocal_testkit::{
    offerings::{offering, open_within},
    people::{Somebody, somebody},
    small_world,
};

const BODY: &str = "il-department-of-innovation-and-technology";
const DESK: &str = "/desk/il-department-of-innovation-and-technology";

fn site() -> Site {
    Site::of(RUNTIME.block_on(small_world()))
}

fn person(site: &Site, email: &str, role: Role) -> Somebody {
    RUNTIME.block_on(somebody(&site.world.portal, email, &[(BODY, role)]))
}

fn publish(site: &Site, content: &Content) {
    let publication = Publication {
        content,
        aliases: &[],
        reason: "",
    };
    RUNTIME
        .block_on(site.world.portal.publish(&Actor::Portal, publication))
        .unwrap();
}

fn old(slug: &str, source: Source) -> Content {
    Content {
        source,
        checked_on: NaiveDate::from_ymd_opt(2026, 1, 26).unwrap(),
        review_days: 180,
        rules: vec![open_within("state-17")],
        ..offering(slug, BODY)
    }
}

fn leads_to(answer: &Answer, path: &str) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    assert_eq!(answer.header(http::header::LOCATION), path);
}

#[test]
fn what_is_listed_becomes_confirmed_by_its_body_on_a_day() {
    let site = site();
    publish(&site, &old("walrus-service", Source::PublicSource));
    let approver = person(&site, "ada@arden.example", Role::Approver);
    let listed = words(&site.get_as(&approver, &format!("{DESK}/listed")).text());
    assert!(listed.contains("walrus service"), "{listed}");
    let taken = site.post_as(&approver, &format!("{DESK}/listed/walrus-service"), &[]);
    leads_to(&taken, &format!("{DESK}/listed"));
    let page = words(&site.page("/offerings/walrus-service"));
    let confirmed = "Confirmed by IL Department of Innovation and Technology";
    assert!(
        page.contains("Confirmed by") && page.contains("on November 22, 2026"),
        "{confirmed}: {page}"
    );
    assert!(page.contains("Edition 2 published"), "{page}");
    let found = site.json("/api/v1/offerings?q=walrus&for=county-17031");
    assert_eq!(found["items"][0]["confidence"], "confirmed");
    assert_eq!(found["items"][0]["checked_on"], "2026-11-22");
    let listed = words(&site.get_as(&approver, &format!("{DESK}/listed")).text());
    assert!(!listed.contains("walrus service"), "{listed}");
}

#[test]
fn what_a_body_confirmed_long_ago_waits_on_its_stale_list_for_one_click() {
    let site = site();
    publish(&site, &old("walrus-service", Source::PublishingBody));
    let approver = person(&site, "ada@arden.example", Role::Approver);
    let stale = format!("{DESK}/stale");
    let page = words(&site.get_as(&approver, &stale).text());
    assert!(
        page.contains("walrus service") && page.contains("Review by July 25, 2026"),
        "{page}"
    );
    let taken = site.post_as(&approver, &format!("{stale}/walrus-service"), &[]);
    leads_to(&taken, &stale);
    let page = words(&site.get_as(&approver, &stale).text());
    assert!(!page.contains("walrus service"), "{page}");
    let again = site.post_as(&approver, &format!("{stale}/walrus-service"), &[]);
    leads_to(&again, &stale);
    let json = site.json("/api/v1/offerings/walrus-service");
    assert_eq!(
        json["edition"], 2,
        "a second click on the same day says nothing new"
    );
}

#[test]
fn an_editor_and_a_steward_do_not_confirm_and_another_bodys_entry_is_not_found() {
    let site = site();
    publish(&site, &old("walrus-service", Source::PublicSource));
    let editor = person(&site, "ed@arden.example", Role::Editor);
    let path = format!("{DESK}/listed/walrus-service");
    assert_eq!(
        site.post_as(&editor, &path, &[]).status,
        StatusCode::FORBIDDEN
    );
    let page = words(&site.get_as(&editor, &format!("{DESK}/listed")).text());
    assert!(page.contains("An approver of the body confirms"), "{page}");
    let approver = person(&site, "ada@arden.example", Role::Approver);
    for other in ["buyboard", "never-was"] {
        let path = format!("{DESK}/listed/{other}");
        assert_eq!(
            site.post_as(&approver, &path, &[]).status,
            StatusCode::NOT_FOUND
        );
    }
    assert_eq!(site.json("/api/v1/offerings/walrus-service")["edition"], 1);
}

/// A category for which nothing is recorded for a government.
fn unanswered(site: &Site, key: &str) -> String {
    let sheet = site.json(&format!("/api/v1/jurisdictions/{key}/answers"));
    let rows = sheet["items"].as_array().unwrap();
    let children = rows
        .iter()
        .flat_map(|row| row["children"].as_array().unwrap());
    let open = children
        .into_iter()
        .find(|row| row["answer"] == "not_recorded");
    open.unwrap()["category"]["slug"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn a_no_stands_on_the_sheet_of_whom_it_names_until_it_is_taken_back() {
    let site = site();
    let editor = person(&site, "ed@arden.example", Role::Editor);
    let statements = format!("{DESK}/statements");
    let fields = [("category", "gis-imagery"), ("kinds", "county")];
    let category = unanswered(&site, "county-17031");
    let unknown = site.post_as(&editor, &statements, &fields);
    assert_eq!(unknown.status, StatusCode::BAD_REQUEST);
    assert!(
        unknown.text().contains("href=\"#category\""),
        "the fault leads to its field"
    );
    let fields = [("category", category.as_str()), ("kinds", "county")];
    leads_to(&site.post_as(&editor, &statements, &fields), &statements);

    let said = |key: &str| {
        let sheet = site.json(&format!("/api/v1/jurisdictions/{key}/answers"));
        let text = sheet.to_string();
        text.contains("\"said_on\":\"2026-11-22\"")
    };
    assert!(said("county-17031"), "a county of the state");
    assert!(!said("county-39049"), "a county elsewhere");
    for path in [
        format!("/organizations/{BODY}"),
        format!("/categories/{category}"),
    ] {
        let page = words(&site.page(&path));
        assert!(page.contains("said on November 22, 2026"), "{path}: {page}");
    }
    let found = site
        .world
        .portal
        .read_statements(&Actor::Portal, &BODY.into())
        .unwrap();
    let id = found.statements[0].id.clone();
    let outsider = RUNTIME.block_on(somebody(
        &site.world.portal,
        "eve@boro.example",
        &[("center-for-internet-security", Role::Administrator)],
    ));
    let theirs = format!("/desk/center-for-internet-security/statements/{id}");
    assert_eq!(
        site.post_as(&outsider, &theirs, &[]).status,
        StatusCode::NOT_FOUND
    );
    leads_to(
        &site.post_as(&editor, &format!("{statements}/{id}"), &[]),
        &statements,
    );
    assert!(!said("county-17031"), "it is taken back");
    let again = site.post_as(&editor, &format!("{statements}/{id}"), &[]);
    assert_eq!(again.status, StatusCode::NOT_FOUND);
}
