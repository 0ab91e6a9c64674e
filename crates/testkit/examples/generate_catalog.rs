//! `generate_catalog COUNT FOLDER`: fills the data directory FOLDER of a portal
//! with COUNT made-up offerings through the publish use case, builds the search
//! index anew once, and writes what this cost and what to ask to FOLDER.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs)]

use interlocal_catalog::policy::Actor;
use interlocal_portal::{Options, Portal};
use interlocal_store::Store;
use interlocal_testkit::{clock, generator, starter, world};
use serde_json::json;
use std::{fs, path::Path, sync::Arc, time::Instant};

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let count: usize = arguments
        .next()
        .and_then(|text| text.parse().ok())
        .expect("a count");
    let folder = arguments.next().expect("a folder");
    let folder = Path::new(&folder);
    fs::create_dir_all(folder).unwrap();

    let (catalog, probes) = generator::generate(starter::whole(), count);
    let questions = json!({
        "words": probes.words,
        "governments": probes.governments,
        "names": probes.names,
        "offerings": probes.offerings,
        "categories": probes.categories,
    });
    fs::write(folder.join("probes.json"), questions.to_string()).unwrap();

    let portal = open(folder).await;
    let began = Instant::now();
    let said = |part: &str| eprintln!("{:6.1} s  {part}", began.elapsed().as_secs_f32());
    let loaded = portal
        .load_starter(&Actor::Portal, &catalog, &said)
        .await
        .unwrap();
    let load_seconds = began.elapsed().as_secs_f64();
    assert!(loaded, "the folder holds a catalog already");
    close(portal).await;

    fs::remove_dir_all(folder.join("index")).unwrap();
    let began = Instant::now();
    let portal = open(folder).await;
    let rebuild_seconds = began.elapsed().as_secs_f64();
    let rule_sets = portal.store().rule_sets(0).await.unwrap().len();
    close(portal).await;

    let cost = json!({
        "load_seconds": load_seconds,
        "rebuild_seconds": rebuild_seconds,
        "rule_sets": rule_sets,
    });
    fs::write(folder.join("cost.json"), cost.to_string()).unwrap();
    eprintln!("{cost}");
}

async fn open(folder: &Path) -> Arc<Portal> {
    let database = format!("sqlite://{}", folder.join("interlocal.sqlite").display());
    let options = Options {
        store: Store::open(&database).await.unwrap(),
        index_directory: Some(folder.join("index")),
        vocabulary: world::vocabulary(),
        clock: clock(),
        outside: Default::default(),
    };
    Portal::open(options).await.unwrap()
}

async fn close(portal: Arc<Portal>) {
    portal.store().clone().close().await.unwrap();
}
