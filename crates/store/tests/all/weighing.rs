//! Shortlists and workspaces.

use crate::shelf::{BODY, content, publish, with_body};
use interlocal_catalog::weighing::Opinion;
use interlocal_store::{NewAccount, Starred, Tx};
use interlocal_testkit::{now, on_both};

async fn person(tx: &Tx, email: &str, name: &str) -> i32 {
    let account = NewAccount {
        email,
        name,
        ..NewAccount::default()
    };
    tx.add_account(&account, now()).await.unwrap()
}

#[tokio::test]
async fn a_shortlist_holds_each_offering_once_and_ends_with_its_account() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let tx = store.begin().await.unwrap();
        let (siem, edr) = (
            publish(&tx, &content("siem")).await.unwrap(),
            publish(&tx, &content("edr")).await.unwrap(),
        );
        let ada = person(&tx, "ada@arden.example", "Ada").await;
        for offering in [siem, edr, siem] {
            tx.star(ada, offering, now()).await.unwrap();
        }
        assert!(tx.note_star(ada, siem, "Ask first.").await.unwrap());
        assert!(!tx.note_star(ada, 99, "").await.unwrap());
        tx.unstar(ada, edr).await.unwrap();
        tx.commit().await.unwrap();
        let star = Starred {
            offering: siem,
            note: "Ask first.".to_owned(),
        };
        assert_eq!(store.shortlist_of(ada).await.unwrap(), [star]);
        let tx = store.begin().await.unwrap();
        tx.erase_account(ada, now()).await.unwrap();
        tx.commit().await.unwrap();
        assert!(store.shortlist_of(ada).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_workspace_keeps_what_each_thinks_now_and_goes_as_a_whole() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let tx = store.begin().await.unwrap();
        let siem = publish(&tx, &content("siem")).await.unwrap();
        let ada = person(&tx, "ada@arden.example", "Ada").await;
        let id = tx
            .add_workspace(&BODY.into(), "Watching", Some(ada), now())
            .await
            .unwrap();
        tx.add_to_workspace(id, siem, "First", now()).await.unwrap();
        tx.add_to_workspace(id, siem, "Again", now()).await.unwrap();
        tx.link_workspace(id, Some("one"), now()).await.unwrap();
        tx.link_workspace(id, Some("two"), now()).await.unwrap();
        tx.commit().await.unwrap();
        let items = store.workspace_items(id).await.unwrap();
        assert_eq!(items.len(), 1);
        assert_eq!(items[0].note, "First");
        let item = items[0].id;
        let tx = store.begin().await.unwrap();
        for said in [(Opinion::No, "Far."), (Opinion::Yes, "Near.")] {
            tx.say_in_workspace(item, ada, said, now()).await.unwrap();
        }
        assert!(tx.note_in_workspace(id, item, "Ours").await.unwrap());
        assert!(!tx.note_in_workspace(id + 1, item, "Theirs").await.unwrap());
        assert!(!tx.take_from_workspace(id + 1, item).await.unwrap());
        tx.commit().await.unwrap();
        let voices = store.voices_on(&[item]).await.unwrap();
        assert_eq!(voices.len(), 1);
        let said = (
            voices[0].opinion,
            voices[0].comment.as_str(),
            voices[0].name.as_str(),
        );
        assert_eq!(said, (Opinion::Yes, "Near.", "Ada"));
        assert!(store.workspace_behind("one").await.unwrap().is_none());
        let behind = store.workspace_behind("two").await.unwrap();
        assert_eq!(behind.unwrap().id, id);
        let tx = store.begin().await.unwrap();
        tx.discard_workspace(id).await.unwrap();
        tx.commit().await.unwrap();
        assert!(
            store
                .workspaces_of(&[BODY.into()])
                .await
                .unwrap()
                .is_empty()
        );
        assert!(store.voices_on(&[item]).await.unwrap().is_empty());
    })
    .await;
}
