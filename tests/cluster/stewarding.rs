//! What a steward changes through one node, the others show.

use crate::cluster::node::{BODY, Node, load};
use interlocal_catalog::{
    OrganizationId,
    announcement::{Announcement, AnnouncementKind},
    organization::{BodyKind, Level},
    policy::Actor,
};
use interlocal_portal::steward::BodyWords;
use interlocal_testkit::{Database, today, within};
use std::{sync::Arc, time::Duration};

/// Within this time every node shows what one changed.
const PROMISED: Duration = Duration::from_secs(2);

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_renamed_body_and_an_announcement_are_seen_by_the_other_node_within_two_seconds() {
    let (database, folder) = (Database::postgres().await, tempfile::tempdir().unwrap());
    let a = Node::start(&database, &folder.path().join("a")).await;
    load(&a.portal).await;
    a.publish("siem", "Log watching").await;
    let b = Node::start(&database, &folder.path().join("b")).await;
    let before = b.portal.snapshot();
    let body = OrganizationId::new(BODY);
    let renamed = BodyWords {
        name: "Quokka consortium".to_owned(),
        aliases: Vec::new(),
        kind: BodyKind::Consortium,
        level: Level::Regional,
        of: None,
        serves: Vec::new(),
        website: None,
    };
    a.portal
        .change_body(&Actor::Portal, &body, renamed)
        .await
        .unwrap();
    let named = async || {
        let snapshot = b.portal.snapshot();
        (snapshot.directory.organization_name(&body) == "Quokka consortium").then_some(())
    };
    within(PROMISED, "b knows the new name", named).await;
    let found = async || (b.finds("quokka").await == ["siem"]).then_some(());
    within(PROMISED, "b finds its offering by the new name", found).await;
    let after = b.portal.snapshot();
    assert!(
        before.directory.shares_ground(&after.directory),
        "governments are not read anew"
    );
    let new = Announcement {
        id: 0,
        words: "Closed on Sunday".to_owned(),
        kind: AnnouncementKind::Warning,
        from_on: today(),
        until_on: None,
    };
    a.portal.announce(&Actor::Portal, new).await.unwrap();
    let said = async || (b.portal.announced().len() == 1).then_some(());
    within(PROMISED, "b announces it", said).await;
    assert_eq!(b.portal.announced(), a.portal.announced());
    assert!(Arc::ptr_eq(
        &b.portal.snapshot().directory,
        &after.directory
    ));
    a.stop().await;
    b.stop().await;
    database.remove().await;
}
