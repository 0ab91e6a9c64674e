//! Questions and who asked them, reports and what came of them.

use crate::shelf::{BODY, content, publish, with_body};
use interlocal_catalog::{
    jurisdiction::Kind,
    question::{QuestionKey, Reply},
};
use interlocal_store::{Asker, NewAccount};
use interlocal_testkit::{now, on_both};

fn key(kind: Kind) -> QuestionKey {
    QuestionKey {
        organization: BODY.into(),
        category: "gis".into(),
        kind,
    }
}

fn asker(place: &str, email: &str) -> Asker {
    Asker {
        jurisdiction: place.into(),
        email: email.to_owned(),
        message: "40 TB".to_owned(),
        asked_at: now(),
    }
}

#[tokio::test]
async fn a_question_stands_once_and_counts_who_asks_it() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let tx = store.begin().await.unwrap();
        let slug = "aerial-photos".into();
        let id = tx
            .question_row(&key(Kind::County), Some(&slug), now())
            .await
            .unwrap();
        let again = tx
            .question_row(&key(Kind::County), None, now())
            .await
            .unwrap();
        assert_eq!(id, again);
        let other = tx
            .question_row(&key(Kind::Township), None, now())
            .await
            .unwrap();
        assert_ne!(id, other);
        let cook = asker("county-17031", "cook@arden.example");
        assert!(tx.add_asker(id, &cook).await.unwrap());
        assert!(
            !tx.add_asker(id, &cook).await.unwrap(),
            "the same one twice"
        );
        assert!(tx.add_asker(id, &asker("county-17043", "")).await.unwrap());
        tx.commit().await.unwrap();

        let question = store.question(&key(Kind::County)).await.unwrap().unwrap();
        assert_eq!((question.id, question.asker_count), (id, 2));
        assert_eq!(
            (&question.key, &question.reply),
            (&key(Kind::County), &None)
        );
        assert_eq!(question.offering, Some(slug), "where it was asked first");
        assert_eq!(store.askers_of(id).await.unwrap()[0], cook);
        let all = store.questions_of(&BODY.into()).await.unwrap();
        assert_eq!(
            all.iter().map(|one| one.id).collect::<Vec<_>>(),
            [other, id]
        );
        assert_eq!(store.question(&key(Kind::Tribal)).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_reply_is_kept_and_whoever_left_an_address_is_told_once() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let tx = store.begin().await.unwrap();
        let id = tx
            .question_row(&key(Kind::County), None, now())
            .await
            .unwrap();
        for (place, email) in [
            ("county-17031", "cook@arden.example"),
            ("county-17043", "cook@arden.example"),
            ("county-17097", "lake@arden.example"),
            ("county-17001", ""),
        ] {
            tx.add_asker(id, &asker(place, email)).await.unwrap();
        }
        let reply = Reply::Offering("aerial-photos".into());
        tx.reply(id, Some(&reply), now()).await.unwrap();
        let told = tx.tell_askers(id, now()).await.unwrap();
        assert_eq!(told, ["cook@arden.example", "lake@arden.example"]);
        let told = tx.tell_askers(id, now()).await.unwrap();
        assert!(told.is_empty(), "{told:?}");
        let cook = asker("county-17031", "cook@arden.example");
        assert!(
            !tx.add_asker(id, &cook).await.unwrap(),
            "known, and asks again"
        );
        let told = tx.tell_askers(id, now()).await.unwrap();
        assert_eq!(told, ["cook@arden.example"]);
        tx.commit().await.unwrap();
        let found = store.question(&key(Kind::County)).await.unwrap().unwrap();
        assert_eq!(found.reply, Some((reply, now())));
        let tx = store.begin().await.unwrap();
        tx.reply(id, None, now()).await.unwrap();
        tx.commit().await.unwrap();
        let found = store.question(&key(Kind::County)).await.unwrap().unwrap();
        assert_eq!(found.reply, None, "it is open again");
    })
    .await;
}

#[tokio::test]
async fn a_report_is_closed_once_by_whoever_looks_after_it() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let tx = store.begin().await.unwrap();
        let offering = publish(&tx, &content("siem")).await.unwrap();
        let account = NewAccount {
            email: "ed@arden.example",
            ..NewAccount::default()
        };
        let ed = tx.add_account(&account, now()).await.unwrap();
        let words = ("It ended.", "cook@arden.example");
        let id = tx
            .add_report(offering, &BODY.into(), words, now())
            .await
            .unwrap();
        let later = tx
            .add_report(offering, &BODY.into(), ("Again.", ""), now())
            .await
            .unwrap();
        assert!(tx.own_report(id, ed).await.unwrap());
        assert!(
            tx.close_report(id, None, "It is mended.", now())
                .await
                .unwrap()
        );
        assert!(!tx.close_report(id, None, "Twice.", now()).await.unwrap());
        assert!(!tx.own_report(id, ed).await.unwrap(), "it is closed");
        tx.commit().await.unwrap();
        let reports = store.reports_of(&BODY.into()).await.unwrap();
        let order: Vec<i32> = reports.iter().map(|report| report.id).collect();
        assert_eq!(order, [later, id], "open ones first");
        let closed = store.report(id).await.unwrap().unwrap();
        assert_eq!(
            (closed.owner, closed.answer.as_str()),
            (Some(ed), "It is mended.")
        );
        assert_eq!(
            (closed.closed_at, closed.email.as_str()),
            (Some(now()), words.1)
        );
        assert_eq!(store.report(id + 100).await.unwrap(), None);
    })
    .await;
}
