//! The starter directory is loaded whole, once.

use crate::asking::{search_for, slugs_of};
use interlocal_catalog::policy::Actor;
use interlocal_portal::{Error, Options, Portal};
use interlocal_search::Filters;
use interlocal_testkit::{
    clock, on_both, small_world,
    starter::{of_states, whole},
    world,
    world::vocabulary,
};
use std::sync::Mutex;

#[tokio::test]
async fn everything_of_the_starter_directory_is_there() {
    let world = world().await;
    let snapshot = world.portal.snapshot();
    let directory = &snapshot.directory;
    assert_eq!(directory.jurisdiction_count(), 52_262);
    assert_eq!(directory.organization_count(), whole().organizations.len());
    assert_eq!(directory.states().count(), 56);
    assert_eq!(directory.cio_offices().count(), 56);
    assert_eq!(snapshot.offering_count(), 332);
    let answer = world
        .portal
        .search(&Actor::Anonymous, search_for(""))
        .await
        .unwrap();
    assert_eq!((answer.results.total, answer.found.len()), (332, 332));
    assert!(world.portal.is_ready().await.unwrap());
    assert!(!world.portal.is_empty().await.unwrap());
}

#[tokio::test]
async fn the_facets_of_the_starter_directory_count_what_the_lists_show() {
    let world = small_world().await;
    let facets = world
        .portal
        .search(&Actor::Anonymous, search_for(""))
        .await
        .unwrap()
        .results
        .facets;
    assert_eq!(facets.kind.len(), 4);
    for facet in facets.kind {
        let filters = Filters {
            kind: vec![facet.value.clone()],
            ..Filters::default()
        };
        let search = interlocal_portal::search::Search {
            filters,
            ..search_for("")
        };
        let listed = world
            .portal
            .search(&Actor::Anonymous, search)
            .await
            .unwrap();
        assert_eq!(
            slugs_of(&listed).len() as u64,
            facet.count,
            "{}",
            facet.value
        );
    }
}

#[tokio::test]
async fn it_is_loaded_once_with_progress_and_only_by_the_portal_itself() {
    on_both(async |database| {
        let starter = of_states(&["RI"]);
        let store = database.open().await;
        let options = Options {
            store,
            index_directory: None,
            vocabulary: vocabulary(),
            clock: clock(),
            outside: Default::default(),
        };
        let portal = Portal::open(options).await.unwrap();
        assert!(portal.is_empty().await.unwrap());
        let denied = portal
            .load_starter(&Actor::Anonymous, &starter, &|_| {})
            .await;
        assert!(matches!(denied, Err(Error::Denied)), "{denied:?}");
        assert!(portal.is_empty().await.unwrap());
        let parts = Mutex::new(Vec::new());
        let tell = |part: &str| parts.lock().unwrap().push(part.to_owned());
        assert!(
            portal
                .load_starter(&Actor::Portal, &starter, &tell)
                .await
                .unwrap()
        );
        let first = format!("{} governments", starter.jurisdictions.len());
        assert_eq!(parts.lock().unwrap().first(), Some(&first));
        let snapshot = portal.snapshot();
        assert_eq!(
            snapshot.directory.jurisdiction_count(),
            starter.jurisdictions.len()
        );
        assert!(snapshot.offering_count() > 0);
        let again = portal
            .load_starter(&Actor::Portal, &starter, &|_| {})
            .await
            .unwrap();
        assert!(!again, "it was loaded twice");
        assert_eq!(
            portal.snapshot().offering_count(),
            snapshot.offering_count()
        );
        portal.store().clone().close().await.unwrap();
    })
    .await;
}
