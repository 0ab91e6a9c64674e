//! Status, current edition, aliases, and writers that meet.

use crate::shelf::{BODY, content, publish, rules, with_body};
use interlocal_catalog::{OfferingId, offering::Status};
use interlocal_store::Error;
use interlocal_testkit::{now, on_both};

#[tokio::test]
async fn a_draft_is_counted_but_never_among_the_published() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let tx = store.begin().await.unwrap();
        let hidden = content("hidden");
        let rule_set = tx.number_rule_set(&rules(&hidden), "all").await.unwrap();
        let draft = tx
            .add_offering(&hidden, rule_set, &[], now())
            .await
            .unwrap();
        tx.save_draft(draft, &hidden, now()).await.unwrap();
        tx.save_draft(draft, &hidden, now()).await.unwrap();
        let shown = publish(&tx, &content("shown")).await.unwrap();
        tx.commit().await.unwrap();
        let published = store.published(0, 10).await.unwrap();
        let slugs: Vec<&str> = published.iter().map(|l| l.offering.slug.as_str()).collect();
        assert_eq!(slugs, ["shown"]);
        let asked = store.published_of(&[draft, shown]).await.unwrap();
        assert_eq!(asked, published);
        let counts = store.offering_counts().await.unwrap();
        assert_eq!(
            (counts.get("draft"), counts.get("published")),
            (Some(&1), Some(&1))
        );
    })
    .await;
}

#[tokio::test]
async fn published_offerings_are_paged_in_the_order_of_their_rows() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let tx = store.begin().await.unwrap();
        for number in 0..7 {
            publish(&tx, &content(&format!("offering-{number}")))
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
        let mut seen = Vec::new();
        let mut after = 0;
        loop {
            let page = store.published(after, 3).await.unwrap();
            let Some(last) = page.last() else { break };
            after = last.offering.id;
            seen.extend(page.iter().map(|listing| listing.offering.slug.to_string()));
        }
        let expected: Vec<String> = (0..7).map(|number| format!("offering-{number}")).collect();
        assert_eq!(seen, expected);
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_offering_is_no_longer_published_and_keeps_its_editions() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let tx = store.begin().await.unwrap();
        let id = publish(&tx, &content("siem")).await.unwrap();
        tx.commit().await.unwrap();
        let tx = store.begin().await.unwrap();
        let row = tx
            .offering(&OfferingId::new("siem"))
            .await
            .unwrap()
            .unwrap();
        tx.move_offering(&row, Status::Withdrawn, row.edition, row.rule_set, now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(store.published(0, 10).await.unwrap(), Vec::new());
        assert_eq!(store.history(id).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_writer_that_read_an_older_version_conflicts_and_changes_nothing() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let tx = store.begin().await.unwrap();
        publish(&tx, &content("siem")).await.unwrap();
        let stale = tx
            .offering(&OfferingId::new("siem"))
            .await
            .unwrap()
            .unwrap();
        tx.move_offering(
            &stale,
            Status::Expired,
            stale.edition,
            stale.rule_set,
            now(),
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let tx = store.begin().await.unwrap();
        let late = tx
            .move_offering(
                &stale,
                Status::Published,
                stale.edition,
                stale.rule_set,
                now(),
            )
            .await;
        assert!(
            matches!(&late, Err(Error::Conflict(text)) if text.contains("siem")),
            "{late:?}"
        );
        let stands = tx
            .offering(&OfferingId::new("siem"))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (stands.status, stands.version),
            (Status::Expired, stale.version + 1)
        );
    })
    .await;
}

#[tokio::test]
async fn slugs_and_aliases_are_taken_once_and_a_provider_must_exist() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let alias = [OfferingId::new("other-name")];
        let tx = store.begin().await.unwrap();
        let siem = content("siem");
        let rule_set = tx.number_rule_set(&rules(&siem), "all").await.unwrap();
        tx.add_offering(&siem, rule_set, &alias, now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let mut homeless = content("homeless");
        homeless.provider = "nobody".into();
        for (content, aliases) in [
            (&siem, &[][..]),
            (&content("soc"), &alias[..]),
            (&homeless, &[][..]),
        ] {
            let tx = store.begin().await.unwrap();
            let fault = tx.add_offering(content, rule_set, aliases, now()).await;
            assert!(
                matches!(fault, Err(Error::Conflict(_))),
                "{}: {fault:?}",
                content.slug
            );
        }
        let tx = store.begin().await.unwrap();
        assert_eq!(tx.offering(&OfferingId::new("soc")).await.unwrap(), None);
        let row = tx.offering(&siem.slug).await.unwrap().unwrap();
        assert_eq!((row.provider.as_str(), row.status), (BODY, Status::Draft));
    })
    .await;
}

#[tokio::test]
async fn what_is_not_committed_never_was() {
    on_both(async |database| {
        let store = with_body(&database).await;
        let tx = store.begin().await.unwrap();
        publish(&tx, &content("siem")).await.unwrap();
        drop(tx);
        assert_eq!(store.published(0, 10).await.unwrap(), Vec::new());
        assert!(store.offering_counts().await.unwrap().is_empty());
        assert_eq!(store.rule_sets(0).await.unwrap(), Vec::new());
    })
    .await;
}
