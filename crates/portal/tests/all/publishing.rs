//! Publishing: one transaction, found at once.

use crate::asking::{read, slugs};
use interlocal_catalog::{OfferingId, policy::Actor};
use interlocal_portal::{Error, Options, Portal, publish::Publication};
use interlocal_store::Topic;
use interlocal_testkit::{
    Database, clock, offerings::offering, on_both, starter::of_states, world::vocabulary,
};
use std::sync::Arc;

const BODY: &str = "ri-consortium";

/// A portal on a small part of the starter directory.
async fn portal(database: &Database) -> Arc<Portal> {
    let store = database.open().await;
    let mut starter = of_states(&["RI"]);
    starter
        .organizations
        .push(interlocal_testkit::places::body(BODY, "state-44"));
    let options = Options {
        store,
        index_directory: None,
        vocabulary: vocabulary(),
        clock: clock(),
        outside: Default::default(),
    };
    let portal = Portal::open(options).await.unwrap();
    portal
        .load_starter(&Actor::Portal, &starter, &|_| {})
        .await
        .unwrap();
    portal
}

fn publication<'a>(
    content: &'a interlocal_catalog::offering::Content,
    aliases: &'a [OfferingId],
) -> Publication<'a> {
    Publication {
        content,
        aliases,
        reason: "test",
    }
}

#[tokio::test]
async fn what_is_published_is_found_at_once_with_its_history() {
    on_both(async |database| {
        let portal = portal(&database).await;
        let mut content = offering("quokka-monitoring", BODY);
        content.title = "Quokka monitoring".to_owned();
        let aliases = [OfferingId::new("quokka-watch")];
        assert_eq!(slugs(&portal, "quokka").await, Vec::<String>::new());
        portal
            .publish(&Actor::Portal, publication(&content, &aliases))
            .await
            .unwrap();
        assert_eq!(slugs(&portal, "quokka").await, ["quokka-monitoring"]);
        content.title = "Wombat monitoring".to_owned();
        portal
            .publish(&Actor::Portal, publication(&content, &[]))
            .await
            .unwrap();
        assert_eq!(slugs(&portal, "wombat").await, ["quokka-monitoring"]);
        let found = portal
            .search(&Actor::Anonymous, crate::asking::search_for("wombat"))
            .await
            .unwrap();
        let judged = &found.found[0].judged;
        assert_eq!(
            (judged.edition.number, judged.edition.content.title.as_str()),
            (2, "Wombat monitoring")
        );
        let history = portal.store().history(judged.shelved.id).await.unwrap();
        assert_eq!(history.len(), 2);
        let moved = read(&portal, "quokka-watch").await;
        assert_eq!(moved, Ok("moved to quokka-monitoring".to_owned()));
        portal.store().clone().close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_publication_is_announced_once_and_a_refused_one_leaves_nothing() {
    on_both(async |database| {
        let portal = portal(&database).await;
        let before = portal.store().newest_sequence().await.unwrap();
        let good = offering("siem", BODY);
        let denied = portal
            .publish(&Actor::Anonymous, publication(&good, &[]))
            .await;
        assert!(matches!(denied, Err(Error::Denied)), "{denied:?}");
        let mut bad = offering("Not a slug", "nobody");
        bad.title = " ".to_owned();
        bad.category = "no-such-category".into();
        let Err(Error::Invalid(faults)) =
            portal.publish(&Actor::Portal, publication(&bad, &[])).await
        else {
            panic!("a bad offering was published");
        };
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["slug", "title", "category", "provider"]);
        portal
            .publish(
                &Actor::Portal,
                publication(&good, &[OfferingId::new("taken")]),
            )
            .await
            .unwrap();
        let other = offering("soc", BODY);
        let conflict = portal
            .publish(
                &Actor::Portal,
                publication(&other, &[OfferingId::new("taken")]),
            )
            .await;
        assert!(matches!(conflict, Err(Error::Conflict(_))), "{conflict:?}");
        assert_eq!(read(&portal, "soc").await, Err("not found".to_owned()));
        let events = portal.store().events_after(before, 10).await.unwrap();
        let topics: Vec<Topic> = events.iter().map(|event| event.topic).collect();
        assert_eq!(topics, [Topic::Offering]);
        portal.store().clone().close().await.unwrap();
    })
    .await;
}
