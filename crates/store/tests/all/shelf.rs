//! A store that holds one body and what it publishes.

use interlocal_catalog::offering::{Content, NotAvailable, Status};
use interlocal_store::{Error, RuleSet, Store, Tx};
use interlocal_testkit::{databases::Database, now, offerings::offering, places::body};

/// The body that publishes.
pub const BODY: &str = "il-consortium";

/// A store with one body.
pub async fn with_body(database: &Database) -> Store {
    let store = database.open().await;
    let tx = store.begin().await.unwrap();
    tx.add_organizations(&[body(BODY, "state-17")])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    store
}

/// The rule set of content.
pub fn rules(content: &Content) -> RuleSet {
    RuleSet {
        unsourced: false,
        not_available: NotAvailable::default(),
        rules: content.rules.clone(),
    }
}

/// An offering of the body.
pub fn content(slug: &str) -> Content {
    offering(slug, BODY)
}

/// Publishes content as the next edition; gives the offering's row.
pub async fn publish(tx: &Tx, content: &Content) -> Result<i32, Error> {
    let number = tx.number_rule_set(&rules(content), "all").await?;
    let before = match tx.offering(&content.slug).await? {
        Some(before) => before,
        None => {
            tx.add_offering(content, number, &[], now()).await?;
            tx.offering(&content.slug).await?.unwrap()
        }
    };
    let edition = tx.freeze_edition(before.id, content, false, now()).await?;
    tx.move_offering(&before, Status::Published, Some(edition), number, now())
        .await?;
    Ok(before.id)
}
