//! Suggestions while typing.

use crate::catalog::{index, offering};
use interlocal_search::{Index, PUBLIC, Suggestion, SuggestionKind};

fn suggest(index: &Index, prefix: &str) -> Vec<Suggestion> {
    index.suggest(prefix, 8, &[PUBLIC.to_owned()]).unwrap()
}

fn small() -> Index {
    let mut permits = offering(1, "Permit portal", "gis");
    permits.provider_name = "Penn Council".to_owned();
    permits.summary = "For perennial events.".to_owned();
    index(vec![
        permits,
        offering(2, "Online permit help", "gis"),
        offering(3, "Radio", "gis"),
    ])
}

#[test]
fn titles_that_begin_so_come_before_titles_that_have_the_word() {
    let found = suggest(&small(), "perm");
    let texts: Vec<&str> = found
        .iter()
        .map(|suggestion| suggestion.text.as_str())
        .collect();
    assert_eq!(texts, ["Permit portal", "Online permit help", "permit"]);
    assert_eq!(found[0].slug.as_deref(), Some("offering-1"));
    assert_eq!(found[2].kind, SuggestionKind::Word);
}

#[test]
fn categories_and_bodies_are_suggested_by_their_names_and_synonyms() {
    let index = small();
    let category = &suggest(&index, "antivir")[0];
    assert_eq!(
        (
            category.kind,
            category.text.as_str(),
            category.slug.as_deref()
        ),
        (
            SuggestionKind::Category,
            "Endpoint detection",
            Some("endpoint-detection")
        )
    );
    let body = &suggest(&index, "penn c")[0];
    assert_eq!(
        (body.kind, body.text.as_str(), body.slug.as_deref()),
        (SuggestionKind::Organization, "Penn Council", Some("body-1"))
    );
}

#[test]
fn the_words_before_the_last_stay() {
    let found = suggest(&small(), "zebra peren");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].text, "zebra perennial");
}

#[test]
fn a_deleted_offering_is_not_suggested() {
    let index = small();
    index
        .apply(&[interlocal_search::Change::Delete(1)], 2)
        .unwrap();
    assert!(
        suggest(&index, "permit po")
            .iter()
            .all(|found| found.kind == SuggestionKind::Word)
    );
}

#[test]
fn nothing_typed_suggests_nothing_and_the_limit_holds() {
    let index = small();
    assert_eq!(suggest(&index, "  "), []);
    assert!(index.suggest("p", 2, &[PUBLIC.to_owned()]).unwrap().len() <= 2);
}
