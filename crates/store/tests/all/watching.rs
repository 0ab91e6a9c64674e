//! The audit log by filter and page, announcements, and runs of jobs.

use chrono::TimeDelta;
use interlocal_catalog::{
    OrganizationId,
    announcement::{Announcement, AnnouncementKind},
    policy::{Actor, Person, Shown},
};
use interlocal_store::{AuditFilter, Deed, Event, Topic};
use interlocal_testkit::{now, on_both, today};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

#[tokio::test]
async fn the_log_is_read_newest_first_by_filter_and_page() {
    on_both(async |database| {
        let store = database.open().await;
        let arden = OrganizationId::new("arden");
        let tx = store.begin().await.unwrap();
        for hour in 0..6 {
            let deed = Deed {
                action: if hour % 2 == 0 { "publish" } else { "invite" },
                subject: &format!("s{hour}"),
                body: (hour < 4).then_some(&arden),
                ..Deed::default()
            };
            let at = now() + TimeDelta::hours(hour);
            tx.audit(at, &Actor::Portal, &deed).await.unwrap();
        }
        tx.commit().await.unwrap();
        let subjects = async |filter: AuditFilter, before, limit| {
            let found = store.audit_log(&filter, before, limit).await.unwrap();
            let last = found.last().map(|entry| entry.id);
            let found: Vec<String> = found.into_iter().map(|entry| entry.subject).collect();
            (found, last)
        };
        let all = AuditFilter::default();
        let (first, last) = subjects(all.clone(), None, 4).await;
        assert_eq!(first, ["s5", "s4", "s3", "s2"]);
        let (rest, _) = subjects(all.clone(), last, 4).await;
        assert_eq!(rest, ["s1", "s0"]);
        let some = AuditFilter {
            action: "publish".to_owned(),
            actor: "portal".to_owned(),
            bodies: vec![arden],
            from: Some(now() + TimeDelta::hours(1)),
            until: Some(now() + TimeDelta::hours(4)),
            ..AuditFilter::default()
        };
        assert_eq!(subjects(some, None, 10).await.0, ["s2"]);
        let subject = AuditFilter {
            subject: "s3".to_owned(),
            ..AuditFilter::default()
        };
        assert_eq!(subjects(subject, None, 10).await.0, ["s3"]);
        assert_eq!(store.audit_actions().await.unwrap(), ["invite", "publish"]);
    })
    .await;
}

#[tokio::test]
async fn an_entry_names_the_token_by_which_something_was_done() {
    on_both(async |database| {
        let store = database.open().await;
        let person = |token: Option<&str>| {
            Actor::Person(Arc::new(Person {
                id: 1,
                email: "ada@arden.example".to_owned(),
                name: String::new(),
                steward: false,
                roles: BTreeMap::new(),
                token: token.map(|name| Shown {
                    name: name.to_owned(),
                    scopes: BTreeSet::new(),
                }),
            }))
        };
        let deed = Deed {
            action: "publish",
            subject: "maps",
            body: Some(&OrganizationId::new("arden")),
            ..Deed::default()
        };
        let tx = store.begin().await.unwrap();
        for token in [None, Some("nightly")] {
            tx.audit(now(), &person(token), &deed).await.unwrap();
        }
        tx.commit().await.unwrap();
        let expect = [Some("nightly".to_owned()), None];
        let all = AuditFilter::default();
        let found = store.audit_log(&all, None, 10).await.unwrap();
        let tokens: Vec<Option<String>> = found.into_iter().map(|one| one.token).collect();
        assert_eq!(tokens, expect);
        let done = store.done_to(&"arden".into(), "maps", 10).await.unwrap();
        let tokens: Vec<Option<String>> = done.into_iter().map(|one| one.token).collect();
        assert_eq!(tokens, expect);
    })
    .await;
}

#[tokio::test]
async fn announcements_come_back_as_they_went_in_and_are_told_by_the_outbox() {
    on_both(async |database| {
        let store = database.open().await;
        let mut new = Announcement {
            id: 0,
            words: "Closed on <Sunday>".to_owned(),
            kind: AnnouncementKind::Warning,
            from_on: today(),
            until_on: Some(today()),
        };
        let body = OrganizationId::new("arden");
        let tx = store.begin().await.unwrap();
        new.id = tx.add_announcement(&new).await.unwrap();
        tx.announce(Topic::Announcement, None, now()).await.unwrap();
        tx.announce_body(&body, now()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(
            store.announcements().await.unwrap(),
            std::slice::from_ref(&new)
        );
        let events: Vec<Event> = store.events_after(0, 10).await.unwrap();
        let told: Vec<_> = events
            .into_iter()
            .map(|event| (event.topic, event.body))
            .collect();
        let expected = [(Topic::Announcement, None), (Topic::Body, Some(body))];
        assert_eq!(told, expected);
        let tx = store.begin().await.unwrap();
        let gone = tx.remove_announcement(new.id).await.unwrap();
        assert_eq!(gone, Some(new.words));
        assert_eq!(tx.remove_announcement(new.id).await.unwrap(), None);
        tx.commit().await.unwrap();
        assert_eq!(store.announcements().await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn a_fault_of_a_job_stays_on_record_when_it_runs_again() {
    on_both(async |database| {
        let store = database.open().await;
        let later = now() + TimeDelta::minutes(5);
        for (fault, at) in [(Some("no route"), now()), (None, later)] {
            let tx = store.begin().await.unwrap();
            tx.note_job("mail", fault, at).await.unwrap();
            tx.commit().await.unwrap();
        }
        let runs = store.job_runs().await.unwrap();
        assert_eq!(runs.len(), 1);
        assert_eq!(runs[0].ran_at, later);
        assert_eq!(runs[0].failed_at, Some(now()));
        assert_eq!(runs[0].fault, "no route");
    })
    .await;
}
