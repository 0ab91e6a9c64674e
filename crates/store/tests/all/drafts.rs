//! Drafts: one at a time, never lost, never half.

use interlocal_catalog::{editing::Part, offering::Status};
use interlocal_store::{Error, Stage, Store};
use interlocal_testkit::{now, offerings::offering, on_both, places::body};

/// An offering that nobody has published, with a draft.
async fn begun(store: &Store) -> i32 {
    let content = offering("siem", "arden");
    let tx = store.begin().await.unwrap();
    tx.add_organizations(&[body("arden", "state-17")])
        .await
        .unwrap();
    let set = interlocal_store::RuleSet {
        unsourced: false,
        not_available: Default::default(),
        rules: content.rules.clone(),
    };
    let set = tx.number_rule_set(&set, "one").await.unwrap();
    let id = tx.add_offering(&content, set, &[], now()).await.unwrap();
    tx.begin_draft(id, &content, Some(7), now()).await.unwrap();
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn who_writes_an_older_version_conflicts_and_changes_nothing() {
    on_both(async |database| {
        let store = database.open().await;
        let id = begun(&store).await;
        let mut first = store.draft(id).await.unwrap().unwrap();
        let second = first.clone();
        first.content.title = "First".into();
        let typed = vec![("ends_on".to_owned(), "in June".to_owned())];
        first.unread.insert(Part::Dates, typed);
        let tx = store.begin().await.unwrap();
        tx.write_draft(&first, now()).await.unwrap();
        tx.commit().await.unwrap();
        let tx = store.begin().await.unwrap();
        let late = tx.write_draft(&second, now()).await;
        assert!(matches!(late, Err(Error::Conflict(_))), "{late:?}");
        drop(tx);
        let kept = store.draft(id).await.unwrap().unwrap();
        assert_eq!(kept.content.title, "First");
        assert_eq!(kept.unread, first.unread);
        assert_eq!(kept.version, 2);
        assert_eq!(kept.edited_by, Some(7));
        store.close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_draft_moves_from_the_version_that_was_looked_at_alone() {
    on_both(async |database| {
        let store = database.open().await;
        let id = begun(&store).await;
        let before = store.draft(id).await.unwrap().unwrap();
        let stage = Stage {
            submitted_by: Some(7),
            submitted_at: Some(now()),
            ..Stage::at(Status::InReview)
        };
        let tx = store.begin().await.unwrap();
        tx.move_draft(&before, &stage).await.unwrap();
        let again = tx.move_draft(&before, &Stage::at(Status::Draft)).await;
        assert!(matches!(again, Err(Error::Conflict(_))), "{again:?}");
        tx.commit().await.unwrap();
        let moved = store.draft(id).await.unwrap().unwrap();
        assert_eq!((moved.stage, moved.version), (stage, 2));
        store.close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_was_never_published_goes_whole() {
    on_both(async |database| {
        let store = database.open().await;
        let id = begun(&store).await;
        let tx = store.begin().await.unwrap();
        tx.remove_draft(id).await.unwrap();
        tx.remove_unpublished(id).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(store.draft(id).await.unwrap(), None);
        assert_eq!(store.offering(&"siem".into()).await.unwrap(), None);
        store.close().await.unwrap();
    })
    .await;
}
