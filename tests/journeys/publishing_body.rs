//! A body publishes: what it confirms, what ends soon and what has ended.

use super::browsing::Person;
use crate::routes::asking::{RUNTIME, Site, each, text};
use interlocal_catalog::{
    NaiveDate,
    offering::{Content, Source, Term},
    policy::Actor,
};
use interlocal_portal::publish::Publication;
use interlocal_testkit::{
    offerings::{offering, open_within},
    today, world,
};

const BODY: &str = "il-department-of-innovation-and-technology";

/// A service of the office for everybody in Illinois.
fn listing(slug: &str) -> Content {
    Content {
        rules: vec![open_within("state-17")],
        ..offering(slug, BODY)
    }
}

fn ending(slug: &str, last_day: NaiveDate) -> Content {
    Content {
        term: Term {
            starts_on: None,
            ends_on: Some(last_day),
        },
        ..listing(slug)
    }
}

fn site() -> Site {
    let site = Site::of(RUNTIME.block_on(world()));
    publish(
        &site,
        &Content {
            source: Source::PublishingBody,
            ..listing("zebra-confirmed")
        },
    );
    let day = |after| today().iter_days().nth(after).unwrap();
    publish(&site, &ending("zebra-ends-soon", day(120)));
    publish(&site, &ending("zebra-ends-later", day(121)));
    publish(&site, &ending("zebra-ended", today().pred_opt().unwrap()));
    site
}

fn publish(site: &Site, content: &Content) {
    let publication = Publication {
        content,
        aliases: &[],
        reason: "a new service",
    };
    RUNTIME
        .block_on(site.world.portal.publish(&Actor::Portal, publication))
        .unwrap();
}

#[test]
fn what_a_body_publishes_is_found_judged_and_answered_at_once() {
    let site = site();
    let key = "county-17031";
    let list = site.json(&format!("/api/v1/offerings?q=zebra&for={key}"));
    let slugs = each(&list, "slug");
    assert_eq!(list["total"], 3, "what has ended is hidden: {slugs:?}");
    assert!(!slugs.contains(&"zebra-ended".to_owned()), "{slugs:?}");
    let outcomes: Vec<String> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| text(&item["verdict"]["outcome"]))
        .collect();
    assert_eq!(outcomes, ["yes", "yes", "yes"]);

    let sheet = site.json(&format!("/api/v1/jurisdictions/{key}/answers"));
    let cyber = sheet["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|r| r["category"]["slug"] == "cybersecurity");
    assert_eq!(cyber.unwrap()["answer"], "yes_confirmed");
    let elsewhere = site.json("/api/v1/offerings/zebra-confirmed?for=municipality-4835000");
    assert_eq!(elsewhere["verdict"]["outcome"], "no");

    let mut reader = Person::at(&site, "/offerings/zebra-confirmed?for=county-17031");
    reader.sees("Confirmed");
    assert!(
        !reader.reads().contains("not confirmed"),
        "{}",
        reader.reads()
    );
    reader.goes_to("/jurisdictions/county-17031");
    reader.sees("zebra confirmed");
}

#[test]
fn what_ends_within_120_days_is_marked_and_what_has_ended_is_hidden_behind_a_switch() {
    let site = site();
    let mut reader = Person::at(&site, "/search?q=zebra");
    reader.sees("3 offerings");
    reader.sees("Ends within 120 days, on March 22, 2027");
    reader.sees("Ends on March 23, 2027");
    reader.sees("Show expired (1)");
    assert!(
        reader.html.contains("value=\"ends\""),
        "a sort by last day is useful now"
    );

    reader.sends("/search", &[("q", "zebra"), ("expired", "1")]);
    reader.sees("4 offerings");
    reader.sees("Ended on November 21, 2026");
    reader.follows("zebra ended");
    reader.sees("Ended on November 21, 2026");

    let soon = site.json("/api/v1/offerings?q=zebra&ends_within=120");
    assert_eq!(each(&soon, "slug"), ["zebra-ends-soon"]);
    let sorted = site.json("/api/v1/offerings?q=zebra&sort=ends");
    assert_eq!(
        each(&sorted, "slug")[..2],
        ["zebra-ends-soon", "zebra-ends-later"]
    );
    let judged = site.json("/api/v1/offerings/zebra-ended?for=county-17031");
    assert_eq!(judged["verdict"]["links"][0]["reasons"][0], "expired");
    assert_eq!(judged["verdict"]["outcome"], "no");
}
