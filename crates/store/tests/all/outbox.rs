//! The outbox has the order of commits, and a feed wakes who follows it.

use interlocal_store::{Event, Feed, Topic};
use interlocal_testkit::{now, on_both};
use std::{sync::Arc, time::Duration};
use tokio::{sync::Notify, time::timeout};

#[tokio::test]
async fn entries_come_in_order_after_a_sequence_and_in_pages() {
    on_both(async |database| {
        let store = database.open().await;
        assert_eq!(store.newest_sequence().await.unwrap(), 0);
        let tx = store.begin().await.unwrap();
        tx.announce(Topic::Directory, None, now()).await.unwrap();
        tx.announce(Topic::Offering, Some(7), now()).await.unwrap();
        tx.announce(Topic::Records, None, now()).await.unwrap();
        tx.commit().await.unwrap();
        let all = store.events_after(0, 10).await.unwrap();
        let told: Vec<(Topic, Option<i32>)> = all
            .iter()
            .map(|event| (event.topic, event.offering))
            .collect();
        let expected = [
            (Topic::Directory, None),
            (Topic::Offering, Some(7)),
            (Topic::Records, None),
        ];
        assert_eq!(told, expected);
        assert!(all.is_sorted_by_key(|event| event.sequence));
        assert_eq!(store.newest_sequence().await.unwrap(), all[2].sequence);
        assert_eq!(
            store.events_after(all[0].sequence, 1).await.unwrap(),
            all[1..2]
        );
        assert_eq!(
            store.events_after(all[2].sequence, 10).await.unwrap(),
            Vec::<Event>::new()
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_rolled_back_is_never_announced() {
    on_both(async |database| {
        let store = database.open().await;
        let tx = store.begin().await.unwrap();
        tx.announce(Topic::Offering, Some(1), now()).await.unwrap();
        drop(tx);
        assert_eq!(
            store.events_after(0, 10).await.unwrap(),
            Vec::<Event>::new()
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn writers_at_once_never_make_an_entry_appear_before_an_older_one() {
    on_both(async |database| {
        let store = database.open().await;
        let writers: Vec<_> = (0..8)
            .map(|writer| {
                let store = store.clone();
                tokio::spawn(async move {
                    for _ in 0..10 {
                        let tx = store.begin().await.unwrap();
                        tx.announce(Topic::Offering, Some(writer), now())
                            .await
                            .unwrap();
                        tx.commit().await.unwrap();
                    }
                })
            })
            .collect();
        let mut followed = Vec::new();
        let mut after = 0;
        loop {
            let done = writers.iter().all(tokio::task::JoinHandle::is_finished);
            for event in store.events_after(after, 100).await.unwrap() {
                after = event.sequence;
                followed.push(event);
            }
            if done {
                break;
            }
            tokio::task::yield_now().await;
        }
        for writer in writers {
            writer.await.unwrap();
        }
        assert_eq!(followed.len(), 80, "the follower missed none");
        assert_eq!(followed, store.events_after(0, 100).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn a_feed_wakes_at_a_commit_of_this_process() {
    on_both(async |database| {
        let store = database.open().await;
        let committed = Arc::new(Notify::new());
        let mut feed = Feed::new(store.clone(), Arc::clone(&committed));
        committed.notify_one();
        timeout(Duration::from_millis(900), feed.wait())
            .await
            .expect("woken before the poll");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgresql_wakes_the_feed_of_another_node_before_its_poll() {
    let database = interlocal_testkit::Database::postgres().await;
    let (here, there) = (database.open().await, database.open().await);
    let mut feed = Feed::new(there, Arc::new(Notify::new()));
    // The first wait opens the listening connection and ends with the poll.
    feed.wait().await;
    let waiting = tokio::spawn(async move { feed.wait().await });
    let tx = here.begin().await.unwrap();
    tx.announce(Topic::Offering, Some(1), now()).await.unwrap();
    tx.commit().await.unwrap();
    timeout(Duration::from_millis(700), waiting)
        .await
        .expect("notified")
        .unwrap();
    database.remove().await;
}
