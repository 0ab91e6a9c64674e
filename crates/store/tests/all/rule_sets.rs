//! Equal rule sets share a number.

use crate::shelf::{content, rules};
use interlocal_testkit::{offerings::open_within, on_both};

#[tokio::test]
async fn a_rule_set_is_numbered_once_and_read_in_order() {
    on_both(async |database| {
        let store = database.open().await;
        let everybody = rules(&content("a"));
        let mut few = everybody.clone();
        few.rules = vec![open_within("county-17031")];
        few.unsourced = true;
        let tx = store.begin().await.unwrap();
        let first = tx
            .number_rule_set(&everybody, "hash of everybody")
            .await
            .unwrap();
        let second = tx.number_rule_set(&few, "hash of few").await.unwrap();
        let again = tx
            .number_rule_set(&everybody, "hash of everybody")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(first, again);
        assert!(first < second);
        let all = store.rule_sets(0).await.unwrap();
        assert_eq!(all, [(first, everybody), (second, few.clone())]);
        assert_eq!(store.rule_sets(first).await.unwrap(), [(second, few)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn writers_at_once_agree_on_the_number() {
    on_both(async |database| {
        let store = database.open().await;
        let set = rules(&content("a"));
        let writers: Vec<_> = (0..6)
            .map(|_| {
                let (store, set) = (store.clone(), set.clone());
                tokio::spawn(async move {
                    let tx = store.begin().await.unwrap();
                    let number = tx.number_rule_set(&set, "hash").await.unwrap();
                    tx.commit().await.unwrap();
                    number
                })
            })
            .collect();
        let mut numbers = Vec::new();
        for writer in writers {
            numbers.push(writer.await.unwrap());
        }
        numbers.dedup();
        assert_eq!(numbers.len(), 1);
        assert_eq!(store.rule_sets(0).await.unwrap().len(), 1);
    })
    .await;
}
