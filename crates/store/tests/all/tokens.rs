//! Tokens of the API, and answers that are given again.

use chrono::TimeDelta;
use interlocal_catalog::policy::Scope;
use interlocal_store::{NewAccount, NewToken, Store};
use interlocal_testkit::{now, on_both};
use std::collections::BTreeSet;

async fn person(store: &Store, email: &str) -> i32 {
    let tx = store.begin().await.unwrap();
    let account = NewAccount {
        email,
        ..NewAccount::default()
    };
    let id = tx.add_account(&account, now()).await.unwrap();
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn a_token_is_found_by_its_hash_until_it_is_taken_away() {
    on_both(async |database| {
        let store = database.open().await;
        let (ada, eve) = (
            person(&store, "ada@arden.example").await,
            person(&store, "eve@arden.example").await,
        );
        let scopes: BTreeSet<Scope> = [Scope::Read, Scope::Import].into();
        let tx = store.begin().await.unwrap();
        let mut ids = Vec::new();
        for (hash, days) in [("one", 1), ("two", 30)] {
            let new = NewToken {
                person: ada,
                name: "export",
                hash,
                scopes: &scopes,
                ends_at: now() + TimeDelta::days(days),
            };
            ids.push(tx.add_token(&new, now()).await.unwrap());
        }
        tx.touch_token(ids[1], now()).await.unwrap();
        assert_eq!(tx.token_count(ada, now()).await.unwrap(), 2);
        let tomorrow = now() + TimeDelta::days(1);
        assert_eq!(tx.token_count(ada, tomorrow).await.unwrap(), 1);
        tx.commit().await.unwrap();
        let (found, owner) = store.token("one").await.unwrap().unwrap();
        assert_eq!((found.scopes, found.used_at), (scopes, None));
        assert_eq!(owner.email, "ada@arden.example");
        assert_eq!(store.token("three").await.unwrap(), None);
        let named: Vec<i32> = store
            .tokens_of(ada)
            .await
            .unwrap()
            .iter()
            .map(|t| t.id)
            .collect();
        assert_eq!(named, [ids[1], ids[0]]);
        let tx = store.begin().await.unwrap();
        assert_eq!(tx.revoke_token(eve, ids[0]).await.unwrap(), None);
        assert!(tx.revoke_token(ada, ids[0]).await.unwrap().is_some());
        tx.commit().await.unwrap();
        assert_eq!(store.token("one").await.unwrap(), None);
        let tx = store.begin().await.unwrap();
        tx.erase_account(ada, now()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(store.token("two").await.unwrap(), None);
        store.close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_first_of_two_requests_under_one_key_is_the_first() {
    on_both(async |database| {
        let store = database.open().await;
        let begin = async |key: &str| {
            let tx = store.begin().await.unwrap();
            let first = tx.begin_answer(key, "hash", now()).await.unwrap();
            tx.commit().await.unwrap();
            first
        };
        let (one, other) = tokio::join!(begin("k"), begin("k"));
        assert!(one != other, "one of them is the first");
        let kept = store.kept_answer("k").await.unwrap().unwrap();
        assert_eq!((&*kept.body_hash, kept.answer), ("hash", None));
        let tx = store.begin().await.unwrap();
        tx.keep_answer("k", (201, "etag: \"v1\"", "{}"))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let kept = store.kept_answer("k").await.unwrap().unwrap();
        let answer = (201, "etag: \"v1\"".to_owned(), "{}".to_owned());
        assert_eq!(kept.answer, Some(answer));
        let tx = store.begin().await.unwrap();
        tx.sweep_answers(now()).await.unwrap();
        tx.commit().await.unwrap();
        assert!(store.kept_answer("k").await.unwrap().is_some());
        let tx = store.begin().await.unwrap();
        tx.sweep_answers(now() + TimeDelta::seconds(1))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(store.kept_answer("k").await.unwrap(), None);
        assert!(begin("k").await);
        store.close().await.unwrap();
    })
    .await;
}
