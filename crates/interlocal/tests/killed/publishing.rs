//! Hundreds of listings in review, and a client that approves them all at once.

use crate::{client::ask, server::Server};
use interlocal_catalog::{
    OfferingId, OrganizationId,
    editing::{Part, Unread},
    offering::{Content, OfferingKind, Status},
    policy::{Actor, Role},
};
use interlocal_portal::{
    Options, Portal,
    desk::drafts::{NewListing, Save, Saved},
};
use interlocal_testkit::{
    Database, clock,
    offerings::offering,
    people::{Somebody, somebody},
    places::body,
    starter::of_states,
    world::vocabulary,
};
use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use tokio::{sync::Notify, task::JoinSet};

const BODY: &str = "ri-consortium";
/// The version of a draft that was begun, written once and handed in.
const IN_REVIEW: &str = "3";

/// A body whose one approver has everything in review.
pub struct Ground {
    approver: Somebody,
    /// What is to be published.
    pub slugs: Vec<String>,
}

impl Ground {
    /// Fills a database with so many listings in review.
    pub async fn make(database: &Database, count: usize) -> Self {
        let options = Options {
            store: database.open().await,
            index_directory: None,
            vocabulary: vocabulary(),
            clock: clock(),
            outside: Default::default(),
        };
        let portal = Portal::open(options).await.unwrap();
        let mut starter = of_states(&["RI"]);
        starter.offerings.clear();
        starter.organizations.push(body(BODY, "state-44"));
        let loaded = portal.load_starter(&Actor::Portal, &starter, &|_| {}).await;
        assert!(loaded.unwrap());
        let approver = somebody(&portal, "ada@ri.example", &[(BODY, Role::Approver)]).await;
        let mut slugs = Vec::with_capacity(count);
        for number in 0..count {
            slugs.push(in_review(&portal, &approver.actor, number).await);
        }
        portal.store().clone().close().await.unwrap();
        Self { approver, slugs }
    }

    /// The listings that the database holds as published, each with one edition;
    /// everything else must have none.
    pub async fn stored(&self, database: &Database) -> BTreeSet<String> {
        let store = database.open().await;
        let mut published = BTreeSet::new();
        for slug in &self.slugs {
            let tx = store.begin().await.unwrap();
            let row = tx
                .offering(&OfferingId::new(slug.as_str()))
                .await
                .unwrap()
                .unwrap();
            let draft = tx.draft(row.id).await.unwrap();
            drop(tx);
            let editions = store.history(row.id).await.unwrap();
            if row.status == Status::Published {
                assert_eq!(editions.len(), 1, "{slug} has one edition");
                assert_eq!(
                    row.edition,
                    editions.first().map(|edition| edition.id),
                    "{slug}"
                );
                assert!(draft.is_none(), "{slug} is published and still a draft");
                published.insert(slug.clone());
            } else {
                assert_eq!(editions.len(), 0, "{slug} is half published");
                assert!(draft.is_some(), "{slug} has lost its draft");
            }
        }
        store.close().await.unwrap();
        published
    }

    /// The listings that a search of the server finds.
    pub async fn found(&self, server: &Server) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut next = Some("/api/v1/offerings?q=zebra&limit=100".to_owned());
        while let Some(path) = next {
            let head = format!("GET {path} HTTP/1.1");
            let answer = ask(&server.address, &head, "").await.unwrap();
            let list: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
            for item in list["items"].as_array().unwrap() {
                found.insert(item["slug"].as_str().unwrap().to_owned());
            }
            next = list["next"].as_str().map(str::to_owned);
        }
        found
    }
}

/// Approves everything that is left at once; gives what was acknowledged. With
/// `until`, comes back as soon as so many were, while the others are under way.
pub async fn publish(
    server: &Server,
    ground: &Ground,
    left: &BTreeSet<String>,
    until: Option<usize>,
) -> BTreeSet<String> {
    let (count, enough) = (Arc::new(AtomicUsize::new(0)), Arc::new(Notify::new()));
    let mut under_way = JoinSet::new();
    for slug in left.clone() {
        let head = format!(
            "POST /desk/{BODY}/offerings/{slug}/review HTTP/1.1\r\n\
             cookie: interlocal_session={}\r\n\
             content-type: application/x-www-form-urlencoded",
            ground.approver.secret.expose()
        );
        let form = format!(
            "form_token={}&version={IN_REVIEW}&decision=approve",
            ground.approver.form_token
        );
        let address = server.address.clone();
        let (count, enough) = (Arc::clone(&count), Arc::clone(&enough));
        under_way.spawn(async move {
            let answer = ask(&address, &head, &form).await;
            let acknowledged = answer.is_some_and(|answer| answer.status == 303);
            if acknowledged {
                let done = count.fetch_add(1, Ordering::SeqCst) + 1;
                if until == Some(done) {
                    enough.notify_one();
                }
            }
            acknowledged.then_some(slug)
        });
    }
    if until.is_some() {
        enough.notified().await;
        server.strike();
    }
    under_way.join_all().await.into_iter().flatten().collect()
}

/// Writes a listing and hands it in; gives its slug.
async fn in_review(portal: &Portal, actor: &Actor, number: usize) -> String {
    let body = OrganizationId::new(BODY);
    let title = format!("Zebra crossing {number}");
    let new = NewListing {
        title: title.clone(),
        kind: OfferingKind::Service,
        category: "cybersecurity".into(),
        question: None,
    };
    let slug = portal.new_listing(actor, &body, new).await.unwrap();
    let save = Save {
        version: 1,
        part: Part::What,
        content: Content {
            title,
            ..offering(slug.as_str(), BODY)
        },
        unread: Unread::default(),
        publish_on: None,
    };
    let saved = portal.save_draft(actor, &body, &slug, save).await.unwrap();
    assert!(matches!(saved, Saved::Kept));
    portal.submit_draft(actor, &body, &slug, 2).await.unwrap();
    slug.to_string()
}
