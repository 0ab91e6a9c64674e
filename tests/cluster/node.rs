//! A node: a portal with its own connections, memory and index, that follows the outbox.

use interlocal_catalog::{
    OfferingId,
    offering::{Content, Status},
    policy::Actor,
};
use interlocal_portal::{Options, Portal, publish::Publication, search::Search};
use interlocal_search::{Filters, Sort};
use interlocal_store::{Store, Topic};
use interlocal_testkit::{
    Database, clock, now, offerings::offering, places::body, starter::of_states, world::vocabulary,
};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio::{sync::oneshot, task::JoinHandle};

/// The body that publishes in these tests.
pub const BODY: &str = "ri-consortium";

/// A running node.
pub struct Node {
    /// Its portal.
    pub portal: Arc<Portal>,
    stop: oneshot::Sender<()>,
    follower: JoinHandle<()>,
}

impl Node {
    /// Opens the portal and follows the outbox, as `serve` does.
    pub async fn start(database: &Database, index: &Path) -> Self {
        let portal = open(database, index).await;
        let (stop, stopped) = oneshot::channel();
        let follower = tokio::spawn(Arc::clone(&portal).follow(async move {
            let _ = stopped.await;
        }));
        Self {
            portal,
            stop,
            follower,
        }
    }

    /// Stops as a node does that is asked to.
    pub async fn stop(self) {
        self.stop.send(()).unwrap();
        self.follower.await.unwrap();
        self.portal.store().clone().close().await.unwrap();
    }

    /// Stops in the middle of whatever it does.
    pub async fn kill(self) {
        self.follower.abort();
        assert!(self.follower.await.unwrap_err().is_cancelled());
        self.portal.store().clone().close().await.unwrap();
    }

    /// Publishes an offering with this slug and title.
    pub async fn publish(&self, slug: &str, title: &str) {
        let content = titled(slug, title);
        let publication = Publication {
            content: &content,
            aliases: &[],
            reason: "test",
        };
        self.portal
            .publish(&Actor::Portal, publication)
            .await
            .unwrap();
    }

    /// The slugs that words find here.
    pub async fn finds(&self, words: &str) -> Vec<String> {
        let search = Search {
            words: words.to_owned(),
            filters: Filters::default(),
            chosen: None,
            include_expired: true,
            count_other_terms: false,
            ends_within: None,
            sort: Sort::BestFit,
            offset: 0,
            limit: 100,
        };
        let answer = self.portal.search(&Actor::Anonymous, search).await.unwrap();
        answer
            .found
            .into_iter()
            .map(|found| found.hit.slug)
            .collect()
    }
}

/// A portal with connections and an index of its own.
pub async fn open(database: &Database, index: &Path) -> Arc<Portal> {
    let options = Options {
        store: database.open().await,
        index_directory: Some(index.to_path_buf()),
        vocabulary: vocabulary(),
        clock: clock(),
        outside: Default::default(),
    };
    Portal::open(options).await.unwrap()
}

/// Loads a small part of the starter directory, with the body that publishes.
pub async fn load(portal: &Portal) -> bool {
    let mut starter = of_states(&["RI"]);
    starter.organizations.push(body(BODY, "state-44"));
    portal
        .load_starter(&Actor::Portal, &starter, &|_| {})
        .await
        .unwrap()
}

/// An offering with this slug and title.
pub fn titled(slug: &str, title: &str) -> Content {
    Content {
        title: title.to_owned(),
        ..offering(slug, BODY)
    }
}

/// Takes a published offering back, as another node's use case will.
pub async fn withdraw(store: &Store, slug: &str) {
    let tx = store.begin().await.unwrap();
    let row = tx.offering(&OfferingId::new(slug)).await.unwrap().unwrap();
    tx.move_offering(&row, Status::Withdrawn, row.edition, row.rule_set, now())
        .await
        .unwrap();
    tx.announce(Topic::Offering, Some(row.id), now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// The files that hold the documents of an index.
pub fn documents(index: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    let mut open = vec![index.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension == "store")
            {
                found.insert(path);
            }
        }
    }
    found
}
