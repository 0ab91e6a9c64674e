//! A server that is killed while hundreds publish at once loses nothing that it
//! has acknowledged, leaves nothing half done, and its index agrees with its
//! database after the next start.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod client;
mod publishing;
mod server;

use interlocal_testkit::on_both;
use publishing::Ground;
use server::Server;
use std::collections::BTreeSet;

/// How many are published at once.
const OFFERINGS: usize = 500;
/// How often the server is killed, each time with as many under way.
const KILLS: usize = 3;

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_stands_whole_after_every_kill() {
    on_both(async |database| {
        let folder = tempfile::tempdir().unwrap();
        let ground = Ground::make(&database, OFFERINGS * KILLS).await;
        let mut acknowledged = BTreeSet::new();
        for round in ground.slugs.chunks(OFFERINGS) {
            let round: BTreeSet<String> = round.iter().cloned().collect();
            let server = Server::start(&database.url, folder.path());
            // The moment differs from run to run: after the first few answers.
            let after = Some(chance(5));
            acknowledged.extend(publishing::publish(&server, &ground, &round, after).await);
            server.ended();
            let stored = ground.stored(&database).await;
            let lost: Vec<&String> = acknowledged.difference(&stored).collect();
            assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
            let server = Server::start(&database.url, folder.path());
            let found = ground.found(&server).await;
            assert_eq!(found, stored, "the index and the database");
            server.stop();
        }
        assert!(!acknowledged.is_empty());
    })
    .await;
}

/// A number from 1 to `most` that nobody can foretell.
fn chance(most: usize) -> usize {
    let now = std::time::SystemTime::now();
    let since = now.duration_since(std::time::UNIX_EPOCH).unwrap();
    1 + since.subsec_nanos() as usize % most.max(1)
}
