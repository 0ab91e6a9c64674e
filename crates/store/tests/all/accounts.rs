//! Accounts: links that are taken once, tries that are counted, codes, mail.

use chrono::TimeDelta;
use interlocal_store::{
    AccountChange, Error, MailState, NewAccount, NewMail, NewPassage, NewSession, Store,
};
use interlocal_testkit::{now, on_both};

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
async fn a_passage_is_taken_once_by_whoever_comes_first() {
    on_both(async |database| {
        let store = database.open().await;
        let tx = store.begin().await.unwrap();
        for (hash, ends_in) in [("one", 10), ("over", 0)] {
            let passage = NewPassage {
                hash,
                kind: "reset",
                subject: "ada@arden.example",
                content: "7",
                ends_at: now() + TimeDelta::minutes(ends_in),
            };
            tx.add_passage(&passage).await.unwrap();
        }
        tx.commit().await.unwrap();
        let take = async |hash: &str, kind: &str| {
            let tx = store.begin().await.unwrap();
            let taken = tx.take_passage(hash, kind, now()).await.unwrap();
            tx.commit().await.unwrap();
            taken.map(|passage| passage.content)
        };
        assert_eq!(take("one", "invitation").await, None, "of another kind");
        let (first, second) = tokio::join!(take("one", "reset"), take("one", "reset"));
        let mut both = [first, second];
        both.sort();
        assert_eq!(both, [None, Some("7".to_owned())]);
        assert_eq!(take("over", "reset").await, None);
        store.close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn every_passage_of_somebody_is_ended_at_once() {
    on_both(async |database| {
        let store = database.open().await;
        let tx = store.begin().await.unwrap();
        for (hash, subject) in [("a", "ada"), ("b", "ada"), ("c", "eve")] {
            let passage = NewPassage {
                hash,
                kind: "reset",
                subject,
                content: "",
                ends_at: now() + TimeDelta::minutes(1),
            };
            tx.add_passage(&passage).await.unwrap();
        }
        tx.end_passages("reset", "ada").await.unwrap();
        tx.commit().await.unwrap();
        let left = async |hash| store.passage(hash, "reset", now()).await.unwrap().is_some();
        assert!(!left("a").await && !left("b").await && left("c").await);
        store.close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn tries_are_counted_until_their_time_is_over() {
    on_both(async |database| {
        let store = database.open().await;
        let span = TimeDelta::minutes(15);
        let count = async |minutes| {
            let tx = store.begin().await.unwrap();
            let at = now() + TimeDelta::minutes(minutes);
            let tries = tx.count_try("key", span, at).await.unwrap();
            tx.commit().await.unwrap();
            (tries.count, (tries.begun_at - now()).num_minutes())
        };
        assert_eq!(count(0).await, (1, 0));
        assert_eq!(count(14).await, (2, 0));
        assert_eq!(count(15).await, (1, 15));
        store.close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_step_and_a_recovery_code_are_used_once() {
    on_both(async |database| {
        let store = database.open().await;
        let (ada, eve) = (person(&store, "ada").await, person(&store, "eve").await);
        let tx = store.begin().await.unwrap();
        assert!(tx.use_step(ada, 7).await.unwrap());
        assert!(!tx.use_step(ada, 7).await.unwrap());
        assert!(!tx.use_step(ada, 6).await.unwrap());
        assert!(tx.use_step(eve, 6).await.unwrap());
        let codes = ["x".to_owned(), "y".to_owned()];
        tx.set_recovery_codes(ada, &codes).await.unwrap();
        assert!(!tx.use_recovery_code(eve, "x").await.unwrap());
        assert!(tx.use_recovery_code(ada, "x").await.unwrap());
        assert!(!tx.use_recovery_code(ada, "x").await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(store.recovery_codes_left(ada).await.unwrap(), 1);
        store.close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_subject_of_an_issuer_belongs_to_one_account() {
    on_both(async |database| {
        let store = database.open().await;
        let (ada, eve) = (person(&store, "ada").await, person(&store, "eve").await);
        let tx = store.begin().await.unwrap();
        let subject = ("https://issuer.example", "1");
        tx.link_identity(ada, subject, now()).await.unwrap();
        assert_eq!(tx.identity(subject.0, subject.1).await.unwrap(), Some(ada));
        assert_eq!(
            tx.identity("https://other.example", "1").await.unwrap(),
            None
        );
        let taken = tx.link_identity(eve, subject, now()).await;
        assert!(matches!(taken, Err(Error::Conflict(_))), "{taken:?}");
        drop(tx);
        store.close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_mail_is_one_nodes_for_a_while_and_waits_between_tries() {
    on_both(async |database| {
        let store = database.open().await;
        let tx = store.begin().await.unwrap();
        for recipient in ["ada", "eve"] {
            let mail = NewMail {
                recipient,
                subject: "s",
                body: "a secret",
            };
            tx.add_mail(&mail, now()).await.unwrap();
        }
        tx.commit().await.unwrap();
        let take = async |minutes| {
            let tx = store.begin().await.unwrap();
            let at = now() + TimeDelta::minutes(minutes);
            let mails = tx.take_mails(at, TimeDelta::minutes(5), 1).await.unwrap();
            tx.commit().await.unwrap();
            let told = mails
                .into_iter()
                .map(|mail| (mail.recipient, mail.attempts));
            told.collect::<Vec<_>>()
        };
        assert_eq!(take(0).await, [("ada".to_owned(), 1)]);
        assert_eq!(take(0).await, [("eve".to_owned(), 1)]);
        assert_eq!(take(4).await, []);
        assert_eq!(
            take(5).await,
            [("ada".to_owned(), 2)],
            "a node that died loses none"
        );
        let waiting = store.mails(MailState::Waiting, 9).await.unwrap();
        let (eve, ada) = (waiting[0].id, waiting[1].id);
        let tx = store.begin().await.unwrap();
        tx.mail_sent(ada, now()).await.unwrap();
        tx.give_mail_up(eve, "no such box", now()).await.unwrap();
        assert!(!tx.retry_mail(ada, now()).await.unwrap(), "it was sent");
        tx.commit().await.unwrap();
        assert_eq!(take(60).await, []);
        assert_eq!(store.mails(MailState::Sent, 9).await.unwrap()[0].body, "");
        assert_eq!(
            store.mails(MailState::GivenUp, 9).await.unwrap()[0].fault,
            "no such box"
        );
        let tx = store.begin().await.unwrap();
        assert!(tx.retry_mail(eve, now()).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(take(0).await, [("eve".to_owned(), 1)]);
        store.close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn an_erased_account_frees_its_address_and_keeps_its_row() {
    on_both(async |database| {
        let store = database.open().await;
        let ada = person(&store, "ada@arden.example").await;
        let tx = store.begin().await.unwrap();
        let change = AccountChange {
            name: Some("Ada"),
            password_hash: Some("hash"),
            ..AccountChange::default()
        };
        tx.change_account(ada, &change).await.unwrap();
        let session = NewSession {
            hash: "s",
            person: ada,
            ends_at: now() + TimeDelta::days(1),
            browser: "",
            way: "password",
            second_factor: false,
            provider: None,
        };
        tx.add_session(&session, now()).await.unwrap();
        tx.end_sessions(ada).await.unwrap();
        tx.erase_account(ada, now()).await.unwrap();
        tx.commit().await.unwrap();
        let left = store.account(ada).await.unwrap().unwrap();
        assert_eq!((left.name.as_str(), left.password_hash), ("", None));
        assert!(left.disabled_at.is_some());
        assert!(store.session("s").await.unwrap().is_none());
        assert_ne!(person(&store, "ada@arden.example").await, ada);
        store.close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn mail_and_accounts_are_read_piece_by_piece_and_none_is_missed_or_told_twice() {
    on_both(async |database| {
        let store = database.open().await;
        let mut people = Vec::new();
        for name in ["ada", "ben", "cal", "dee", "eve"] {
            let email = format!("{name}@arden.example");
            person(&store, &email).await;
            people.push(email);
        }
        let tx = store.begin().await.unwrap();
        for recipient in &people {
            let mail = NewMail {
                recipient,
                subject: "s",
                body: "b",
            };
            tx.add_mail(&mail, now()).await.unwrap();
        }
        tx.commit().await.unwrap();
        let (mut told, mut behind) = (Vec::new(), String::new());
        loop {
            let found = store
                .accounts_behind("arden", false, (&behind, 2))
                .await
                .unwrap();
            let Some(last) = found.last() else { break };
            behind.clone_from(&last.email);
            told.extend(found.into_iter().map(|account| account.email));
        }
        assert_eq!(told, people);
        let none = store.accounts_behind("boro", false, ("", 9)).await.unwrap();
        assert_eq!(none.len(), 0);
        let (mut told, mut before) = (Vec::new(), None);
        loop {
            let waiting = MailState::Waiting;
            let found = store.mails_before(waiting, before, 2).await.unwrap();
            let Some(last) = found.last() else { break };
            before = Some(last.id);
            told.extend(found.into_iter().map(|mail| mail.recipient));
        }
        people.reverse();
        assert_eq!(told, people);
        store.close().await.unwrap();
    })
    .await;
}
