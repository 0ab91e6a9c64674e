//! What is found, in which order, and what stays hidden.

use crate::catalog::{ask, day, ids, index, offering, today};
use interlocal_catalog::offering::{Source, Term};
use interlocal_search::{Change, MatchedField, PUBLIC, Query, Sort};

#[test]
fn an_acronym_finds_the_words_it_stands_for_and_back() {
    let mut spelled = offering(1, "Protection of laptops", "gis");
    spelled.summary = "Endpoint detection and response for every county.".to_owned();
    let mut short = offering(2, "Managed EDR", "gis");
    short.summary = "Run for towns.".to_owned();
    let index = index(vec![spelled, short, offering(3, "Parcel map", "gis")]);
    assert_eq!(ids(&ask(&index, "edr")), [2, 1]);
    let mut found = ids(&ask(&index, "endpoint detection and response"));
    found.sort_unstable();
    assert_eq!(found, [1, 2]);
}

#[test]
fn a_phrase_of_the_vocabulary_finds_its_other_words() {
    let index = index(vec![
        offering(1, "Orthoimagery of the state", "gis"),
        offering(2, "Parcel map", "gis"),
    ]);
    assert_eq!(ids(&ask(&index, "aerial photos")), [1]);
}

#[test]
fn words_that_name_a_category_find_its_offerings() {
    let index = index(vec![
        offering(1, "Rapid help desk", "incident-response"),
        offering(2, "Rapid mapping", "gis"),
    ]);
    assert_eq!(ids(&ask(&index, "ransomware")), [1]);
}

#[test]
fn a_question_in_a_sentence_finds_the_thing_asked_for() {
    let mut team = offering(1, "Cyber response team", "incident-response");
    team.summary = "Helps local governments after an attack.".to_owned();
    let mut map = offering(2, "Map help", "gis");
    map.summary = "Who can use our maps after hours.".to_owned();
    let index = index(vec![map, team]);
    assert_eq!(
        ids(&ask(&index, "who can help us after a ransomware attack?")).first(),
        Some(&1)
    );
}

#[test]
fn the_title_weighs_more_than_the_summary() {
    let mut aside = offering(1, "County network", "gis");
    aside.summary = "Has radio too.".to_owned();
    let mut main = offering(2, "County radio", "gis");
    main.summary = "Has network too.".to_owned();
    assert_eq!(ids(&ask(&index(vec![aside, main]), "radio")), [2, 1]);
}

#[test]
fn a_body_is_found_by_name_acronym_and_supplier() {
    let mut hgac = offering(1, "Buying program", "gis");
    hgac.provider_name = "Houston-Galveston Area Council".to_owned();
    hgac.suppliers = vec!["Motorola Solutions".to_owned()];
    let index = index(vec![hgac, offering(2, "Other program", "gis")]);
    for words in ["hgac", "h-gac", "galveston council", "motorola"] {
        assert_eq!(ids(&ask(&index, words)).first(), Some(&1), "{words}");
    }
}

#[test]
fn slug_and_alias_find_an_offering() {
    let mut one = offering(1, "Radio", "gis");
    one.slug = "rwc-phoenix".to_owned();
    one.aliases = vec!["arizona-regional-wireless".to_owned()];
    let index = index(vec![one, offering(2, "Radio", "gis")]);
    assert_eq!(ids(&ask(&index, "rwc")), [1]);
    assert_eq!(ids(&ask(&index, "regional wireless")), [1]);
}

#[test]
fn the_last_word_may_still_be_growing() {
    let index = index(vec![
        offering(1, "Permitting portal", "gis"),
        offering(2, "Radio", "gis"),
    ]);
    assert_eq!(ids(&ask(&index, "portal permitt")), [1]);
    assert_eq!(ids(&ask(&index, "port")), [1]);
    assert_eq!(
        ask(&index, "port ").total,
        0,
        "a finished word is not completed"
    );
}

#[test]
fn without_words_the_best_vouched_come_first_and_then_titles() {
    let mut confirmed = offering(3, "Zoning maps", "gis");
    confirmed.source = Source::PublishingBody;
    let mut unsourced = offering(4, "Aerial maps", "gis");
    unsourced.source = Source::Unsourced;
    let index = index(vec![
        offering(1, "Radio", "gis"),
        offering(2, "Mail", "gis"),
        confirmed,
        unsourced,
    ]);
    assert_eq!(ids(&ask(&index, "")), [3, 2, 1, 4]);
    assert!(
        ask(&index, "")
            .hits
            .iter()
            .all(|hit| hit.matched.is_empty())
    );
}

#[test]
fn offerings_outside_their_term_show_only_on_demand() {
    let term = |from: Option<&str>, to: Option<&str>| Term {
        starts_on: from.map(day),
        ends_on: to.map(day),
    };
    let mut ended = offering(1, "Radio one", "gis");
    ended.term = term(None, Some("2026-11-21"));
    let mut last_day = offering(2, "Radio two", "gis");
    last_day.term = term(None, Some("2026-11-22"));
    let mut ahead = offering(3, "Radio three", "gis");
    ahead.term = term(Some("2026-11-23"), None);
    let mut soon = offering(4, "Radio four", "gis");
    soon.term = term(None, Some("2026-12-22"));
    let index = index(vec![ended, last_day, ahead, soon]);
    let mut query = Query {
        sort: Sort::EndsSoonest,
        ..Query::new("radio", today())
    };
    assert_eq!(ids(&index.search(&query).unwrap()), [2, 4]);
    query.ends_within = Some(29);
    assert_eq!(ids(&index.search(&query).unwrap()), [2]);
    query.ends_within = Some(30);
    assert_eq!(ids(&index.search(&query).unwrap()), [2, 4]);
    query.ends_within = None;
    query.include_expired = true;
    assert_eq!(ids(&index.search(&query).unwrap()), [2, 4, 3, 1]);
}

#[test]
fn lists_are_ordered_by_change_and_by_name() {
    let mut late = offering(1, "Beta", "gis");
    late.changed_at = 900;
    let index = index(vec![
        late,
        offering(2, "alpha", "gis"),
        offering(3, "Gamma", "gis"),
    ]);
    let sorted = |sort| {
        ids(&index
            .search(&Query {
                sort,
                ..Query::new("", today())
            })
            .unwrap())
    };
    assert_eq!(sorted(Sort::Newest), [1, 3, 2]);
    assert_eq!(sorted(Sort::Name), [2, 1, 3]);
}

#[test]
fn pages_join_without_gap_or_repeat() {
    let index = index((1..=25).map(|id| offering(id, "Radio", "gis")).collect());
    let page = |offset| {
        let query = Query {
            offset,
            limit: 10,
            ..Query::new("radio", today())
        };
        index.search(&query).unwrap()
    };
    let mut all: Vec<i64> = [0, 10, 20]
        .into_iter()
        .flat_map(|offset| ids(&page(offset)))
        .collect();
    assert_eq!(page(0).total, 25);
    assert_eq!(page(30).hits, []);
    all.sort_unstable();
    assert_eq!(all, (1..=25).collect::<Vec<i64>>());
}

#[test]
fn what_a_reader_may_not_see_is_in_no_list_count_correction_or_suggestion() {
    let mut hidden = offering(1, "Secretive radio", "land-mobile-radio");
    hidden.visibility = "verified".to_owned();
    hidden.provider_name = "Secretive Body".to_owned();
    let index = index(vec![hidden, offering(2, "Open radio", "gis")]);
    let seen = ask(&index, "radio");
    assert_eq!((seen.total, ids(&seen)), (1, vec![2]));
    assert!(
        seen.facets
            .category
            .iter()
            .all(|count| count.value == "gis")
    );
    assert_eq!(ask(&index, "secretve").did_you_mean, None);
    assert_eq!(
        index.suggest("secret", 8, &[PUBLIC.to_owned()]).unwrap(),
        []
    );
    let visible = vec![PUBLIC.to_owned(), "verified".to_owned()];
    let query = Query {
        visible: visible.clone(),
        ..Query::new("radio", today())
    };
    assert_eq!(index.search(&query).unwrap().total, 2);
    assert_eq!(index.suggest("secret", 8, &visible).unwrap().len(), 3);
}

#[test]
fn the_words_are_marked_where_they_were_found() {
    let mut one = offering(1, "County network", "gis");
    one.summary = "Fiber rings and radios for towns.".to_owned();
    let results = ask(&index(vec![one]), "radio");
    let matched = &results.hits[0].matched;
    assert_eq!(matched.len(), 1);
    assert_eq!(matched[0].field, MatchedField::Summary);
    let marked: Vec<&str> = matched[0]
        .fragments
        .iter()
        .filter(|(_, mark)| *mark)
        .map(|(text, _)| &**text)
        .collect();
    assert_eq!(marked, ["radios"]);
    let whole: String = matched[0]
        .fragments
        .iter()
        .map(|(text, _)| text.as_str())
        .collect();
    assert_eq!(whole, "Fiber rings and radios for towns.");
}

#[test]
fn a_long_text_is_cut_to_a_window_around_the_marks() {
    let mut one = offering(1, "County network", "gis");
    one.summary = format!(
        "{} the radio stands here {}",
        "before é ".repeat(60),
        "after ü ".repeat(60)
    );
    let results = ask(&index(vec![one]), "radio");
    let fragments = &results.hits[0].matched[0].fragments;
    let whole: String = fragments.iter().map(|(text, _)| text.as_str()).collect();
    assert!(
        whole.contains("radio stands here") && whole.len() < 220,
        "{whole}"
    );
    assert!(fragments.contains(&("radio".to_owned(), true)));
}

#[test]
fn a_changed_offering_is_found_as_it_is_now_and_a_deleted_one_not_at_all() {
    let index = index(vec![
        offering(1, "Radio", "gis"),
        offering(2, "Radio", "gis"),
    ]);
    let before = index.generation();
    let changed = Change::Upsert(Box::new(offering(1, "Mail", "gis")));
    index.apply(&[changed, Change::Delete(2)], 5).unwrap();
    assert_eq!(ask(&index, "radio").total, 0);
    assert_eq!(ids(&ask(&index, "mail")), [1]);
    assert!(index.generation() > before);
    assert_eq!((index.len(), index.applied_sequence()), (1, 5));
}

#[test]
fn a_contract_is_found_by_what_its_lines_name_and_says_so() {
    let mut hardware = offering(1, "Statewide hardware", "gis");
    hardware.lines = vec!["4400006094".to_owned(), "Barracuda Networks".to_owned()];
    let index = index(vec![hardware, offering(2, "Parcel map", "gis")]);
    assert_eq!(ids(&ask(&index, "4400006094")), [1]);
    let results = ask(&index, "barracuda");
    assert_eq!(ids(&results), [1]);
    let fields: Vec<MatchedField> = results
        .hits
        .iter()
        .flat_map(|hit| &hit.matched)
        .map(|matched| matched.field)
        .collect();
    assert_eq!(fields, [MatchedField::Line]);
}
