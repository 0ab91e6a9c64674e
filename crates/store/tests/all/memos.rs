//! Memos: drafts change, what is frozen does not.

use interlocal_catalog::{
    cost::Quantity,
    memo::{Decision, FrozenFile, MemoDraft},
};
use interlocal_store::{Approval, Attachment, FrozenText, NewAccount, Store};
use interlocal_testkit::{Database, now, on_both};
use sea_orm::ConnectionTrait;

fn draft(title: &str) -> MemoDraft {
    MemoDraft {
        title: title.to_owned(),
        government: "county-17031".into(),
        need: "Words “with” \\ and \n lines.".to_owned(),
        years: 3,
        quantities: [("tb".to_owned(), Quantity::Of("4.5".parse().unwrap()))].into(),
        options: Vec::new(),
        considered: Vec::new(),
    }
}

fn approval(person: i32, decision: Decision) -> Approval {
    Approval {
        person,
        name: "Ada Clerk".to_owned(),
        decision,
        comment: String::new(),
        given_at: now(),
        version: 1,
    }
}

fn attachment() -> Attachment {
    Attachment {
        id: 0,
        title: "Quote".to_owned(),
        url: String::new(),
        file: Some(FrozenFile {
            name: "quote.pdf".to_owned(),
            media: "application/pdf".to_owned(),
            size: 12,
            sha256: "ab".repeat(32),
        }),
    }
}

fn frozen() -> FrozenText {
    FrozenText {
        at: now(),
        content: "{\"a\":1}".to_owned(),
        sha256: "cd".repeat(32),
    }
}

/// A store with a draft that somebody approved and attached a file to.
async fn with_memo(database: &Database) -> (Store, i32, i32) {
    let store = database.open().await;
    let tx = store.begin().await.unwrap();
    let account = NewAccount {
        email: "ada@arden.example",
        ..NewAccount::default()
    };
    let person = tx.add_account(&account, now()).await.unwrap();
    let id = tx
        .add_memo(&"arden".into(), &draft("First"), Some(person), now())
        .await
        .unwrap();
    let yes = approval(person, Decision::Approved);
    tx.approve_memo(id, &yes).await.unwrap();
    tx.attach_to_memo(id, &attachment(), Some(person), now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    (store, id, person)
}

#[tokio::test]
async fn a_draft_comes_back_as_written_and_changes_from_its_own_version_alone() {
    on_both(async |database| {
        let (store, id, person) = with_memo(&database).await;
        let read = store.memo(id).await.unwrap().unwrap();
        assert_eq!(read.draft, draft("First"));
        let tx = store.begin().await.unwrap();
        assert!(tx.save_memo(id, 1, &draft("Second"), now()).await.unwrap());
        assert!(!tx.save_memo(id, 1, &draft("Third"), now()).await.unwrap());
        let no = approval(person, Decision::Declined);
        tx.approve_memo(id, &no).await.unwrap();
        tx.commit().await.unwrap();
        let read = store.memo(id).await.unwrap().unwrap();
        assert_eq!((read.draft.title.as_str(), read.version), ("Second", 2));
        assert_eq!(store.approvals_of(id).await.unwrap(), [no]);
        let attached = store.attachments_of(id).await.unwrap();
        assert_eq!(attached[0].file, attachment().file);
        let tx = store.begin().await.unwrap();
        tx.link_memo(id, Some("secret"), now()).await.unwrap();
        tx.discard_memo(id).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(store.memo(id).await.unwrap(), None);
        assert!(store.memo_behind("secret").await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn the_database_itself_refuses_to_change_a_frozen_memo_or_what_belongs_to_it() {
    on_both(async |database| {
        let (store, id, person) = with_memo(&database).await;
        let tx = store.begin().await.unwrap();
        let other = tx
            .add_memo(&"arden".into(), &draft("Other"), None, now())
            .await
            .unwrap();
        assert!(!tx.freeze_memo(id, 2, &frozen()).await.unwrap());
        assert!(tx.freeze_memo(id, 1, &frozen()).await.unwrap());
        tx.commit().await.unwrap();
        let tx = store.begin().await.unwrap();
        assert!(!tx.save_memo(id, 1, &draft("Second"), now()).await.unwrap());
        assert!(!tx.freeze_memo(id, 1, &frozen()).await.unwrap());
        tx.commit().await.unwrap();
        let shell = sea_orm::Database::connect(database.url.as_str())
            .await
            .unwrap();
        let mut tries = vec![
            format!("update memo set content = 'forged' where id = {id}"),
            format!("update memo set frozen_at = null where id = {id}"),
            format!("delete from memo where id = {id}"),
            format!("update memo_approval set decision = 'declined' where memo_id = {id}"),
            format!("delete from memo_approval where memo_id = {id}"),
            format!(
                "insert into memo_approval (memo_id, person_id, name, decision, comment, given_at, version) \
                 values ({id}, {person}, 'Forged', 'approved', '', '2026-11-22T12:00:00+00:00', 1)"
            ),
            format!("update memo_attachment set title = 'forged' where memo_id = {id}"),
            format!("update memo_attachment set memo_id = {other} where memo_id = {id}"),
            format!("delete from memo_attachment where memo_id = {id}"),
        ];
        if !database.is_postgres() {
            tries.push(format!("insert or replace into memo select * from memo where id = {id}"));
            tries.push(format!("update or replace memo set id = {id} where id = {other}"));
        }
        for sql in tries {
            let refused = shell.execute_unprepared(&sql).await.unwrap_err().to_string();
            assert!(refused.contains("frozen"), "{sql}: {refused}");
        }
        shell
            .execute_unprepared(&format!("update memo set title = 'fine' where id = {other}"))
            .await
            .unwrap();
        shell.close().await.unwrap();
        let read = store.memo(id).await.unwrap().unwrap();
        assert_eq!(read.frozen, Some(frozen()));
        assert_eq!(store.memo_with_hash(&frozen().sha256).await.unwrap(), Some(id));
        let tx = store.begin().await.unwrap();
        tx.link_memo(id, Some("first"), now()).await.unwrap();
        tx.link_memo(id, Some("second"), now()).await.unwrap();
        tx.commit().await.unwrap();
        assert!(store.memo_behind("first").await.unwrap().is_none());
        assert_eq!(store.memo_behind("second").await.unwrap().unwrap().id, id);
    })
    .await;
}
