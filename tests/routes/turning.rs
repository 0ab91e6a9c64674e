//! Lists of desks and of stewards go on: page by page for people, by cursor for programs.

use super::asking::{RUNTIME, Site, escaped};
use http::{Method, StatusCode, header};
use interlocal_catalog::policy::Role;
use interlocal_store::{NewAccount, NewDelivery, NewMail, NewWebhook};
use interlocal_testkit::{
    imports::checked,
    now,
    people::{Somebody, somebody, steward},
    small_world,
};
use serde_json::Value;
use std::collections::BTreeSet;

const BODY: &str = "il-department-of-innovation-and-technology";
/// More than stand on one page.
const MANY: usize = 120;

/// Every item of a list of the API, part by part.
fn walked(site: &Site, who: &Somebody, path: &str, field: &str) -> Vec<Value> {
    let mut next = Some(path.to_owned());
    let mut all = Vec::new();
    let mut parts = 0;
    while let Some(path) = next {
        let answer = site.get_as(who, &path);
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        let part = answer.json();
        all.extend(part[field].as_array().unwrap().iter().cloned());
        next = part["next"].as_str().map(str::to_owned);
        let link = answer.header(header::LINK).to_owned();
        let told = next.as_ref().map(|next| format!("<{next}>; rel=\"next\""));
        assert_eq!(link, told.unwrap_or_default(), "{path}");
        parts += 1;
        assert!(parts < 100, "{path} never ends");
    }
    assert!(parts > 1, "{path} has one part");
    all
}

fn names(all: &[Value], name: &str) -> BTreeSet<String> {
    all.iter().map(|one| one[name].to_string()).collect()
}

/// The pages of a list, each by the link that the one before has.
fn pages(site: &Site, who: &Somebody, path: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut next = Some(path.to_owned());
    while let Some(path) = next {
        let answer = site.get_as(who, &path);
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let html = answer.text();
        let link = html.split("<a ").find(|link| link.contains("rel=\"next\""));
        next = link.map(|link| {
            let href = link.split("href=\"").nth(1).unwrap();
            href.split('"').next().unwrap().replace("&amp;", "&")
        });
        all.push(html);
        assert!(all.len() < 100, "{path} never ends");
    }
    all
}

/// A portal with more of everything than stands on a page; its steward, an administrator
/// of the body, and an address that was told of much.
fn much() -> (Site, Somebody, Somebody, i32) {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let portal = &site.world.portal;
    let sam = RUNTIME.block_on(steward(portal, "sam@portal.example"));
    let roles = [(BODY, Role::Administrator)];
    let ada = RUNTIME.block_on(somebody(portal, "ada@il.example", &roles));
    let body = BODY.into();
    let webhook = RUNTIME.block_on(async {
        let tx = portal.store().begin().await.unwrap();
        let new = NewWebhook {
            body: Some(&body),
            address: "https://hooks.example.org/",
            secret: "whsec_AAAA",
            events: &["offering.published"],
            by: "ada@il.example",
        };
        let webhook = tx.add_webhook(&new, now()).await.unwrap();
        for number in 0..MANY {
            let event = format!("evt_{number:03}");
            let event = NewDelivery {
                webhook,
                event: &event,
                kind: "ping",
                payload: "{}",
            };
            tx.add_delivery(&event, now()).await.unwrap();
            let email = format!("person_{number:03}@many.example");
            let account = NewAccount {
                email: &email,
                name: "",
                password_hash: None,
                confirmed_at: None,
                is_steward: false,
            };
            tx.add_account(&account, now()).await.unwrap();
            let subject = format!("Letter {number:03}");
            let mail = NewMail {
                recipient: "clerk@many.example",
                subject: &subject,
                body: "",
            };
            let id = tx.add_mail(&mail, now()).await.unwrap();
            if number < 70 {
                tx.give_mail_up(id, "nobody is there", now()).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
        webhook
    });
    for number in 0..2 {
        let text = format!("Number,Title\nA-{number},Maps\n");
        RUNTIME.block_on(checked(portal, &ada.actor, BODY, &text));
    }
    (site, sam, ada, webhook)
}

#[test]
fn what_stands_on_several_pages_is_walked_to_its_end_by_people_and_by_programs() {
    let (site, sam, ada, webhook) = much();
    let people = walked(&site, &sam, "/api/v1/steward/people?q=person_", "people");
    assert_eq!(names(&people, "email").len(), MANY);
    let shown = pages(&site, &sam, "/steward/people?q=person_");
    assert_eq!(shown.len(), MANY.div_ceil(50));
    for number in 0..MANY {
        let email = format!("– person_{number:03}@many.example");
        let on = shown.iter().filter(|page| page.contains(&email)).count();
        assert_eq!(on, 1, "{email}");
    }
    let exact = site.get_as(&sam, "/api/v1/steward/people?q=person%25");
    assert_eq!(exact.json()["total"], 0, "a letter is itself and no other");

    let bodies = walked(&site, &sam, "/api/v1/steward/bodies?limit=20", "items");
    let total = site.get_as(&sam, "/api/v1/steward/bodies").json()["total"].clone();
    assert_eq!(names(&bodies, "id").len(), bodies.len());
    assert_eq!(total, bodies.len());
    let shown = pages(&site, &sam, "/steward/bodies");
    assert_eq!(shown.len(), bodies.len().div_ceil(30));

    let dead = walked(&site, &sam, "/api/v1/steward/mail?limit=30", "given_up");
    let alive = walked(&site, &sam, "/api/v1/steward/mail?limit=30", "waiting");
    assert_eq!(names(&dead, "subject").len(), 70);
    assert_eq!(names(&alive, "subject").len(), MANY - 70);
    let shown = pages(&site, &sam, "/steward/mail").concat();
    for number in 0..MANY {
        let subject = format!(">Letter {number:03}<");
        assert_eq!(shown.matches(&subject).count(), 1, "{subject}");
    }

    let path = format!("/desk/{BODY}/webhooks/{webhook}");
    let told = walked(&site, &ada, &format!("/api/v1{path}"), "deliveries");
    assert_eq!(names(&told, "event").len(), MANY);
    assert_eq!(told[0]["event"], "evt_119", "the newest first");
    let shown = pages(&site, &ada, &path).concat();
    for number in 0..MANY {
        let event = format!("webhook-id: evt_{number:03}");
        assert_eq!(shown.matches(&event).count(), 1, "{event}");
    }

    let imports = format!("/api/v1/desk/{BODY}/imports?limit=1");
    assert_eq!(walked(&site, &ada, &imports, "files").len(), 2);
    let page = site.get_as(&ada, &format!("/desk/{BODY}/import?page=0"));
    assert_eq!(page.status, StatusCode::BAD_REQUEST);

    let listings = walked(
        &site,
        &ada,
        &format!("/api/v1/desk/{BODY}?limit=2"),
        "items",
    );
    let whole = site.get_as(&ada, &format!("/api/v1/desk/{BODY}")).json();
    assert_eq!(whole["total"], listings.len());
    assert_eq!(names(&listings, "slug").len(), listings.len());
}

#[test]
fn a_cursor_of_another_list_is_refused_and_who_may_not_look_hears_that_first() {
    let (site, sam, ada, webhook) = much();
    let first = site.get_as(&sam, "/api/v1/steward/people?q=person_").json();
    let next = first["next"].as_str().unwrap();
    let cursor = next
        .split("cursor=")
        .nth(1)
        .unwrap()
        .split('&')
        .next()
        .unwrap();
    for path in [
        "/api/v1/steward/bodies".to_owned(),
        "/api/v1/steward/mail".to_owned(),
        "/api/v1/steward/people?q=other".to_owned(),
    ] {
        let mark = if path.contains('?') { '&' } else { '?' };
        let asked = format!("{path}{mark}cursor={}", escaped(cursor));
        let answer = site.get_as(&sam, &asked);
        assert_eq!(answer.faulty_fields(), ["cursor"], "{asked}");
    }
    for path in [
        "/api/v1/steward/people".to_owned(),
        "/api/v1/steward/bodies".to_owned(),
        "/api/v1/steward/mail".to_owned(),
        format!("/api/v1/steward/webhooks/{webhook}"),
        "/steward/people".to_owned(),
        "/steward/bodies".to_owned(),
        "/steward/mail".to_owned(),
    ] {
        let query = if path.starts_with("/api") {
            "limit=0"
        } else {
            "page=0"
        };
        let asked = format!("{path}?{query}");
        let answer = site.get_as(&ada, &asked);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{asked}");
        let nobody = site.ask(Method::GET, &asked, &[]);
        assert_ne!(nobody.status, StatusCode::BAD_REQUEST, "{asked}");
    }
}
