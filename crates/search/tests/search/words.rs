//! Typed text: never an error, and a misspelling never beats the right word.

use crate::catalog::{ask, ids, index, offering, today};
use interlocal_search::{Index, Query, Sort};
use proptest::prelude::*;
use std::sync::LazyLock;

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut edr = offering(1, "Managed endpoint detection", "endpoint-detection");
    edr.summary = "Endpoint detection and response, state's own, 24/7.".to_owned();
    let mut radio = offering(2, "Police radio", "land-mobile-radio");
    radio.summary = "Land mobile radio for law enforcement.".to_owned();
    index(vec![edr, radio, offering(3, "Parcel map", "gis")])
});

proptest! {
    #[test]
    fn no_text_is_an_error(words in any::<String>()) {
        let results = INDEX.search(&Query::new(words.clone(), today())).unwrap();
        prop_assert!(results.hits.len() as u64 == results.total.min(20));
        INDEX.suggest(&words, 8, &["public".to_owned()]).unwrap();
    }

    #[test]
    fn no_text_of_the_trades_characters_is_an_error(
        words in r#"[a-z0-9 "“”'’&().:*?~^\\/+-]{0,60}"#,
        sort in prop::sample::select(&[Sort::BestFit, Sort::Name, Sort::Newest][..]),
    ) {
        INDEX.search(&Query { sort, ..Query::new(words, today()) }).unwrap();
    }
}

#[test]
fn a_very_long_text_is_answered() {
    ask(&INDEX, &"radio endpoint ".repeat(5_000));
}

#[test]
fn a_misspelt_word_is_corrected_and_said_so() {
    let results = ask(&INDEX, "polcie radoi ");
    assert_eq!(ids(&results), [2]);
    assert_eq!(results.did_you_mean.as_deref(), Some("police radio"));
    assert_eq!(ask(&INDEX, "police radio").did_you_mean, None);
}

#[test]
fn a_misspelt_word_of_the_vocabulary_still_means_it() {
    let index = index(vec![
        offering(1, "Orthoimagery of the state", "gis"),
        offering(2, "Parcel map", "gis"),
    ]);
    assert_eq!(ids(&ask(&index, "areial photos ")), [1]);
}

#[test]
fn a_word_that_exists_is_never_taken_for_a_misspelling() {
    let index = index(vec![
        offering(1, "Fiber", "gis"),
        offering(2, "Fibers and ropes", "gis"),
        offering(3, "Timber", "gis"),
        offering(4, "Timbre", "gis"),
    ]);
    let results = ask(&index, "timber ");
    assert_eq!((ids(&results), results.did_you_mean), (vec![3], None));
}

#[test]
fn words_are_found_joined_and_apart() {
    let index = index(vec![
        offering(1, "Backup vault", "gis"),
        offering(2, "Wi-Fi for parks", "gis"),
        offering(3, "Radio back office, up to date", "gis"),
    ]);
    assert_eq!(ids(&ask(&index, "back up")).first(), Some(&1));
    assert_eq!(ids(&ask(&index, "hotwifi ")), Vec::<i64>::new());
    assert_eq!(ids(&ask(&index, "wi fi")), [2]);
}

#[test]
fn a_phrase_in_quotes_is_demanded_word_by_word() {
    let index = index(vec![
        offering(1, "Radio for police", "gis"),
        offering(2, "Police radio", "gis"),
    ]);
    assert_eq!(ids(&ask(&index, "\"police radio\"")), [2]);
    assert_eq!(ask(&index, "police radio").total, 2);
    assert_eq!(ask(&index, "\"radio police\"").total, 0);
}

#[test]
fn accents_and_case_do_not_matter() {
    let index = index(vec![offering(1, "Doña Ana Fiber", "gis")]);
    assert_eq!(ids(&ask(&index, "DONA ana")), [1]);
}
