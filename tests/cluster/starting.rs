//! Nodes that start together on an empty database.

use crate::cluster::node::{Node, load};
use interlocal_testkit::{Database, databases::number, within};
use std::{path::PathBuf, time::Duration};

async fn start_and_load(database: Database, index: PathBuf) -> (Node, bool) {
    let node = Node::start(&database, &index).await;
    let loaded = node.portal.is_empty().await.unwrap() && load(&node.portal).await;
    (node, loaded)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nodes_that_start_together_migrate_and_load_the_starter_directory_once() {
    let (database, folder) = (Database::postgres().await, tempfile::tempdir().unwrap());
    let starting: Vec<_> = ["a", "b", "c"]
        .into_iter()
        .map(|name| tokio::spawn(start_and_load(database.clone(), folder.path().join(name))))
        .collect();
    let mut nodes = Vec::new();
    let mut loaded = 0;
    for node in starting {
        let (node, was_first) = node.await.unwrap();
        nodes.push(node);
        loaded += i32::from(was_first);
    }
    assert_eq!(loaded, 1, "one node loads");
    let loads = "select count(*) from audit where action = 'load_starter'";
    assert_eq!(number(&database.url, loads).await, 1);
    let published = "select count(*) from offering where status = 'published'";
    let published = number(&database.url, published).await;
    assert!(published > 0);
    for node in &nodes {
        let all = async || (node.finds("").await.len() as i64 == published).then_some(());
        within(Duration::from_secs(5), "every node finds everything", all).await;
        assert!(node.portal.is_ready().await.unwrap());
    }
    for node in nodes {
        node.stop().await;
    }
    database.remove().await;
}
