//! The links of listings: watched, taken, noted.

use chrono::TimeDelta;
use interlocal_catalog::web_link::{LinkAnswer, LinkCheck};
use interlocal_testkit::{now, on_both, today};

fn links(names: &[&str]) -> Vec<String> {
    names
        .iter()
        .map(|name| format!("https://{name}.example/"))
        .collect()
}

#[tokio::test]
async fn links_are_watched_as_long_as_something_names_them_and_keep_what_is_known() {
    on_both(async |database| {
        let store = database.open().await;
        let check = LinkCheck {
            link: links(&["a"]).remove(0),
            answer: LinkAnswer::NoSuchPage,
            status: Some(404),
            why: "it’s <gone>".into(),
            asked_at: now(),
            silences: 2,
            silent_since: Some(today()),
        };
        let tx = store.begin().await.unwrap();
        tx.watch_links(&links(&["a", "b", "c"]), &[], now())
            .await
            .unwrap();
        tx.note_link(&check, now() + TimeDelta::days(1))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let tx = store.begin().await.unwrap();
        tx.watch_links(&links(&["a", "d"]), &links(&["b", "nobody"]), now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let watched = store.watched_links().await.unwrap();
        assert_eq!(
            watched.into_iter().collect::<Vec<_>>(),
            links(&["a", "c", "d"])
        );
        let known = store.link_checks(&links(&["a", "c", "x"])).await.unwrap();
        assert_eq!(known, [check], "c was never asked after");
        store.close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_link_that_is_taken_is_due_for_nobody_else_until_its_time_is_over() {
    on_both(async |database| {
        let store = database.open().await;
        let tx = store.begin().await.unwrap();
        tx.watch_links(&links(&["a", "b", "c"]), &[], now())
            .await
            .unwrap();
        assert_eq!(tx.due_links(now(), 2).await.unwrap(), links(&["a", "b"]));
        let later = now() + TimeDelta::minutes(10);
        tx.lease_links(&links(&["a", "c"]), later).await.unwrap();
        tx.commit().await.unwrap();
        let tx = store.begin().await.unwrap();
        assert_eq!(tx.due_links(now(), 9).await.unwrap(), links(&["b"]));
        assert_eq!(
            tx.due_links(later, 9).await.unwrap(),
            links(&["b", "a", "c"])
        );
        drop(tx);
        store.close().await.unwrap();
    })
    .await;
}
