//! The index on disk: resumed, rebuilt, and never shared by two writers.

use crate::catalog::{ask, offering, vocabulary};
use interlocal_catalog::category::Vocabulary;
use interlocal_search::{Change, Error, Index};
use std::{fs, path::PathBuf, sync::Arc};
use tempfile::TempDir;

fn filled(dir: &TempDir) -> PathBuf {
    let index = Index::open(dir.path(), vocabulary()).unwrap();
    let change = Change::Upsert(Box::new(offering(1, "Radio", "gis")));
    index.apply(&[change], 41).unwrap();
    let inside = fs::read_dir(dir.path()).unwrap().next().unwrap().unwrap();
    inside.path()
}

#[track_caller]
fn is_rebuilt_empty(dir: &TempDir) {
    let index = Index::open(dir.path(), vocabulary()).unwrap();
    assert_eq!((index.applied_sequence(), index.len()), (0, 0));
    index
        .apply(&[Change::Upsert(Box::new(offering(2, "Mail", "gis")))], 42)
        .unwrap();
    assert_eq!(ask(&index, "mail").total, 1);
}

#[test]
fn an_index_opened_again_goes_on_at_its_last_sequence() {
    let dir = TempDir::new().unwrap();
    filled(&dir);
    let index = Index::open(dir.path(), vocabulary()).unwrap();
    assert_eq!(index.applied_sequence(), 41);
    assert_eq!(ask(&index, "radio").total, 1);
}

#[test]
fn a_batch_of_nothing_still_moves_the_sequence() {
    let dir = TempDir::new().unwrap();
    filled(&dir);
    Index::open(dir.path(), vocabulary())
        .unwrap()
        .apply(&[], 50)
        .unwrap();
    let index = Index::open(dir.path(), vocabulary()).unwrap();
    assert_eq!((index.applied_sequence(), index.len()), (50, 1));
}

#[test]
fn replacing_all_leaves_nothing_of_the_old_state() {
    let dir = TempDir::new().unwrap();
    filled(&dir);
    let index = Index::open(dir.path(), vocabulary()).unwrap();
    index.replace_all([offering(2, "Mail", "gis")], 60).unwrap();
    assert_eq!(
        (ask(&index, "radio").total, ask(&index, "mail").total),
        (0, 1)
    );
    assert_eq!(index.applied_sequence(), 60);
}

#[test]
fn an_index_without_its_description_is_rebuilt() {
    let dir = TempDir::new().unwrap();
    fs::remove_file(filled(&dir).join("meta.json")).unwrap();
    is_rebuilt_empty(&dir);
}

#[test]
fn an_index_with_a_broken_description_is_rebuilt() {
    let dir = TempDir::new().unwrap();
    fs::write(filled(&dir).join("meta.json"), b"{\"segments\": 7").unwrap();
    is_rebuilt_empty(&dir);
}

#[test]
fn an_index_with_a_damaged_file_is_rebuilt() {
    for ending in ["store", "term", "idx", "fast"] {
        let dir = TempDir::new().unwrap();
        let inside = filled(&dir);
        let damaged = fs::read_dir(&inside)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .find(|path| path.extension().is_some_and(|own| own == ending))
            .unwrap();
        let mut bytes = fs::read(&damaged).unwrap();
        bytes[0] ^= 0x55;
        fs::remove_file(&damaged).unwrap();
        fs::write(&damaged, bytes).unwrap();
        is_rebuilt_empty(&dir);
    }
}

#[test]
fn an_index_with_a_missing_file_is_rebuilt() {
    let dir = TempDir::new().unwrap();
    let inside = filled(&dir);
    for entry in fs::read_dir(&inside).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|own| own == "term") {
            fs::remove_file(path).unwrap();
        }
    }
    is_rebuilt_empty(&dir);
}

#[test]
fn a_file_in_the_place_of_the_index_is_replaced() {
    let dir = TempDir::new().unwrap();
    let inside = filled(&dir);
    fs::remove_dir_all(&inside).unwrap();
    fs::write(&inside, b"no index").unwrap();
    is_rebuilt_empty(&dir);
}

#[test]
fn an_index_of_another_schema_or_vocabulary_is_removed_and_built_anew() {
    let dir = TempDir::new().unwrap();
    let old = dir.path().join("offerings-v0-0000000000000000");
    fs::create_dir(&old).unwrap();
    fs::write(dir.path().join("notes.txt"), b"not ours").unwrap();
    filled(&dir);
    assert!(!old.exists(), "an old index is removed");
    assert!(
        dir.path().join("notes.txt").exists(),
        "other files are left alone"
    );

    let other =
        r#"{"version": "2", "categories": [{"slug": "gis", "name": "Maps", "meaning": ""}]}"#;
    let other = Arc::new(Vocabulary::parse(other).unwrap());
    let index = Index::open(dir.path(), other).unwrap();
    assert_eq!((index.applied_sequence(), index.len()), (0, 0));
}

#[test]
fn a_second_writer_is_told_that_the_index_is_busy_and_destroys_nothing() {
    let dir = TempDir::new().unwrap();
    let first = Index::open(dir.path(), vocabulary()).unwrap();
    first
        .apply(&[Change::Upsert(Box::new(offering(1, "Radio", "gis")))], 3)
        .unwrap();
    assert!(matches!(
        Index::open(dir.path(), vocabulary()),
        Err(Error::Busy)
    ));
    assert_eq!(ask(&first, "radio").total, 1);
}

#[test]
fn uncommitted_work_of_a_lost_process_is_not_there() {
    let dir = TempDir::new().unwrap();
    filled(&dir);
    let stray = fs::read_dir(dir.path())
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    fs::write(
        stray.join("0123456789abcdef0123456789abcdef.store"),
        b"half written",
    )
    .unwrap();
    let index = Index::open(dir.path(), vocabulary()).unwrap();
    assert_eq!((index.applied_sequence(), index.len()), (41, 1));
}
