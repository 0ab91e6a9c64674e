//! Editions are numbered and frozen; so is the audit log.

use crate::shelf::{content, publish, with_body};
use interlocal_catalog::policy::Actor;
use interlocal_store::Deed;
use interlocal_testkit::{databases::Database, now, on_both};
use sea_orm::{ConnectionTrait, DatabaseConnection};

/// A connection past the store, as somebody with a database shell has it.
async fn past_the_store(database: &Database) -> DatabaseConnection {
    sea_orm::Database::connect(database.url.as_str())
        .await
        .unwrap()
}

#[tokio::test]
async fn every_publication_is_the_next_edition_and_the_older_ones_stay() {
    on_both(async |database| {
        let store = with_body(&database).await;
        for title in ["First", "Second", "Third"] {
            let tx = store.begin().await.unwrap();
            let mut content = content("siem");
            content.title = title.to_owned();
            publish(&tx, &content).await.unwrap();
            tx.commit().await.unwrap();
        }
        let current = store.published(0, 10).await.unwrap();
        assert_eq!(current.len(), 1);
        assert_eq!(current[0].edition.content.title, "Third");
        let history = store.history(current[0].offering.id).await.unwrap();
        let told: Vec<(i32, &str)> = history
            .iter()
            .map(|e| (e.number, e.content.title.as_str()))
            .collect();
        assert_eq!(told, [(3, "Third"), (2, "Second"), (1, "First")]);
        assert_eq!(history[0].published_at, now());
    })
    .await;
}

#[tokio::test]
async fn an_edition_comes_back_word_for_word() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let mut written = content("siem");
        written.summary = "Umlauts äöü, “quotes”, a \\ and a \u{1f600}.".to_owned();
        written.term.ends_on = Some(interlocal_testkit::today());
        let tx = store.begin().await.unwrap();
        publish(&tx, &written).await.unwrap();
        tx.commit().await.unwrap();
        let listing = store.published(0, 10).await.unwrap().remove(0);
        assert_eq!(listing.edition.content, written);
        let read = store.editions(&[listing.edition.id]).await.unwrap();
        assert_eq!(read, [listing.edition]);
    })
    .await;
}

#[tokio::test]
async fn the_database_itself_refuses_to_edit_or_delete_an_edition_or_an_audit_entry() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let tx = store.begin().await.unwrap();
        publish(&tx, &content("siem")).await.unwrap();
        let deed = Deed {
            action: "publish",
            subject: "siem",
            ..Deed::default()
        };
        tx.audit(now(), &Actor::Portal, &deed).await.unwrap();
        tx.commit().await.unwrap();
        let shell = past_the_store(&database).await;
        for table in ["edition", "audit"] {
            let column = if table == "edition" {
                "content"
            } else {
                "reason"
            };
            let mut tries = vec![
                format!("update {table} set {column} = 'forged'"),
                format!("delete from {table}"),
            ];
            if !database.is_postgres() {
                tries.push(format!(
                    "insert or replace into {table} select * from {table}"
                ));
            }
            for sql in tries {
                let refused = shell
                    .execute_unprepared(&sql)
                    .await
                    .unwrap_err()
                    .to_string();
                assert!(refused.contains("frozen"), "{sql}: {refused}");
            }
        }
        let listing = store.published(0, 10).await.unwrap().remove(0);
        assert_eq!(listing.edition.content, content("siem"));
        shell.close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn an_edition_that_does_not_read_as_one_is_named_as_corrupt() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let tx = store.begin().await.unwrap();
        let offering = publish(&tx, &content("siem")).await.unwrap();
        tx.commit().await.unwrap();
        let shell = past_the_store(&database).await;
        let sql = format!(
            "insert into edition (offering_id, number, content, published_at) \
             values ({offering}, 2, 'nonsense', '2026-11-22T12:00:00+00:00')"
        );
        shell.execute_unprepared(&sql).await.unwrap();
        shell.close().await.unwrap();
        let fault = store.history(offering).await.unwrap_err().to_string();
        assert!(
            fault.starts_with("the stored edition “2” is corrupt"),
            "{fault}"
        );
    })
    .await;
}
