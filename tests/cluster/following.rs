//! What one node publishes, the others find.

use crate::cluster::node::{Node, documents, load, withdraw};
use interlocal_testkit::{Database, databases::number, within};
use std::time::Duration;

/// Within this time every node finds what one published.
const PROMISED: Duration = Duration::from_secs(2);

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_publication_through_one_node_is_found_by_the_other_within_two_seconds() {
    let (database, folder) = (Database::postgres().await, tempfile::tempdir().unwrap());
    let a = Node::start(&database, &folder.path().join("a")).await;
    load(&a.portal).await;
    let b = Node::start(&database, &folder.path().join("b")).await;
    assert_eq!(b.finds("quokka").await, Vec::<String>::new());
    a.publish("quokka-watch", "Quokka watch").await;
    assert_eq!(a.finds("quokka").await, ["quokka-watch"]);
    let there = async || Some(b.finds("quokka").await).filter(|found| !found.is_empty());
    let (found, _) = within(PROMISED, "b finds what a published", there).await;
    assert_eq!(found, ["quokka-watch"]);
    b.publish("quokka-watch", "Wombat watch").await;
    let changed = async || (a.finds("wombat").await == ["quokka-watch"]).then_some(());
    within(PROMISED, "a finds the edition that b published", changed).await;
    withdraw(a.portal.store(), "quokka-watch").await;
    let gone = async || b.finds("wombat").await.is_empty().then_some(());
    within(PROMISED, "b no longer finds what was withdrawn", gone).await;
    a.stop().await;
    b.stop().await;
    database.remove().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_node_that_was_killed_goes_on_from_where_its_index_stands() {
    let (database, folder) = (Database::postgres().await, tempfile::tempdir().unwrap());
    let index = folder.path().join("b");
    let a = Node::start(&database, &folder.path().join("a")).await;
    load(&a.portal).await;
    a.publish("quokka-watch", "Quokka watch").await;
    a.publish("bilby-watch", "Bilby watch").await;
    let b = Node::start(&database, &index).await;
    assert_eq!(b.finds("quokka").await, ["quokka-watch"]);
    b.kill().await;
    let stood = documents(&index);
    assert!(!stood.is_empty(), "the index holds documents");
    a.publish("wombat-watch", "Wombat watch").await;
    withdraw(a.portal.store(), "bilby-watch").await;
    let b = Node::start(&database, &index).await;
    assert!(b.portal.is_ready().await.unwrap(), "ready means caught up");
    assert_eq!(b.finds("wombat").await, ["wombat-watch"]);
    assert_eq!(b.finds("bilby").await, Vec::<String>::new());
    assert_eq!(b.finds("quokka").await, ["quokka-watch"]);
    assert_eq!(sorted(b.finds("").await), sorted(a_all(&a).await));
    let now = documents(&index);
    assert!(
        now.is_superset(&stood),
        "the index was built anew: {stood:?} became {now:?}"
    );
    a.stop().await;
    b.stop().await;
    database.remove().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_node_whose_connections_were_cut_recovers_by_itself() {
    let (database, folder) = (Database::postgres().await, tempfile::tempdir().unwrap());
    let a = Node::start(&database, &folder.path().join("a")).await;
    load(&a.portal).await;
    let b = Node::start(&database, &folder.path().join("b")).await;
    let cut = "select count(pg_terminate_backend(pid)) from pg_stat_activity \
               where datname = current_database() and pid <> pg_backend_pid()";
    assert!(number(&database.url, cut).await > 0);
    a.publish("quokka-watch", "Quokka watch").await;
    let there = async || (b.finds("quokka").await == ["quokka-watch"]).then_some(());
    within(
        Duration::from_secs(5),
        "b finds what a published after the cut",
        there,
    )
    .await;
    a.stop().await;
    b.stop().await;
    database.remove().await;
}

async fn a_all(node: &Node) -> Vec<String> {
    // The node that took the withdrawal hears of it as the others do.
    let heard = async || node.finds("bilby").await.is_empty().then_some(());
    within(PROMISED, "a hears of the withdrawal", heard).await;
    node.finds("").await
}

fn sorted(mut slugs: Vec<String>) -> Vec<String> {
    slugs.sort();
    slugs
}
