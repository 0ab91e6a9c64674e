//! The database is the truth, the index is a shadow.

use crate::asking::{search_as, search_for, told};
use interlocal_catalog::PlaceId;
use interlocal_portal::Portal;
use interlocal_testkit::{World, small_world};
use std::{fs, path::Path};

/// What a handful of searches say, with verdicts.
async fn says(portal: &Portal) -> Vec<Vec<String>> {
    let cook = PlaceId::new("county-17031");
    vec![
        told(portal, search_for("")).await,
        told(portal, search_for("endpoint detection")).await,
        told(portal, search_as("cooperative purchasing", &cook)).await,
    ]
}

/// Every file of the index, with the folder it lies in.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path))
        } else {
            found.push(path)
        }
    }
    found
}

async fn says_the_same_after(between: impl FnOnce(&Path)) {
    let world: World = small_world().await;
    let before = says(&world.portal).await;
    assert_eq!(before[0].len(), 332);
    assert!(!before[1].is_empty() && !before[2].is_empty());
    let world = world.reopened(between).await;
    assert!(world.portal.is_ready().await.unwrap());
    assert_eq!(says(&world.portal).await, before);
}

#[tokio::test]
async fn the_index_is_deleted_and_nothing_is_lost() {
    says_the_same_after(|folder| fs::remove_dir_all(folder.join("index")).unwrap()).await;
}

#[tokio::test]
async fn a_corrupt_index_is_built_anew() {
    says_the_same_after(|folder| {
        let files = files(&folder.join("index"));
        assert!(files.len() > 3, "{files:?}");
        for file in files {
            fs::write(file, "not an index").unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn an_index_that_is_left_alone_is_used_again() {
    says_the_same_after(|_| {}).await;
}
